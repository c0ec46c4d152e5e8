// Types of the page writer, for the test that reads it.
import type { audit, Loaded, readPublished } from "../src/index.ts";

export function page(library: { readonly audit: typeof audit; readonly readPublished: typeof readPublished }, documents: readonly Loaded[]): string;
