// 规则矛盾: two rules that one framework cannot both obey — in a pack and those above it, or in packs that a framework
// names together. Where one of the two is advisory (severity: warning), so is the contradiction.
// Example: grade bands 90/80/60 in one pack and 80/70/60 in another, both named → a finding at the second.
import { type Corpus, defineCheck, type Report } from "../check/check.ts";
import { packChain } from "../model/company.ts";
import { type Contradiction, contradiction, possible, type Whole } from "../model/contradiction.ts";
import { entryOf, frameworksOf, givenOf } from "../check/corpus.ts";
import type { Situation, Way } from "../model/demands.ts";
import { label } from "../expression/expression.ts";
import { quoted, type RuleInForce, rulesInForce } from "../check/inheritance.ts";
import { placeIn } from "../link/link.ts";
import type { Linked, Place } from "../model/linked.ts";
import { appliesTo } from "../model/rule.ts";
import { ruleOf } from "../rules/index.ts";
import { sector } from "../source/shape.ts";
import { seen, unseen } from "../link/situation.ts";

/** A rule with every way to obey it. */
interface Read extends RuleInForce {
  readonly ways: readonly Way[];
}
type Pair = readonly [Read, Read];
const nameOf = ({ pack, rule }: RuleInForce): string => `${pack.data.id}@${pack.data.version}/${rule.id}`;
const pairName = (pair: Pair): string => pair.map(nameOf).sort().join(" ");

export const packsContradict = defineCheck({
  id: "packs-contradict",
  title: label("规则矛盾", "Packs contradict each other"),
  why: label("两条规则不能同时遵守时，指标体系怎么改都违反其中一条。", "When two rules cannot both be obeyed, a framework breaks one of them whatever its author does."),
  mend: label("核对两条规则的依据，改其中一条；下级取代上级的，用同一规则编号；只在一定范围适用的，写 applies。", "Compare the bases of both and change one; a lower rule that replaces a higher one takes its id; a rule for some frameworks only says so (applies)."),
  basis: { document: "各规则包所列的文件", clause: "以每条提示所引的条款为准", status: "published" },
  codes: ["packs-contradict"],
  corpus(corpus, report) {
    const told = new Set<string>();
    for (const pack of givenOf("pack", corpus)) {
      const { packs } = packChain(pack.data.extends === undefined ? [] : [pack.data.extends], corpus.directory);
      for (const [pair, why] of contradictionsAlone(rulesInForce([pack, ...packs.filter((one) => one !== pack)]))) {
        // What stands in the packs above is told there.
        const own = [...pair].reverse().find((one) => one.pack === pack);
        const other = pair.find((one) => one !== own);
        if (own === undefined || other === undefined || told.has(pairName(pair))) continue;
        told.add(pairName(pair));
        tell(report, own, other, own === pair[0] ? why : swapped(why), placeIn(pack, ["rules", own.index]), [placeIn(other.pack, ["rules", other.index])]);
      }
    }
    for (const linked of [...frameworksOf(corpus), ...boundOf(corpus)]) onFramework(linked, report, told);
  },
});

/** Objectives may say a sector and bring indicators, and with them rules that the framework alone does not meet. */
const boundOf = ({ linked, given }: Corpus): readonly Linked[] => linked.filter((one) => one.objectives !== undefined && given.has(one.framework));

function onFramework(linked: Linked, report: Report, told: ReadonlySet<string>): void {
  const { framework } = linked;
  const { situation, whole } = seen(linked);
  const rules = rulesInForce(linked.packs).filter(({ rule }) => appliesTo(rule, linked));
  for (const [pair, why] of contradictions(rules, situation, whole)) {
    if (told.has(pairName(pair))) continue;
    const entry = entryOf(linked, pair[1].pack);
    const place = placeIn(framework, entry < 0 ? ["packs"] : ["packs", entry]);
    tell(report, pair[1], pair[0], swapped(why), place, pair.map((one) => placeIn(one.pack, ["rules", one.index])));
  }
}

const swapped = (why: Contradiction): Contradiction => ({ ...why, one: why.other, other: why.one });

function contradictions(rules: readonly RuleInForce[], situation: Situation, whole: Whole | undefined): readonly (readonly [Pair, Contradiction])[] {
  const read = rules.flatMap((one): readonly Read[] => {
    const ways = possible(ruleOf(one.rule.kind)?.demands?.(one.rule, situation) ?? [], whole);
    return ways.length === 0 || ways.some((way) => way.length === 0) ? [] : [{ ...one, ways }];
  });
  return read.flatMap((one, index) =>
    read.slice(index + 1).flatMap((other): (readonly [Pair, Contradiction])[] => {
      const why = contradiction(one.ways, other.ways, whole);
      return why === undefined ? [] : [[[one, other], why]];
    }),
  );
}

/** Without a framework: where the scopes of two rules meet, in no sector or in one of them. */
function contradictionsAlone(rules: readonly RuleInForce[]): readonly (readonly [Pair, Contradiction])[] {
  return [undefined, ...sector.options].flatMap((one) => {
    const inSector = rules.filter(({ rule: { applies } }) => applies?.sector === undefined || (one !== undefined && applies.sector.includes(one)));
    return contradictions(inSector, unseen(one === undefined ? [] : [one]), undefined).filter(([[{ rule: a }, { rule: b }]]) => meet(a.applies?.category, b.applies?.category) && meet(a.applies?.purpose, b.applies?.purpose));
  });
}

const meet = <T>(a: readonly T[] | undefined, b: readonly T[] | undefined): boolean => a === undefined || b === undefined || a.some((each) => b.includes(each));

/** `why.one` is what `rule` demands. */
function tell(report: Report, rule: RuleInForce, other: RuleInForce, why: Contradiction, place: Place, related: readonly Place[]): void {
  const { document, clause = "", status } = other.rule.basis;
  const facts = { ...quoted(rule), other: quoted(other)["rule"] ?? "", about: why.about, found: why.one, expected: why.other, whole: why.whole ? "yes" : "", "other-document": document, "other-clause": clause, "other-status": status };
  const advisory = [rule, other].some((one) => one.rule.severity === "warning");
  report("packs-contradict", facts, place, { related, basis: rule.rule.basis, severity: advisory ? "warning" : undefined });
}
