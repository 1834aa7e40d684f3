/** `npx tsx test/powershell/run.ts script.ps1 arguments…`: runs a script (or `-Command text`) on the tests' PowerShell. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { getPowerShell } from "./host.ts";

const given = process.argv.slice(2);
const powershell = await getPowerShell();
const scratch = mkdtempSync(join(tmpdir(), "remedyc-run-"));
const exitCodeFile = join(scratch, "exit-code");
const what = given[0]?.startsWith("-") === true ? given : ["-File", ...given];
const result = spawnSync(powershell.command, [...powershell.leading, "-NoProfile", "-NonInteractive", ...what], {
  stdio: "inherit",
  env: { ...process.env, REMEDYC_HOST_EXITCODE_FILE: exitCodeFile },
});
try {
  const exitCode = Number(readFileSync(exitCodeFile, "utf8"));
  if (exitCode < 0 || exitCode > 255) process.stderr.write(`exit code ${exitCode}\n`);
} catch {
  // The script ended the process by itself; the shell's code is all there is.
}
rmSync(scratch, { recursive: true, force: true });
process.exitCode = result.status ?? 1;
