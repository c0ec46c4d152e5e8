// 连接: framework + indicator library + rule packs + objectives become one tree of complete indicators.
import { diagnose, type Code, type Diagnostic, type Path } from "../types/diagnostics.ts";
import { type Document, isKind, type Loaded } from "../types/loaded.ts";
import type { Linked, LinkedGroup, LinkedLeaf, LinkedNode, LinkedTarget, Place, Previous } from "../model/linked.ts";
import { slotsIn } from "../model/directory.ts";
import { groupMethodOf } from "../methods/index.ts";
import { nearest } from "../text/nearest.ts";
import { readPrevious } from "../model/previous.ts";
import { exact, type Exact, multiply, round, subtract, ZERO } from "../numbers/number.ts";
import { inUnit, readComparison } from "../numbers/quantity.ts";
import type { IndicatorNode, MethodUse } from "../types/types.ts";

/** The documents that one evaluation stands on. Others of the same kind may be given: they are picked by id. */
export interface Parts {
  readonly framework: Loaded;
  readonly objectives?: Loaded | undefined;
  readonly libraries?: readonly Loaded[] | undefined;
  readonly packs?: readonly Loaded[] | undefined;
}

/** Fields a framework may set on an indicator of the library; its method is common to all (评分办法基本统一). */
const MAY_SET = new Set(["id", "use", "weight", "target", "tags", "evidence", "not-applicable", "basis"]);

