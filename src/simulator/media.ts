import { collectEnsures } from "../plan/provides.ts";
import type { Plan, PlanEnsure, PlanResource } from "../plan/plan.ts";
import type { PlanScenario } from "../plan/scenario.ts";
import { expandPath } from "./given/given-item.ts";
import { createService } from "./healthy-machine.ts";
import type { MachineFile } from "./files.ts";
import type { Machine, MachineMedia, Product } from "./machine.ts";
import { findPlanText } from "./plan-text.ts";
import { createProduct, createProgramFile } from "./products.ts";
import { addFolder, getParent } from "./tables.ts";
import { sampleText } from "./sample-text.ts";
import { createWifiDefinition } from "./wifi.ts";

/**
 * Puts the setup files on a machine that a remedy's packages are installed from: each installs a product that the remedy's own filter finds and
 * everything that its `provides` names. Signed, or with the hash, as the remedy asks. What the remedy downloads is at its address.
 */
export function addMedia(machine: Machine, plan: Plan, scenario: PlanScenario): void {
  const names = namedPackages(scenario);
  for (const ensure of collectEnsures(plan.steps)) {
    const source = meansText(ensure, "source", plan);
    const url = ensure.means.find((means) => means.address !== undefined);
    const address = url && findPlanText(url.value, plan);
    const definition = ensure.resource.resourceKind === "wifi_profile" ? createWifiDefinition(keyText(ensure.resource, plan)) : undefined;
    const text = definition === undefined ? undefined : createText(machine, definition);
    if (address !== undefined)
      machine.network.downloads[address] = {
        file: {
          ...(text ?? createDownloaded(machine, address)),
          ...signatureOf(ensure, plan),
          ...(ensure.resource.resourceKind === "directory" ? { entries: ["app.txt"] } : {}),
        },
        duration: 5000,
      };
    if (text !== undefined && source !== undefined)
      addSource(machine, expandPath(machine, source), { ...text, ...signatureOf(ensure, plan) });
    if (ensure.resource.resourceKind !== "package") continue;
    if (address !== undefined) machine.media[address] = createMedia(ensure, kindOf(address.replace(/[?#].*$/s, "")), names, plan);
    if (source === undefined) continue;
    const path = expandPath(machine, source);
    const kind = kindOf(path);
    machine.media[path] = createMedia(ensure, kind, names, plan);
    addSource(machine, path, { ...createProgramFile(machine.clock.now - 86_400_000, kind === "bundle"), ...signatureOf(ensure, plan) });
  }
}

/** A file in a folder that administrators alone may change. */
function addSource(machine: Machine, path: string, file: MachineFile): void {
  addFolder(machine, getParent(path));
  const folder = machine.folders[getParent(path)];
  if (folder) folder.protected = true;
  machine.files[path] = file;
}

const kindOf = (path: string): "msi" | "bundle" => (path.toLowerCase().endsWith(".msi") ? "msi" : "bundle");

/** What lies at an address: a program, or a file of no meaning. */
function createDownloaded(machine: Machine, address: string): MachineFile {
  return createProgramFile(machine.clock.now - 86_400_000, /\.exe(?:[?]|$)/i.test(address));
}

const createText = (machine: Machine, content: string): MachineFile => ({
  content,
  encoding: "utf8",
  written: machine.clock.now - 86_400_000,
});

function createMedia(ensure: PlanEnsure, kind: "msi" | "bundle", names: readonly string[], plan: Plan): MachineMedia {
  return { kind, installs: createInstalled(ensure, kind, names, plan), outcome: { exitCode: 0, duration: 60_000, log: [] } };
}

function signatureOf(
  ensure: PlanEnsure,
  plan: Plan,
): { signature?: { status: string; subject: string; thumbprint: string }; sha256?: string } {
  const signedBy = meansText(ensure, "signed_by", plan);
  const hash = [...ensure.states, ...ensure.means].find((property) => property.name === "sha256");
  const sha256 = hash && findPlanText(hash.value, plan);
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
function createInstalled(ensure: PlanEnsure, kind: "msi" | "bundle", names: readonly string[], plan: Plan): Record<string, Product> {
  const name = packageName(ensure.resource, names, plan);
  const version = versionOf(ensure.resource, plan);
  const services = ensure.provides.filter((resource) => resource.resourceKind === "service").map((resource) => keyText(resource, plan));
  const packages = ensure.provides
    .filter((resource) => resource.resourceKind === "package")
    .map((resource) => packageName(resource, names, plan));
  const codes = codesOf(ensure.resource, plan);
  if (kind === "msi") return createProduct({ kind, name, version, ...codes, services: services.map(virtualService) });
  const count = Math.max(services.length, packages.length);
  const chain = Object.assign(
    {},
    ...Array.from({ length: count }, (_, i) =>
      createProduct({
        kind: "msi",
        name: packages[i] ?? `${services[i] ?? "Part"} package`,
        version: USUAL_VERSION.join("."),
        services: services.slice(i, i + 1).map(virtualService),
      }),
    ),
  ) as Record<string, Product>;
  return createProduct({ kind, name, version, services: [], chain });
}

/** The codes that a remedy selects a package by are those of what its setup file installs. */
function codesOf(resource: PlanResource, plan: Pick<Plan, "parameters">): { readonly productCode?: string; readonly upgradeCode?: string } {
  const read = (name: string): string | undefined => {
    const key = resource.kind === "named" ? resource.keys.find((each) => each.name === name) : undefined;
    return key && findPlanText(key.value, plan);
  };
  const productCode = read("product_code");
  const upgradeCode = read("upgrade_code");
  return { ...(productCode === undefined ? {} : { productCode }), ...(upgradeCode === undefined ? {} : { upgradeCode }) };
}

const virtualService = (name: string) => ({
  name,
  service: createService(name, { account: `NT SERVICE\\${name}`, startType: "automatic", state: "stopped" }),
});

/** The name under which a package of the remedy is registered: written, or one of the scenario's that its filter matches, or a sample of the pattern. */
function packageName(resource: PlanResource, names: readonly string[], plan: Plan): string {
  if (resource.kind === "element") return resource.label;
  const key = resource.keys.find((each) => each.name === "name");
  const written = key && findPlanText(key.value, plan);
  if (written !== undefined) return written;
  const filter = resource.filters.find((each) => each.property === "name" && each.operator === "matches");
  const pattern = filter && findPlanText(filter.value, plan);
  if (pattern === undefined) {
    const { productCode, upgradeCode } = codesOf(resource, plan);
    const code = productCode ?? upgradeCode;
    // As `given` names one of which it knows the code alone.
    return code === undefined ? resource.label : `Product ${code}`;
  }
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
  return items.filter((item) => item.resource.resourceKind === "package").map((item) => keyText(item.resource, { parameters: [] }));
}

function keyText(resource: PlanResource, plan: Pick<Plan, "parameters">): string {
  const value = resource.kind === "named" ? resource.keys[0]?.value : undefined;
  return (value && findPlanText(value, plan)) ?? resource.label;
}

function meansText(ensure: PlanEnsure, name: string, plan: Plan): string | undefined {
  const means = ensure.means.find((candidate) => candidate.name === name);
  return means && findPlanText(means.value, plan);
}

/** The version that a setup file installs: one that the remedy's own filters accept, else the usual one. */
function versionOf(resource: PlanResource, plan: Plan): string {
  const filters = resource.kind === "named" ? resource.filters.filter((filter) => filter.property === "version") : [];
  const accepted = filters.flatMap(({ operator, value }) => {
    const parts = findPlanText(value, plan)?.split(".").map(Number);
    if (parts === undefined) return [];
    return [parts, raise(parts), lower(parts)].filter((candidate) => compareVersions(operator, candidate, parts));
  });
  const isAccepted = (candidate: readonly number[]): boolean =>
    filters.every(({ operator, value }) => {
      const parts = findPlanText(value, plan)?.split(".").map(Number);
      return parts === undefined || compareVersions(operator, candidate, parts);
    });
  return ([USUAL_VERSION, ...accepted].find(isAccepted) ?? USUAL_VERSION).join(".");
}

const USUAL_VERSION = [1, 1, 1586, 0];

function raise(parts: readonly number[]): number[] {
  return [...parts.slice(0, -1), (parts.at(-1) ?? 0) + 1];
}

/** A version right below: `1.2` to `1.1.9999`, since a part is never negative. */
function lower(parts: readonly number[]): number[] {
  const last = parts.findLastIndex((part) => part > 0);
  return last < 0 ? [0, 0] : [...parts.slice(0, last), (parts[last] ?? 1) - 1, 9999].slice(0, 4);
}

function compareVersions(operator: string, a: readonly number[], b: readonly number[]): boolean {
  const index = [0, 1, 2, 3].find((i) => (a[i] ?? 0) !== (b[i] ?? 0));
  const sign = index === undefined ? 0 : Math.sign((a[index] ?? 0) - (b[index] ?? 0));
  switch (operator) {
    case "<":
      return sign < 0;
    case "<=":
      return sign <= 0;
    case ">":
      return sign > 0;
    case ">=":
      return sign >= 0;
    case "!=":
      return sign !== 0;
    default:
      return sign === 0;
  }
}
