import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createCompiler } from "../../src/cli/compiler-session.ts";
import { compileFile } from "../../src/compiler/compile.ts";
import { createMemoryHost } from "../../src/source/memory-host.ts";
import { runScript } from "../powershell/host.ts";
import { PROJECT } from "./cases.ts";
import { DETECTIONS } from "./detection-names.ts";
import type { DetectionCase } from "./detection-names.ts";
import { summarize } from "./measure.ts";
import type { Measure, Series } from "./measure.ts";

/**
 * Milliseconds that detections take on a healthy machine beyond the start of PowerShell itself (whole processes, in turn): the compiled one and one that a careful
 * engineer wrote. Both run on the same stand-ins (`by-hand/windows.ps1`), and so does an empty script, whose time is taken off.
 */
export async function measureDetection({ rounds, signal }: Series): Promise<readonly Measure[]> {
  const folder = mkdtempSync(join(tmpdir(), "remedyc-detection-"));
  try {
    const scripts = [{ file: join(folder, "empty.ps1"), text: `${readStandIns()}\nexit 0\n`, times: new Array<number>() }];
    for (const [index, detection] of DETECTIONS.entries()) {
      const texts = { compiled: await compileDetection(detection), hand: writeByHand(detection) };
      for (const [name, text] of Object.entries(texts)) scripts.push({ file: join(folder, `${name}${index}.ps1`), text, times: [] });
    }
    for (const { file, text } of scripts) writeFileSync(file, text);
    for (let round = 0; round <= rounds; round++) {
      for (const { file, times } of scripts) {
        const run = await runScript(file);
        signal.throwIfAborted();
        if (run.exitCode !== 0) throw new Error(`${file}: exit code ${run.exitCode ?? "none"}: ${run.stdout}${run.stderr}`);
        if (round > 0) times.push(run.durationMs);
      }
    }
    const [start, ...measured] = scripts.map(({ times }) => summarize(times));
    // Of two figures with their own noise: the fastest may come out above the median when the machine is busy.
    return measured.map((whole) => ({ fastest: whole.fastest - (start?.fastest ?? 0), median: whole.median - (start?.median ?? 0) }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The detection that remedyc compiles; functions defined later replace its own, so all else runs as it would be deployed. */
async function compileDetection(detection: DetectionCase): Promise<string> {
  const compiler = await createCompiler(PROJECT);
  const generated = writeRemedy(detection);
  const host = generated === undefined ? compiler.host : createMemoryHost({ "healthy.remedy": generated });
  const file = generated === undefined ? "examples/entra-provisioning-agent.remedy" : "healthy.remedy";
  const compiled = await compileFile(file, { ...compiler, host }, { targets: ["intune.remediation"], parameters: [] });
  const script = compiled.scripts.find((each) => each.role.role === "detect")?.script.text ?? "";
  return withStandIns(script, /^(?= *(?:Confirm-Bitness\r?$|if \(-not \(Test-Elevation\)\)))/m);
}

/** The remedy that looks at so many things; undefined for the example. */
function writeRemedy({ byHand, count }: DetectionCase): string | undefined {
  if (count === undefined) return undefined;
  const checks = Array.from({ length: count }, (_, i) =>
    byHand === "services.ps1"
      ? `    ensure service("Service${i}") { state: running }`
      : `    ensure registry_value('HKLM\\SOFTWARE\\Contoso', "Value${i}") { data: ${i} }`,
  );
  return `remedy healthy {\n  title: "Healthy"\n  version: 1.0.0\n  targets: [intune.remediation]\n  step one "One" {\n${checks.join("\n")}\n  }\n}\n`;
}

/** The same read by a script that was written by hand. */
function writeByHand({ byHand, count = 0 }: DetectionCase): string {
  const wanted = Array.from({ length: count }, (_, i) =>
    byHand === "services.ps1" ? `                'Service${i}'` : `    , @('SOFTWARE\\Contoso', 'Value${i}', ${i})`,
  );
  const script = readByHand(byHand).replace("#wanted", () => wanted.join("\n"));
  return withStandIns(script, /^#platform$/m);
}

function withStandIns(script: string, place: RegExp): string {
  if (!place.test(script)) throw new Error("the script has no place for the stand-ins of the bench");
  return script.replace(place, () => `${readStandIns()}\n`);
}

function readStandIns(): string {
  return readByHand("windows.ps1");
}

function readByHand(name: string): string {
  return readFileSync(join(PROJECT, "test/bench/by-hand", name), "utf8");
}
