// json: the scorecard itself.
import type { Scorecard } from "../types/scorecard-types.ts";

export const json = (card: Scorecard): string => `${JSON.stringify(card, null, 2)}\n`;
