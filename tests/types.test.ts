// The hand-written public types and the schemas say the same; the compiler proves it, this file names it.
import { expect, expectTypeOf, test } from "vitest";
import { documents } from "../src/documents/index.ts";
import type { z } from "../src/source/shape.ts";
import type { DocumentKind, Documents } from "../src/types/types.ts";

type Accepted<K extends DocumentKind> = z.infer<(typeof documents)[K]>;

test("whatever a schema accepts is a document of the public type", () => {
  expectTypeOf<Accepted<"framework">>().toExtend<Documents["framework"]>();
  expectTypeOf<Accepted<"indicator-library">>().toExtend<Documents["indicator-library"]>();
  expectTypeOf<Accepted<"objectives">>().toExtend<Documents["objectives"]>();
  expectTypeOf<Accepted<"actuals">>().toExtend<Documents["actuals"]>();
  expectTypeOf<Accepted<"pack">>().toExtend<Documents["pack"]>();
  expectTypeOf<Accepted<"test">>().toExtend<Documents["test"]>();
  expectTypeOf<Accepted<"form">>().toExtend<Documents["form"]>();
  expectTypeOf<Accepted<"config">>().toExtend<Documents["config"]>();
  expectTypeOf<Accepted<"baseline">>().toExtend<Documents["baseline"]>();
});

test("the public types have the keys of the schemas, no more and no fewer", () => {
  expectTypeOf<keyof Accepted<"framework">>().toEqualTypeOf<keyof Documents["framework"]>();
  expectTypeOf<keyof Accepted<"indicator-library">>().toEqualTypeOf<keyof Documents["indicator-library"]>();
  expectTypeOf<keyof Accepted<"objectives">>().toEqualTypeOf<keyof Documents["objectives"]>();
  expectTypeOf<keyof Accepted<"actuals">>().toEqualTypeOf<keyof Documents["actuals"]>();
  expectTypeOf<keyof Accepted<"pack">>().toEqualTypeOf<keyof Documents["pack"]>();
  expectTypeOf<keyof Accepted<"test">>().toEqualTypeOf<keyof Documents["test"]>();
  expectTypeOf<keyof Accepted<"form">>().toEqualTypeOf<keyof Documents["form"]>();
  expectTypeOf<keyof Accepted<"config">>().toEqualTypeOf<keyof Documents["config"]>();
  expectTypeOf<keyof Accepted<"baseline">>().toEqualTypeOf<keyof Documents["baseline"]>();
  expect(Object.keys(documents).sort()).toEqual(["actuals", "baseline", "config", "form", "framework", "indicator-library", "objectives", "pack", "test"] satisfies DocumentKind[]);
});
