// A document made here, of data that is known to be sound: it stands in no file.
import type { Document } from "../types/loaded.ts";
import type { DocumentKind, Documents } from "../types/types.ts";

export const plain = <K extends DocumentKind>(kind: K, data: Documents[K]): Document<K> => ({ kind, data, text: "", diagnostics: [], locate: () => undefined });
