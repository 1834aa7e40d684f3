import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseTemplate } from "../powershell/library.ts";
import { createPrelude, findSimulatorGaps } from "../simulator/prelude.ts";
import { renderKindModules } from "./generate-kinds.ts";
import { renderRuleTables } from "./generate-rule-tables.ts";
import { buildPage } from "./pages.ts";
import { readSimulator } from "./read-simulator.ts";
import { listTemplates } from "./read-templates.ts";
import type { TemplateFunction, TemplateLibrary } from "../powershell/library.ts";

const PROJECT = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const OUT = join(PROJECT, "src", "generated");

/** Writes a file of `src/generated/`, whole or not at all, and only when its text changes (watchers stay quiet). */
export function writeGenerated(name: string, text: string): void {
  const path = join(OUT, name);
  mkdirSync(OUT, { recursive: true });
  if (readText(path) === text) return;
  const temporary = `${path}.${process.pid}`;
  writeFileSync(temporary, text);
  renameSync(temporary, path);
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}

/** Reads `templates/` into the library that compiled scripts are linked from. Throws when a file does not hold exactly the function of its name. */
export function readTemplateLibrary(): TemplateLibrary {
  const functions: TemplateFunction[] = [];
  const frames: { [name: string]: string } = {};
  for (const { path, place, stem, role } of listTemplates()) {
    if (role.sort === "frame") frames[stem] = readFileSync(path, "utf8").replaceAll("\r\n", "\n");
    if (role.sort !== "function") continue;
    const [found, ...more] = parseTemplate(role.layer, role.variant, readFileSync(path, "utf8"));
    if (found?.name !== stem || more.length > 0) throw new Error(`templates/${place} must hold the function '${stem}' and nothing else`);
    functions.push(found);
  }
  return { functions, frames };
}

/** The parts of scripts that publish, by file name without ending. */
function readPublishers(): { readonly [name: string]: string } {
  return Object.fromEntries(
    listTemplates().flatMap(({ path, stem, role }) =>
      role.sort === "publisher" ? [[stem, readFileSync(path, "utf8").replaceAll("\r\n", "\n")] as const] : [],
    ),
  );
}

/** The module that gathers what the files of a folder export under one name: what `remedyc import` understands, the rules of the linter. */
function renderGathered(folder: string, exported: string, type: string, from: string): string {
  const names = readdirSync(join(PROJECT, "src", folder))
    .filter((file) => file.endsWith(".ts"))
    .map((file) => file.slice(0, -3))
    .sort();
  const lines = names.map((name, i) => `import { ${exported} as ${exported}${i} } from "../${folder}/${name}.ts";`);
  const all = names.map((_, i) => `${exported}${i}`).join(", ");
  return `import type { ${type} } from "../${from}";\n${lines.join("\n")}\n\nexport const ${exported}s: readonly ${type}[] = [${all}];\n`;
}

/** The pages of `remedyc explain CODE`, by code. */
export function readPages(): { readonly [code: string]: string } {
  return Object.fromEntries(
    listFiles(join(PROJECT, "src", "diagnostics", "pages"), ".md").map((file) => [file.stem, readFileSync(file.path, "utf8")]),
  );
}

/** The files of `examples/` that recipes consist of, by their path there: `remedyc init --like` copies them. */
export function readRecipes(): { readonly [path: string]: string } {
  const folder = join(PROJECT, "examples");
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" }).map((path) => path.replaceAll("\\", "/"));
  return Object.fromEntries(
    paths
      .filter((path) => /\.(?:remedy|ts|ps1)$/.test(path))
      .sort()
      .map((path) => [path, readFileSync(join(folder, path), "utf8").replaceAll("\r\n", "\n")]),
  );
}

function listFiles(folder: string, ending: string): { readonly path: string; readonly stem: string }[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => ({ path: join(folder, name), stem: name.slice(0, -ending.length) }));
}

/** Brings everything in `src/generated/` up to date: the catalogue, what the kinds say of themselves, the templates' tables of what numbers in logs mean, the template library, the simulator, the pages, the recipes, the pages of reports and proofs. Throws when the simulator does not fit the platform. */
export async function generateAll(): Promise<void> {
  for (const [name, text] of renderKindModules()) writeGenerated(name, text);
  writeGenerated("importer-idioms.ts", renderGathered("importer/idioms", "idiom", "Idiom", "importer/idiom.ts"));
  writeGenerated("linter-rules.ts", renderGathered("linter/rules", "rule", "Rule", "linter/rule.ts"));
  const folder = join(PROJECT, "templates");
  for (const [path, text] of renderRuleTables(folder)) if (readText(join(folder, path)) !== text) writeFileSync(join(folder, path), text);
  const templates = readTemplateLibrary();
  writeGenerated("templates.json", JSON.stringify(templates));
  writeGenerated("publishers.json", JSON.stringify(readPublishers()));
  const simulator = readSimulator();
  const gaps = findSimulatorGaps(templates, simulator);
  if (gaps.length > 0) throw new Error(`the simulated Windows does not fit the platform functions of templates/:\n${gaps.join("\n")}`);
  writeGenerated(
    "simulator.json",
    JSON.stringify({
      prelude: createPrelude(simulator),
      server: readFileSync(join(PROJECT, "src", "simulator", "engine-server.ps1"), "utf8"),
    }),
  );
  writeGenerated("reportpage.json", JSON.stringify(await buildPage("reporting/page")));
  writeGenerated("proofpage.json", JSON.stringify(await buildPage("proof/page")));
  writeGenerated("pages.json", JSON.stringify(readPages()));
  writeGenerated("recipes.json", JSON.stringify(readRecipes()));
  const { generateCatalog } = await import("../resources/catalog/generate.ts");
  generateCatalog();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await generateAll();
  // Not with every build and test: there a page that is out of date is found.
  const { extractBuiltinCatalog, generateReference } = await import("../resources/catalog/generate.ts");
  generateReference(extractBuiltinCatalog().value);
  const { renderRulesPage } = await import("../diagnosis/rules/page.ts");
  writeFileSync(join(PROJECT, "docs", "log-rules.md"), renderRulesPage());
}
