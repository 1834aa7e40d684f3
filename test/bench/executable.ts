import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import packageJson from "../../package.json" with { type: "json" };
import { fetchNode } from "../../src/build/executables/fetch-node.ts";
import { findOwnTarget } from "../../src/build/executables/targets.ts";
import { PROJECT } from "./cases.ts";
import { writeInputs } from "./inputs.ts";
import { measureInTurn, runProcess } from "./measure.ts";
import type { Case, Measure, Series } from "./measure.ts";

/** Makes this platform's executable; measures its start with a build of twelve resources, an empty program of the Node.js that is in it, and its size in MB. */
export async function measureExecutable(series: Series): Promise<readonly (Measure & { readonly unit?: "MB" })[]> {
  const target = findOwnTarget();
  if (!target) throw new Error(`there is no executable for ${process.platform}-${process.arch}`);
  const folder = mkdtempSync(join(tmpdir(), "remedyc-executable-"));
  try {
    const program = join(PROJECT, "src", "build", "executables", "executables.ts");
    await runProcess([process.execPath, "--import", "tsx", program, "--only", target.name, "--out", folder], {
      signal: series.signal,
      folder: PROJECT,
    });
    const executable = join(folder, `remedyc-${packageJson.version}-${target.name}${target.system === "win" ? ".exe" : ""}`);
    const input = join(folder, "input");
    const [file = ""] = writeInputs(input, 12, false);
    const out = join(folder, "out");
    const node = fetchNode(target, join(PROJECT, "node_modules", ".cache", "remedyc-executables"));
    const cases: readonly Case[] = [
      { name: "empty", command: [node, "-e", "0"] },
      {
        name: "build",
        command: [executable, "build", file, "--root", input, "--out", out, "--target", "standalone"],
        prepare: () => rmSync(out, { recursive: true, force: true }),
      },
    ];
    const times = await measureInTurn(cases, series);
    const megabytes = statSync(executable).size / 1e6;
    return [...cases.flatMap((each) => times.get(each) ?? []), { fastest: megabytes, median: megabytes, unit: "MB" }];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
