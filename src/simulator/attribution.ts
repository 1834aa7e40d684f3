import { simulatedKinds } from "../generated/kind-simulations.ts";
import type { Plan, PlanEnsure, PlanProperty, PlanResource } from "../plan/plan.ts";
import { visitPlan } from "../plan/provides.ts";
import type { PlanScenario } from "../plan/scenario.ts";
import type { Catalog } from "../resources/catalog/model.ts";
import { fullName } from "./accounts.ts";
import type { Difference } from "./difference.ts";
import { findDifferences } from "./difference.ts";
import { toPlainPath } from "./given/given-item.ts";
import { shortenHive } from "./given/registry.ts";
import type { Machine, Product } from "./machine.ts";
import { findPlanText } from "./plan-text.ts";
import { findRow } from "./tables.ts";

/** Tables that every run may change, or that only follow from others. */
const FREE_TABLES = new Set(["clock", "events", "processes", "jobs", "installer", "nextProcess", "policy"]);
/** What a script keeps for itself: log, state, marks. */
const OWN = /\\remedyc(\\|$)/i;

/** True for the process of a service: another one says that it was started again, and nothing else about how it is. */
export function isProcessNumber({ path: [table, , property] }: Difference): boolean {
  return table === "services" && property === "processId";
}

/** What two machines differ in, apart from time, events, the table of processes and the script's own files and marks. */
export function findChanges(before: Machine, after: Machine): Difference[] {
  return findDifferences(before, after).filter(({ path: [table = "", row = ""] }) => !FREE_TABLES.has(table) && !OWN.test(row));
}

/**
 * Changes that nothing in the plan explains: another service, another holder of a right, another product, value or file than those that the
 * remedy names or that its packages bring and take along.
 */
export function findUnexplained(before: Machine, after: Machine, plan: Plan): Difference[] {
  const named = collectNamed(plan, before);
  const products = [
    ...collectProducts(before),
    ...collectProducts(after),
    ...Object.values(before.media).flatMap((media) => flattenProducts(media.installs)),
  ];
  const removedByAuthor = collectExcluded(plan, before);
  const services = named.get("service") ?? [];
  const dependents = collectServices(services, (needed) =>
    Object.entries(before.services).flatMap(([name, service]) =>
      service.dependencies.some((one) => one.toLowerCase() === needed) ? [name] : [],
    ),
  );
  const hasRestarted = after.clock.uptime < before.clock.uptime;
  const needed = collectServices(services, (name) => findRow(before.services, name)?.dependencies ?? []);
  return findChanges(before, after).filter((change) => {
    const service = change.path[0] === "services" ? (change.path[1] ?? "").toLowerCase() : "";
    // Windows has restarted meanwhile, and with it every service.
    if (hasRestarted && service !== "" && ["state", "exitCode", "processId"].includes(change.path[2] ?? "")) return false;
    // Stopped with a service that it needs, and started again: that leaves a trace in the number of its process only.
    if (dependents.has(service) && isProcessNumber(change)) return false;
    // What needs a service cannot run without it: it is stopped first, and stays so.
    if (dependents.has(service) && isHeldBack(service, after) && ["state", "exitCode", "processId"].includes(change.path[2] ?? ""))
      return false;
    // The service control manager starts what a service needs, or notes why it could not.
    if (needed.has(service) && (findRow(after.services, service)?.state === "running" || change.path[2] === "exitCode")) return false;
    if (isSetByProgram(change, before, after)) return false;
    return !isExplained(change, named, products, removedByAuthor);
  });
}

/** Whether a service is stopped while one that it needs does not run. */
function isHeldBack(name: string, machine: Machine): boolean {
  const service = findRow(machine.services, name);
  const needed = service?.dependencies.map((one) => findRow(machine.services, one)) ?? [];
  return service?.state === "stopped" && needed.some((one) => one?.state !== "running");
}

/** What a program of the machine sets, and has set: the scenario says so. */
function isSetByProgram({ path: [table, key = "", , name = ""] }: Difference, before: Machine, after: Machine): boolean {
  if (table !== "registry") return false;
  const settings = Object.values(before.programs).flatMap((program) => program.sets ?? []);
  return settings.some((setting) => {
    if (setting.key.toLowerCase() !== key.toLowerCase() || setting.name.toLowerCase() !== name.toLowerCase()) return false;
    const now = findRow(findRow(after.registry, key)?.values ?? {}, name);
    return now?.type === setting.value.type && JSON.stringify(now.data) === JSON.stringify(setting.value.data);
  });
}

/** The services that are reached from these, in lower case, without them. */
function collectServices(from: readonly string[], next: (name: string) => readonly string[]): Set<string> {
  const found = new Set<string>();
  const waiting = [...from];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    for (const other of next(name)) {
      const lower = other.toLowerCase();
      if (!found.has(lower)) waiting.push(lower);
      found.add(lower);
    }
  }
  return found;
}

