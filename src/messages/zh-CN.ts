// 词表（zh-CN）：every code with its severity and its words. Grammar: what is there, then what should be.

export type Facts = Readonly<Record<string, string>>;

/** The words of one code. */
export interface Entry {
  readonly severity: "error" | "warning" | "info";
  readonly text: (f: Facts) => string;
}

/** The basis behind a breach; what is not published is never shown as if it were. */
const cite = (f: Facts): string => `（${f.document}${f.clause ? `：${f.clause}` : ""}${f.status === "unverified" ? "；未核对原文" : f.status === "illustrative" ? "；示意" : ""}）`;

const SECTORS: Facts = { "public-service": "公共服务", "economic-development": "经济发展", "social-security": "社会保障" };

export const zh = {
  // 通用
  "more-problems": { severity: "info", text: (f) => `另有 ${f.count} 处问题未列出（只列前 ${f.limit} 处），应先改正以上各处` },

  // 源文本：全角与空格
  "full-width-bracket": { severity: "error", text: (f) => `此处为全角括号“${f.found}”，应为半角“${f.expected}”；若是文字，应加引号` },
  "full-width-colon": { severity: "error", text: (f) => `“${f.key}”后为全角冒号“：”，应为半角冒号加一个空格“: ”` },
  "full-width-comma": { severity: "error", text: (f) => `此处为全角逗号“${f.found}”，应为半角逗号“,”；若是文字，应加引号` },
  "full-width-digit": { severity: "error", text: (f) => `数值为全角“${f.found}”，应为 ${f.expected}` },
  "full-width-quote": { severity: "error", text: (f) => `此处为中文引号 ${f.found}，会成为文字的一部分，应为半角引号 ${f.expected}` },
  "missing-space-after-colon": { severity: "error", text: (f) => `“${f.key}:”后没有空格，应为“${f.key}: ”` },
  "unusual-space": { severity: "error", text: (f) => `此处为特殊空格 ${f.found}，应为半角空格或删去` },

  // 源文本：上限与字符
  "yaml-control-character": { severity: "error", text: (f) => `文本含不可见的控制字符 ${f.found}，应删去` },
  "yaml-lone-surrogate": { severity: "error", text: (f) => `文本含残缺字符 ${f.found}（单独的代理项），应重新输入该字` },
  "yaml-string-too-long": { severity: "error", text: (f) => `文字长 ${f.found} 个字符，应不超过 ${f.limit}` },
  "yaml-too-deep": { severity: "error", text: (f) => `嵌套超过 ${f.limit} 层，应不超过 ${f.limit} 层` },
  "yaml-too-large": { severity: "error", text: (f) => `文本超过 ${f.limit} 字节，应不超过 ${f.limit} 字节` },
  "yaml-too-many-indicators": { severity: "error", text: (f) => `一行内连写的“-”“?”“:”等超过 ${f.limit} 个，应分行书写` },
  "yaml-too-many-nodes": { severity: "error", text: (f) => `节点超过 ${f.limit} 个，应拆成几个文件` },
  "yaml-too-many-tokens": { severity: "error", text: (f) => `记号超过 ${f.limit} 个，应拆成几个文件` },

  // 源文本：不接受的 YAML 写法
  "yaml-alias": { severity: "error", text: (f) => `“${f.found}”为别名，本库不接受别名，应写出内容；若是文字，应加引号` },
  "yaml-anchor": { severity: "error", text: (f) => `“${f.found}”为锚点，本库不接受锚点，应删去；若是文字，应加引号` },
  "yaml-directive": { severity: "error", text: (f) => `“${f.found}”为 YAML 指令，本库不接受指令，应删去` },
  "yaml-duplicate-key": { severity: "error", text: (f) => `键“${f.key}”重复，同一层应只写一次` },
  "yaml-forbidden-key": { severity: "error", text: (f) => `键为“${f.key}”，此名不可用，应换一个` },
  "yaml-key-type": { severity: "error", text: () => "键为空、列表或对象，应为一段文字" },
  "yaml-multiple-documents": { severity: "error", text: () => "此处开始第二个 YAML 文档，一个文件应只有一个文档" },
  "yaml-tag": { severity: "error", text: (f) => `“${f.found}”为标签，本库不接受标签，应删去；若是文字，应加引号` },

  // 源文本：YAML 语法
  "yaml-block-in-flow": { severity: "error", text: () => "括号内缺逗号，或为分行缩进的写法，应写成“[a, b]”或“{a: 1, b: 2}”" },
  "yaml-comment-space": { severity: "error", text: () => "“#”前没有空格，注释前应有空格；若是文字，应加引号" },
  "yaml-escape": { severity: "error", text: (f) => `双引号内为无效转义“${f.found}”，应为“\\\\”“\\"”“\\n”等，或改用单引号` },
  "yaml-indent": { severity: "error", text: () => "此处缩进与同层的其他各项不齐，应对齐" },
  "yaml-key-too-long": { severity: "error", text: () => "键超过 1024 个字符，应缩短" },
  "yaml-missing-colon": { severity: "error", text: (f) => `“${f.found}”后没有冒号，应为“键: 值”` },
  "yaml-missing-comma": { severity: "error", text: () => "括号内相邻两项之间没有逗号，应以半角逗号“,”隔开" },
  "yaml-multiline-key": { severity: "error", text: () => "键跨了多行，应为一行；多半是前一行缺“: ”" },
  "yaml-nested-mapping": { severity: "error", text: () => "一行内有两个“键: 值”，应分行书写；若是文字，应加引号" },
  "yaml-scalar-start": { severity: "error", text: (f) => `文字以“${f.found}”开头，应加引号` },
  "yaml-syntax": { severity: "error", text: (f) => `YAML 语法有误（${f.problem}），应检查此处的标点、引号和缩进` },
  "yaml-tab-indent": { severity: "error", text: () => "缩进为制表符，应为空格" },
  "yaml-unclosed-bracket": { severity: "error", text: (f) => `括号“${f.found}”没有闭合，应有“${f.expected}”` },
  "yaml-unclosed-quote": { severity: "error", text: (f) => `引号 ${f.found} 没有闭合，应以 ${f.found} 结束` },

  // 规则包与规则
  "bonus-above-cap": { severity: "error", text: (f) => `加分上限合计为 ${f.sum} 分，应不超过 ${f.cap} 分${cite(f)}` },
  "bonus-forbidden": { severity: "error", text: (f) => `“${f.group}”为加分项（上限 ${f.cap} 分），此处不应有加分项${cite(f)}` },
  "execution-weight-other": { severity: "error", text: (f) => `预算执行率分值为 ${f.weight}，应为 ${f.expected}${cite(f)}` },
  "explanation-required": { severity: "warning", text: (f) => `“${f.indicator}”的${f.of === "execution" ? "预算执行率" : "完成率"}为 ${f.rate}（${f.is} ${f.bound}），应写明 explanation（原因）${cite(f)}` },
  "grade-bands-other": { severity: "error", text: (f) => `等级为 ${f.found}，应为 ${f.expected}${cite(f)}` },
  "level-groups-not-uniform": { severity: "error", text: (f) => `一级指标为 ${f.found}，《${f.framework}》为 ${f.expected}，应一致${cite(f)}` },
  "level-weight-missing": { severity: "error", text: (f) => `没有编号为 ${f.group} 的一级指标，其分值应为 ${f.expected}${cite(f)}` },
  "level-weight-not-uniform": { severity: "error", text: (f) => `“${f.group}”分值为 ${f.weight}，《${f.framework}》为 ${f.other}，相差应不超过 ${f.tolerance}${cite(f)}` },
  "level-weight-other": { severity: "error", text: (f) => `“${f.group}”分值为 ${f.weight}，应为 ${f.expected}${cite(f)}` },
  "method-not-uniform": { severity: "error", text: (f) => `“${f.indicator}”的评分办法（${f.method}）与《${f.framework}》（${f.other}）的规定不同，应一致${cite(f)}` },
  "pack-cycle": { severity: "error", text: (f) => `规则包互为上级（${f.packs}），应逐级向上` },
  "required-indicator-missing": { severity: "error", text: (f) => `没有“${f.name}”（${f.id}），应设置该指标${cite(f)}` },
  "required-tag-missing": { severity: "error", text: (f) => `没有标签为 ${f.tag} 的指标，应至少设置一项${cite(f)}` },
  "rounding-other": { severity: "error", text: (f) => `舍入的 ${f.key} 为 ${f.found}，应为 ${f.expected}${cite(f)}` },
  "rule-different": { severity: "error", text: (f) => `规则 ${f.rule} 取代上级规则 ${f.higher}，但二者无法比较宽严，应与上级规则同类同范围，或另用编号${cite(f)}` },
  "rule-looser": { severity: "error", text: (f) => `规则 ${f.rule} 宽于上级规则 ${f.higher}，应不宽于上级规则${cite(f)}` },
  "weight-share-high": { severity: "error", text: (f) => `${f.groups}分值合计为 ${f.weight}，应不超过满分 ${f.total} 的 ${f.share}（${f.bound}）${cite(f)}` },
  "weight-share-low": { severity: "error", text: (f) => `${f.groups}分值合计为 ${f.weight}，应不低于满分 ${f.total} 的 ${f.share}（${f.bound}）${cite(f)}` },

  // 文档、指标与评分
  "actual-outside-domain": { severity: "error", text: (f) => `“${f.indicator}”的实际完成值 ${f.found} 超出取值范围，应在 ${f.domain} 之内` },
  "award-shape": { severity: "error", text: (f) => `“${f.indicator}”：此处应且只应写 points（分数）或 share（占分值的比例）之一` },
  "budget-execution-shape": { severity: "error", text: (f) => `“${f.indicator}”：预算执行率应声明 over（超额处理），或改用 tiers（分档），二者不同时使用` },
  "check-points-sum": { severity: "error", text: (f) => `“${f.indicator}”的评价要点合计为 ${f.sum} 分，应为 ${f.weight} 分` },
  "choice-undeclared": { severity: "error", text: (f) => `“${f.group}”须择一，应在 choose 中声明：${f.expected}` },
  "direction-contradiction": { severity: "error", text: (f) => `“${f.indicator}”声明的方向为 ${f.declared}，与目标值的符号 ${f.sign} 相反，应一致` },
  "direction-missing": { severity: "error", text: (f) => `“${f.indicator}”没有方向，应在目标值前写 >=、<= 或 =，或在评分办法中写 direction` },
  "duplicate-id": { severity: "error", text: (f) => `编号 ${f.id} 重复，应各不相同` },
  "each-not-positive": { severity: "error", text: (f) => `“${f.indicator}”的扣分幅度为 ${f.each}，应大于 0` },
  "entry-needs-inputs": { severity: "error", text: (f) => `“${f.indicator}”只写了一个值，应分别写明：${f.expected}` },
  "explanation-missing": { severity: "warning", text: (f) => `“${f.indicator}”超额完成达到须说明的幅度，应写明 explanation（原因）` },
  "fact-unknown": { severity: "error", text: (f) => `没有名为 ${f.fact} 的申报事实${f.expected ? `，可申报的有：${f.expected}` : ""}` },
  "formula-input-unused": { severity: "warning", text: (f) => `“${f.indicator}”的公式没有用到 ${f.name}，应删去或补入公式` },
  "formula-syntax": { severity: "error", text: (f) => `“${f.indicator}”的公式在“${f.at}”处无法读懂，应为 + − × ÷ ( ) min max 与各项代号组成的算式` },
  "formula-unit": { severity: "error", text: (f) => `“${f.indicator}”的公式得出的量纲为 ${f.found}，应为 ${f.expected}` },
  "formula-unknown-name": { severity: "error", text: (f) => `“${f.indicator}”的公式中有未声明的 ${f.name}，应在 inputs 中声明` },
  "framework-other": { severity: "error", text: (f) => `绩效目标表引用的指标体系为 ${f.found}，应为 ${f.expected}` },
  "grade-unknown": { severity: "error", text: (f) => `没有名为“${f.grade}”的等级，应为：${f.expected}` },
  "grade-unreachable": { severity: "error", text: (f) => `等级“${f.grade}”从 ${f.from} 分起，高于最高分 ${f.maximum}，应不高于最高分` },
  "graded-mixed": { severity: "error", text: (f) => `“${f.indicator}”的等级有的写区间、有的写固定比例，应统一` },
  "grades-gap": { severity: "error", text: (f) => `最低等级“${f.grade}”从 ${f.from} 分起，应从 0 分起` },
  "grades-order": { severity: "error", text: (f) => `等级“${f.grade}”从 ${f.from} 分起，不低于前一等级“${f.before}”的 ${f.above} 分，应由高到低` },
  "indicator-shape": { severity: "error", text: (f) => `指标写了 ${f.found}，应且只应有 use、slot、indicators、method 之一` },
  "indicator-unknown": { severity: "error", text: (f) => `没有编号为 ${f.id} 的指标${f.guess ? `，是否指 ${f.guess}` : ""}` },
  "input-unknown": { severity: "error", text: (f) => `“${f.indicator}”没有名为 ${f.input} 的项，应为：${f.expected}${f.guess ? `；是否指 ${f.guess}` : ""}` },
  "key-form": { severity: "error", text: (f) => `“${f.key}”不能作编号，应由字母、汉字、数字和 - _ . 组成` },
  "key-missing": { severity: "error", text: (f) => `缺少“${f.key}”${f.expected ? `，应为：${f.expected}` : ""}` },
  "kind-missing": { severity: "error", text: (f) => `文档没有 kind，应写明是哪一种：${f.expected}` },
  "kind-other": { severity: "error", text: (f) => `文档的 kind 为 ${f.found}，此处应为 ${f.expected}` },
  "kind-unknown": { severity: "error", text: (f) => `没有名为“${f.found}”的文档种类，应为：${f.expected}${f.guess ? `；是否指 ${f.guess}` : ""}` },
  "knock-out-not-comparable": { severity: "error", text: (f) => `规则 ${f.rule} 不能用于“${f.indicator}”：其实际值不是百分数或分数（计量单位 ${f.unit}），应改计量单位或不加此标签` },
  "library-field-overridden": { severity: "error", text: (f) => `指标库中的“${f.id}”已规定 ${f.key}，此处不应另写（共性指标评分办法基本统一）` },
  "library-indicator-unknown": { severity: "error", text: (f) => `指标库中没有 ${f.id}${f.guess ? `，是否指 ${f.guess}` : ""}` },
  "linear-same-ends": { severity: "error", text: (f) => `“${f.indicator}”的两点相同或次序颠倒（${f.at}），应不同` },
  "measure-unused": { severity: "error", text: (f) => `“${f.indicator}”的评分办法 ${f.method} 不用公式，不应写 measure` },
  "method-unknown": { severity: "error", text: (f) => `没有名为“${f.method}”的评分办法，应在指标体系的 methods 中声明${f.guess ? `；是否指 ${f.guess}` : ""}` },
  "move-to-unknown": { severity: "error", text: (f) => `分值转移到的“${f.to}”不是其他一级指标，应为：${f.expected}` },
  "not-applicable-forbidden": { severity: "error", text: (f) => `“${f.indicator}”不允许填不适用，应填实际完成值` },
  "not-effective": { severity: "error", text: (f) => `截止日期 ${f.day} 不在 ${f.id} 的有效期内，应在 ${f.from} 至 ${f.to} 之间` },
  "objectives-needed": { severity: "info", text: (f) => `指标体系 ${f.framework} 有个性指标或年度指标值待填，须与绩效目标表一起才能评分` },
  "objectives-other": { severity: "error", text: (f) => `实际值引用的是 ${f.found}，应为 ${f.expected}` },
  "pack-unknown": { severity: "error", text: (f) => `没有编号为 ${f.id} 的规则包${f.guess ? `，是否指 ${f.guess}` : ""}` },
  "parameter-unused": { severity: "error", text: (f) => `“${f.indicator}”的评分办法在此形式下不用 ${f.parameter}，应删去` },
  "points-outside-grade": { severity: "error", text: (f) => `“${f.indicator}”评为“${f.grade}”，打 ${f.points} 分，不在该等级的区间内，应在区间内` },
  "satisfaction-line": { severity: "error", text: (f) => `“${f.indicator}”的零分线 ${f.line} 不低于目标值，应低于目标值` },
  "satisfaction-linear-needs-line": { severity: "error", text: (f) => `“${f.indicator}”按线性计分应写 zero-below（零分线）` },
  "slot-too-few": { severity: "error", text: (f) => `“${f.group}”有 ${f.count} 项个性指标，应至少 ${f.min} 项` },
  "slot-too-many": { severity: "error", text: (f) => `“${f.group}”有 ${f.count} 项个性指标，应至多 ${f.max} 项` },
  "slot-unknown": { severity: "error", text: (f) => `“${f.under}”不是个性指标的位置${f.guess ? `，是否指 ${f.guess}` : ""}` },
  "target-at-floor": { severity: "warning", text: (f) => `“${f.indicator}”的目标值为 ${f.target}，按规定应高于 ${f.above}：“高于”从字面理解不含 ${f.above} 本身${cite(f)}` },
  "target-below-floor": { severity: "error", text: (f) => `“${f.indicator}”的目标值为 ${f.target}，应高于 ${f.above}${cite(f)}` },
  "target-missing": { severity: "error", text: (f) => `“${f.indicator}”没有年度指标值，应写 target` },
  "target-negative": { severity: "error", text: (f) => `“${f.indicator}”的目标值为 ${f.target}，按比例计分的目标值应不小于 0` },
  "target-twice": { severity: "error", text: (f) => `“${f.id}”的年度指标值写了两处，应只写一处` },
  "target-unused": { severity: "error", text: (f) => `“${f.indicator}”的评分办法 ${f.method} 不用年度指标值，不应写 target` },
  "tier-empty": { severity: "error", text: (f) => `“${f.indicator}”的档 ${f.between} 不含任何值，应改正上下限` },
  "tiers-gap": { severity: "error", text: (f) => `“${f.indicator}”的分档有空缺：${f.between} 附近的 ${f.witness} 不属于任何档，各档应不重不漏` },
  "tiers-overlap": { severity: "error", text: (f) => `“${f.indicator}”的分档有重叠：${f.witness} 同属 ${f.between}，各档应不重不漏` },
  "too-few": { severity: "error", text: (f) => `“${f.key}”的项数或长度过少，应至少 ${f.limit}` },
  "too-many": { severity: "error", text: (f) => `“${f.key}”的项数或长度过多，应至多 ${f.limit}` },
  "two-sided-shape": { severity: "error", text: (f) => `“${f.indicator}”：两端法应写 tiers，或同时写 full-within 和 zero-at，二者不同时使用` },
  "type-wrong": { severity: "error", text: (f) => `“${f.key}”为 ${f.found}，类型应为 ${f.expected}` },
  "unit-mismatch": { severity: "error", text: (f) => `${f.indicator ? `“${f.indicator}”的` : ""}“${f.found}”的计量单位不能换算为 ${f.unit}，应为 ${f.unit}` },
  "unit-missing": { severity: "error", text: (f) => `${f.indicator ? `“${f.indicator}”的` : ""}“${f.found}”没有计量单位，应写明 ${f.unit}（如 95%，不写作 95 或 0.95）` },
  "unknown-key": { severity: "error", text: (f) => `没有名为“${f.key}”的键${f.guess ? `，是否指“${f.guess}”` : ""}` },
  "value-form": { severity: "error", text: (f) => `“${f.key}”写作“${f.found}”，格式不对` },
  "value-not-a-number": { severity: "error", text: (f) => `“${f.indicator}”的${f.input}为“${f.found}”，应为十进制数${f.unit ? `，计量单位 ${f.unit}` : ""}` },
  "value-not-an-option": { severity: "error", text: (f) => `“${f.indicator}”的${f.input}为“${f.found}”，应为：${f.expected}` },
  "value-unknown": { severity: "error", text: (f) => `“${f.key}”为“${f.found}”，应为：${f.expected}${f.guess ? `；是否指 ${f.guess}` : ""}` },
  "weight-below-floor": { severity: "error", text: (f) => `“${f.of}”类指标分值合计为 ${f.weight}，${SECTORS[f.sector ?? ""] ?? f.sector}领域应不低于 ${f.floor}${cite(f)}` },
  "weight-not-positive": { severity: "error", text: (f) => `“${f.indicator}”的分值为 0，应大于 0` },
  "weights-sum-group": { severity: "error", text: (f) => `“${f.group}”下级指标分值合计为 ${f.sum}，应为 ${f.weight}` },
  "weights-sum-total": { severity: "error", text: (f) => `一级指标分值合计为 ${f.sum}，应为 ${f.total}` },
  "zero-at-range": { severity: "error", text: (f) => `“${f.indicator}”线性扣减应写 zero-at，且大于 1（现为“${f.value}”）` },
  "zero-denominator-missing": { severity: "error", text: (f) => `“${f.indicator}”的分母为 0，按声明视为未填，应核对所填数据` },
  "zero-denominator-undeclared": { severity: "error", text: (f) => `“${f.indicator}”的公式有除法，应声明 zero-denominator（分母为 0 时如何计分）` },
  "zero-target-undeclared": { severity: "error", text: (f) => `“${f.indicator}”的目标值为 0，应声明 zero-target（目标值为 0 时如何计分）` },
  "choice-unused": { severity: "error", text: (f) => `“${f.group}”不是须声明选择的分组，choose 中不应写它` },
  "not-applicable-contradiction": { severity: "error", text: (f) => `“${f.indicator}”不允许不适用，评分办法却以不适用为结果，应统一` },
  "mixed-sectors-undeclared": { severity: "error", text: (f) => `项目跨 ${f.sector} 领域，规则 ${f.rule} 各领域下限不同，应在规则中声明 mixed（取最高或最低）` },
  "nothing-applies": { severity: "error", text: (f) => `“${f.group}”全部不适用，分值无处折算，应核对所填，或改变不适用的处理` },
  "spread-nowhere": { severity: "error", text: (f) => `“${f.indicator}”不适用，其分值没有可接收的指标，应改变不适用的处理` },
} satisfies Record<string, Entry>;

export type Code = keyof typeof zh;

/** Words that stand beside a related place. */
export const related = { earlier: "第一次写在这里" } as const;
