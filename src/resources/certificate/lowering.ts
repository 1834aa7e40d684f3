import type { PlanEnsure } from "../../plan/plan.ts";
import { psNamed } from "../../powershell/ast.ts";
import type { PsNamedArgument } from "../../powershell/ast.ts";
import { text } from "../../powershell/lower/context.ts";
import type { KindLowering } from "../../powershell/lower/kind-lowering.ts";

export const lowering: KindLowering = { ensureArguments: lowerContent };

/** The certificate as text: its base64 in one piece where it is known when compiling, without the lines around it. */
function lowerContent(ensure: PlanEnsure): PsNamedArgument[] {
  const value = ensure.means.find(({ name }) => name === "content")?.value;
  const known = value?.kind === "constant" && value.value.kind === "string" ? value.value.value : undefined;
  if (known === undefined) return [];
  const inside = /-----BEGIN CERTIFICATE-----([^-]*)-----END CERTIFICATE-----/.exec(known)?.[1] ?? known;
  return [psNamed("Content", text(inside.replace(/\s+/g, "")))];
}
