import { findConstantText, findNameText } from "../../checker/constant-text.ts";
import { report } from "../../checker/context.ts";
import type { KindChecks } from "../../checker/kind-checks.ts";

export const checks: KindChecks = {
  /** The definition of a Wi-Fi profile is that of its name, and holds no key. */
  checkState(context, { state, given, use }) {
    const definition = given.get("definition");
    if (use !== "ensure" || !definition) return;
    if (/<(\w+:)?keyMaterial[\s>]/i.test(findConstantText(context, definition.value, "") ?? ""))
      report(context, "RMD3121", definition.value.span, {});
    const found = findName(findConstantText(context, definition.value) ?? "");
    const name = findNameText(context, state.resource);
    if (found !== undefined && name !== undefined && found !== name) report(context, "RMD3122", definition.value.span, { found, name });
  },
};

/** The text of the first element 'name'. */
function findName(text: string): string | undefined {
  const found = /<name>([^<]+)<\/name>/.exec(text)?.[1];
  const entities: Readonly<Record<string, string>> = { "&lt;": "<", "&gt;": ">", "&quot;": '"', "&apos;": "'", "&amp;": "&" };
  return found?.replace(/&(lt|gt|quot|apos|amp);/g, (entity) => entities[entity] ?? entity);
}
