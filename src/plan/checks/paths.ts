import { createDiagnostic } from "../../diagnostics/catalog.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Catalog } from "../../resources/catalog/model.ts";
import type { Target } from "../../targets/target.ts";
import type { Plan, PlanEnsure, PlanProperty, PlanResource } from "../plan.ts";
import { isAbsolutePath } from "../lower/absolute-path.ts";
import { visitPlan } from "../provides.ts";

/**
 * Paths that are known when compiling must be absolute: a script that runs as SYSTEM has no folder of its own. Only what a target carries
 * beside the script (an installer's `source`) may be relative.
 */
export function checkPaths(plan: Plan, target: Target, { kinds }: Catalog): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const seen = new Set<object>();
  const check = (property: PlanProperty, isSource: boolean): void => {
    const text = pathText(property, plan);
    if (text === undefined || isAbsolutePath(text) || seen.has(property.origin.span)) return;
    seen.add(property.origin.span);
    if (!isSource) diagnostics.push(createDiagnostic("RMD4010", property.origin.span, { path: text }));
    else if (!target.carries) diagnostics.push(createDiagnostic("RMD5003", property.origin.span, { path: text, target: target.name }));
  };
  const checkWritten = (property: PlanProperty): void => {
    const path = pathText(property, plan);
    const reason = path !== undefined && isAbsolutePath(path) ? findAmbiguity(path) : undefined;
    if (path === undefined || reason === undefined || seen.has(property.origin.span)) return;
    seen.add(property.origin.span);
    diagnostics.push(createDiagnostic("RMD4011", property.origin.span, { path, reason }));
  };
  const checkResource = (resource: PlanResource): void => {
    if (resource.kind === "named") for (const key of resource.keys) check(key, false);
  };
  visitPlan(plan.steps, (node) => {
    if (node.kind === "ensure") {
      const { resource } = node;
      if (resource.kind === "named")
        for (const key of kinds[resource.resourceKind]?.keys ?? [])
          if (key.written) for (const path of resource.keys) if (path.name === key.name) checkWritten(path);
      checkResource(node.resource);
      for (const property of propertiesOf(node)) check(property, property.name === "source");
    } else if (node.kind === "verb") {
      checkResource(node.resource);
      for (const option of node.options) check(option, false);
    }
  });
  return diagnostics;
}

/** Why nothing is written at a path, as Find-PathRefusal says it on the device. */
function findAmbiguity(path: string): string | undefined {
  if (/^[\\/]{2}[?.][\\/]/.test(path)) return `'${path.slice(0, 4)}' names devices, or paths past the rules of Windows`;
  if (path.includes("/")) return "a '/' can be read in two ways; write '\\' between the names";
  if (/.\\\\/.test(path)) return "two backslashes stand side by side";
  const segments = path.split(/[\\/]/);
  const step = segments.find((segment) => segment === "." || segment === "..");
  if (step !== undefined) return `'${step}' leads elsewhere where a link stands before it`;
  if (/^[A-Za-z]:[\\/]*$/.test(path)) return "it is the root of a drive";
  return /^[\\/]{2}[^\\/]+(?:[\\/]+[^\\/]*)?[\\/]*$/.test(path) ? "it is the root of a share" : undefined;
}

function propertiesOf(ensure: PlanEnsure): readonly PlanProperty[] {
  return [...ensure.states, ...ensure.means];
}

/** The constant path of a property; a run-time parameter counts with its default. */
function pathText(property: PlanProperty, plan: Plan): string | undefined {
  const { value } = property;
  if (property.type.kind !== "path") return undefined;
  if (value.kind === "constant" && value.value.kind === "path") return value.value.value;
  if (value.kind !== "parameter") return undefined;
  const parameter = plan.parameters.find((candidate) => candidate.name === value.name);
  return parameter?.defaultValue.kind === "path" ? parameter.defaultValue.value : undefined;
}
