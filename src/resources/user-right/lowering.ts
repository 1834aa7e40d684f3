import type { PlanResource } from "../../plan/plan.ts";
import type { PsNamedArgument } from "../../powershell/ast.ts";
import { psNamed } from "../../powershell/ast.ts";
import { call, text } from "../../powershell/lower/context.ts";
import type { LowerContext } from "../../powershell/lower/context.ts";
import { lowerAs } from "../../powershell/lower/expressions.ts";
import type { KindLowering } from "../../powershell/lower/kind-lowering.ts";

export const lowering: KindLowering = { resourceArguments: lowerUserRightSetting };

/**
 * The name that a user right has in Intune's policies, for functions that ask for its policy. It is looked up when compiling, in the table that a script
 * holds where only the device knows which right is meant; '' for a right that cannot be set that way.
 */
function lowerUserRightSetting(resource: PlanResource, context: LowerContext): PsNamedArgument[] {
  const right = resource.kind === "named" ? resource.keys.find((key) => key.name === "right") : undefined;
  if (!right) return [];
  const { value } = right;
  if (value.kind !== "constant" || value.value.kind !== "enum")
    return [psNamed("Setting", call(context, "Get-UserRightSetting", psNamed("Right", lowerAs(value, right.type, context))))];
  const { member } = value.value;
  const table = context.linker.find("Get-UserRightSetting")?.text ?? "";
  return [psNamed("Setting", text(new RegExp(String.raw`^\s*${member} = '(\w+)'$`, "m").exec(table)?.[1] ?? ""))];
}
