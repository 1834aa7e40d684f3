import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { splitIntoFiles, splitIntoSteps } from "./inputs.ts";
import type { Peer } from "./peers.ts";

/** TypeScript's native compiler on typed configuration objects: it checks each against the type of its kind and emits JavaScript. */
export const TYPESCRIPT: Peer = {
  title: "TypeScript 7.0.2",
  dependency: ["typescript", "7.0.2"],
  // The package's own command is a Node program that starts this one.
  locate: (modules) => [
    join(modules, "@typescript", `typescript-${process.platform}-${process.arch}`, "lib", process.platform === "win32" ? "tsc.exe" : "tsc"),
  ],
  writeInput(folder, count, many) {
    mkdirSync(folder, { recursive: true });
    const out = join(folder, "out");
    splitIntoFiles(count, many).forEach((size, i) =>
      writeFileSync(join(folder, `generated_${i}.ts`), generateModule(`generated_${i}`, size)),
    );
    writeFileSync(join(folder, "kinds.ts"), KINDS);
    writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions: { ...OPTIONS, outDir: out }, include: ["*.ts"] }));
    return { arguments: ["-p", folder], out };
  },
};

/** Strict, and without what only costs time here: the browser's types, types of packages, checks of TypeScript's own declarations. */
const OPTIONS = {
  target: "es2023",
  lib: ["es2023"],
  types: [],
  module: "esnext",
  moduleResolution: "bundler",
  strict: true,
  skipLibCheck: true,
};

/** As many lines as `generateRemedy` writes, with the same resources in the same steps. */
function generateModule(name: string, count: number): string {
  const steps = splitIntoSteps(count).map(
    ({ first, size }) =>
      `export const part_${first} = step("Part ${first}", [\n${Array.from({ length: size }, (_, i) => `  ${generateObject(first + i)},`).join("\n")}\n]);\n`,
  );
  return `/** Generated for measuring. */\nimport { os, service, step, when, type Remedy } from "./kinds.js";\nexport const remedy: Remedy = {\n  title:   "Generated ${name}",\n  version: "1.0.0",\n  targets: ["standalone"],\n};\nconst limit = "500MB";\nconst spooler = service("Spooler");\n\n${steps.join("\n")}`;
}

function generateObject(i: number): string {
  switch (i % 5) {
    case 0:
      return `{ kind: "registry_value", path: "HKLM\\\\SOFTWARE\\\\Contoso\\\\Product${i}", name: "Value${i}", data: ${i} }`;
    case 1:
      return `{ kind: "service", name: "Service${i}", state: "running", startup: "automatic" }`;
    case 2:
      return `when(spooler.exists && os.build >= ${14393 + i}, { kind: "registry_key", path: "HKLM\\\\SOFTWARE\\\\Contoso\\\\Key${i}", present: true })`;
    case 3:
      return `{ kind: "registry_value", path: "HKLM\\\\SOFTWARE\\\\Contoso\\\\Texts", name: "Text${i}", data: \`Text \${limit} of ${i}\` }`;
    default:
      return `{ kind: "package", name: { matches: /^Contoso Product ${i}( |$)/ }, present: false }`;
  }
}

/** What remedyc has built in: the kinds of resources and the facts. */
const KINDS = `export type RegistryPath = \`\${"HKLM" | "HKCU"}\\\\\${string}\`;
export interface RegistryValue { kind: "registry_value"; path: RegistryPath; name: string; data: number | string | readonly string[] }
export interface RegistryKey { kind: "registry_key"; path: RegistryPath; present: boolean }
export interface Service { kind: "service"; name: string; state?: "running" | "stopped"; startup?: "automatic" | "manual" | "disabled" }
export interface Package { kind: "package"; name: string | { matches: RegExp }; present: boolean }
export type Resource = RegistryValue | RegistryKey | Service | Package;
export interface Conditional { condition: boolean; then: Resource }
export interface Step { title: string; ensures: readonly (Resource | Conditional)[] }
export interface Remedy { title: string; version: \`\${number}.\${number}.\${number}\`; targets: readonly ("standalone" | "intune.remediation" | "configmgr.baseline")[] }
export interface ServiceFacts { name: string; exists: boolean; startup: NonNullable<Service["startup"]> }

export const os: { build: number } = { build: 22631 };
export function service(name: string): ServiceFacts { return { name, exists: true, startup: "manual" }; }
export function step(title: string, ensures: Step["ensures"]): Step { return { title, ensures }; }
export function when(condition: boolean, then: Resource): Conditional { return { condition, then }; }
`;
