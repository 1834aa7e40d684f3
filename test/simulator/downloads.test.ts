import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createHealthyMachine } from "../../src/simulator/healthy-machine.ts";
import { compileRecipeText, startRecipeRunner } from "./recipe-support.ts";
import type { CompiledRecipe, RecipeRunner } from "./recipe-support.ts";
import { startSimulation } from "./simulate.ts";

const HASH = "E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855";
const MSI = "https://download.contoso.com/agent%20setup.msi?sig=a";
const CFG = "https://Files.contoso.com/x.cfg";

/** What a machine is like, and what comes of a fix there. */
const scenario = (title: string, given: string, fix = "failed") => `scenario "${title}" for sample {
  given {
    ${given}
  }
  expect detect noncompliant
  expect fix ${fix}
}
`;
const MISSING = 'package("Contoso Agent") absent';
const OLD = "file('C:\\Program Files\\Contoso\\x.cfg') { content: \"old\" }";
const remedy = (body: string, scenarios: readonly string[], context = "system") => `remedy sample {
  title: "A sample"
  version: 1.0.0
  context: ${context}
  targets: [intune.remediation]
  step one "One" {
    ${body}
  }
}
${scenarios.join("")}`;

const PACKAGE = remedy(
  `ensure package("Contoso Agent") present { source: "${MSI}", sha256: "${HASH}", arguments: ["A=1"], provides: [service("Agent")] }`,
  [
    scenario("it is missing", MISSING, "succeeded"),
    scenario("it lacks what it brings", 'package("Contoso Agent") { version: 1.1.1586.0 }\n    service("Agent") absent', "succeeded"),
    scenario("nothing is there", `${MISSING}\n    file("${MSI}") absent`),
    scenario("another file is there", `${MISSING}\n    file("${MSI}") { content: "<html>" }`),
    scenario("its setup fails", `${MISSING}\n    file("${MSI}") { exit_code: 1603 }`),
    scenario("it is too large", `${MISSING}\n    file("${MSI}") { size: 5GB }`),
  ],
);
const FILE = remedy(`ensure file('C:\\Program Files\\Contoso\\x.cfg') { source: "${CFG}", sha256: "${HASH}" }`, [
  scenario("it is another one", OLD, "succeeded"),
  scenario("the server is slow", `${OLD}\n    file("${CFG}") { duration: 45m }`),
  scenario("nobody answers", `${OLD}\n    network.can_connect("files.contoso.com", 443): false`),
  scenario("it may not be written", OLD.replace("}", ", denied: true }"), "blocked"),
]);
const OF_A_PERSON = remedy(`ensure file('%LOCALAPPDATA%\\x.cfg') { source: "${CFG}", sha256: "${HASH}" }`, [], "user");

let runner: RecipeRunner;
beforeAll(async () => {
  runner = await startRecipeRunner();
});
afterAll(() => runner.close());

const all: readonly CompiledRecipe[] = await Promise.all([PACKAGE, FILE].map((text) => compileRecipeText(text)));
const recipeOf = (index: number): CompiledRecipe => all[index] ?? expect.fail("no such recipe");
const cases = all.flatMap((recipe, i) => recipe.scenarios.map(({ title }) => [i === 0 ? "package" : "file", title, recipe] as const));

describe("what is downloaded", () => {
  test.each(cases)(
    "%s: %s",
    async (_, title, recipe) => {
      expect(await runner.failuresOf(recipe, title, "intune.remediation")).toEqual([]);
    },
    120_000,
  );

  test("a person's file lies in that person's folder of ours until it is copied", async () => {
    const simulation = await startSimulation();
    const { outputs } = await compileRecipeText(OF_A_PERSON);
    const machine = createHealthyMachine();
    Object.assign(machine.host, { account: "S-1-5-21-1-2-3-1001", elevated: false });
    machine.network.downloads[CFG] = { file: { content: "new", encoding: "utf8", written: 0, sha256: HASH }, duration: 1000 };
    const run = await simulation.runFile(machine, simulation.write(outputs[1]?.script.text ?? ""));
    expect(run.output.join("\n")).toMatch(/^FIXED /);
    const folder = machine.specialFolders["LocalApplicationData"] ?? "";
    expect(run.machine.files[`${folder}\\x.cfg`]).toMatchObject({ content: "new" });
    expect(run.effects.find((effect) => effect.function === "Receive-WebFile")?.text).toBe(
      `${CFG} ${folder}\\Remedyc\\sample\\download\\x.cfg`,
    );
    expect(Object.keys(run.machine.files).filter((path) => path.includes("\\download\\"))).toEqual([]);
  });

  test.each<[index: number, title: string, text: RegExp]>([
    [0, "nothing is there", /cannot download from download\.contoso\.com: the server answers 404/],
    [0, "another file is there", /the SHA-256 of what came from download\.contoso\.com is [0-9A-F]{64}, not E3B0C442/],
    [0, "its setup fails", /agent-20setup\.msi returned 1603/],
    [0, "it is too large", /cannot download from download\.contoso\.com: it has 5368709120 bytes, and there is room for 4294967296/],
    [1, "the server is slow", /cannot download from files\.contoso\.com: timed out after \d+ s/],
    [1, "nobody answers", /cannot download from files\.contoso\.com: No connection could be made/],
  ])("%i, %s: the summary line tells why", async (index, title, text) => {
    const [line] = await runner.summariesOf(recipeOf(index), title, "intune.remediation");
    expect(line).toMatch(text);
  });

  test.each([
    [0, "it is missing"],
    [1, "it is another one"],
  ])(
    "%i, %s: every fault of the transfer is stood, and of what it leaves",
    async (index, title) => {
      const { faults, survivors } = await runner.faultsOf(recipeOf(index), title, "intune.remediation", (_, effect) =>
        /^(?:Receive-WebFile|Clear-LogFile)$/.test(effect.function),
      );
      expect(faults).toBeGreaterThanOrEqual(6);
      expect(survivors).toEqual([]);
    },
    120_000,
  );
});
