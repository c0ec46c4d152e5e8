// The help of the command line, in both languages.
import type { Language } from "../types/types.ts";

const texts: Readonly<Record<Language, string>> = {
  "zh-CN": `用法：jixiao <命令> [选项] <文件、文件夹或内置文档编号>…

命令：
  score     按实际值评分，输出评分表
  explain   逐项说明每一分的由来
  check     检查指标体系、绩效目标表、规则包（选项见 jixiao check --help）
  test      运行 *.test.yaml 中的用例
  audit     复核已填写的自评表（XLSX、CSV、JSON 或文件夹），指出不相符之处
  list      列出、查找内置（或所给文件夹中的）文档和指标库的指标
  docs      生成指标体系、指标库、规则包的说明书，评分标准写成文字；
            docs <检查编号> 说明一项检查，docs checks 列出全部检查
  schema    输出某种文档的 JSON Schema
  diff      比对两个版本，逐项说明是否影响得分（选项见 jixiao diff --help）
  init      生成空白填报表（xlsx，一次评价一份；--many 或 csv 为一行一次评价）

选项：
  --format <格式>       text（默认）、json、ndjson（audit）、markdown（score、docs、audit）、html（score、docs）、csv（score、init）、junit（test）、
                        xlsx（score，得分由公式算出；init）；check、diff 另见其说明
  --indicator <编号>    只说明一项指标（explain）
  --only lost           只说明失分的指标（explain，score --format html）
  --what-if             改说怎样的最小变动会改变等级、触发或解除否决（explain）
  --previous <文件夹>   上年的评价，或上年保存的评分结果 .json（score --format html、csv、markdown）
  --rank <方式>         并列名次：competition（1、2、2、4，默认）、dense（1、2、2、3）
                        （score --format html、csv、markdown；score --rows 写了才排名）
  --audit <文件>        audit --format json 的结果，列入一个评价的报告（score --format html）
  --lines indicators    每个评价的每项指标一行（score --format csv）
  --name <文字>         名称中含有的文字（list）
  --tag <标签>          指标的标签（list）
  --category <类别>     文档的类别，如 project（list）
  --kind <种类>         文档种类，或 indicator 指标（list）
  --coverage            列出用例没有走到的分支、等级和规则（test）
  --coverage-html <文件>  把覆盖情况写成网页（test）
  --threshold <百分比>  覆盖低于此值时退出码为 1（test）
  --rows <文件>         批量评分：CSV、XLSX（一行一条评价）、NDJSON 或文件夹，结果逐行输出；可写多次（score）
                        格式 csv（默认）、xlsx、ndjson；其后的参数是据以评分的指标体系或绩效目标表
  --as-of <日期>        没有写明截止日期的评价的截止日期（score --rows）
  --encoding、--sheet   文件的编码；要读的工作表（score --rows）
  --keep <列>           随结果带出的列，用逗号分开（score --rows）
  --within <列>         --rank 在这些列的同一取值内排名（score --rows）
  --by <列>             汇总，如 department,sector,grade 或表中的列；--summary <文件> 写入文件（score --rows）
  --form <编号或文件>   自评表的格式，如 execution-10；不写则由表推断（audit）
  --rounding <舍入>     得分的舍入，如 2-half-up、0-down；执行率先舍入的写 2-half-up,rate-1-half-up（audit）
  --place <地名>        表所在的地方，当地的规则包据此适用（audit）
  --many                一行一次评价的批量填报表（init）
  --lang <语言>         zh-CN（默认）、en
  -o, --output <文件>   写入文件而不是标准输出
  -h, --help            显示本说明
  -v, --version         显示版本

“-” 表示从标准输入读取一个文档。
退出码：0 正常；1 有错误或用例未通过；2 无法运行（用法不对、文件读不出、没有匹配的文档）。
`,
  en: `Usage: jixiao <command> [options] <files, folders or ids of built-in documents>…

Commands:
  score     score actuals, print the scorecard
  explain   explain every point
  check     check frameworks, objectives and packs (options: jixiao check --help)
  test      run the cases of *.test.yaml
  audit     recheck printed self-evaluation tables (XLSX, CSV, JSON or folders), report what does not hold
  list      list and search the built-in documents (or those of given folders) and library indicators
  docs      write the manual of a framework, library or pack, every scoring standard in words;
            docs <check> explains a check, docs checks lists them all
  schema    print the JSON Schema of a kind of document
  diff      compare two versions, with what each change does to scores (options: jixiao diff --help)
  init      write an empty form (xlsx: one evaluation; with --many or csv: one evaluation a row)

Options:
  --format <format>     text (default), json, ndjson (audit), markdown (score, docs, audit), html (score, docs), csv (score, init),
                        junit (test), xlsx (score, with formulas that score; init); check and diff have more
  --indicator <id>      explain one indicator only (explain)
  --only lost           explain only indicators that lost points (explain, score --format html)
  --what-if             say instead which smallest change alters the grade or a knock-out (explain)
  --previous <folder>   last year's evaluations, or its scorecards as .json (score --format html, csv, markdown)
  --rank <way>          ties: competition (1, 2, 2, 4; default) or dense (1, 2, 2, 3)
                        (score --format html, csv, markdown; score --rows, where nothing is ranked without it)
  --audit <file>        what audit --format json said, for the report of one evaluation (score --format html)
  --lines indicators    a line per evaluation and indicator (score --format csv)
  --name <text>         text in the name (list)
  --tag <tag>           tag of an indicator (list)
  --category <category> category of a document, such as project (list)
  --kind <kind>         kind of a document, or indicator (list)
  --coverage            list the branches, grades and rules that no case reached (test)
  --coverage-html <file>  write the coverage as a page (test)
  --threshold <percent>  exit code 1 when the coverage is below (test)
  --rows <file>         score many: CSV, XLSX (one evaluation a row), NDJSON or a folder, results line by line;
                        may be repeated (score). Formats csv (default), xlsx, ndjson; the arguments name the
                        framework or objectives to score by
  --as-of <date>        as-of date of evaluations that name none (score --rows)
  --encoding, --sheet   encoding of the files; the sheet to read (score --rows)
  --keep <columns>      columns handed on with the results, separated by commas (score --rows)
  --within <columns>    --rank ranks within equal values of these columns (score --rows)
  --by <columns>        summaries, such as department,sector,grade or columns of the file; --summary <file> (score --rows)
  --form <id or file>   the form of the tables, such as execution-10; inferred when not given (audit)
  --rounding <rounding> how points are rounded: 2-half-up, 0-down; 2-half-up,rate-1-half-up rounds the rate first (audit)
  --place <name>        where the tables are from; packs of that place then apply (audit)
  --many                a form with one evaluation a row (init)
  --lang <language>     zh-CN (default), en
  -o, --output <file>   write to a file instead of standard output
  -h, --help            show this
  -v, --version         show the version

“-” reads one document from standard input.
Exit codes: 0 fine; 1 errors or failed cases; 2 could not run (usage, unreadable file, nothing matched).
`,
};

export const usage = (lang: Language): string => texts[lang];
