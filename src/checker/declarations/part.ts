import type { PartNode } from "../../syntax/file.ts";
import type { CheckContext } from "../context.ts";
import { guardCrash } from "../guard-crash.ts";
import type { UserNeed } from "../place.ts";
import { createPlace } from "../place.ts";
import { checkBlock } from "../statements/blocks.ts";
import { checkFormal } from "./formals.ts";

/** Checks a part once, whoever uses it: its parameters have declared types. What it needs of a person's hive is noted for its uses. */
export function checkPart(context: CheckContext, part: PartNode): void {
  const needs: UserNeed[] = [];
  context.partNeeds.set(part, needs);
  context.symbols.set(part.name, { kind: "part", name: part.name.text, node: part });
  const place = createPlace("statement", { kind: "collect", needs });
  guardCrash(context, part.name.span, () => {
    for (const formal of part.formals) checkFormal(context, formal, { ...place, zone: "declaration" }, "formal");
  });
  checkBlock(context, { ...place, inside: "block" }, part.body);
}
