import { spawnSync } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { getBundle } from "./bundled.ts";
import { createFolder, listFiles, readText, remedyText, spawnRemedyc, until } from "./support.ts";

/** Many remedies, so that a build takes a while. */
function createFleet(count: number): string {
  return createFolder(
    Object.fromEntries(
      Array.from({ length: count }, (_, i) => [
        `fleet/r${i}.remedy`,
        remedyText(`r${i}`, "standalone, intune.remediation, configmgr.baseline").replace("Sample", `Sample ${i}`),
      ]),
    ),
  );
}

describe("a process of its own", () => {
  test("gives the exit code, and no progress where standard error is no terminal", async () => {
    const folder = createFleet(60);
    const [good, wrong] = await Promise.all([spawnRemedyc(folder, ["build", "fleet"]).ended, spawnRemedyc(folder, ["buidl"]).ended]);
    expect([good.exitCode, good.stderr]).toEqual([0, ""]);
    expect(good.stdout).toContain("360 scripts and manifest.json written to out\n");
    expect([wrong.exitCode, wrong.stdout]).toEqual([2, ""]);
  });

  test("a reader that stops early is no error", async () => {
    const folder = createFleet(1);
    const { child, ended } = spawnRemedyc(folder, [
      "explain",
      ...Array.from({ length: 4000 }, (_, i) => `RMD${1001 + i}`),
      "--format",
      "json",
    ]);
    child.stdout.destroy();
    const { stderr } = await ended;
    expect(stderr).not.toMatch(/EPIPE|^\s+at /m);
  });

  test.each(["SIGINT", "SIGTERM"] as const)("%s during a build leaves nothing, or everything", async (signal) => {
    for (const wait of [150, 500]) {
      const folder = createFleet(80);
      const { child, ended } = spawnRemedyc(folder, ["build", "fleet"]);
      await new Promise((resolve) => setTimeout(resolve, wait));
      child.kill(signal);
      const { stderr } = await ended;
      expect(stderr).not.toMatch(/^\s+at /m);
      const written = listFiles(folder).filter((file) => !file.startsWith("fleet/"));
      expect([0, 481]).toContain(written.length);
    }
  });

  test.each(["SIGINT", "SIGTERM"] as const)("%s ends a build within a second while it computes", async (signal) => {
    const folder = createFolder({
      "a.remedy": remedyText().replace(
        /ensure service.*/,
        Array.from({ length: 12_000 }, (_, i) => `ensure service("S${i}") { state: running }`).join("\n"),
      ),
    });
    const { child, ended } = spawnRemedyc(folder, ["build", "a.remedy"]);
    await new Promise((resolve) => setTimeout(resolve, 1200));
    const start = performance.now();
    child.kill(signal);
    const { stderr } = await ended;
    expect(stderr).toBe(`[${signal}]`);
    expect(performance.now() - start).toBeLessThan(1000);
    expect(listFiles(folder)).toEqual(["a.remedy"]);
  });

  const hasScript = spawnSync("script", ["--version"]).status === 0;

  // script(1) gives a command a terminal.
  test.runIf(hasScript)("shows progress and colours on a terminal, and clears the line", () => {
    const folder = createFleet(1500);
    writeFileSync(join(folder, "fleet/bad.remedy"), remedyText("bad").replace("running", "runing"));
    const command = [process.execPath, join(getBundle(), "remedyc.cjs"), "check", "fleet"].map((word) => `'${word}'`).join(" ");
    const { stdout } = spawnSync("script", ["-qec", command, "/dev/null"], {
      cwd: folder,
      encoding: "utf8",
      env: { ...process.env, TERM: "xterm", NO_COLOR: undefined, FORCE_COLOR: undefined },
    });
    expect(stdout).toMatch(/\rchecking \d+ of 1501/);
    expect(stdout.lastIndexOf("\r\u001b[K")).toBeGreaterThan(stdout.lastIndexOf(" of 1501"));
    expect(stdout).toMatch(/\u001b\[31merror RMD3015/);
  });
});

describe("--watch", () => {
  test("builds again when a source, an import or a parameter file changes, and ends on SIGINT with the last build's exit code", async () => {
    const files = {
      "part.remedy": 'part p() {\n  ensure service("VaultSvc") { startup: manual }\n}\n',
      "a.remedy": `import "./part.remedy"\n${remedyText("sample", "standalone", "  param limit: int = 1\n").replace("    ensure", '    use p()\n    require os.build >= limit else "x"\n    ensure')}`,
      "values.yaml": "limit: 2\n",
    };
    const folder = createFolder(files);
    const { child, texts, ended, watching } = spawnRemedyc(folder, ["build", "a.remedy", "--params", "values.yaml", "--watch"]);
    await watching(1);
    expect(texts.stderr).toBe("watching 3 files; Ctrl-C ends\n");
    writeFileSync(join(folder, "part.remedy"), files["part.remedy"].replace("manual", "disabled"));
    await watching(2);
    expect(readText(folder, "out/standalone/sample.ps1")).toContain("-Startup 'disabled'");
    writeFileSync(join(folder, "values.yaml"), "limit: 7\n");
    await watching(3);
    expect(readText(folder, "out/standalone/sample.ps1")).toContain("[string]$Limit = '7'");
    writeFileSync(join(folder, "a.remedy"), files["a.remedy"].replace("running", "runing"));
    await watching(4);
    expect(texts.stderr).toContain("error RMD3015");
    child.kill("SIGINT");
    expect((await ended).exitCode).toBe(1);
  });

  test("a first build with errors is repaired while watching; the end is then 0", async () => {
    const folder = createFolder({ "a.remedy": remedyText().replace("running", "runing") });
    const { child, texts, ended, watching } = spawnRemedyc(folder, ["build", "a.remedy", "--watch"]);
    await watching(1);
    rmSync(join(folder, "a.remedy"));
    writeFileSync(join(folder, "a.remedy"), remedyText());
    // Between the two it may have been missed, so the rounds with errors are counted.
    const count = (text: string): number => texts.stderr.split(text).length - 1;
    await until(() => count("; Ctrl-C ends\n") > count("1 error\n"));
    child.kill("SIGINT");
    const { exitCode, stdout } = await ended;
    expect([exitCode, stdout]).toEqual([0, expect.stringContaining("1 script and manifest.json written to out")]);
  });
});