/**
 * The plan with what a scenario expects, for attribution only. What the functions of a kind of one's own change is not known from the plan; so where
 * a remedy has such a kind, a scenario that expects a registry value or a file says that it may be changed.
 */
export function addExpected(plan: Plan, scenario: PlanScenario, catalog: Catalog): Plan {
  const kinds = new Set<string>();
  visitPlan(plan.steps, (node) => {
    if (node.kind === "ensure" || node.kind === "verb") kinds.add(node.resource.resourceKind);
  });
  const hasOwn = [...kinds].some((kind) => catalog.kinds[kind]?.origin !== "built-in");
  const expected = scenario.steps.flatMap((step) => (step.kind === "expect-state" ? [step.state] : []));
  if (!hasOwn || expected.length === 0) return plan;
  const body = expected.map((state): PlanEnsure => ({
    kind: "ensure",
    id: "",
    label: state.resource.label,
    resource: state.resource,
    presence: state.presence,
    states: [],
    means: [],
    reads: [],
    provides: [],
    otherwise: [],
    origin: state.origin,
  }));
  const step = { name: "expected", title: "Expected", guard: undefined, body, onFailure: [], origin: scenario.origin };
  return { ...plan, steps: [...plan.steps, step] };
}

/** Names of what a plan may change, by kind, in lower case. */
type NamedByKind = ReadonlyMap<string, readonly string[]>;

function collectNamed(plan: Plan, machine: Machine): NamedByKind {
  const named = new Map<string, string[]>();
  const add = (resource: PlanResource): void => {
    const wish = resource.kind === "named" ? resource.keys.map((key) => nameKey(key, plan, machine) ?? "*").join("\u0000") : "";
    named.set(resource.resourceKind, [...(named.get(resource.resourceKind) ?? []), wish === "" ? "*" : wish]);
  };
  visitPlan(plan.steps, (node) => {
    if (node.kind === "ensure") [node.resource, ...node.provides].forEach(add);
    if (node.kind === "verb") add(node.resource);
    if (node.kind === "with") node.resources.forEach(add);
  });
  return named;
}

/** A key as the machine's tables have it, in lower case: variables of paths expanded, hives by their short names, accounts by SID where one has it. Undefined: only the device knows. */
function nameKey(key: PlanProperty, plan: Plan, machine: Machine): string | undefined {
  const text = findPlanText(key.value, plan);
  if (text === undefined) return undefined;
  if (key.type.kind === "account") return (findRow(machine.accounts, fullName(text)) ?? text).toLowerCase();
  return (
    key.type.kind === "path" ? toPlainPath(machine, text) : key.type.kind === "registry_path" ? shortenHive(text) : text
  ).toLowerCase();
}

/** SIDs that the plan takes away, and of a thing whose list it gives whole (`only`) its name: there any may go. */
function collectExcluded(plan: Plan, machine: Machine): Set<string> {
  const excluded = new Set<string>();
  visitPlan(plan.steps, (node) => {
    if (node.kind !== "ensure") return;
    const key = node.resource.kind === "named" ? node.resource.keys[0] : undefined;
    if (key && node.states.some((state) => state.name === "only")) excluded.add(`only ${nameKey(key, plan, machine) ?? "*"}`);
    const { value } = node.states.find((state) => state.name === "excludes") ?? {};
    if (value?.kind !== "constant" || value.value.kind !== "list") return;
    for (const element of value.value.elements) {
      const sid = element.kind === "account" ? (element.sid ?? findRow(machine.accounts, fullName(element.name))) : undefined;
      if (sid !== undefined) excluded.add(sid);
    }
  });
  return excluded;
}

function flattenProducts(products: Readonly<Record<string, Product>>): Product[] {
  return Object.values(products).flatMap((product) => [product, ...flattenProducts(product.chain)]);
}

function collectProducts(machine: Machine): Product[] {
  return flattenProducts(machine.products);
}

/** Whether one of the kinds that the plan names explains it. */
function isExplained(
  { path, before, after }: Difference,
  named: NamedByKind,
  products: readonly Product[],
  excluded: ReadonlySet<string>,
): boolean {
  // The registry of a person who is not signed in lies in a file: keys in a table of their own.
  const [table = "", row = "", , name = ""] = path[0] === "hives" ? ["registry", `hkcu\\${path[3] ?? ""}`, ...path.slice(4)] : path;
  const lower = row.toLowerCase();
  const spellings = [lower, lower.replace("\\wow6432node", ""), lower.replace(/^hku\\[^\\]+/, "hkcu")];
  const change = {
    table,
    row: lower,
    spellings,
    name: name.toLowerCase(),
    isKey: path.length <= (path[0] === "hives" ? 5 : 3),
    before,
    after,
  };
  return [...named].some(([kind, names]) => simulatedKinds[kind]?.explains?.(change, { named: names, products, excluded }) === true);
}
