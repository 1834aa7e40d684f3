import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { parseSource } from "../grammar/parse-source.ts";
import { printTokens } from "../grammar/print-tokens.ts";
import { createCompiler } from "../src/cli/compiler-session.ts";
import { compileFile } from "../src/compiler/compile.ts";
import type { CompiledFile, Compiler } from "../src/compiler/compile.ts";
import { renderText } from "../src/diagnostics/renderers/text.ts";
import { planToJson } from "../src/plan/json.ts";
import type { EmittedScript } from "../src/powershell/emit.ts";
import { tellPlan } from "../src/plan/story.ts";
import { printTree } from "../src/syntax/print-tree.ts";

const PROJECT = fileURLToPath(new URL("../", import.meta.url));
const EXAMPLES = join(PROJECT, "examples");
const BASELINES = join(PROJECT, "test", "baselines");
const UPDATE = process.env["UPDATE_BASELINES"] === "1";
const HOW = "Read the difference; when it is right, run 'npm run test:update' and commit it.";

/** Parameters that an example cannot be built without. */
const PARAMETERS: { readonly [example: string]: readonly { readonly name: string; readonly value: string }[] } = {
  "service-virtual-account.remedy": [{ name: "service_name", value: "DIAHostService" }],
  "intents/service-runs.remedy": [{ name: "service_name", value: "ContosoAgent" }],
};

/** Every `.remedy` below `examples/`, by its path there. */
function findExamples(folder = EXAMPLES): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) =>
      entry.isDirectory() ? findExamples(join(folder, entry.name)) : entry.name.endsWith(".remedy") ? [join(folder, entry.name)] : [],
    )
    .map((path) => (folder === EXAMPLES ? relative(EXAMPLES, path).split(sep).join("/") : path))
    .sort();
}

/** What of a script is the remedy's own: all but the functions, which stand there by their names. A change of one function is a line elsewhere, not one in every script. */
function ownText({ pieces: [head = "", , run = ""], functions }: EmittedScript): string {
  const names = functions.map((name) => `# function ${name}\r\n`).join("");
  return `${head}${names}${run.trimStart()}`;
}

/** Each stage of one example as text, by file name. */
async function makeStages(example: string, compiler: Compiler): Promise<Map<string, string>> {
  const path = `examples/${example}`;
  const bytes = readFileSync(join(EXAMPLES, example));
  const parsed = parseSource(path, bytes);
  const given = (PARAMETERS[example] ?? []).map((parameter) => ({ remedy: undefined, span: undefined, ...parameter }));
  const compiled: CompiledFile = await compileFile(path, compiler, { targets: undefined, parameters: given });
  const stages = new Map<string, string>();
  // Many short recipes: what a reviewer of one reads, and no more.
  const isShort = example.startsWith("intents/");
  if (parsed.value && !isShort) {
    stages.set("tokens.txt", printTokens(parsed.value.source));
    stages.set("tree.txt", printTree(parsed.value));
  }
  stages.set("diagnostics.txt", compiled.diagnostics.map((diagnostic) => renderText(diagnostic, { color: false })).join(""));
  for (const { plan } of isShort ? [] : compiled.plans)
    stages.set(`${plan.remedy.name}.${plan.target}.plan.json`, `${JSON.stringify(planToJson(plan), undefined, 1)}\n`);
  for (const remedy of compiled.program.remedies) {
    const plans = compiled.plans.filter((each) => each.remedy === remedy).map((each) => each.plan);
    if (plans.length > 0) stages.set(`${remedy.name.text}.story.txt`, tellPlan(plans, compiled.program.catalog));
  }
  for (const { file, script } of compiled.scripts)
    if (!isShort || file.startsWith("intune.remediation/")) stages.set(file, ownText(script));
  return stages;
}

function listFiles(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .sort();
}

describe("baselines of the examples, stage by stage", async () => {
  const compiler = await createCompiler(PROJECT);
  const examples = findExamples();

  test("there are examples, and every baseline belongs to one", () => {
    expect(examples).toContain("entra-provisioning-agent.remedy");
    const folders = listFiles(BASELINES).map((file) => file.split("/")[0]);
    expect(
      [...new Set(folders)].filter((folder) => !examples.some((example) => baselineName(example) === folder)),
      `Baselines without an example. ${HOW}`,
    ).toEqual([]);
  });

  test.each(examples)("%s", async (example) => {
    const folder = join(BASELINES, baselineName(example));
    const stages = await makeStages(example, compiler);
    if (UPDATE) {
      rmSync(folder, { recursive: true, force: true });
      for (const [name, text] of stages) {
        mkdirSync(dirname(join(folder, name)), { recursive: true });
        writeFileSync(join(folder, name), text, "latin1");
      }
    }
    expect(listFiles(folder), `Missing or orphaned baselines. ${HOW}`).toEqual([...stages.keys()].sort());
    for (const [name, text] of stages) expect(text, `${example}: ${name} differs. ${HOW}`).toBe(readFileSync(join(folder, name), "latin1"));
  });

  test.each(examples)("%s compiles to the same bytes again, in ASCII with CRLF", async (example) => {
    const first = await makeStages(example, compiler);
    const second = await makeStages(example, await createCompiler(PROJECT));
    expect([...second]).toEqual([...first]);
    for (const [name, text] of first) {
      if (!name.endsWith(".ps1")) continue;
      expect(text).toMatch(/^[\x09\x0a\x0d\x20-\x7e]*$/);
      expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
    }
  });
});

function baselineName(example: string): string {
  return example.replace(/\.remedy$/, "").replaceAll("/", "-");
}
