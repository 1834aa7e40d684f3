import { spawnSync } from "node:child_process";
import { closeSync, existsSync, openSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { GraphServer } from "../graph/support/graph-server.ts";
import { createOutput } from "../publishing/support.ts";
import { startHttpServer } from "../signing/support/http-server.ts";
import { getBundle } from "./bundled.ts";
import { createFolder, listFiles, readText, remedyText, spawnRemedyc, until } from "./support.ts";
import type { Outcome } from "./support.ts";

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

describe("a process that publishes and reports", () => {
  const REDIRECT = new URL("../graph/support/redirect-graph.mjs", import.meta.url).href;

  /** A process that signs in as a machine of Azure does: its token comes from a server of this machine. */
  async function spawnAgainst(graph: GraphServer, folder: string, ...args: readonly string[]): Promise<Outcome> {
    const identity = await startHttpServer(() => ({
      status: 200,
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ access_token: graph.token, expires_on: String(Math.floor(Date.now() / 1000) + 3600), token_type: "Bearer" }),
    }));
    const environment = {
      NODE_OPTIONS: `--import ${REDIRECT}`,
      TEST_GRAPH: graph.url,
      IDENTITY_ENDPOINT: `${identity}/msi`,
      IDENTITY_HEADER: "x",
    };
    return await spawnRemedyc(folder, [...args, "--auth", "managed-identity"], environment).ended;
  }

  test("waits for a tenant that throttles, is not well and loses an answer, and has nothing to do afterwards", async () => {
    const graph = await new GraphServer().start();
    const folder = createOutput(
      [{ name: "spooler" }],
      "project: contoso\nremedies: { spooler: { assign: [{ all: devices, schedule: every hour }] } }",
    );
    graph.faults.push({ status: 429, headers: { "retry-after": "240" } }, { status: 503 }, undefined, "lost after");
    const publish = ["publish", "intune", "--allow-unsigned"] as const;
    const first = await spawnAgainst(graph, folder, ...publish);
    expect([first.exitCode, first.stderr, graph.scripts.size]).toEqual([
      0,
      "GET /beta/deviceManagement/deviceHealthScripts: HTTP status 429; going on in 240 s\n1 of 1: spooler created\n",
      1,
    ]);
    expect(first.stdout).toContain("1 of 1 carried out.");
    graph.diesAt = { request: graph.requests.length + 2, mode: { status: 200, body: "<html>" } };
    const broken = await spawnAgainst(graph, folder, ...publish);
    expect([broken.exitCode, broken.stderr]).toEqual([
      1,
      expect.stringMatching(/^error RMD8210: [^\n]*it is no JSON[^\n]*\n1 error\n$/) as string,
    ]);
    expect(broken.stdout).toBe("");
  });

  test("writes no half of a report", async () => {
    const graph = await new GraphServer().start();
    graph.add({ displayName: "S", description: "remedyc-id: contoso/spooler" }, { runStates: [{ id: "1" }, { id: "2" }] });
    graph.diesAt = { request: 3, mode: { status: 403, body: "{}" } };
    const folder = createFolder();
    const { exitCode, stdout, stderr } = await spawnAgainst(graph, folder, "report", "intune", "--format", "html", "--out", "r.html");
    expect([exitCode, stdout, stderr, listFiles(folder)]).toEqual([
      1,
      "",
      expect.stringMatching(
        /^error RMD8209: [^\n]*getRemediationHistory: HTTP status 403\. It needs the permission DeviceManagementScripts[^\n]*\n1 error\n$/,
      ) as string,
      [],
    ]);
  });

  test.runIf(existsSync("/dev/full"))("a result that cannot be written whole is an error, without a stack trace", () => {
    const full = openSync("/dev/full", "w");
    const { status, stderr } = spawnSync(process.execPath, [join(getBundle(), "remedyc.cjs"), "explain", "RMD1001"], {
      stdio: ["ignore", full, "pipe"],
      encoding: "utf8",
    });
    closeSync(full);
    expect([status, stderr]).toEqual([1, "error: standard output cannot be written: the disk is full\n"]);
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
