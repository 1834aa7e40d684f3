import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { runReport } from "../../src/cli/report-intune.ts";
import type { ReportArguments } from "../../src/cli/commands/report.ts";
import { SCRIPTS } from "../../src/publishing/tenant.ts";
import { readDeviceRun } from "../../src/reporting/device-run.ts";
import { toCause } from "../../src/reporting/report.ts";
import { readSummaryLine } from "../../src/reporting/summary-line.ts";
import { createFolder, listFiles } from "../cli/support.ts";
import { createFakeGraph } from "../graph/support/fake-graph.ts";
import { GraphServer } from "../graph/support/graph-server.ts";
import { wrongAnswers } from "../graph/support/wrong-answers.ts";
import { createFleet, HOSTILE } from "./fleet.ts";

describe("a summary line", () => {
  test.each([
    ["COMPLIANT a 1.0.0 | 9 checks in 0.8 s", { word: "COMPLIANT", remedy: "a", version: "1.0.0", findings: [] }],
    [
      "noise\r\nNONCOMPLIANT a 1.0.0 | 2 of 9: logon_right: SeServiceLogonRight lacks S-1-5-80-0 (NT SERVICE\\ALL SERVICES); install: service is StartPending\r\n",
      {
        findings: [
          { item: "logon_right", reason: "SeServiceLogonRight lacks S-1-5-80-0 (NT SERVICE\\ALL SERVICES)", cause: "" },
          { item: "install", reason: "service is StartPending", cause: "" },
        ],
      },
    ],
    ["FIXED a 1.0.0 | 2 of 9 fixed: logon_right, install; restart needed", { word: "FIXED", findings: [], needsRestart: true }],
    [
      "FAILED a 1.0.0 | install: setup returned 1603; cause: MSI error 1920 (MSI log line 8812); and 3 more",
      { findings: [{ item: "install", reason: "setup returned 1603", cause: "MSI error 1920 (MSI log line 8812)" }] },
    ],
    [
      "FAILED a 1.0.0 | x: no start; seen in the log 'App' log: it stopped; warning: no log",
      { findings: [{ item: "x", reason: "no start", cause: "log 'App' log: it stopped" }] },
    ],
    [
      "BLOCKED a 1.0.0 | x: set by the domain GPO 'A; B'; add it there; y waits for x",
      { findings: [{ item: "x", reason: "set by the domain GPO 'A; B'; add it there", cause: "" }] },
    ],
    [
      "NONCOMPLIANT a 1.0.0 | 1 of 3: x: stopped | last run 2026-11-29: FAILED x: error 1069",
      {
        findings: [{ item: "x", reason: "stopped", cause: "" }],
        last: { date: "2026-11-29", word: "FAILED", findings: [{ item: "x", reason: "error 1069", cause: "" }] },
      },
    ],
  ])("%s", (line, expected) => {
    expect(readSummaryLine(line)).toMatchObject(expected);
  });

  test.each(["", "COMPLIANT", "compliant a 1 | x", "Exception: COMPLIANT a 1 x"])("%j is none", (text) => {
    expect(readSummaryLine(text)).toBeUndefined();
  });
});

test.each([
  ["failed by the remediation's own words", 2, "failed"],
  ["blocked by what the detection tells of the last run", 3, "blocked"],
])("a run is %s", (_, at, outcome) => {
  const state = createFleet(400).find(
    (each) =>
      String(each["preRemediationDetectionScriptOutput"]).includes(at === 3 ? "last run" : "Spooler is stopped") &&
      (at === 3 || each["remediationState"] === "scriptError"),
  );
  expect(readDeviceRun(state ?? {}, "x").outcome).toBe(outcome);
});

test.each([
  [{ detectionState: "fail", remediationState: "remediationFailed" }, "noncompliant", "the remediation did not help"],
  [{ detectionState: "scriptError" }, "failed", "the detection ended with an error and no summary line"],
  [{ detectionState: "fail" }, "noncompliant", "the detection gave no summary line"],
  [{ detectionState: "success", remediationState: "success" }, "fixed", undefined],
  [{}, "unknown", undefined],
])("without a summary line the states count: %j", (state, outcome, reason) => {
  const run = readDeviceRun(state, "x");
  expect([run.outcome, run.findings[0]?.reason, run.remedy, run.time]).toEqual([outcome, reason, "x", ""]);
});

test("what is the device's own does not part devices, and error numbers do", () => {
  expect(toCause("C: has 12.5 GB free after 3 days; C:\\Users\\ann\\x of S-1-5-21-1-2-3-1001; 4d36e967-e325-11ce-bfc1-08002be10318")).toBe(
    "C: has <n> GB free after <n> days; C:\\Users\\<user>\\x of <SID>; <id>",
  );
  expect(["13 jobs are stuck", "error 1069 of S-1-5-80-0", "error 5 stops it", "version 1.2 lacks it"].map(toCause)).toEqual([
    "<n> jobs are stuck",
    "error 1069 of S-1-5-80-0",
    "error 5 stops it",
    "version 1.2 lacks it",
  ]);
});

