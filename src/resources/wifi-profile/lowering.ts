import type { PlanEnsure } from "../../plan/plan.ts";
import { psNamed } from "../../powershell/ast.ts";
import type { PsNamedArgument } from "../../powershell/ast.ts";
import { text } from "../../powershell/lower/context.ts";
import type { KindLowering } from "../../powershell/lower/kind-lowering.ts";

export const lowering: KindLowering = { ensureArguments: lowerDefinition };

/** The XML on one line where it is known when compiling: between two tags a line break and what indents it say nothing. */
function lowerDefinition(ensure: PlanEnsure): PsNamedArgument[] {
  const value = ensure.means.find(({ name }) => name === "definition")?.value;
  const known = value?.kind === "constant" && value.value.kind === "string" ? value.value.value : undefined;
  return known === undefined ? [] : [psNamed("Definition", text(known.trim().replace(/>\s*\n\s*</g, "><")))];
}
