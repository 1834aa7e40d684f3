import type { Plan, PlanEnsure, PlanExpression, PlanResource } from "../plan/plan.ts";
import { visitPlan } from "../plan/provides.ts";
import type { PlanScenario } from "../plan/scenario.ts";
import type { Catalog } from "../resources/catalog/model.ts";
import type { Difference } from "./difference.ts";
import { findDifferences } from "./difference.ts";
import type { Machine, Product } from "./machine.ts";
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
  const named = collectNamed(plan);
  const products = [
    ...collectProducts(before),
    ...collectProducts(after),
    ...Object.values(before.media).flatMap((media) => flattenProducts(media.installs)),
  ];
  const removedByAuthor = collectExcluded(plan);
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
    // The service control manager starts what a service needs, or notes why it could not.
    if (needed.has(service) && (findRow(after.services, service)?.state === "running" || change.path[2] === "exitCode")) return false;
    if (isSetByProgram(change, before, after)) return false;
    return !isExplained(change, named, products, removedByAuthor);
  });
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
type Named = ReadonlyMap<string, readonly string[]>;

function collectNamed(plan: Plan): Named {
  const named = new Map<string, string[]>();
  const add = (resource: PlanResource): void => {
    if (resource.kind !== "named") {
      named.set(resource.resourceKind, [...(named.get(resource.resourceKind) ?? []), "*"]);
      return;
    }
    const keys = resource.keys.map((key) => textOf(key.value, plan)?.toLowerCase() ?? "*");
    named.set(resource.resourceKind, [...(named.get(resource.resourceKind) ?? []), keys.length === 0 ? "*" : keys.join("\u0000")]);
  };
  visitPlan(plan.steps, (node) => {
    if (node.kind === "ensure") [node.resource, ...node.provides].forEach(add);
    if (node.kind === "verb") add(node.resource);
    if (node.kind === "with") node.resources.forEach(add);
  });
  return named;
}

function collectExcluded(plan: Plan): Set<string> {
  const excluded = new Set<string>();
  visitPlan(plan.steps, (node) => {
    if (node.kind !== "ensure") return;
    const { value } = node.states.find((state) => state.name === "excludes") ?? {};
    if (value?.kind === "constant" && value.value.kind === "list")
      for (const element of value.value.elements) if (element.kind === "account" && element.sid !== undefined) excluded.add(element.sid);
  });
  return excluded;
}

function textOf(expression: PlanExpression, plan: Plan): string | undefined {
  if (expression.kind === "constant" && "value" in expression.value) return String(expression.value.value);
  if (expression.kind === "constant" && expression.value.kind === "enum") return expression.value.member;
  if (expression.kind !== "parameter") return undefined;
  const value = plan.parameters.find((parameter) => parameter.name === expression.name)?.defaultValue;
  return value && "value" in value ? String(value.value) : undefined;
}

function flattenProducts(products: Readonly<Record<string, Product>>): Product[] {
  return Object.values(products).flatMap((product) => [product, ...flattenProducts(product.chain)]);
}

function collectProducts(machine: Machine): Product[] {
  return flattenProducts(machine.products);
}

/** Whether a resource's keys (key, name and perhaps a view, joined by NUL; `*` where only the device knows) name this value of this registry key. */
function namesValue(named: string, key: string, name: string): boolean {
  const [namedKey, namedName] = named.split("\u0000");
  return (namedKey === "*" || namedKey === key) && (namedName === "*" || namedName === name);
}

/** The mark by which the service control manager notes that a service goes when Windows restarts. */
function isDeletionOf(services: readonly string[], key: string, name: string): boolean {
  const service = /^hklm\\system\\currentcontrolset\\services\\([^\\]+)$/.exec(key)?.[1];
  return name === "DeleteFlag" && service !== undefined && services.some((one) => one === service || one === "*");
}

function isExplained(
  { path, before, after }: Difference,
  named: Named,
  products: readonly Product[],
  excluded: ReadonlySet<string>,
): boolean {
  const [table = "", row = "", , name = ""] = path;
  const lower = row.toLowerCase();
  const names = (kind: string): readonly string[] => named.get(kind) ?? [];
  const isBelow = (folder: string): boolean => folder === "*" || lower === folder || lower.startsWith(`${folder}\\`);
  const brought = (part: (product: Product) => Readonly<Record<string, unknown>>): boolean =>
    named.has("package") && products.some((product) => Object.keys(part(product)).some((key) => key.toLowerCase() === lower));
  // As a remedy may have spelt a physical path: without the name of the 32-bit view, and with HKCU for a user's hive.
  const spellings = [lower, lower.replace("\\wow6432node", ""), lower.replace(/^hku\\[^\\]+/, "hkcu")];
  switch (table) {
    case "services":
      return names("service").some((service) => service === lower || service === "*") || brought((product) => product.services);
    case "rights": {
      const lost = (Array.isArray(before) ? before : []).filter((sid: unknown) => !(Array.isArray(after) && after.includes(sid)));
      return names("user_right").includes(lower) && lost.every((sid) => excluded.has(String(sid)));
    }
    case "products":
      return named.has("package");
    case "registry":
      return (
        brought((product) => product.registry) ||
        isDeletionOf(names("service"), lower, name) ||
        names("registry_value").some(
          (wish) =>
            wish === "*" ||
            spellings.some((key) => namesValue(wish, key, name.toLowerCase())) ||
            (path.length <= 3 && spellings.some((key) => wish.startsWith(key))),
        ) ||
        names("registry_key").some((wish) => isBelow(wish) || spellings.some((key) => key === wish || wish.startsWith(`${key}\\`))) ||
        (named.has("tls") && lower.includes("\\schannel\\protocols"))
      );
    case "files":
    case "folders":
      return (
        brought((product) => product.files) ||
        brought((product) => product.folders) ||
        products.some(
          (product) => named.has("package") && Object.keys(product.files).some((file) => file.toLowerCase().startsWith(`${lower}\\`)),
        ) ||
        names("file").some((file) => file === "*" || file.split("\u0000")[0] === lower) ||
        names("directory").some((folder) => isBelow(folder.split("\u0000")[0] ?? ""))
      );
    default:
      return false;
  }
}
