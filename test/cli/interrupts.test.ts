import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { getPowerShell } from "../powershell/host.ts";
import { createFolder, readText, remedyText, spawnRemedyc, until } from "./support.ts";

const SCENARIO = (title: string): string => `
scenario "${title}" for sample {
  given { service("Spooler") { state: stopped } }
  expect detect noncompliant
  expect fix succeeded
}
`;
const SCENARIOS = Array.from({ length: 30 }, (_, i) => SCENARIO(`stopped ${i}`)).join("");
/** A remedy that takes the compiler many seconds. */
const LARGE = remedyText().replace(
  /ensure service.*/,
  Array.from({ length: 12_000 }, (_, i) => `ensure service("S${i}") { state: running }`).join("\n"),
);

let engine: readonly string[];
let environment: Readonly<Record<string, string>>;

beforeAll(async () => {
  const powershell = await getPowerShell();
  engine = [powershell.program, ...powershell.leading];
  environment = { ...powershell.environment, NUGET_PACKAGES: powershell.packages };
});

/** A folder with a program that starts PowerShell as a child and notes that child's number, as a tool's shim or somebody's wrapper does. */
function createShim(files: Readonly<Record<string, string>>, child = `${engine.map((word) => `'${word}'`).join(" ")} "$@"`): string {
  const folder = createFolder({ ...files, "tmp/keep": "", "children/keep": "" });
  writeFileSync(join(folder, "shim"), `#!/bin/sh\nexec 3<&0\n${child} <&3 &\n: > '${folder}/children/'$!\nwait\n`);
  chmodSync(join(folder, "shim"), 0o755);
  return folder;
}

const listChildren = (folder: string): number[] =>
  readdirSync(join(folder, "children"))
    .filter((name) => name !== "keep")
    .map(Number);

function isRunning(pid: number): boolean {
  // A process that has ended and that nobody has asked for yet still has a number; its state is Z.
  const state = existsSync(`/proc/${pid}/stat`) ? readFileSync(`/proc/${pid}/stat`, "utf8").replace(/^.*\) /s, "") : "Z";
  return !state.startsWith("Z");
}

const startTest = (folder: string, ...options: readonly string[]) => {
  const tmp = join(folder, "tmp");
  return spawnRemedyc(folder, ["test", "a.remedy", "--powershell", "./shim", ...options], {
    ...environment,
    TMPDIR: tmp,
    TEMP: tmp,
    TMP: tmp,
  });
};

describe.runIf(process.platform === "linux")("an interrupted test", () => {
  test.each(["SIGINT", "SIGTERM", "SIGHUP"] as const)(
    "%s ends what a shim has started, also one that is busy for long, and leaves no scripts",
    async (signal) => {
      const busy = signal === "SIGHUP" ? undefined : "sleep 600";
      const folder = createShim({ "a.remedy": remedyText() + SCENARIOS }, busy);
      const { child, ended } = startTest(folder, "--faults", "--jobs", "2");
      await until(() => listChildren(folder).length === 2, 60_000);
      // At work, not still at its start.
      await new Promise((resolve) => setTimeout(resolve, 1000));
      const start = performance.now();
      child.kill(signal);
      expect((await ended).stderr).toBe("");
      expect(performance.now() - start).toBeLessThan(1000);
      await until(() => !listChildren(folder).some(isRunning), 1000);
      expect(readdirSync(join(folder, "tmp")).filter((name) => name.startsWith("remedyc-"))).toEqual([]);
    },
    120_000,
  );

  test("ends within a second while it compiles", async () => {
    const folder = createShim({ "a.remedy": LARGE + SCENARIOS });
    const { child, ended } = startTest(folder);
    await new Promise((resolve) => setTimeout(resolve, 1000));
    const start = performance.now();
    child.kill("SIGINT");
    expect((await ended).stderr).toBe("[SIGINT]");
    expect(performance.now() - start).toBeLessThan(1000);
    expect(readdirSync(join(folder, "tmp")).filter((name) => name.startsWith("remedyc-"))).toEqual([]);
  }, 60_000);

  test("--watch ends so while it compiles again, and with the last result while it waits", async () => {
    const folder = createShim({ "a.remedy": remedyText() + SCENARIO("one") });
    const left = (): string[] => readdirSync(join(folder, "tmp")).filter((name) => name.startsWith("remedyc-"));
    const { child, ended, watching } = startTest(folder, "--watch", "--jobs", "1");
    await watching(1);
    expect(left()).toEqual([]);
    writeFileSync(join(folder, "a.remedy"), LARGE + SCENARIOS);
    await new Promise((resolve) => setTimeout(resolve, 1000));
    const start = performance.now();
    child.kill("SIGTERM");
    expect((await ended).stderr).toContain("[SIGTERM]");
    expect(performance.now() - start).toBeLessThan(1000);
    await until(() => !listChildren(folder).some(isRunning), 2000);
    expect(left()).toEqual([]);

    const other = createShim({ "a.remedy": remedyText() + SCENARIO("one") });
    const idle = startTest(other, "--watch", "--jobs", "1");
    await idle.watching(1);
    idle.child.kill("SIGHUP");
    expect((await idle.ended).exitCode).toBe(0);
    await until(() => !listChildren(other).some(isRunning), 2000);
  }, 120_000);
});

