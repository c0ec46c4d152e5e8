// The help of `jixiao check`, in both languages.
import type { Language } from "../types/types.ts";

const texts: Readonly<Record<Language, string>> = {
  "zh-CN": `用法：jixiao check [选项] <文件、文件夹或内置文档编号>…

检查指标体系、绩效目标表、实际值、规则包、指标库和配置；“-” 从标准输入读取一个文档。

检查什么：
  --config <文件>         检查配置；不写则用工作文件夹或其上级中最近的 jixiao.config.yaml，都没有则为推荐的检查
  --preset <名称>         recommended（推荐）、strict（从严），取代配置所依据的那一份
  --as-of <日期>          规定须在这一天有效，如 2026-12-31；不写则为今天

怎样算不通过：
  --fail-severity <轻重>  达到此轻重的问题使退出码为 1：error（默认）、warning、info
  --max-warnings <数>     警告多于此数时退出码为 1

暂时接受的问题：
  --baseline <文件>       基线：其中的问题不计；已不再出现的须删去
  --write-baseline        把现有可以接受的问题写入基线
  --prune                 从基线中删去已不再出现的
  文档中的注释也可接受一处问题，理由必写：
    # jixiao-disable-next-line 代码 -- 理由
    # jixiao-disable-line 代码, 代码 -- 理由（写在行末）
    # jixiao-disable-file 代码 -- 理由（写在文件开头）

自动改正（不改变文档的含义，注释保留）：
  --fix                   改写文件
  --fix --dry-run         只显示改动

输出：
  --format <格式>         text（默认）、json、sarif、junit、github、gitlab、markdown、html
  --format <格式>=<文件>  写入文件；可写几个，如 --format text --format sarif=jixiao.sarif
  --write-tests <文件>    把发现的问题写成用例（*.test.yaml），改正后防止再犯
  --proof                 在报告之后列出对评分规则的证明，如最低、最高得分，完成得更好得分是否可能降低
  -o, --output <文件>     没有写文件的那种格式写入此文件
  --lang <语言>           zh-CN（默认）、en

退出码：0 通过；1 不通过；2 无法检查（用法不对、配置有错误、没有匹配的文档）；3 内部错误。
`,
  en: `Usage: jixiao check [options] <files, folders or ids of built-in documents>…

Checks frameworks, objectives, actuals, packs, libraries and configurations; “-” reads one document from standard input.

What is checked:
  --config <file>         configuration; else the nearest jixiao.config.yaml in the working folder or above it, else the recommended checks
  --preset <name>         recommended or strict, in place of the one the configuration extends
  --as-of <date>          norms must be in force on this day, such as 2026-12-31; today without it

What fails:
  --fail-severity <grade> findings as grave as this give exit code 1: error (default), warning, info
  --max-warnings <count>  more warnings than this give exit code 1

Findings that are accepted for now:
  --baseline <file>       findings in it do not count; those that are gone must leave it
  --write-baseline        write what can be accepted into the baseline
  --prune                 remove what is gone from the baseline
  a comment in the document can accept a finding as well, always with its reason:
    # jixiao-disable-next-line code -- reason
    # jixiao-disable-line code, code -- reason (at the end of a line)
    # jixiao-disable-file code -- reason (at the head of the file)

Mending (the meaning of a document never changes, comments are kept):
  --fix                   rewrite the files
  --fix --dry-run         show the changes only

Output:
  --format <format>       text (default), json, sarif, junit, github, gitlab, markdown, html
  --format <format>=<file>  to a file; may come several times, such as --format text --format sarif=jixiao.sarif
  --write-tests <file>    write what was found as test cases (*.test.yaml), which keep it mended
  --proof                 after the report, what is proved of the scoring rules, such as the least and the most points
  -o, --output <file>     where the format without a file goes
  --lang <language>       zh-CN (default), en

Exit codes: 0 passed; 1 not passed; 2 could not check (usage, faulty configuration, nothing matched); 3 internal error.
`,
};

export const checkHelp = (lang: Language): string => texts[lang];
