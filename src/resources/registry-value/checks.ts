import { findOrigin } from "../../checker/constant-text.ts";
import { report } from "../../checker/context.ts";
import type { CheckContext } from "../../checker/context.ts";
import type { KindChecks, Stated } from "../../checker/kind-checks.ts";
import { describeType } from "../../checker/types/describe.ts";
import { stripOptional } from "../../checker/types/operations.ts";
import { getSpanText } from "../../source/source-file.ts";
import type { EntryNode } from "../../syntax/file.ts";

export const checks: KindChecks = { checkState };

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
function checkState(context: CheckContext, { given }: Stated): void {
  const data = given.get("data");
  const written = given.get("type");
  const word = written?.value.kind === "name-expression" ? context.symbols.get(written.value.name) : undefined;
  checkSecret(context, given, word?.kind === "enum-member" ? word.name : undefined);
  checkBits(context, given, word?.kind === "enum-member" ? word.name : undefined);
  if (!data) return;
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

/** `secret` is all that the value holds, and a text. */
function checkSecret(context: CheckContext, given: ReadonlyMap<string, EntryNode>, type: string | undefined): void {
  const secret = given.get("secret");
  if (!secret) return;
  const complain = (text: string, reason: string): void => report(context, "RMD4129", secret.name.span, { name: "secret", text, reason });
  const other = ["data", "has_bits", "lacks_bits"].find((name) => given.has(name));
  if (other !== undefined) complain(other, "a secret is all that the value holds, and is never compared");
  const written = given.get("type");
  if (written && type !== "string" && type !== "expand_string")
    complain(`type: ${getSpanText(written.value.span)}`, "a secret is a text, whose type stands here as 'string' or 'expand_string'");
}

/** `has_bits` and `lacks_bits`: of a number, not both of one bit, and not beside `data`, which says all bits. */
function checkBits(context: CheckContext, given: ReadonlyMap<string, EntryNode>, type: string | undefined): void {
  const [has, lacks] = ["has_bits", "lacks_bits"].map((name) => given.get(name));
  const first = has ?? lacks;
  if (!first) return;
  const complain = (other: EntryNode, reason: string): void =>
    report(context, "RMD3036", first.name.span, { first: first.name.text, second: other.name.text, reason });
  const data = given.get("data");
  if (data) complain(data, "'data' says all bits of the value");
  const written = given.get("type");
  if (written && type !== undefined && !["dword", "qword", "string"].includes(type))
    complain(written, `a value of type '${type}' is no number with bits`);
  const [hasBits, lacksBits] = [has, lacks].map((entry) => entry && findOrigin(context, entry.value));
  for (const bits of [hasBits, lacksBits]) {
    if (bits?.kind !== "integer" || bits.value <= 4_294_967_295 || type === "qword") continue;
    report(context, "RMD3111", bits.span, {
      value: String(bits.value),
      range: "bits of a number of 32 bits; for more write 'type: qword'",
    });
  }
  if (!lacks || hasBits?.kind !== "integer" || lacksBits?.kind !== "integer") return;
  const both = BigInt(hasBits.value) & BigInt(lacksBits.value);
  if (both !== 0n) complain(lacks, `both name the bits 0x${both.toString(16)}`);
}
