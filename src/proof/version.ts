import { compareValues } from "../checker/values.ts";
import type { Value } from "../checker/value.ts";
import type { Thing } from "./thing.ts";
import { Unreadable } from "./world.ts";

/** Whether a version is at least another one. */
export function isAtLeast(value: Value, least: Value): boolean {
  return value.kind !== "none" && (compareValues(value, least) ?? -1) >= 0;
}

/** Whether a package is as its `version` or `minimum_version` is wished; one of which the version has words cannot be compared. @throws Unreadable */
export function isVersion(thing: Thing, property: string, wished: Value): boolean | undefined {
  if (property !== "version" && property !== "minimum_version") return undefined;
  const seen = thing.get("version");
  if (seen.kind === "none") throw new Unreadable(`the version of ${thing.resource.label} cannot be compared`);
  return property === "version" ? compareValues(seen, wished) === 0 : isAtLeast(seen, wished);
}
