import type { PlanResource } from "../../plan/plan.ts";
import type { PsExpression } from "../../powershell/ast.ts";
import { psNamed } from "../../powershell/ast.ts";
import { call, text } from "../../powershell/lower/context.ts";
import type { LowerContext } from "../../powershell/lower/context.ts";
import { lowerAs } from "../../powershell/lower/expressions.ts";
import type { KindLowering } from "../../powershell/lower/kind-lowering.ts";

export const lowering: KindLowering = { more: { name: "Setting", lower: lowerUserRightSetting } };

/**
 * The name that a user right has in Intune's policies, for functions that ask for its policy. It is looked up when compiling, in the table that a script
 * holds where only the device knows which right is meant; '' for a right that cannot be set that way.
 */
function lowerUserRightSetting(resource: PlanResource, context: LowerContext): PsExpression {
  const right = resource.kind === "named" ? resource.keys.find((key) => key.name === "right") : undefined;
  if (!right) return text("");
  const { value } = right;
  if (value.kind !== "constant" || value.value.kind !== "enum")
    return call(context, "Get-UserRightSetting", psNamed("Right", lowerAs(value, right.type, context)));
  const { member } = value.value;
  const table = context.linker.find("Get-UserRightSetting")?.text ?? "";
  return text(new RegExp(String.raw`^\s*${member} = '(\w+)'$`, "m").exec(table)?.[1] ?? "");
}
