import { createDiagnostic } from "../diagnostics/catalog.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { PartNode } from "../syntax/file.ts";
import type { BindContext } from "./context.ts";

/** Finds parts that use themselves, directly or through others; each circle is reported once, at the use that closes it. */
export function findPartCycles(usesOf: BindContext["usesOf"]): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const finished = new Set<PartNode>();
  const path: {
    readonly part: PartNode;
    readonly uses: Iterator<{ readonly node: { readonly span: PartNode["span"] }; readonly part: PartNode }>;
  }[] = [];
  const enter = (part: PartNode): void => void path.push({ part, uses: (usesOf.get(part) ?? [])[Symbol.iterator]() });
  for (const start of usesOf.keys()) {
    if (finished.has(start)) continue;
    enter(start);
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const next = top.uses.next();
      if (next.done) {
        finished.add(top.part);
        path.pop();
        continue;
      }
      const { node, part } = next.value;
      const at = path.findIndex((link) => link.part === part);
      if (at >= 0) {
        const circle = path.slice(at).map((link) => link.part);
        const chain = [...circle, part].map((link) => link.name.text).join("' -> '");
        const related = circle.map((link) => ({ message: `Part '${link.name.text}' is declared here.`, span: link.name.span }));
        diagnostics.push(createDiagnostic("RMD2006", node.span, { chain }, { related }));
      } else if (!finished.has(part)) {
        enter(part);
      }
    }
  }
  return diagnostics;
}
