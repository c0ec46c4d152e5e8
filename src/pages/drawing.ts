// 绘图: the three modules that make the geometry of charts. They are optional packages and are loaded when a page is
// made; a missing one is said, not thrown.
import { diagnose, type Diagnostic } from "../types/diagnostics.ts";
import { loadScales, type Scales } from "./scales.ts";
import { loadShapes, type Shapes } from "./shapes.ts";
import { loadTrees, type Trees } from "./trees.ts";

export interface Drawing {
  readonly scales: Scales;
  readonly shapes: Shapes;
  readonly trees: Trees;
}

export async function loadDrawing(): Promise<{ readonly drawing?: Drawing; readonly diagnostics: readonly Diagnostic[] }> {
  const diagnostics: Diagnostic[] = [];
  const loaded = async <Part>(name: string, load: () => Promise<Part>): Promise<Part | undefined> => {
    try {
      return await load();
    } catch {
      diagnostics.push(diagnose("package-missing", { package: name, purpose: "绘制图表" }));
      return undefined;
    }
  };
  const scales = await loaded("d3-scale", loadScales);
  const shapes = await loaded("d3-shape", loadShapes);
  const trees = await loaded("d3-hierarchy", loadTrees);
  return scales === undefined || shapes === undefined || trees === undefined ? { diagnostics } : { drawing: { scales, shapes, trees }, diagnostics };
}
