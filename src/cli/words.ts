// The words of the command line, in both languages.
import type { Language } from "../types.ts";

const words = {
  "zh-CN": {
    usage: `用法：jixiao <命令> [选项] <文件、文件夹或内置文档编号>…

命令：
  score     按实际值评分，输出评分表
  explain   逐项说明每一分的由来
  check     检查指标体系、绩效目标表、规则包（选项见 jixiao check --help）
  test      运行 *.test.yaml 中的用例
  audit     复核已填写的自评表（JSON），指出不相符之处
  list      列出、查找内置（或所给文件夹中的）文档和指标库的指标
  docs      生成指标体系、指标库、规则包的说明书，评分标准写成文字；
            docs <检查编号> 说明一项检查，docs checks 列出全部检查
  schema    输出某种文档的 JSON Schema
  diff      比对两个版本，逐项说明是否影响得分（选项见 jixiao diff --help）
  init      生成空白填报表（xlsx，一次评价一份；--rows 或 csv 为一行一次评价）

选项：
  --format <格式>       text（默认）、json、markdown（score、docs、audit）、html（score、docs）、csv（score、init）、junit（test）、
                        xlsx（score，得分由公式算出；init）；check、diff 另见其说明
  --indicator <编号>    只说明一项指标（explain）
  --only lost           只说明失分的指标（explain，score --format html）
  --what-if             改说怎样的最小变动会改变等级、触发或解除否决（explain）
  --previous <文件夹>   上年的评价，或上年保存的评分结果 .json（score --format html、csv、markdown）
  --rank <方式>         并列名次：competition（1、2、2、4，默认）、dense（1、2、2、3）（score --format html、csv、markdown）
  --audit <文件>        audit --format json 的结果，列入一个评价的报告（score --format html）
  --lines indicators    每个评价的每项指标一行（score --format csv）
  --name <文字>         名称中含有的文字（list）
  --tag <标签>          指标的标签（list）
  --category <类别>     文档的类别，如 project（list）
  --kind <种类>         文档种类，或 indicator 指标（list）
  --coverage            列出用例没有走到的分支、等级和规则（test）
  --coverage-html <文件>  把覆盖情况写成网页（test）
  --threshold <百分比>  覆盖低于此值时退出码为 1（test）
  --form <编号>         自评表的格式，如 execution-10；不写则由表推断（audit）
  --rounding <舍入>     得分的舍入，如 2-half-up、0-down；执行率先舍入的写 2-half-up,rate-1-half-up（audit）
  --place <地名>        表所在的地方，当地的规则包据此适用（audit）
  --rows                一行一次评价的批量填报表（init）
  --lang <语言>         zh-CN（默认）、en
  -o, --output <文件>   写入文件而不是标准输出
  -h, --help            显示本说明
  -v, --version         显示版本

“-” 表示从标准输入读取一个文档。
退出码：0 正常；1 有错误或用例未通过；2 无法运行（用法不对、文件读不出、没有匹配的文档）。
`,
    "unknown-command": (f: string, guess: string) => `没有名为 ${f} 的命令${guess === "" ? "" : `，是否指 ${guess}`}；jixiao --help 列出全部命令`,
    "unknown-option": (f: string, guess: string) => `没有名为 ${f} 的选项${guess === "" ? "" : `，是否指 ${guess}`}`,
    "bad-value": (f: string, expected: string) => `${f}，应为：${expected}`,
    unreadable: (f: string, why: string) => `读不出 ${f}：${why}`,
    "no-such-document": (f: string, guess: string) => `没有名为 ${f} 的文件或内置文档${guess === "" ? "" : `，是否指 ${guess}`}；jixiao list 列出内置文档`,
    "nothing-matched": (f: string, expected: string) => `${f === "" ? "所给参数中" : f}没有${expected}文档`,
    "no-reference": (f: string, expected: string) => `${f} 引用的 ${expected} 找不到`,
    "did-you-mean": (f: string) => `；是否指 ${f}`,
    "tests-written": (f: string, count: string) => `写出用例 ${f}：${count} 个`,
    "no-tests-written": () => "没有可以写成用例的问题",
    "check-only": (f: string, command: string) => `${f} 只用于 check，不用于 ${command}`,
    "option-needs": (f: string, other: string) => `${f} 须与 ${other} 一起用`,
    "format-file": (f: string) => `--format ${f} 的等号后应写文件，如 sarif=jixiao.sarif`,
    "one-format": (f: string) => `${f} 每次只输出一种格式`,
    "one-output": (formats: string) => `只能有一种格式写到标准输出，所给的有：${formats}；其余应写成 格式=文件`,
    "dry-run-output": (f: string) => `--dry-run 在标准输出显示改动，--format ${f} 应写成 ${f}=文件`,
    "config-faulty": (f: string) => `配置 ${f} 有错误，没有检查`,
    "config-kind": (f: string) => `${f} 不是检查配置`,
    "baseline-faulty": (f: string) => `基线 ${f} 有错误，没有检查`,
    "baseline-missing": (f: string) => `没有基线文件 ${f}；--write-baseline 写出一份`,
    "baseline-written": (f: string, count: string) => `基线 ${f}：${count} 处`,
    "baseline-left": (f: string) => `其中 ${f} 处不能列入基线，应改正`,
    fixed: (count: string, files: string) => `改正了 ${count} 处，${files} 个文件`,
    "would-fix": (count: string, files: string) => `可改正 ${count} 处，${files} 个文件；没有写入`,
    "fix-stdin": () => "--fix 改写文件，不能用于标准输入",
    skipped: (count: string, files: string) => `跳过 ${count} 个不属于本库的 JSON 文件：${files}`,
    "too-many-warnings": (found: string, most: string) => `${found} 个警告，应不超过 ${most} 个`,
    tests: (passed: string, failed: string) => `${passed} 个用例通过，${failed} 个未通过`,
    "no-cases": () => "没有可运行的用例",
    "could-not-run": () => "（无法运行）",
    "unreadable-test": () => "文档读不懂",
    "below-threshold": (found: string, threshold: string) => `覆盖 ${found}%，应不低于 ${threshold}%`,
    "one-document": (f: string) => `html 每次只生成一份说明书，所给参数中有 ${f} 份文档`,
    "one-form": (f: string) => `init 每次只生成一份填报表，所给参数中有 ${f} 份指标体系或绩效目标表`,
    "one-workbook": (f: string) => `xlsx 每次只写一次评价，所给参数中有 ${f} 次`,
    "needs-output": (f: string) => `${f} 不能写到终端，应以 -o 指定文件`,
    "filters-elsewhere": (f: string) => `--name、--tag、--category、--kind 只用于 list，不用于 ${f}`,
    "no-tables": (f: string) => `${f === "" ? "所给参数中" : f} 没有可复核的自评表`,
    audited: (tables: string, counts: string) => `复核了 ${tables} 张表：${counts}`,
    "audit-counts": (errors: string, warnings: string) => `${errors} 个错误，${warnings} 个警告`,
    "two-sides": (f: string) => `所给参数有 ${f} 个，应为两个：旧版本 新版本`,
    "one-input": () => "两边都是 -，应只有一边从标准输入读取",
    "passed-over": (f: string, count: string) => `${f} 中有 ${count} 个文件没有 kind，未作比对`,
    "not-compared": (f: string) => `${f} 未作比对：另一版的同一文件读不出`,
    "no-git": (f: string) => `${f} 须由 git 读取，这里没有 git`,
    "no-repository": (f: string) => `${f} 须在 git 仓库中读取，这里不是`,
    "no-revision": (f: string) => `git 仓库中没有名为 ${f} 的版本；浅克隆可能缺少历史`,
    "no-path": (f: string, guess: string) => `没有 ${f}：路径应从仓库根目录写起${guess === "" ? "" : `，是否指 ${guess}`}`,
    "git-failed": (f: string, why: string) => `git ${f} 未成功：${why}`,
    "report-only": (f: string, formats: string) => `${f} 只用于 score --format ${formats}`,
    "no-audit": (f: string) => `${f} 不是 jixiao audit --format json 对一张表的结果`,
    "none-scored": (f: string) => `--previous ${f} 中没有评出结果的评价`,
    "audit-of-one": (f: string) => `--audit 只用于一个评价的报告，所给参数中有 ${f} 个评价`,
    internal: (f: string) => `内部错误：${f}`,
  },
  en: {
    usage: `Usage: jixiao <command> [options] <files, folders or ids of built-in documents>…

Commands:
  score     score actuals, print the scorecard
  explain   explain every point
  check     check frameworks, objectives and packs (options: jixiao check --help)
  test      run the cases of *.test.yaml
  audit     recheck printed self-evaluation tables (JSON), report what does not hold
  list      list and search the built-in documents (or those of given folders) and library indicators
  docs      write the manual of a framework, library or pack, every scoring standard in words;
            docs <check> explains a check, docs checks lists them all
  schema    print the JSON Schema of a kind of document
  diff      compare two versions, with what each change does to scores (options: jixiao diff --help)
  init      write an empty form (xlsx: one evaluation; with --rows or csv: one evaluation a row)

Options:
  --format <format>     text (default), json, markdown (score, docs, audit), html (score, docs), csv (score, init), junit (test),
                        xlsx (score, with formulas that score; init); check and diff have more
  --indicator <id>      explain one indicator only (explain)
  --only lost           explain only indicators that lost points (explain, score --format html)
  --what-if             say instead which smallest change alters the grade or a knock-out (explain)
  --previous <folder>   last year's evaluations, or its scorecards as .json (score --format html, csv, markdown)
  --rank <way>          ties: competition (1, 2, 2, 4; default) or dense (1, 2, 2, 3) (score --format html, csv, markdown)
  --audit <file>        what audit --format json said, for the report of one evaluation (score --format html)
  --lines indicators    a line per evaluation and indicator (score --format csv)
  --name <text>         text in the name (list)
  --tag <tag>           tag of an indicator (list)
  --category <category> category of a document, such as project (list)
  --kind <kind>         kind of a document, or indicator (list)
  --coverage            list the branches, grades and rules that no case reached (test)
  --coverage-html <file>  write the coverage as a page (test)
  --threshold <percent>  exit code 1 when the coverage is below (test)
  --form <id>           the form of the tables, such as execution-10; inferred when not given (audit)
  --rounding <rounding> how points are rounded: 2-half-up, 0-down; 2-half-up,rate-1-half-up rounds the rate first (audit)
  --place <name>        where the tables are from; packs of that place then apply (audit)
  --rows                a form with one evaluation a row (init)
  --lang <language>     zh-CN (default), en
  -o, --output <file>   write to a file instead of standard output
  -h, --help            show this
  -v, --version         show the version

“-” reads one document from standard input.
Exit codes: 0 fine; 1 errors or failed cases; 2 could not run (usage, unreadable file, nothing matched).
`,
    "unknown-command": (f: string, guess: string) => `unknown command ${f}${guess === "" ? "" : `, did you mean ${guess}`}; jixiao --help lists them`,
    "unknown-option": (f: string, guess: string) => `unknown option ${f}${guess === "" ? "" : `, did you mean ${guess}`}`,
    "bad-value": (f: string, expected: string) => `${f}, should be one of: ${expected}`,
    unreadable: (f: string, why: string) => `cannot read ${f}: ${why}`,
    "no-such-document": (f: string, guess: string) => `no file or built-in document ${f}${guess === "" ? "" : `, did you mean ${guess}`}; jixiao list lists the built-in documents`,
    "nothing-matched": (f: string, expected: string) => `no ${expected} document${f === "" ? "" : ` in ${f}`}`,
    "no-reference": (f: string, expected: string) => `${f} refers to ${expected}, which cannot be found`,
    "did-you-mean": (f: string) => `; did you mean ${f}`,
    "tests-written": (f: string, count: string) => `test cases written to ${f}: ${count}`,
    "no-tests-written": () => "no finding can be written as a test case",
    "check-only": (f: string, command: string) => `${f} belongs to check, not to ${command}`,
    "option-needs": (f: string, other: string) => `${f} needs ${other}`,
    "format-file": (f: string) => `--format ${f} needs a file after the equals sign, such as sarif=jixiao.sarif`,
    "one-format": (f: string) => `${f} writes one format at a time`,
    "one-output": (formats: string) => `only one format can go to standard output, these would: ${formats}; give the others as format=file`,
    "dry-run-output": (f: string) => `--dry-run shows the changes on standard output, give --format ${f} as ${f}=file`,
    "config-faulty": (f: string) => `the configuration ${f} has errors, nothing was checked`,
    "config-kind": (f: string) => `${f} is no configuration of checks`,
    "baseline-faulty": (f: string) => `the baseline ${f} has errors, nothing was checked`,
    "baseline-missing": (f: string) => `there is no baseline ${f}; --write-baseline writes one`,
    "baseline-written": (f: string, count: string) => `baseline ${f}: ${count} findings`,
    "baseline-left": (f: string) => `${f} of them cannot stand in the baseline and should be mended`,
    fixed: (count: string, files: string) => `mended ${count} findings in ${files} files`,
    "would-fix": (count: string, files: string) => `${count} findings in ${files} files can be mended; nothing was written`,
    "fix-stdin": () => "--fix rewrites files and cannot be used with standard input",
    skipped: (count: string, files: string) => `skipped ${count} JSON files that are no documents of this library: ${files}`,
    "too-many-warnings": (found: string, most: string) => `${found} warnings, should be at most ${most}`,
    tests: (passed: string, failed: string) => `${passed} cases passed, ${failed} failed`,
    "no-cases": () => "no cases to run",
    "could-not-run": () => " (could not run)",
    "unreadable-test": () => "the document cannot be read",
    "below-threshold": (found: string, threshold: string) => `coverage is ${found}%, should be at least ${threshold}%`,
    "one-document": (f: string) => `html writes one manual at a time, the arguments name ${f} documents`,
    "one-form": (f: string) => `init writes one form at a time, the arguments name ${f} frameworks or objectives`,
    "one-workbook": (f: string) => `xlsx holds one evaluation, the arguments name ${f}`,
    "needs-output": (f: string) => `${f} cannot go to a terminal, give a file with -o`,
    "filters-elsewhere": (f: string) => `--name, --tag, --category and --kind belong to list, not to ${f}`,
    "no-tables": (f: string) => `no printed table${f === "" ? "" : ` in ${f}`}`,
    audited: (tables: string, counts: string) => `rechecked ${tables} tables: ${counts}`,
    "audit-counts": (errors: string, warnings: string) => `${errors} errors, ${warnings} warnings`,
    "two-sides": (f: string) => `there are ${f} arguments, should be two: old new`,
    "one-input": () => "both sides are -, only one can be read from standard input",
    "passed-over": (f: string, count: string) => `${count} files in ${f} have no kind and were not compared`,
    "not-compared": (f: string) => `${f} was not compared: the same file of the other version cannot be read`,
    "no-git": (f: string) => `${f} is read by git, which is not here`,
    "no-repository": (f: string) => `${f} is read from a git repository, this is none`,
    "no-revision": (f: string) => `there is no revision ${f}; a shallow clone may lack its history`,
    "no-path": (f: string, guess: string) => `there is no ${f}: the path should start at the top of the repository${guess === "" ? "" : `, did you mean ${guess}`}`,
    "git-failed": (f: string, why: string) => `git ${f} failed: ${why}`,
    "report-only": (f: string, formats: string) => `${f} belongs to score --format ${formats}`,
    "no-audit": (f: string) => `${f} is not what jixiao audit --format json says of one table`,
    "none-scored": (f: string) => `no evaluation of --previous ${f} could be scored`,
    "audit-of-one": (f: string) => `--audit belongs to the report of one evaluation, the arguments hold ${f}`,
    internal: (f: string) => `internal error: ${f}`,
  },
} as const;

export type Word = Exclude<keyof (typeof words)["zh-CN"], "usage">;

export const usage = (lang: Language): string => words[lang].usage;
export const say = (lang: Language, word: Word, first = "", second = ""): string => words[lang][word](first, second);
