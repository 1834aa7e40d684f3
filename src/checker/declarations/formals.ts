import type { FormalNode } from "../../syntax/file.ts";
import type { CheckContext } from "../context.ts";
import { report } from "../context.ts";
import { expectType } from "../expressions/expect-type.ts";
import { foldExpression } from "../fold.ts";
import type { Place } from "../place.ts";
import type { Type } from "../type.ts";
import { getFormalType } from "./declared-types.ts";

/** Checks `name: type = default` of a remedy or a part, and notes the symbol. The default of a remedy's parameter must be known when compiling. */
export function checkFormal(context: CheckContext, formal: FormalNode, place: Place, kind: "param" | "formal"): Type {
  const type = getFormalType(context, formal);
  const binding = context.bound.bindings.get(formal.name);
  const symbol = (binding && context.symbolOf.get(binding)) ?? { kind, name: formal.name.text, node: formal, type };
  if (binding) context.symbolOf.set(binding, symbol);
  context.symbols.set(formal.name, symbol);
  if (!formal.defaultValue) return type;
  const given = expectType(context, place, formal.defaultValue, type);
  if (kind === "param" && given.kind !== "error" && foldExpression(formal.defaultValue, context, () => undefined) === undefined) {
    report(context, "RMD3025", formal.defaultValue.span, { what: `The default of '${formal.name.text}'` });
  }
  return type;
}
