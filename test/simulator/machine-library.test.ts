import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readTemplateLibrary } from "../../src/build/generate.ts";
import { readSimulator } from "../../src/build/read-simulator.ts";
import type { TemplateFunction } from "../../src/powershell/library.ts";
import { createPrelude, decodeResult, encodeRequest, findSimulatorGaps, getStandInName } from "../../src/simulator/prelude.ts";
import { createHealthyMachine } from "../../src/simulator/machine.ts";

const library = readTemplateLibrary();
const simulator = readSimulator();
const without = (name: string): TemplateFunction[] => simulator.functions.filter((one) => one.name !== name);
const findFunction = (name: string): TemplateFunction => {
  const found = [...library.functions, ...simulator.functions].find((one) => one.name === name);
  if (found === undefined) throw new Error(`no function ${name}`);
  return found;
};

describe("the simulator's functions", () => {
  it("stand in for exactly the platform's, with the same parameters", () => {
    expect(findSimulatorGaps(library, simulator)).toEqual([]);
  });

  it("lack one: that is said by its name", () => {
    expect(findSimulatorGaps(library, { functions: without("Get-SimulatedClock") })).toEqual([
      "the simulated Windows has no Get-SimulatedClock for the platform function Get-Clock",
    ]);
  });

  it("have one too many, or with other parameters, or with a script's own name: that is said", () => {
    const extra = { ...findFunction("Get-SimulatedClock"), name: "Get-SimulatedMoon" };
    expect(findSimulatorGaps(library, { functions: [...simulator.functions, extra] })).toEqual([
      "Get-SimulatedMoon stands in for no platform function",
    ]);
    const changed = { ...findFunction("Grant-SimulatedUserRight"), parameters: ["Right", "Name"] };
    expect(findSimulatorGaps(library, { functions: [...without(changed.name), changed] })).toEqual([
      "Grant-SimulatedUserRight has the parameters (Right, Name), and Grant-UserRight has (Right, Sid)",
    ]);
    const clash = { ...findFunction("Add-Story"), name: "Select-Package" };
    expect(findSimulatorGaps(library, { functions: [...simulator.functions, clash] })).toEqual([
      "Select-Package of the simulator has the name of a function of compiled scripts",
    ]);
  });

  it("begin with the effect of the platform function that they stand in for", () => {
    const native = [
      ...["Get-FolderApi", "Get-LsaApi", "Get-NativeType", "Get-NetApi", "Get-OpenAttribute", "Get-ProcessApi", "Get-SecurityApi"],
      ...[
        "Get-WlanApi",
        "Invoke-PowerShellJob",
        "Open-LsaPolicy",
        "Open-RegistryKey",
        "Open-Task",
        "Open-TaskFolder",
        "Open-WlanSession",
        "Write-Privilege",
      ],
    ];
    for (const one of library.functions.filter((candidate) => candidate.layer === "platform")) {
      const { text } = findFunction(getStandInName(one.name));
      expect(text, one.name).toContain(native.includes(one.name) ? `throw '${one.name} was called` : `Enter-Effect -Name '${one.name}'`);
    }
  });
});

describe("the prelude", () => {
  it("defines every function for the whole engine, and an alias for every platform function", () => {
    const prelude = createPrelude(simulator);
    expect(prelude.match(/^function global:/gm)).toHaveLength(simulator.functions.length);
    expect(prelude.match(/^\$\{alias:/gm)).toHaveLength(library.functions.filter((one) => one.layer === "platform").length);
    expect(prelude).toContain("${alias:Get-Clock} = 'Get-SimulatedClock'");
  });

  it("is what the build has written", () => {
    const generated = JSON.parse(readFileSync(new URL("../../src/generated/simulator.json", import.meta.url), "utf8")) as {
      prelude: string;
    };
    expect(generated.prelude).toBe(createPrelude(simulator));
  });
});

describe("requests", () => {
  it("guard empty names, dates and tildes, which ConvertFrom-Json would refuse or change", () => {
    const machine = createHealthyMachine();
    machine.registry["HKLM\\SOFTWARE\\X"] = {
      values: { "": { type: "String", data: "2026-01-01T00:00:00" }, "~a": { type: "String", data: "~b" } },
    };
    const text = encodeRequest({ machine, script: null, parameters: {}, fault: null, restart: false });
    expect(text).toContain('"~":{"type":"String","data":"~2026-01-01T00:00:00"}');
    expect(text).toContain('"~~a":{"type":"String","data":"~~b"}');
  });

  it("are answered by JSON, and nothing else is taken", () => {
    expect(() => decodeResult("no json")).toThrow(SyntaxError);
  });
});

describe("the healthy machine", () => {
  it("is the same every time, and every registry key has those above it", () => {
    expect(createHealthyMachine()).toEqual(createHealthyMachine());
    const keys = Object.keys(createHealthyMachine().registry);
    for (const key of keys) if (key.includes("\\")) expect(keys, key).toContain(key.slice(0, key.lastIndexOf("\\")));
  });
});
