import type { Value } from "../../checker/value.ts";
import { giveFacts } from "../../simulator/given/facts.ts";
import type { FactSetter } from "../../simulator/given/facts.ts";
import { listOf, numberOf, textOf } from "../../simulator/given/given-item.ts";
import type { Given } from "../../simulator/given/given-item.ts";
import type { Machine } from "../../simulator/machine.ts";
import type { SimulatedKind } from "../../simulator/simulated-kind.ts";
import type { MachinePendingUpdates } from "../../simulator/updates.ts";

export const simulated: SimulatedKind = { none: ["last_search_age", "last_installation_age"], give: giveUpdates };

const giveEach = giveFacts({
  last_search_age: (machine, value) => {
    machine.updates.searched = momentOf(machine, value);
  },
  last_installation_age: (machine, value) => {
    machine.updates.installed = momentOf(machine, value);
  },
  search_error: (machine, value) => {
    machine.updates.searchError = (numberOf(value) ?? 0) | 0;
  },
  pending: setPending((pending, value) => (pending.count = numberOf(value) ?? 0)),
  pending_security: setPending((pending, value) => (pending.security = numberOf(value) ?? 0)),
  pending_titles: setPending((pending, value) => (pending.titles = listOf(value).map((title) => textOf(title) ?? ""))),
  pending_age: setPending((pending, value, machine) => (pending.published = publishedOf(machine, value))),
  pending_security_age: setPending((pending, value, machine) => (pending.securityPublished = publishedOf(machine, value))),
});

/** `windows_update { pending: 3, pending_security: 1, pending_age: 20d }`: figures that cannot all be true are none of a machine. */
function giveUpdates(machine: Machine, given: Given): string | undefined {
  const trouble = giveEach(machine, given);
  if (trouble !== undefined) return trouble;
  const { count, security, published, securityPublished, titles } = machine.updates.pending;
  const dated = published !== null || securityPublished !== null;
  const contradictory =
    (count !== null && (count < (security ?? 0) || count < 0 || (count === 0 && dated) || (titles !== null && titles.length !== count))) ||
    (security !== null && (security < 0 || (security === 0 && securityPublished !== null))) ||
    (titles !== null && titles.length < Math.max(security ?? 0, dated ? 1 : 0)) ||
    (published !== null && securityPublished !== null && securityPublished < published);
  return contradictory
    ? "What is given of the updates that are pending contradicts itself: their number, those of security, ages and titles."
    : undefined;
}

function setPending(change: (pending: MachinePendingUpdates, value: Value, machine: Machine) => unknown): FactSetter {
  return (machine, value) => {
    change(machine.updates.pending, value, machine);
  };
}

/** When that was, as the simulated clock counts; null: never. */
function momentOf(machine: Machine, value: Value): number | null {
  return value.kind === "none" ? null : machine.clock.now - (numberOf(value) ?? 0);
}

/** When the oldest of some updates was published; null where the age does not say that there is one. */
function publishedOf(machine: Machine, value: Value): number | null {
  return numberOf(value) === 0 ? null : momentOf(machine, value);
}
