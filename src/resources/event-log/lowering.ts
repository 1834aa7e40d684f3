import { CRASH_PROVIDERS } from "../../diagnosis/rules/crash-events.ts";
import type { PlanResource } from "../../plan/plan.ts";
import type { PsExpression } from "../../powershell/ast.ts";
import { psBlock, psPositional, psStatement, psVariable } from "../../powershell/ast.ts";
import { call } from "../../powershell/lower/context.ts";
import type { LowerContext } from "../../powershell/lower/context.ts";
import type { KindLowering } from "../../powershell/lower/kind-lowering.ts";

export const lowering: KindLowering = { more: { name: "Meaning", lower: lowerMeaning } };

/** Functions that know the events of one provider; what they say of Windows Installer's takes the table of its errors along. Of any provider each is asked that knows some. */
const ANY = ["Format-EventRecord", "Format-CrashText"];
const PROVIDERS: { readonly [source: string]: readonly string[] } = {
  "service control manager": ["Format-EventText"],
  msiinstaller: ["Format-EventRecord"],
  ...Object.fromEntries([...CRASH_PROVIDERS].map((provider) => [provider.toLowerCase(), ["Format-CrashText"]])),
};

/** What says the meaning of an event, as a block over `$_`: of the provider that is read where the remedy names it, else of any. */
function lowerMeaning(resource: PlanResource, context: LowerContext): PsExpression {
  const source = resource.kind === "named" ? resource.keys.find((key) => key.name === "source")?.value : undefined;
  const name = source?.kind === "constant" && source.value.kind === "string" ? source.value.value.toLowerCase() : "";
  const functions = PROVIDERS[name] ?? (name === "" ? ANY : []);
  return psBlock(...functions.map((each) => psStatement(call(context, each, psPositional(psVariable("_"))))));
}
