// Diagnostics of any command for a terminal.
import type { Diagnostic } from "../types/diagnostics.ts";
import type { Loaded } from "../types/loaded.ts";
import { problemText } from "../verify/problem-text.ts";
import type { Language } from "../types/types.ts";

export const diagnosticText = (one: Diagnostic, documents: readonly Loaded[], lang: Language): string =>
  problemText(one, documents.find((each) => each.file === one.file)?.text, lang);
