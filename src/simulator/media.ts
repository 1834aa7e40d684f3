import { collectEnsures } from "../plan/provides.ts";
import type { Plan, PlanEnsure, PlanExpression, PlanResource } from "../plan/plan.ts";
import type { PlanScenario } from "../plan/scenario.ts";
import { expandPath } from "./given/given-item.ts";
import { createService } from "./healthy-machine.ts";
import type { Machine, MachineMedia, Product } from "./machine.ts";
import { createProduct, createProgramFile } from "./products.ts";
import { addFolder, getParent } from "./tables.ts";
import { sampleText } from "./sample-text.ts";

/**
 * Puts the setup files on a machine that a remedy's packages are installed from: each installs a product that the remedy's own filter finds and
 * everything that its `provides` names. Signed, or with the hash, as the remedy asks.
 */
export function addMedia(machine: Machine, plan: Plan, scenario: PlanScenario): void {
  const names = namedPackages(scenario);
  for (const ensure of collectEnsures(plan.steps)) {
    const source = textOf(findMeans(ensure, "source"), plan);
    if (ensure.resource.resourceKind !== "package" || source === undefined) continue;
    const path = expandPath(machine, source);
    const kind = path.toLowerCase().endsWith(".msi") ? "msi" : "bundle";
    const media: MachineMedia = {
      kind,
      installs: createInstalled(ensure, kind, names),
      outcome: { exitCode: 0, duration: 60_000, log: [] },
    };
    machine.media[path] = media;
    addFolder(machine, getParent(path));
    const folder = machine.folders[getParent(path)];
    if (folder) folder.protected = true;
    machine.files[path] = { ...createProgramFile(machine.clock.now - 86_400_000, kind === "bundle"), ...signatureOf(ensure, plan) };
  }
}

function signatureOf(
  ensure: PlanEnsure,
  plan: Plan,
): { signature?: { status: string; subject: string; thumbprint: string }; sha256?: string } {
  const signedBy = textOf(findMeans(ensure, "signed_by"), plan);
  const sha256 = textOf(findMeans(ensure, "sha256"), plan);
  const isThumbprint = signedBy !== undefined && /^[0-9A-F]{40}$/i.test(signedBy);
  return {
    ...(signedBy === undefined
      ? {}
      : {
          signature: {
            status: "Valid",
            subject: isThumbprint ? "CN=Vendor" : signedBy,
            thumbprint: isThumbprint ? signedBy : "A".repeat(40),
          },
        }),
    ...(sha256 === undefined ? {} : { sha256 }),
  };
}

/** One product; for a bundle with a chained Windows Installer product for each service, named as the packages that it provides. */
function createInstalled(ensure: PlanEnsure, kind: "msi" | "bundle", names: readonly string[]): Record<string, Product> {
  const name = packageName(ensure.resource, names);
  const services = ensure.provides.filter((resource) => resource.resourceKind === "service").map(keyText);
  const packages = ensure.provides
    .filter((resource) => resource.resourceKind === "package")
    .map((resource) => packageName(resource, names));
  if (kind === "msi") return createProduct({ kind, name, version: "1.1.1586.0", services: services.map(virtualService) });
  const count = Math.max(services.length, packages.length);
  const chain = Object.assign(
    {},
    ...Array.from({ length: count }, (_, i) =>
      createProduct({
        kind: "msi",
        name: packages[i] ?? `${services[i] ?? "Part"} package`,
        version: "1.1.1586.0",
        services: services.slice(i, i + 1).map(virtualService),
      }),
    ),
  ) as Record<string, Product>;
  return createProduct({ kind, name, version: "1.1.1586.0", services: [], chain });
}

const virtualService = (name: string) => ({
  name,
  service: createService(name, { account: `NT SERVICE\\${name}`, startType: "automatic", state: "stopped" }),
});

/** The name under which a package of the remedy is registered: written, or one of the scenario's that its filter matches, or a sample of the pattern. */
function packageName(resource: PlanResource, names: readonly string[]): string {
  if (resource.kind === "element") return resource.label;
  const key = resource.keys.find((each) => each.name === "name");
  if (key?.value.kind === "constant" && key.value.value.kind === "string") return key.value.value.value;
  const filter = resource.filters.find((each) => each.property === "name" && each.operator === "matches");
  const pattern = filter?.value.kind === "constant" && filter.value.value.kind === "string" ? filter.value.value.value : undefined;
  if (pattern === undefined) return resource.label;
  const matching = names.find((name) => matches(name, pattern));
  return matching ?? sampleText(pattern) ?? resource.label;
}

/** .NET's and JavaScript's regular expressions agree on what names of products need; a pattern that JavaScript refuses matches nothing here. */
function matches(text: string, pattern: string): boolean {
  try {
    return new RegExp(pattern, "iu").test(text);
  } catch {
    return false;
  }
}

function namedPackages(scenario: PlanScenario): string[] {
  const items = scenario.steps.flatMap((step) => (step.kind === "given" ? step.items : step.kind === "expect-state" ? [step.state] : []));
  return items.filter((item) => item.resource.resourceKind === "package").map((item) => keyText(item.resource));
}

function keyText(resource: PlanResource): string {
  const value = resource.kind === "named" ? resource.keys[0]?.value : undefined;
  return value?.kind === "constant" && "value" in value.value ? String(value.value.value) : resource.label;
}

function findMeans(ensure: PlanEnsure, name: string): PlanExpression | undefined {
  return ensure.means.find((means) => means.name === name)?.value;
}

/** A constant's text; of a parameter, that of its default. */
function textOf(expression: PlanExpression | undefined, plan: Plan): string | undefined {
  if (expression?.kind === "constant" && "value" in expression.value) return String(expression.value.value);
  if (expression?.kind !== "parameter") return undefined;
  const parameter = plan.parameters.find((each) => each.name === expression.name);
  return parameter && "value" in parameter.defaultValue ? String(parameter.defaultValue.value) : undefined;
}
