import { findClosest } from "../../binder/did-you-mean.ts";
import { createDiagnostic } from "../../diagnostics/catalog.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Catalog } from "../../resources/catalog/model.ts";
import type { Plan, PlanResource, PlanStep } from "../plan.ts";
import { collectTouched } from "../touches.ts";

/**
 * Warns of a promise about something that no statement of its remedy names: what becomes of it is not known from the remedy. `steps` are all there
 * are, those that the target has no script for included.
 */
export function checkPromises({ remedy, promises }: Plan, steps: readonly PlanStep[], catalog: Catalog): Diagnostic[] {
  if (promises.length === 0) return [];
  const { changed, read } = collectTouched(steps, catalog);
  const named = new Map<string, PlanResource>([...changed, ...read]);
  return promises.flatMap(({ given, always, finally: end }) =>
    [...given, ...always, ...end].flatMap(({ reads, origin }) =>
      reads
        .filter((resource) => !isElement(resource) && !named.has(resource.identity))
        .map(({ label, resourceKind }) => {
          const others = [...named.values()].filter((other) => other.resourceKind === resourceKind).map((other) => other.label);
          const closest = findClosest(label, others);
          const hint = closest === undefined ? " Name it there, or leave it out." : ` It names ${closest}.`;
          return createDiagnostic("RMD4133", origin.span, { remedy: remedy.name, resource: label, hint });
        }),
    ),
  );
}

/** What the name of a loop stands for: which things these are, what it goes over says. */
function isElement(resource: PlanResource): boolean {
  return resource.kind === "element" || resource.keys.some(({ value }) => value.kind === "element");
}
