import type { Plan, PlanExpression, PlanResource } from "../plan/plan.ts";
import { visitPlan } from "../plan/provides.ts";
import type { Difference } from "./difference.ts";
import { findDifferences } from "./difference.ts";
import type { Machine, Product } from "./machine.ts";

/** Tables that every run may change, or that only follow from others. */
const FREE_TABLES = new Set(["clock", "events", "processes", "jobs", "installer", "nextProcess", "policy"]);
/** What a script keeps for itself: log, state, marks. */
const OWN = /\\remedyc(\\|$)/i;

/** What two machines differ in, apart from time, events, process numbers and the script's own files and marks. */
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
  return findChanges(before, after).filter((change) => !isExplained(change, named, products, removedByAuthor));
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
        names("registry_value").some(
          (key) =>
            key === "*" ||
            key === `${lower}\u0000${name.toLowerCase()}` ||
            (path.length <= 3 && key.startsWith(lower)) ||
            key.startsWith(`${lower.replace("\\wow6432node", "")}\u0000`),
        ) ||
        names("registry_key").some((key) => isBelow(key) || key.startsWith(`${lower}\\`)) ||
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
