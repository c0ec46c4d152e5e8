// 规定: the packs of a set that are in use on a day, with all the days they hold.
import type { Corpus } from "./check.ts";
import { entryOf, frameworksOf, givenOf, packDays } from "./corpus.ts";
import { contains, type Days, dayOf, daysOf } from "../numbers/days.ts";
import { groupBy } from "../model/directory.ts";
import { placeIn } from "../link/link.ts";
import type { Place } from "../model/linked.ts";

export interface Norm {
  readonly id: string;
  /** of every version known */
  readonly ranges: readonly Days[];
  /** where to tell that it ends on a day: the given version that does, else the frameworks in force that obey it */
  endings(last: number): readonly { readonly place: Place; readonly related: readonly Place[] }[];
}

/** Without a day there are none. */
export function normsInUse(corpus: Corpus): readonly Norm[] {
  const { asOf } = corpus;
  if (asOf === undefined) return [];
  const given = groupBy(givenOf("pack", corpus), ({ data }) => [data.id]);
  const inForce = frameworksOf(corpus).filter(({ framework }) => contains(daysOf(framework.data.effective), dayOf(asOf)));
  const uses = groupBy(inForce.flatMap((linked) => linked.packs.map((pack) => ({ linked, pack }))), ({ pack }) => [pack.data.id]);
  return [...new Set([...given.keys(), ...uses.keys()])].map((id) => ({
    id,
    ranges: packDays(id, corpus),
    endings(last) {
      const own = given.get(id)?.find((one) => daysOf(one.data.effective).last === last);
      if (own !== undefined) return [{ place: placeIn(own, ["effective", "to"]), related: [] }];
      return (uses.get(id) ?? []).map(({ linked, pack }) => ({ place: placeIn(linked.framework, ["packs", entryOf(linked, pack)]), related: [placeIn(pack, ["effective", "to"])] }));
    },
  }));
}
