// The kinds of documents: one line each.
import { actuals } from "./actuals.ts";
import { baseline } from "./baseline.ts";
import { config } from "./config.ts";
import { form } from "./form.ts";
import { framework } from "./framework.ts";
import { library } from "./library.ts";
import { objectives } from "./objectives.ts";
import { pack } from "./pack.ts";
import { test } from "./test.ts";

export const documents = { framework, "indicator-library": library, objectives, actuals, pack, form, test, config, baseline } as const;
