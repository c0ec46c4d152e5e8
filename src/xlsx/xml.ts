// XML：the little of it that a workbook needs, read piece by piece. No document type, so no entities of its own.
//
// A reader of names without their prefix; attributes are read only where they are asked for.

export interface XmlListener {
  open(name: string, attribute: (name: string) => string | undefined): void;
  /** text may come in several pieces */
  text(text: string): void;
  close(name: string): void;
}
export interface XmlReader {
  push(text: string): void;
  end(): void;
}

/** Thrown where the text is no XML. */
export interface Malformed {
  readonly malformed: true;
}
export const isMalformed = (thrown: unknown): thrown is Malformed => typeof thrown === "object" && thrown !== null && "malformed" in thrown;
const fail = (): never => {
  throw { malformed: true } satisfies Malformed;
};

/** Space, and the line ends and tab below it. */
const SPACE = 0x20;
const LONGEST_TAG = 64 * 1024;
const DEEPEST = 64;
const ENTITIES: ReadonlyMap<string, string> = new Map([["amp", "&"], ["lt", "<"], ["gt", ">"], ["quot", '"'], ["apos", "'"]]);

export function xmlReader(listener: XmlListener): XmlReader {
  const open: string[] = [];
  let rest = "";
  let seen = false;
  const text = (from: string): void => {
    if (open.length > 0) listener.text(from);
    else if (/[^\s\uFEFF]/.test(from)) fail();
  };

  /** Reads what begins with `<` at this place; returns where it ends, or undefined while its end is missing. */
  function markup(at: number): number | undefined {
    for (const [start, stop] of [["<!--", "-->"], ["<![CDATA[", "]]>"], ["<?", "?>"]] as const) {
      if (!rest.startsWith(start, at)) continue;
      const end = rest.indexOf(stop, at + start.length);
      if (end < 0) return unfinished(at);
      if (start === "<![CDATA[") text(rest.slice(at + start.length, end));
      return end + stop.length;
    }
    if (rest.startsWith("<!", at) && rest.length - at >= 9) fail();
    const end = tagEnd(rest, at);
    if (end === undefined) return unfinished(at);
    tag(rest.slice(at + 1, end));
    return end + 1;
  }

  const unfinished = (at: number): undefined => (rest.length - at > LONGEST_TAG ? fail() : undefined);

  function tag(inside: string): void {
    if (inside.startsWith("/")) {
      const name = localName(inside.slice(1).trim());
      if (open.pop() !== name) fail();
      listener.close(name);
      return;
    }
    const empty = inside.endsWith("/");
    const body = empty ? inside.slice(0, -1) : inside;
    const space = body.search(/\s/);
    const name = localName(space < 0 ? body : body.slice(0, space));
    if (name === "" || open.length >= DEEPEST || (open.length === 0 && seen)) fail();
    seen = true;
    open.push(name);
    listener.open(name, (wanted) => (space < 0 ? undefined : attributeOf(body, space, wanted)));
    if (empty) {
      open.pop();
      listener.close(name);
    }
  }

  return {
    push(piece) {
      rest += piece;
      let at = 0;
      while (at < rest.length) {
        if (rest[at] === "<") {
          const end = markup(at);
          if (end === undefined) break;
          at = end;
          continue;
        }
        const next = rest.indexOf("<", at);
        const to = next >= 0 ? next : beforeCutEntity(rest, at);
        if (to > at) text(decodeEntities(rest.slice(at, to)));
        at = to;
        if (next < 0) break;
      }
      rest = rest.slice(at);
    },
    end() {
      if (/\S/.test(rest) || open.length > 0 || !seen) fail();
    },
  };
}

/** The end of the text, or where an entity begins that the end may have cut off. */
function beforeCutEntity(text: string, from: number): number {
  const cut = text.lastIndexOf("&");
  return cut >= from && text.length - cut < 12 ? cut : text.length;
}

const localName = (name: string): string => name.slice(name.indexOf(":") + 1);

/** Where the `>` of a tag stands; one within quotes does not count. */
function tagEnd(text: string, from: number): number | undefined {
  for (let at = from + 1; at < text.length; at++) {
    const character = text[at];
    if (character === ">") return at;
    if (character === '"' || character === "'") {
      at = text.indexOf(character, at + 1);
      if (at < 0) return undefined;
    }
  }
  return undefined;
}

/** The value of an attribute, by its name without a prefix. One pass, however the tag is written. */
function attributeOf(tag: string, from: number, wanted: string): string | undefined {
  const pastSpaces = (at: number): number => {
    while (at < tag.length && tag.charCodeAt(at) <= SPACE) at++;
    return at;
  };
  for (let at = pastSpaces(from); at < tag.length; at = pastSpaces(at)) {
    const sign = tag.indexOf("=", at);
    if (sign < 0) return undefined;
    const name = tag.slice(at, sign).trimEnd();
    const open = pastSpaces(sign + 1);
    const quote = tag[open];
    const close = quote === '"' || quote === "'" ? tag.indexOf(quote, open + 1) : -1;
    if (close < 0) return undefined;
    if (localName(name) === wanted) return decodeEntities(tag.slice(open + 1, close));
    at = close + 1;
  }
  return undefined;
}

function decodeEntities(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(#x[0-9a-fA-F]{1,6}|#\d{1,7}|[a-z]{1,4});/g, (whole, name: string) => {
    if (!name.startsWith("#")) return ENTITIES.get(name) ?? whole;
    const code = name[1] === "x" ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
