import { equalValues, showValue } from "../../checker/values.ts";
import type { Value } from "../../checker/value.ts";
import { createDiagnostic } from "../../diagnostics/catalog.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { PlanEnsure } from "../plan.ts";
import type { Claim, Conflict } from "./contradictions.ts";

type States = PlanEnsure["states"];

/** Members that must be there and must not: `includes` and `excludes`, and the rights of a file or folder (`grants_modify`). Two lists of one sort add up. */
export function findMemberConflict(earlier: Claim, later: Claim): Conflict | undefined {
  const found = findBoth(earlier.states, later.states);
  if (found) return { property: "members", first: found.wanted, second: found.excluded };
  const turned = findBoth(later.states, earlier.states);
  return turned && { property: "members", first: turned.excluded, second: turned.wanted };
}

/** The same within one block. */
export function checkMembers({ states }: PlanEnsure): Diagnostic[] {
  const found = findBoth(states, states);
  if (!found) return [];
  const reason = `both name ${found.member}`;
  return [createDiagnostic("RMD4129", found.origin.span, { name: found.name, text: found.excluded, reason })];
}

function findBoth(
  wanted: States,
  excluded: States,
): { wanted: string; excluded: string; name: string; member: string; origin: States[number]["origin"] } | undefined {
  const gone = excluded.find(({ name }) => name === "excludes");
  for (const state of gone ? wanted : []) {
    if (state.name !== "includes" && !state.name.startsWith("grants_")) continue;
    const both = listOf(state.value).find((one) => gone && listOf(gone.value).some((other) => equalValues(one, other, true)));
    if (!both) continue;
    const member = showValue(both);
    return { wanted: `${state.name} ${member}`, excluded: `excludes: [${member}]`, name: state.name, member, origin: state.origin };
  }
  return undefined;
}

function listOf(value: States[number]["value"]): readonly Value[] {
  return value.kind === "constant" && value.value.kind === "list" ? value.value.elements : [];
}
