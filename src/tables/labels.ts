// 标签：what a cell is called, whichever way it is written.
import { nearest } from "../text/nearest.ts";

const SPACES = /[\s\u200B-\u200D\uFEFF]+/g;
const BRACKETS = /[（(［[【〔][^（(［[【〔）)］\]】〕]*[）)］\]】〕]/g;
const OPEN_BRACKET = /[（(［[【〔].*$/;
const PUNCTUATION = /[（()）［［\]］【】〔〕{}：:、，,。.；;*＊·•“”"'’‘/／\\—–\-_%％‰□☑√✓☐＝=|]/g;
const NUMBERING = /^(?:[（(]?[一二三四五六七八九十]{1,3}[）)、.．]|[（(]?\d{1,2}[）)、.．](?!\d))/;
const YEARS = [/^(?:19|20)\d{2}年?/, /^(?:19|20)\d{2}年度/];
const ENDING = /(?:[a-z]|\d{1,2})$/;

/** The spellings under which a text may stand in a list, the fullest first. */
export function labelKeys(text: string): readonly string[] {
  const open = text.replace(SPACES, "").toLowerCase();
  const unnumbered = open.replace(NUMBERING, "");
  const undated = YEARS.map((year) => unnumbered.replace(year, ""));
  const bare = (part: string): string => part.replace(BRACKETS, "").replace(BRACKETS, "").replace(OPEN_BRACKET, "").replace(PUNCTUATION, "");
  const forms = [open, ...undated];
  const keys = [...forms.map((form) => form.replace(PUNCTUATION, "")), ...forms.map(bare)];
  return [...new Set([...keys, ...keys.map((key) => key.replace(ENDING, ""))])].filter((key) => key !== "");
}

/** Finds which of several lists a text belongs to. */
export interface LabelFinder<Role extends string> {
  (text: string): Role | undefined;
  /** the known spelling nearest to a text that is in no list */
  guess(text: string): string | undefined;
}

/** Every label has a word of Chinese; longer texts are content. */
const HAN = /\p{Script=Han}/u;
const LONGEST_LABEL = 40;

export function labelFinder<Role extends string>(lists: Readonly<Record<Role, readonly string[]>>): LabelFinder<Role> {
  const roles = new Map<string, Role>();
  const spellings = new Map<string, string>();
  for (const role of Object.keys(lists) as Role[]) {
    for (const spelling of lists[role]) {
      const key = spelling.replace(PUNCTUATION, "");
      if (!roles.has(key)) roles.set(key, role);
      spellings.set(key, spelling);
    }
  }
  const find = (text: string): Role | undefined => {
    if (text.length > LONGEST_LABEL || !HAN.test(text)) return undefined;
    for (const key of labelKeys(text)) {
      const role = roles.get(key);
      if (role !== undefined) return role;
    }
    return undefined;
  };
  return Object.assign(find, {
    guess: (text: string): string | undefined => {
      for (const key of labelKeys(text)) {
        const near = key.length > 20 ? undefined : nearest(key, [...roles.keys()]);
        if (near !== undefined) return spellings.get(near);
      }
      return undefined;
    },
  });
}