export function link(parts: Parts): { linked: Linked | undefined; diagnostics: readonly Diagnostic[] } {
  const diagnostics: Diagnostic[] = [...parts.framework.diagnostics, ...(parts.objectives?.diagnostics ?? [])];
  const { framework, objectives } = parts;
  const report = (code: Code, facts: Record<string, string>, place: Place): void => void diagnostics.push(diagnose(code, facts, place));
  if (!isKind(framework, "framework")) {
    if (framework.kind !== undefined && framework.kind !== "framework") report("kind-other", { found: framework.kind, expected: "framework" }, placeIn(framework, ["kind"]));
    return { linked: undefined, diagnostics };
  }
  if (objectives !== undefined && !isKind(objectives, "objectives")) {
    if (objectives.kind !== undefined && objectives.kind !== "objectives") report("kind-other", { found: objectives.kind, expected: "objectives" }, placeIn(objectives, ["kind"]));
    return { linked: undefined, diagnostics };
  }
  const libraries = (parts.libraries ?? []).filter((one) => isKind(one, "indicator-library"));
  const packs = choosePacks(framework, (parts.packs ?? []).filter((one) => isKind(one, "pack")), report);
  // Of an id that several libraries define, the first counts.
  const known = new Map(libraries.flatMap((library) => library.data.indicators.map((one, index) => [one.id ?? "", { one, index, library }] as const)).reverse());
  const leaves: LinkedLeaf[] = [];
  const used = new Set<string>();
  const drawnFrom = new Set<Document<"indicator-library">>();
  let complete = true;

  const { data } = framework;
  const readTarget = (text: string | undefined, unit: string | undefined, place: Place): LinkedTarget | undefined => {
    const comparison = text === undefined ? undefined : readComparison(text);
    if (text === undefined || comparison === undefined) return undefined;
    const value = inUnit(comparison.quantity, unit);
    // What was written in words (不低于 92%) is shown by its sign.
    const shown = comparison.is === undefined || /^(?:>=|<=|[<>=≥≤])/.test(text) ? text : `${comparison.is} ${comparison.figure}`;
    if (typeof value !== "string") return { text: shown, is: comparison.is, value };
    report(value, { found: text, unit: unit ?? "" }, place);
    return undefined;
  };
  const methodOfUse = (use: MethodUse, place: Place): LinkedLeaf["method"] | undefined => {
    if (typeof use !== "string") return use;
    const named = Object.hasOwn(data.methods ?? {}, use) ? data.methods?.[use] : undefined;
    if (named !== undefined) return named;
    const guess = nearest(use, Object.keys(data.methods ?? {}));
    report("method-unknown", { method: use, ...(guess ? { guess } : {}) }, place);
    return undefined;
  };

  const leaf = (node: IndicatorNode, path: string, place: LinkedLeaf["place"], own: boolean, weightOfGroup?: Exact): LinkedLeaf | undefined => {
    const id = node.id ?? "";
    const name = node.name;
    if (name === undefined) report("key-missing", { key: "name", expected: "" }, place(""));
    const weight = weightOfGroup ?? (node.weight === undefined ? undefined : exact(node.weight));
    if (weight === undefined) report("key-missing", { key: "weight", expected: "" }, place(""));
    if (leaves.some((one) => one.id === id)) report("duplicate-id", { id }, place("id"));
    const method = node.method === undefined ? undefined : methodOfUse(node.method, place("method"));
    if (method === undefined || name === undefined || weight === undefined) return undefined;

    const objectiveTargets = objectives?.data.targets ?? {};
    const key = [id, path].find((one) => Object.hasOwn(objectiveTargets, one));
    const fromObjectives = key === undefined ? undefined : objectiveTargets[key];
    if (key !== undefined) used.add(key);
    if (fromObjectives !== undefined && own) report("target-twice", { id }, place("target"));
    const targetPlace = fromObjectives === undefined || objectives === undefined ? place("target") : placeIn(objectives, ["targets", key ?? ""]);
    const target = readTarget(fromObjectives ?? node.target, node.unit, targetPlace);

    const made: LinkedLeaf = {
      type: "leaf", path, id, name, weight, method, target, own,
      targetFaulty: target === undefined && (fromObjectives ?? node.target) !== undefined,
      use: node.use, unit: node.unit, domain: node.domain, measure: node.measure, tags: node.tags ?? [],
      definition: node.definition, evidence: node.evidence,
      basis: node.basis ?? (own ? objectives?.data.basis : undefined) ?? data.basis,
      notApplicable: node["not-applicable"] ?? data["not-applicable"],
      place: (field, ...more) => {
        if (field === "target") return targetPlace;
        const byName = field === "method" && more.length > 0 && typeof node.method === "string" ? node.method : undefined;
        return byName === undefined ? place(field, ...more) : placeIn(framework, ["methods", byName, ...more]);
      },
    };
    leaves.push(made);
    return made;
  };

  const walk = (node: IndicatorNode, prefix: string, at: Path, from: Document<"framework">, groupWeight?: Exact): LinkedNode | undefined => {
    const here: LinkedLeaf["place"] = (field, ...more) => placeIn(from, [...at, ...(field === "" ? [] : [field]), ...more]);
    const shapes = (["use", "slot", "indicators", "method"] as const).filter((key) => node[key] !== undefined);
    const [shape] = shapes;
    const withMethod = shape === "use" && shapes[1] === "method";
    if (shape === undefined || (shapes.length > 1 && !withMethod)) {
      report("indicator-shape", { found: shapes.join("、") || "—" }, here(""));
      return undefined;
    }
    const id = node.id ?? node.use;
    if (id === undefined) {
      report("key-missing", { key: "id", expected: "" }, here(""));
      return undefined;
    }
    const path = prefix === "" ? id : `${prefix}/${id}`;
    if (shape !== "method" && shape !== "use" && paths.has(path)) report("duplicate-id", { id }, here("id"));
    paths.add(path);
    if (shape === "method") return leaf({ ...node, id }, path, here, false, groupWeight);
    if (shape === "use") return fromLibrary(node, id, path, here, groupWeight);
    return group(node, id, path, at, from, here);
  };

  const fromLibrary = (node: IndicatorNode, id: string, path: string, here: LinkedLeaf["place"], groupWeight?: Exact): LinkedLeaf | undefined => {
    const found = known.get(node.use ?? "");
    if (found === undefined) {
      const guess = nearest(node.use ?? "", [...known.keys()]);
      report("library-indicator-unknown", { id: node.use ?? "", ...(guess ? { guess } : {}) }, here("use"));
      return undefined;
    }
    drawnFrom.add(found.library);
    for (const key of Object.keys(node)) if (!MAY_SET.has(key)) report("library-field-overridden", { key, id: node.use ?? "" }, here(key));
    const inLibrary: LinkedLeaf["place"] = (field, ...more) => placeIn(found.library, ["indicators", found.index, ...(field === "" ? [] : [field]), ...more]);
    const place: LinkedLeaf["place"] = (field, ...more) =>
      field === "" || Object.hasOwn(node, field) || !Object.hasOwn(found.one, field) ? here(field, ...more) : inLibrary(field, ...more);
    const tags = [...new Set([...(found.one.tags ?? []), ...(node.tags ?? [])])];
    const merged = { ...found.one, ...node, basis: node.basis ?? found.one.basis ?? found.library.data.basis, id, tags, method: found.one.method };
    return leaf(merged, path, place, false, groupWeight);
  };

  // What stands under no slot may be what another slot lacks.
  const slots = new Set(slotsIn(data.indicators));
  const paths = new Set<string>();
  const misplaced = (objectives?.data.indicators ?? []).some(({ under }) => !slots.has(under));

  const group = (node: IndicatorNode, id: string, path: string, at: Path, from: Document<"framework">, here: LinkedGroup["place"]): LinkedGroup | undefined => {
    const combine = typeof node.combine === "object" ? node.combine : undefined;
    const method = combine === undefined ? undefined : groupMethodOf(combine.kind);
    const weight = node.weight === undefined ? undefined : exact(node.weight);
    const children: LinkedNode[] = [];
    const own = (objectives?.data.indicators ?? []).map((one, index) => ({ one, index })).filter(({ one }) => one.under === path);
    if (node.slot === undefined && own.length > 0 && objectives !== undefined) {
      for (const { index } of own) report("slot-unknown", { under: path }, placeIn(objectives, ["indicators", index, "under"]));
    }
    const count = node.slot === undefined ? (node.indicators?.length ?? 0) : own.length;
    const rule = method?.weights(combine, count) ?? "sum";
    const places = Number(data.rounding.places);
    const shareOf = (index: number): Exact | undefined => {
      if (weight === undefined || rule === "sum" || rule === "outside") return undefined;
      if (rule === "each") return weight;
      const equal = round(multiply(weight, { n: 1n, d: BigInt(count) }), places, "down");
      return index < count - 1 ? equal : subtract(weight, multiply(equal, { n: BigInt(count - 1), d: 1n }));
    };
    node.indicators?.forEach((one, index) => {
      const child = walk(one, path, [...at, "indicators", index], from, shareOf(index));
      if (child !== undefined) children.push(child);
    });
    if (node.slot !== undefined && objectives !== undefined) {
      own.forEach(({ one, index }, position) => {
        const place: LinkedLeaf["place"] = (field, ...more) => placeIn(objectives, ["indicators", index, ...(field === "" ? [] : [field]), ...more]);
        used.add(`#${index}`);
        const child = leaf(one, `${path}/${one.id}`, place, true, shareOf(position));
        if (child !== undefined) children.push(child);
      });
      const { max } = node.slot;
      const min = combine?.kind === "pool" && Number(combine["min"]) > Number(node.slot.min) ? String(combine["min"]) : node.slot.min;
      const facts = { count: String(own.length), min, max: max ?? "", group: node.name ?? id };
      if (own.length < Number(min) && !misplaced) report("slot-too-few", facts, placeIn(objectives, objectives.data.indicators === undefined ? [] : ["indicators"]));
      if (max !== undefined && own.length > Number(max)) report("slot-too-many", facts, placeIn(objectives, ["indicators", own[Number(max)]?.index ?? 0]));
    }
    if (node.slot !== undefined && objectives === undefined) complete = false;
    if (node.name === undefined) report("key-missing", { key: "name", expected: "" }, here(""));
    const sum = children.reduce((total, one) => ({ n: total.n * one.weight.d + one.weight.n * total.d, d: total.d * one.weight.d }), ZERO);
    const choose = objectives?.data.choose ?? {};
    const chosen = Object.hasOwn(choose, path) ? choose[path] : undefined;
    if (chosen !== undefined && combine?.["choose"] === "declared") used.add(`choose ${path}`);
    if (combine?.["choose"] === "declared" && objectives !== undefined && !children.some((one) => one.id === chosen)) {
      report("choice-undeclared", { group: path, expected: children.map((one) => one.id).join("、") }, placeIn(objectives, ["choose", path]));
    }
    const whole = (node.slot === undefined || (objectives !== undefined && !misplaced)) && children.length === count;
    const filled = whole && children.every((one) => one.type === "leaf" || one.filled);
    return { type: "group", path, id, name: node.name ?? id, weight: weight ?? sum, combine, chosen, children, whole, filled, place: here };
  };

  const root = data.indicators.map((node, index) => walk(node, "", ["indicators", index], framework)).filter((one) => one !== undefined);
  if (objectives !== undefined) {
    const known = (nodes: readonly LinkedNode[]): string[] => nodes.flatMap((one) => (one.type === "group" ? [one.path, ...known(one.children)] : [one.path, one.id]));
    objectives.data.indicators?.forEach((one, index) => {
      if (used.has(`#${index}`) || known(root).includes(one.under)) return;
      const guess = nearest(one.under, known(root));
      report("slot-unknown", { under: one.under, ...(guess ? { guess } : {}) }, placeIn(objectives, ["indicators", index, "under"]));
    });
    for (const key of Object.keys(objectives.data.targets ?? {})) {
      if (!used.has(key)) report("indicator-unknown", unknown(key, leaves), placeIn(objectives, ["targets", key], "key"));
    }
    for (const key of Object.keys(objectives.data.choose ?? {})) {
      if (!used.has(`choose ${key}`)) report("choice-unused", { group: key }, placeIn(objectives, ["choose", key], "key"));
    }
    checkReference(objectives, framework, report);
  }
  const previous = objectives === undefined ? new Map<string, Previous>() : readPrevious(objectives.data, { leaves, unknown, report, at: (path, part) => placeIn(objectives, path, part) });
  // A document that could not be read is no fault of those that do not need it.
  const unfound = diagnostics.some((one) => one.code === "pack-unknown" || one.code === "library-indicator-unknown");
  const others = [...(parts.libraries ?? []), ...(parts.packs ?? [])];
  diagnostics.push(...others.filter((one) => (one.data === undefined ? unfound : [...drawnFrom, ...packs].some((used) => used === one))).flatMap((one) => one.diagnostics));
  return { linked: { framework, objectives, libraries: [...drawnFrom], packs, root, whole: root.length === data.indicators.length, leaves, previous, complete }, diagnostics };
}

