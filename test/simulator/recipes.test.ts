import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createCompiler } from "../../src/cli/compiler-session.ts";
import { compileFile } from "../../src/compiler/compile.ts";
import type { OutputScript } from "../../src/compiler/compile.ts";
import { lowerScenario } from "../../src/plan/lower/scenario.ts";
import type { PlanScenario } from "../../src/plan/scenario.ts";
import { createEnginePool } from "../../src/simulator/engine.ts";
import type { EnginePool } from "../../src/simulator/engine.ts";
import { runFaults } from "../../src/simulator/faults.ts";
import { decodeResult, encodeRequest, SIMULATION_TEXT } from "../../src/simulator/prelude.ts";
import { runScenario } from "../../src/simulator/run-scenario.ts";
import type { DeployedScripts, ScenarioContext } from "../../src/simulator/run-scenario.ts";
import { createScratch } from "./scratch.ts";
import { getPowerShell } from "../powershell/host.ts";

const PROJECT = fileURLToPath(new URL("../../", import.meta.url));
const RECIPE = "examples/entra-provisioning-agent.remedy";
/** Scenarios that also stand every fault; the others are tried with `remedyc test --faults`. */
const WITH_FAULTS = ["a clean server on which the right is missing", "the service is stopped"];

const compiler = await createCompiler(PROJECT);
const compiled = await compileFile(RECIPE, compiler, { targets: undefined, parameters: [] });
const scenarios = compiled.program.entry.declarations.flatMap((declaration) =>
  declaration.kind === "scenario" ? [lowerScenario(compiled.program, declaration)] : [],
);
const scratch = createScratch();
let pool: EnginePool;
let context: ScenarioContext;

beforeAll(async () => {
  const { command, leading } = await getPowerShell();
  const { prelude, server } = JSON.parse(readFileSync(`${PROJECT}src/generated/simulator.json`, "utf8")) as {
    readonly prelude: string;
    readonly server: string;
  };
  pool = createEnginePool({ program: command, leading }, scratch.put("server.ps1", server), scratch.put("prelude.ps1", prelude), 2);
  context = {
    windows: {
      async run(request) {
        const answer = await pool.run({ text: SIMULATION_TEXT, argument: encodeRequest(request), limit: 120_000 });
        if (answer.timedOut || answer.failure !== "") throw new Error(answer.failure || answer.position.join(" < "));
        return decodeResult(answer.output.join(""));
      },
    },
    store: scratch,
    catalog: compiled.program.catalog,
    emit: { catalog: compiled.program.catalog, library: compiler.library, userFunctions: [], compilerVersion: compiler.version },
  };
});

afterAll(() => {
  pool.close();
  scratch.remove();
});

function scriptsFor(target: string, change: (text: string) => string = (text) => text): DeployedScripts {
  const outputs = compiled.scripts.filter((output) => output.plan.target === target);
  const put = (output: OutputScript): string => scratch.put(output.file, change(output.script.text));
  const detect = outputs.find((output) => output.role.role === "detect");
  const fix = outputs.find((output) => output.role.role !== "detect");
  if (!fix) throw new Error(`no script for ${target}`);
  return {
    plan: fix.plan,
    detect: detect
      ? { path: put(detect), role: detect.role, parameters: {} }
      : { path: put(fix), role: fix.role, parameters: { WhatIf: true } },
    fix: { path: put(fix), role: fix.role },
  };
}

async function failuresOf(scenario: PlanScenario, scripts: DeployedScripts): Promise<string[]> {
  const { result } = await runScenario(scenario, scripts, context);
  return result.checks.filter((check) => !check.passed).map((check) => `${check.place ?? ""} ${check.name}: ${check.detail}`);
}

describe("the Entra recipe on simulated machines", () => {
  test("has a scenario for each way in which it is found", () => {
    expect(scenarios.length).toBeGreaterThanOrEqual(20);
  });

  for (const target of ["configmgr.baseline", "standalone"]) {
    test.each(scenarios.map((scenario) => [scenario.title, scenario] as const))(
      `${target}: %s`,
      async (_title, scenario) => {
        expect(await failuresOf(scenario, scriptsFor(target))).toEqual([]);
      },
      120_000,
    );
  }

  test.each(WITH_FAULTS)(
    "stands every fault: %s",
    async (title) => {
      const scenario = scenarios.find((candidate) => candidate.title === title);
      if (!scenario) throw new Error(`no scenario '${title}'`);
      const scripts = scriptsFor("configmgr.baseline");
      const { beforeFixes } = await runScenario(scenario, scripts, context);
      const { effects, faults, survivors } = await runFaults(beforeFixes, scripts, context);
      expect(survivors).toEqual([]);
      expect(effects).toBeGreaterThan(5);
      expect(faults).toBeGreaterThan(effects);
    },
    300_000,
  );

  test("a script that works again at every run is caught", async () => {
    // A template that takes the right away before it grants it, and does so whatever its test says.
    const broken = scriptsFor("configmgr.baseline", (text) =>
      text.replace(
        /^function Test-UserRight \{\r?\n(?:[ ]*#.*\r?\n)*([\s\S]*?param\([\s\S]*?\r?\n[ ]*\)\r?\n)/m,
        (head) => `${head}    if ($script:Remedy.Role -ne 'detect') { Revoke-UserRight -Right 'SeServiceLogonRight' -Sid 'S-1-5-20' }\r\n`,
      ),
    );
    const scenario = scenarios.find((candidate) => candidate.title === "nothing is wrong");
    if (!scenario) throw new Error("no scenario");
    const failures = await failuresOf(scenario, broken);
    expect(failures.join("\n")).toContain("SeServiceLogonRight");
  }, 120_000);
});
