// The help of `jixiao diff`, in both languages.
import type { Language } from "../types/types.ts";

const texts: Readonly<Record<Language, string>> = {
  "zh-CN": `用法：jixiao diff [选项] <旧> <新>

比对两个版本，逐项列出改动，说明是否影响得分，并给出得分不同的取值。用法如 diff(1)，比的是评分的含义而不是文字。

旧、新各为：
  文件或文件夹            文件夹中的文档按种类和编号配对；文件连同它旁边的文档一起看
  <git 版本>:<路径>       如 main:rules/frameworks/x.yaml、HEAD~1:rules、v1.0.0:；路径从仓库根目录写起，从当前目录写起的写作 v1.0.0:./x.yaml
  内置文档的编号
  -                       从标准输入读取一个文档

重评：
  --replay <路径>         按两个版本重评这些实际值：谁的得分、等级改变，由哪一项改动造成，各项之和恰为差额；可写多次

输出：
  --format <格式>         text（默认）、json、markdown、csv（重评时每份评价一行，否则每项改动一行）
  -o, --output <文件>     写入文件而不是标准输出
  --lang <语言>           zh-CN（默认）、en

怎样算有差别：
  --fail-on <影响>        scores 影响得分（默认）、may 可能影响得分、text 仅文字、none 不计；有此级及以上的改动时退出码为 1

退出码同 diff(1)：0 没有这样的差别；1 有；2 无法比对（用法不对、读不出、文档有错误）。
`,
  en: `Usage: jixiao diff [options] <old> <new>

Compares two versions and lists every change with what it does to scores, and the values under which it shows. Used like diff(1), but what is compared is what scores come out, not the text.

Old and new are each:
  a file or a folder      documents of folders are matched by kind and id; a file is seen with the documents beside it
  <git revision>:<path>   such as main:rules/frameworks/x.yaml, HEAD~1:rules, v1.0.0:; the path starts at the top of the repository, v1.0.0:./x.yaml starts here
  the id of a built-in document
  -                       reads one document from standard input

Replay:
  --replay <path>         scores these actuals under both versions: whose points and grade change, and which change did it, summing exactly to the difference; may be repeated

Output:
  --format <format>       text (default), json, markdown, csv (with --replay a line per evaluation, else per change)
  -o, --output <file>     write to a file instead of standard output
  --lang <language>       zh-CN (default), en

What counts as a difference:
  --fail-on <class>       scores changes scores (default), may may change scores, text text only, none nothing; a change of this class or above gives exit code 1

Exit codes are those of diff(1): 0 no such differences; 1 some; 2 trouble (usage, unreadable, documents with errors).
`,
};

export const diffHelp = (lang: Language): string => texts[lang];
