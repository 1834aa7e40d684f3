import type { ResourceKind } from "../../resources/catalog/model.ts";
import { getSpanText } from "../../source/source-file.ts";
import type { EntryNode } from "../../syntax/file.ts";
import { findConstantText } from "../constant-text.ts";
import { report } from "../context.ts";
import type { CheckContext } from "../context.ts";

/** What a value of a JSON file should be is said once, and `json` is JSON. */
export function checkJsonData(
  context: CheckContext,
  kind: ResourceKind,
  resource: Parameters<typeof getSpanText>[0],
  given: ReadonlyMap<string, EntryNode>,
): void {
  const json = given.get("json");
  if (kind.name !== "json_value" || !json) return;
  if (given.has("data")) report(context, "RMD3034", json.name.span, { text: getSpanText(resource) });
  const text = findConstantText(context, json.value);
  if (text === undefined) return;
  try {
    JSON.parse(text);
  } catch {
    report(context, "RMD3117", json.value.span, { text });
  }
}
