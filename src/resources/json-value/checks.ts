import { findConstantText } from "../../checker/constant-text.ts";
import { report } from "../../checker/context.ts";
import type { CheckContext } from "../../checker/context.ts";
import type { KindChecks, Stated } from "../../checker/kind-checks.ts";
import { getSpanText } from "../../source/source-file.ts";

export const checks: KindChecks = { checkState };

/** What a value of a JSON file should be is said once, and `json` is JSON. */
function checkState(context: CheckContext, { state, given }: Stated): void {
  const json = given.get("json");
  if (!json) return;
  if (given.has("data")) report(context, "RMD3034", json.name.span, { text: getSpanText(state.resource.span) });
  const text = findConstantText(context, json.value);
  if (text === undefined) return;
  try {
    JSON.parse(text);
  } catch {
    report(context, "RMD3117", json.value.span, { text });
  }
}
