import type { PlanResource } from "../../plan/plan.ts";
import type { PsExpression } from "../../powershell/ast.ts";
import { psBlock, psPositional, psStatement, psVariable } from "../../powershell/ast.ts";
import { call } from "../../powershell/lower/context.ts";
import type { LowerContext } from "../../powershell/lower/context.ts";
import type { KindLowering } from "../../powershell/lower/kind-lowering.ts";

export const lowering: KindLowering = { more: { name: "Meaning", lower: lowerMeaning } };

/** Functions that know the events of one provider; what they say of Windows Installer's takes the table of its errors along. */
const PROVIDERS: { readonly [source: string]: string } = { "service control manager": "Format-EventText" };

/** What says the meaning of an event, as a block over `$_`: of the provider that is read where the remedy names it, else of any. */
function lowerMeaning(resource: PlanResource, context: LowerContext): PsExpression {
  const source = resource.kind === "named" ? resource.keys.find((key) => key.name === "source")?.value : undefined;
  const name = source?.kind === "constant" && source.value.kind === "string" ? source.value.value.toLowerCase() : "";
  return psBlock(psStatement(call(context, PROVIDERS[name] ?? "Format-EventRecord", psPositional(psVariable("_")))));
}