describe.runIf(process.platform !== "win32")("an interrupted sign", () => {
  /** Scripts, and a key and certificate to sign them. */
  async function createScripts(count: number): Promise<string> {
    const scripts = Object.fromEntries(Array.from({ length: count }, (_, i) => [`out/${i}.ps1`, `Get-Thing ${i}\r\n`]));
    const folder = createFolder(scripts);
    expect((await spawnRemedyc(folder, ["test-certificate", "--key", "rsa-2048"]).ended).exitCode).toBe(0);
    return folder;
  }
  const KEY = ["--certificate", "remedyc-test.cer"] as const;

  test("has signed all scripts or none, and leaves nothing else", async () => {
    const folder = await createScripts(1500);
    const seen = new Set<number>();
    for (const wait of [900, 1300, 1700, 2100, 2500]) {
      const { child, ended } = spawnRemedyc(folder, ["sign", "out", "--key", "remedyc-test.key", ...KEY]);
      await new Promise((resolve) => setTimeout(resolve, wait));
      child.kill("SIGINT");
      await ended;
      const files = readdirSync(join(folder, "out"));
      expect(files).toHaveLength(1500);
      const signed = files.filter((name) => readText(folder, "out", name).includes("# SIG # Begin")).length;
      expect([0, 1500]).toContain(signed);
      seen.add(signed);
      for (const name of files) writeFileSync(join(folder, "out", name), "Get-Thing\r\n");
    }
    expect(seen.has(0)).toBe(true);
  }, 60_000);

  test("ends a signer command with it, and one that never stops writing", async () => {
    const folder = await createScripts(1);
    writeFileSync(join(folder, "slow.sh"), "#!/bin/sh\necho $$ > pid\nexec sleep 600\n");
    writeFileSync(join(folder, "endless.sh"), "#!/bin/sh\nexec yes\n");
    for (const name of ["slow.sh", "endless.sh"]) chmodSync(join(folder, name), 0o755);
    const slow = spawnRemedyc(folder, ["sign", "out", "--signer-command", "./slow.sh", ...KEY]);
    await until(() => existsSync(join(folder, "pid")) && readText(folder, "pid") !== "");
    slow.child.kill("SIGTERM");
    expect((await slow.ended).exitCode).toBe(143);
    await until(() => !isRunning(Number(readText(folder, "pid"))), 2000);
    const endless = await spawnRemedyc(folder, ["sign", "out", "--signer-command", "./endless.sh", ...KEY]).ended;
    expect([endless.exitCode, endless.stderr]).toEqual([1, expect.stringContaining("RMD8027")]);
  }, 60_000);

  test("a password from a stream without an end is told", async () => {
    const folder = await createScripts(1);
    const line = [
      "--import",
      import.meta.resolve("tsx"),
      join(process.cwd(), "src/cli/main.ts"),
      "sign",
      "out",
      "--pfx",
      "remedyc-test.key",
    ];
    const { status, stderr } = spawnSync("/bin/sh", ["-c", '"$0" "$@" --password-stdin < /dev/zero', process.execPath, ...line], {
      cwd: folder,
      encoding: "utf8",
      timeout: 30_000,
    });
    expect([status, stderr]).toEqual([1, expect.stringContaining("standard input")]);
  }, 60_000);
});
