import type { Catalog } from "../resources/catalog/model.ts";
import { labelText, spoken } from "./lower/resources.ts";
import type { Plan, PlanExpression, PlanResource, PlanStep } from "./plan.ts";
import { visitPlan } from "./provides.ts";
import { collectReads } from "./reads.ts";

/** What steps touch, by identity, and the programs that they run. */
interface Touched {
  readonly changed: ReadonlyMap<string, PlanResource>;
  readonly read: ReadonlyMap<string, PlanResource>;
  readonly programs: readonly string[];
}

/** What the items and guards of steps name: what they may change, and what they only read. */
export function collectTouched(steps: readonly PlanStep[], catalog: Catalog): Touched {
  const changed = new Map<string, PlanResource>();
  const read = new Map<string, PlanResource>();
  const programs: string[] = [];
  const reads = (...expressions: readonly PlanExpression[]): void => {
    for (const resource of collectReads(...expressions)) read.set(resource.identity, resource);
  };
  visitPlan(steps, (node) => {
    switch (node.kind) {
      case "ensure":
        for (const resource of [node.resource, ...node.provides]) changed.set(resource.identity, resource);
        for (const resource of node.reads) read.set(resource.identity, resource);
        for (const means of node.means) if (means.name === "source" || means.address) programs.push(labelText(means.value));
        break;
      case "verb": {
        const verb = catalog.kinds[node.resource.resourceKind]?.verbs.find((candidate) => candidate.name === node.verb);
        (verb?.use === "failure" ? read : changed).set(node.resource.identity, node.resource);
        break;
      }
      case "with":
        for (const resource of node.resources) changed.set(resource.identity, resource);
        break;
      case "routine":
        break;
      case "require":
      case "warn":
      case "check":
      case "reboot":
      case "when":
        reads(node.guard.condition);
        break;
      case "each":
        for (const resource of node.reads) read.set(resource.identity, resource);
        break;
      default:
        node satisfies never;
    }
  });
  for (const step of steps) if (step.guard) reads(step.guard.condition);
  for (const identity of changed.keys()) read.delete(identity);
  return { changed, read, programs };
}

/** What a remedy touches, by kind: first what it may change, then what it only reads. */
export function tellTouches(plan: Plan, catalog: Catalog): string[] {
  const { changed, read, programs } = collectTouched(plan.steps, catalog);
  return [
    "May change",
    ...list(changed, "  nothing"),
    ...(programs.length === 0 ? [] : ["Runs", ...[...new Set(programs)].map((program) => `  ${program}`)]),
    "Only reads",
    ...list(read, "  nothing"),
    "Files of its own",
    ...(plan.remedy.context === "user"
      ? ["  log, lock and state in the user's profile, marks in HKCU\\SOFTWARE\\Remedyc"]
      : [
          `  %SystemRoot%\\Logs\\Remedyc\\${plan.remedy.name}.log and .jsonl, %ProgramFiles%\\Remedyc\\${plan.remedy.name}, HKLM\\SOFTWARE\\Remedyc\\${plan.remedy.name}`,
        ]),
  ];
}

function list(resources: ReadonlyMap<string, PlanResource>, nothing: string): string[] {
  const byKind = new Map<string, string[]>();
  for (const resource of resources.values()) {
    const kind = spoken(resource.resourceKind);
    const label = resource.label.startsWith(`${kind} `) ? resource.label.slice(kind.length + 1) : "";
    byKind.set(kind, [...(byKind.get(kind) ?? []), ...(label === "" ? [] : [label])]);
  }
  if (byKind.size === 0) return [nothing];
  return [...byKind]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([kind, labels]) => (labels.length === 0 ? `  ${kind}` : `  ${kind}: ${[...new Set(labels)].join(", ")}`));
}