export const unknown = (id: string, leaves: readonly LinkedLeaf[]): Record<string, string> => {
  const guess = nearest(id, leaves.map((one) => one.id));
  return { id, ...(guess ? { guess } : {}) };
};

export function placeIn(document: Loaded, path: Path, part: "key" | "value" = "value"): Place {
  const span = document.locate(path, part);
  return { path, ...(document.file === undefined ? {} : { file: document.file }), ...(span === undefined ? {} : { span }) };
}

function checkReference(objectives: Document<"objectives">, framework: Document<"framework">, report: (code: Code, facts: Record<string, string>, place: Place) => void): void {
  const [id = "", major] = objectives.data.framework.split("@");
  const { id: own, version } = framework.data;
  if (id === own && (major === undefined || version === major || version.startsWith(`${major}.`))) return;
  report("framework-other", { found: objectives.data.framework, expected: `${own}@${version.split(".")[0]}` }, placeIn(objectives, ["framework"]));
}

/** The packs a framework names, and above each the packs it extends. */
function choosePacks(framework: Document<"framework">, packs: readonly Document<"pack">[], report: (code: Code, facts: Record<string, string>, place: Place) => void): readonly Document<"pack">[] {
  const chosen: Document<"pack">[] = [];
  const add = (id: string, place: Place): void => {
    if (chosen.some((one) => one.data.id === id)) return;
    const found = packs.find((one) => one.data.id === id);
    if (found === undefined) {
      const guess = nearest(id, packs.map((one) => one.data.id));
      return report("pack-unknown", { id, ...(guess ? { guess } : {}) }, place);
    }
    chosen.push(found);
    if (found.data.extends !== undefined) add(found.data.extends, placeIn(found, ["extends"]));
  };
  framework.data.packs.forEach((id, index) => add(id, placeIn(framework, ["packs", index])));
  return chosen;
}

