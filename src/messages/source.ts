// 词表：源文本. Typing slips, bounds, YAML. Grammar of every message: what is there, then what should be.
import { error, info } from "./entry.ts";

export const source = {
  // 通用
  "more-problems": info(
    (f) => `另有 ${f.count} 处问题未列出（只列前 ${f.limit} 处），应先改正以上各处`,
    (f) => `${f.count} more problems are not listed (only the first ${f.limit} are); correct the ones above first`,
  ),

  // 全角与空格
  "full-width-bracket": error(
    (f) => `此处为全角括号“${f.found}”，应为半角“${f.expected}”；若是文字，应加引号`,
    (f) => `full-width bracket "${f.found}", should be "${f.expected}"; quote it if it is text`,
  ),
  "full-width-colon": error(
    (f) => `“${f.key}”后为全角冒号“：”，应为半角冒号加一个空格“: ”`,
    (f) => `full-width colon "：" after "${f.key}", should be a colon and a space ": "`,
  ),
  "full-width-comma": error(
    (f) => `此处为全角逗号“${f.found}”，应为半角逗号“,”；若是文字，应加引号`,
    (f) => `full-width comma "${f.found}", should be ","; quote it if it is text`,
  ),
  "full-width-digit": error(
    (f) => `数值为全角“${f.found}”，应为 ${f.expected}`,
    (f) => `number written full-width "${f.found}", should be ${f.expected}`,
  ),
  "full-width-quote": error(
    (f) => `此处为中文引号 ${f.found}，会成为文字的一部分，应为半角引号 ${f.expected}`,
    (f) => `Chinese quotation mark ${f.found} becomes part of the text, should be ${f.expected}`,
  ),
  "missing-space-after-colon": error(
    (f) => `“${f.key}:”后没有空格，应为“${f.key}: ”`,
    (f) => `no space after "${f.key}:", should be "${f.key}: "`,
  ),
  "unusual-space": error(
    (f) => `此处为特殊空格 ${f.found}，应为半角空格或删去`,
    (f) => `unusual space ${f.found}, should be an ordinary space or nothing`,
  ),

  // 上限与字符
  "yaml-control-character": error(
    (f) => `文本含不可见的控制字符 ${f.found}，应删去`,
    (f) => `invisible control character ${f.found}, should be removed`,
  ),
  "yaml-lone-surrogate": error(
    (f) => `文本含残缺字符 ${f.found}（单独的代理项），应重新输入该字`,
    (f) => `broken character ${f.found} (a lone surrogate), should be typed again`,
  ),
  "yaml-string-too-long": error(
    (f) => `文字长 ${f.found} 个字符，应不超过 ${f.limit}`,
    (f) => `text of ${f.found} characters, should be at most ${f.limit}`,
  ),
  "yaml-too-deep": error(
    (f) => `嵌套超过 ${f.limit} 层，应不超过 ${f.limit} 层`,
    (f) => `nested more than ${f.limit} levels deep, should be at most ${f.limit}`,
  ),
  "yaml-too-large": error(
    (f) => `文本超过 ${f.limit} 字节，应不超过 ${f.limit} 字节`,
    (f) => `text of more than ${f.limit} bytes, should be at most ${f.limit}`,
  ),
  "yaml-too-many-indicators": error(
    (f) => `一行内连写的“-”“?”“:”等超过 ${f.limit} 个，应分行书写`,
    (f) => `more than ${f.limit} of "-", "?", ":" in a row on one line, should be on lines of their own`,
  ),
  "yaml-too-many-nodes": error(
    (f) => `节点超过 ${f.limit} 个，应拆成几个文件`,
    (f) => `more than ${f.limit} nodes, should be split into several files`,
  ),
  "yaml-too-many-tokens": error(
    (f) => `记号超过 ${f.limit} 个，应拆成几个文件`,
    (f) => `more than ${f.limit} tokens, should be split into several files`,
  ),

  // 不接受的 YAML 写法
  "yaml-alias": error(
    (f) => `“${f.found}”为别名，本库不接受别名，应写出内容；若是文字，应加引号`,
    (f) => `"${f.found}" is an alias, which is not accepted; write its content, or quote it if it is text`,
  ),
  "yaml-anchor": error(
    (f) => `“${f.found}”为锚点，本库不接受锚点，应删去；若是文字，应加引号`,
    (f) => `"${f.found}" is an anchor, which is not accepted; remove it, or quote it if it is text`,
  ),
  "yaml-directive": error(
    (f) => `“${f.found}”为 YAML 指令，本库不接受指令，应删去`,
    (f) => `"${f.found}" is a YAML directive, which is not accepted; remove it`,
  ),
  "yaml-duplicate-key": error(
    (f) => `键“${f.key}”重复，同一层应只写一次`,
    (f) => `key "${f.key}" is repeated, should appear once at its level`,
  ),
  "yaml-forbidden-key": error(
    (f) => `键为“${f.key}”，此名不可用，应换一个`,
    (f) => `key "${f.key}" is not allowed, should be another name`,
  ),
  "yaml-key-type": error(
    () => "键为空、列表或对象，应为一段文字",
    () => "key is empty, a list or a mapping, should be text",
  ),
  "yaml-multiple-documents": error(
    () => "此处开始第二个 YAML 文档，一个文件应只有一个文档",
    () => "a second YAML document starts here, a file should hold one",
  ),
  "yaml-tag": error(
    (f) => `“${f.found}”为标签，本库不接受标签，应删去；若是文字，应加引号`,
    (f) => `"${f.found}" is a tag, which is not accepted; remove it, or quote it if it is text`,
  ),

  // YAML 语法
  "yaml-block-in-flow": error(
    () => "括号内缺逗号，或为分行缩进的写法，应写成“[a, b]”或“{a: 1, b: 2}”",
    () => 'missing comma or indented lines inside brackets, should be written "[a, b]" or "{a: 1, b: 2}"',
  ),
  "yaml-comment-space": error(
    () => "“#”前没有空格，注释前应有空格；若是文字，应加引号",
    () => 'no space before "#", a comment should have one; quote it if it is text',
  ),
  "yaml-escape": error(
    (f) => `双引号内为无效转义“${f.found}”，应为“\\\\”“\\"”“\\n”等，或改用单引号`,
    (f) => `invalid escape "${f.found}" in double quotes, should be "\\\\", "\\"", "\\n" …, or use single quotes`,
  ),
  "yaml-indent": error(
    () => "此处缩进与同层的其他各项不齐，应对齐",
    () => "indentation differs from the other items at this level, should line up",
  ),
  "yaml-key-too-long": error(
    () => "键超过 1024 个字符，应缩短",
    () => "key of more than 1024 characters, should be shorter",
  ),
  "yaml-missing-colon": error(
    (f) => `“${f.found}”后没有冒号，应为“键: 值”`,
    (f) => `no colon after "${f.found}", should be "key: value"`,
  ),
  "yaml-missing-comma": error(
    () => "括号内相邻两项之间没有逗号，应以半角逗号“,”隔开",
    () => 'no comma between two items in brackets, should be ","',
  ),
  "yaml-multiline-key": error(
    () => "键跨了多行，应为一行；多半是前一行缺“: ”",
    () => 'key runs over several lines, should be on one; most likely the line before lacks ": "',
  ),
  "yaml-nested-mapping": error(
    () => "一行内有两个“键: 值”，应分行书写；若是文字，应加引号",
    () => 'two "key: value" on one line, should be on lines of their own; quote it if it is text',
  ),
  "yaml-scalar-start": error(
    (f) => `文字以“${f.found}”开头，应加引号`,
    (f) => `text begins with "${f.found}", should be quoted`,
  ),
  "yaml-syntax": error(
    (f) => `YAML 语法有误（${f.problem}），应检查此处的标点、引号和缩进`,
    (f) => `YAML syntax error (${f.problem}), check punctuation, quotes and indentation here`,
  ),
  "yaml-tab-indent": error(
    () => "缩进为制表符，应为空格",
    () => "indented with a tab, should be spaces",
  ),
  "yaml-unclosed-bracket": error(
    (f) => `括号“${f.found}”没有闭合，应有“${f.expected}”`,
    (f) => `bracket "${f.found}" is not closed, should end with "${f.expected}"`,
  ),
  "yaml-unclosed-quote": error(
    (f) => `引号 ${f.found} 没有闭合，应以 ${f.found} 结束`,
    (f) => `quote ${f.found} is not closed, should end with ${f.found}`,
  ),
} as const;
