import type { Span } from "../../source/source-file.ts";
import type { PartNode } from "../../syntax/file.ts";
import { report } from "../context.ts";
import type { CheckContext } from "../context.ts";
import type { UserAccess, UserNeed } from "../place.ts";

/** Says that a place needs a person's hive or folders: fine, reported, or left to whoever uses the let or part. */
export function needUser(context: CheckContext, access: UserAccess, need: UserNeed, usedAt: Span = need.span): void {
  switch (access.kind) {
    case "user":
      return;
    case "profile":
      if (need.kind === "hive") return;
      needUser(context, access.around, need.kind === "part" ? { ...need, hive: true } : need, usedAt);
      return;
    case "collect":
      access.needs.push(need);
      return;
    case "machine":
      reportNeed(context, need, usedAt, new Set());
      return;
    default:
      access satisfies never;
  }
}

function reportNeed(context: CheckContext, need: UserNeed, usedAt: Span, seen: Set<PartNode>, skipHive = false): void {
  if (need.kind === "part") {
    if (seen.has(need.part)) return;
    seen.add(need.part);
    for (const inner of context.partNeeds.get(need.part) ?? []) reportNeed(context, inner, usedAt, seen, skipHive || need.hive);
    return;
  }
  if (need.kind === "hive" && skipHive) return;
  const related = need.span === usedAt ? [] : [{ message: `'${need.text}' stands here.`, span: need.span }];
  report(context, need.kind === "hive" ? "RMD4115" : "RMD3106", usedAt, { text: need.text }, { related });
}
