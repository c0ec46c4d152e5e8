// Diagnostics of any command for a terminal.
import type { Diagnostic } from "../diagnostics.ts";
import type { Loaded } from "../loaded.ts";
import { problemText } from "../problem-text.ts";
import type { Language } from "../types.ts";

export const diagnosticText = (one: Diagnostic, documents: readonly Loaded[], lang: Language): string =>
  problemText(one, documents.find((each) => each.file === one.file)?.text, lang);
