import type { ResourceKind } from "../../resources/catalog/model.ts";
import type { EntryNode } from "../../syntax/file.ts";
import { findOrigin } from "../constant-text.ts";
import { report } from "../context.ts";
import type { CheckContext } from "../context.ts";
import { stripOptional } from "../types/operations.ts";
import { describeType } from "../types/describe.ts";

/** What data each registry type takes: "Registry Value Types", learn.microsoft.com/windows/win32/sysinfo/registry-value-types. */
const dataOf: ReadonlyMap<string, readonly string[]> = new Map([
  ["dword", ["int", "bool"]],
  ["qword", ["int", "bool"]],
  ["string", ["string", "path"]],
  ["expand_string", ["string", "path"]],
  ["multi_string", ["list"]],
  ["binary", ["string"]],
]);

/** `data` and `type` of a registry value must go together, and a number must fit its type (a DWORD without one; Semantics 15). */
export function checkRegistryData(context: CheckContext, kind: ResourceKind, given: ReadonlyMap<string, EntryNode>): void {
  const data = given.get("data");
  if (kind.name !== "registry_value" || !data) return;
  const written = given.get("type");
  const word = written?.value.kind === "name-expression" ? context.symbols.get(written.value.name) : undefined;
  if (written && word?.kind !== "enum-member") return;
  const actual = stripOptional(context.types.get(data.value) ?? { kind: "error" });
  const wanted = word === undefined ? undefined : dataOf.get(word.name);
  if (wanted && actual.kind !== "error" && actual.kind !== "data" && !wanted.includes(actual.kind)) {
    report(context, "RMD3031", data.value.span, { type: word?.name ?? "", found: describeType(actual) });
    return;
  }
  const origin = findOrigin(context, data.value);
  if (origin.kind !== "integer" || (word !== undefined && word.name !== "dword")) return;
  if (origin.value < -2_147_483_648 || origin.value > 4_294_967_295) {
    report(context, "RMD3111", origin.span, {
      value: String(origin.value),
      range: "of 32 bits as REG_DWORD (-2147483648 to 4294967295); for more write 'type: qword'",
    });
  }
}