describe("remedyc report intune", () => {
  const report = async (options: Partial<ReportArguments> = {}, count = 120, prepare: (server: GraphServer) => void = () => undefined) => {
    const server = await new GraphServer().start();
    server.pageSize = 50;
    server.add({ displayName: "The print spooler runs", description: "remedyc-id: contoso/spooler" }, { runStates: createFleet(count) });
    server.add({ displayName: "Other", description: "remedyc-id: fabrikam/other" }, { runStates: [] });
    server.add({ displayName: "By hand", description: "" }, { runStates: createFleet(3) });
    prepare(server);
    const texts = { stdout: "", stderr: "" };
    const spies = (["stdout", "stderr"] as const).map((stream) =>
      vi.spyOn(process[stream], "write").mockImplementation((text) => {
        texts[stream] += String(text);
        return true;
      }),
    );
    const argv: ReportArguments = {
      auth: "device-code",
      cloud: "global",
      remedies: [],
      project: undefined,
      format: "text",
      out: undefined,
      ...options,
    };
    const folder = createFolder();
    try {
      return { exitCode: await runReport(argv, folder, createFakeGraph(server).connect), folder, server, ...texts };
    } finally {
      for (const spy of spies) spy.mockRestore();
    }
  };

  test("as a table: all pages, outcomes by remedy, causes with most devices first", async () => {
    const { exitCode, stdout, server } = await report();
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^remedy {3}devices {2}failed {2}blocked {2}noncompliant/);
    expect(stdout).toMatch(/\nspooler {6}120 /);
    expect(stdout).toMatch(/\n +\d+ {2}spooler, spooler: the service may not log on as a service \(event 7041\)\n {9}PC-/);
    expect(stdout).toContain("spooler, disk: C: has <n> MB free");
    expect(stdout).toContain("120 runs of 2 remedies\n");
    expect(server.requests.filter((request) => request.includes("deviceRunStates"))).toHaveLength(4);
  });

  test("as CSV: a line a finding; a formula is text", async () => {
    const { stdout } = await report({ format: "csv", project: "contoso" });
    const lines = stdout.split("\r\n");
    expect(lines[0]).toBe("remedy,version,device,user,os,outcome,item,reason,cause,time");
    expect(lines.length).toBeGreaterThan(121);
    expect(stdout).toContain(`"'${HOSTILE.replaceAll('"', '""')}"`);
  });

  test("as JSON, of one remedy", async () => {
    const { stdout } = await report({ format: "json", remedies: ["spooler"] });
    expect(JSON.parse(stdout)).toMatchObject({ remedies: [{ name: "spooler", title: "The print spooler runs" }], runs: { length: 120 } });
  });

  test("as one page without anything from outside, in which no text of a device is markup", async () => {
    const { exitCode, stderr, folder } = await report({ format: "html", out: "report.html" });
    expect([exitCode, stderr]).toEqual([0, "120 runs of 2 remedies written to report.html\n"]);
    const page = readFileSync(join(folder, "report.html"), "utf8");
    expect(page).not.toContain("<img");
    expect(page.match(/<\/script>/g)).toHaveLength(2);
    expect(page.replace(/id="data">.*/, "")).not.toMatch(/(?:src|href)=|@import|url\(/);
    expect(page).toContain("default-src 'none'; script-src 'sha256-");
  });

  test("with the outcomes of each day as Intune counts them, and without where it gives none", async () => {
    const history = async (answer: { readonly [field: string]: unknown }): Promise<unknown> => {
      const { stdout } = await report({ format: "json", remedies: ["spooler"] }, 1, (server) => {
        const [first] = server.scripts.keys();
        server.odd.set(`${SCRIPTS}/${first}/getRemediationHistory`, answer);
      });
      return (JSON.parse(stdout) as { readonly history: unknown }).history;
    };
    const day = { date: "2026-11-29", noIssueDeviceCount: 90, remediatedDeviceCount: 7, detectFailedDeviceCount: 3 };
    const expected = [{ remedy: "spooler", date: "2026-11-29", compliant: 90, fixed: 7, noncompliant: 3 }];
    expect(await history({ historyData: [day, { ...day, date: 7 }] })).toEqual(expected);
    expect(await history({ value: { historyData: [day] } })).toEqual(expected);
    expect(await history({ historyData: "x" })).toEqual([]);
  });

  test("names a remedy that there is not", async () => {
    const unknown = await report({ remedies: ["spoler"] }, 1);
    expect([unknown.exitCode, unknown.stderr]).toEqual([
      1,
      "error RMD8214: The tenant has no remedy 'spoler' that remedyc published. Did you mean 'spooler'?\n1 error\n",
    ]);
  });

  test("a file that cannot be written is told before anything is asked", async () => {
    for (const [out, reason] of [
      ["none/report.html", "there is no such file or folder"],
      [".", "it is a folder"],
      ["/dev/null", "it is no plain file"],
    ] as const) {
      const { exitCode, stderr, server } = await report({ out }, 1);
      expect([exitCode, stderr]).toEqual([1, `error RMD8216: '${out}' cannot be written: ${reason}.\n1 error\n`]);
      expect(server.requests).toEqual([]);
    }
  });

  test("a tenant that misbehaves from some request on is told with the request and what to do, and no half of a report is written", async () => {
    const { requests } = (await report({ project: "contoso" }, 60)).server;
    expect(requests).toHaveLength(4);
    for (const [i, request] of requests.entries())
      for (const { answer, says } of wrongAnswers) {
        const { exitCode, stdout, stderr, folder } = await report(
          { project: "contoso", out: "report.html", format: "html" },
          60,
          (server) => (server.diesAt = { request: i + 1, mode: answer }),
        );
        expect([request, exitCode, stdout, stderr]).toEqual([request, 1, "", expect.stringMatching(says) as string]);
        expect(listFiles(folder)).toEqual([]);
      }
  });
});
