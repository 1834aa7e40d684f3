import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { splitIntoFiles, splitIntoSteps } from "./inputs.ts";
import type { Peer } from "./peers.ts";

/** The newest version that runs on this Node: those after 1.11 need functions that Node 22 brought. */
const VERSION = Number(process.versions.node.split(".")[0]) >= 22 ? "1.17.0" : "1.11.0";

/**
 * TypeSpec's compiler on models that narrow the model of their kind, and operations. It checks them and writes nothing: emitters are packages of
 * their own, so ours does more in these rows.
 */
export const TYPESPEC: Peer = {
  title: `TypeSpec ${VERSION}`,
  dependency: ["@typespec/compiler", VERSION],
  locate: (modules) => [process.execPath, join(modules, "@typespec", "compiler", "cmd", "tsp.js")],
  writeInput(folder, count, many) {
    mkdirSync(folder, { recursive: true });
    const names = splitIntoFiles(count, many).map((size, i) => {
      writeFileSync(join(folder, `generated_${i}.tsp`), generateNamespace(`generated_${i}`, size));
      return `generated_${i}.tsp`;
    });
    writeFileSync(join(folder, "kinds.tsp"), KINDS);
    writeFileSync(join(folder, "main.tsp"), names.map((name) => `import "./${name}";\n`).join(""));
    return { arguments: ["compile", join(folder, "main.tsp"), "--warn-as-error"], out: undefined };
  },
};

/** As many lines as `generateRemedy` writes, with the same resources in the same steps. */
function generateNamespace(name: string, count: number): string {
  const steps = splitIntoSteps(count).map(
    ({ first, size }) =>
      `namespace part_${first} {\n${Array.from({ length: size }, (_, i) => `  ${generateDeclaration(first + i)}`).join("\n")}\n}\n`,
  );
  return `/** Generated for measuring. */\nimport "./kinds.tsp";\nusing Kinds;\n\n@summary("Generated ${name}")\nnamespace ${name};\n\nalias limit = "500MB";\nmodel Spooler extends Service { name: "Spooler" }\n\n${steps.join("\n")}`;
}

function generateDeclaration(i: number): string {
  switch (i % 5) {
    case 0:
      return `model Value${i} extends RegistryValue { path: "HKLM\\\\SOFTWARE\\\\Contoso\\\\Product${i}"; name: "Value${i}"; data: ${i} }`;
    case 1:
      return `model Service${i} extends Service { name: "Service${i}"; state: State.running; startup: Startup.automatic }`;
    case 2:
      return `op key${i}(spooler: Spooler, @minValue(${14393 + i}) build: int32): RegistryKey & { @key path: "HKLM\\\\SOFTWARE\\\\Contoso\\\\Key${i}" };`;
    case 3:
      return `model Text${i} extends RegistryValue { path: "HKLM\\\\SOFTWARE\\\\Contoso\\\\Texts"; name: "Text${i}"; data: "Text \${limit} of ${i}" }`;
    default:
      return `model Package${i} extends Package { @pattern("^Contoso Product ${i}( |$)") name: string; present: false }`;
  }
}

/** What remedyc has built in: the kinds of resources. */
const KINDS = `namespace Kinds;

enum State { running, stopped }
enum Startup { automatic, manual, disabled }
model RegistryValue { @pattern("^HK(LM|CU)\\\\\\\\") path: string; name: string; data: int32 | string | string[] }
model RegistryKey { present: boolean }
model Service { name: string; state?: State; startup?: Startup }
model Package { name: string; present: boolean }
`;
