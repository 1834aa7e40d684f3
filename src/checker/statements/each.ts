import type { ActionsNode, Body } from "../../syntax/file.ts";
import type { EachOf } from "../../syntax/statements.ts";
import type { CheckContext } from "../context.ts";
import { checkSelection } from "../expressions/quantified.ts";
import type { Place } from "../place.ts";
import { checkBlock } from "./blocks.ts";

/** `each x in …`: a list, or a selection on the device. In `each u in profile()` the hive is that person's. */
export function checkEach(context: CheckContext, place: Place, statement: EachOf<Body | ActionsNode>): void {
  const type = checkSelection(context, place, statement, "each");
  const isProfile = type.kind === "resource" && type.resourceKind.name === "profile";
  const user: Place["user"] = isProfile ? { kind: "profile", around: place.user } : place.user;
  checkBlock(context, { ...place, user, inside: "each" }, statement.body);
}
