import { expect, test } from "vitest";
import { diagnose } from "../../src/diagnosis/diagnose.ts";
import { createMemorySource } from "../../src/diagnosis/readers/byte-source.ts";
import { createEventFile } from "./event-file.ts";
import { packageLog } from "./machine-logs.ts";

type Files = { readonly [name: string]: string | Uint8Array };

async function tell(
  files: Files,
): Promise<{ readonly chains: readonly (readonly string[])[]; readonly rules: readonly string[]; readonly seen: readonly string[] }> {
  const inputs = Object.entries(files).map(([name, content]) => ({
    name,
    open: <T>(use: (source: ReturnType<typeof createMemorySource>) => Promise<T>): Promise<T> =>
      use(createMemorySource(Buffer.from(content))),
  }));
  const { value } = await diagnose(inputs, { codePage: "windows-1252", redact: false });
  return {
    chains: value.causes.map(({ chain }) => chain.map(({ text }) => text)),
    rules: value.causes.map(({ advice }) => advice.rule),
    seen: value.seen.map(({ text }) => text),
  };
}

const four = (message: string, severity = "Info"): string =>
  `[2026-11-23 12:00:30.540] [Install] [Start-ADTProcess] [${severity}] :: ${message}`;
const three = (message: string): string => `[11-23-2026 12:00:30.540] [Installation] [Execute-Process] [Error] :: ${message}`;
const cmtrace = (message: string): string =>
  `<![LOG[[Install] :: ${message}]LOG]!><time="12:00:35.000" date="11-23-2026" component="Start-ADTProcess" context="" type="1" thread="1" file="">`;

const FAILED = [
  "Executing [C:\\Windows\\System32\\msiexec.exe /i agent.msi /qn]...",
  "Execution failed with exit code [1603].",
  "[Contoso_Agent_2.4] install completed with exit code [60001].",
];
const RETURNED = "'C:\\Windows\\System32\\msiexec.exe /i agent.msi /qn' returned 1603 (fatal error during the installation)";

test.each([
  ["version 4", (line: string) => four(line)],
  ["version 3", three],
  ["CMTrace", cmtrace],
])("a deployment by the PSAppDeployToolkit, %s: its end, and the command that failed", async (_, write) => {
  const { chains, rules } = await tell({ "a.log": FAILED.map(write).join("\r\n") });
  expect(chains).toEqual([
    [
      "PSAppDeployToolkit: the deployment of Contoso_Agent_2.4 ended with 60001 (the script of the PSAppDeployToolkit ended with an error)",
      `PSAppDeployToolkit: ${RETURNED}`,
    ],
  ]);
  expect(rules).toEqual(["psadt-process"]);
});

test("what the script got over is no cause, nor is a restart; what nobody wrote the end of is", async () => {
  const [executing = "", failed = ""] = FAILED;
  for (const code of [0, 3010, 1641])
    expect(
      (
        await tell({
          "a.log": [executing, failed, `[App] install completed with exit code [${code}].`].map((line) => four(line)).join("\n"),
        })
      ).chains,
    ).toEqual([]);
  expect((await tell({ "a.log": [executing, failed].map((line) => four(line)).join("\n") })).chains).toEqual([
    [`PSAppDeployToolkit: ${RETURNED}`],
  ]);
  expect((await tell({ "a.log": four("[App] install completed with exit code [60012].", "Warning") })).rules).toEqual(["psadt-60012"]);
  expect(
    (await tell({ "a.log": [four("Executing [setup.exe]..."), four("Execution failed with exit code [1618].")].join("\n") })).rules,
  ).toEqual(["exit-1618"]);
});

test("a channel that got a code of the toolkit says what it means", async () => {
  const entry = `<![LOG[Unmatched exit code (60012) is considered an execution failure.]LOG]!><time="12:00:35.000" date="11-23-2026" component="AppEnforce" context="" type="1" thread="1" file="">`;
  expect((await tell({ "AppEnforce.log": entry })).chains).toEqual([
    ["Configuration Manager: the setup returned 60012 (the user put the deployment off)"],
  ]);
});

const at = (second: number): string => `2026-11-23T11:00:${String(second).padStart(2, "0")}Z`;
const ended = { source: "Service Control Manager", id: 7031, time: at(30), values: ["CtsAgent", "1"] };
const crash = {
  source: "Application Error",
  id: 1000,
  time: at(28),
  values: ["CtsAgent.exe", "2.4.0.0", "65a1b2c3", "KERNELBASE.dll", "10.0", "65a1b2c4", "e0434352", "0001", "0x1a2c"],
};
const thrown = {
  source: ".NET Runtime",
  id: 1026,
  time: at(28),
  values: [
    "Application: CtsAgent.exe\nFramework Version: v4.0.30319\nException Info: System.IO.FileNotFoundException\n   at Contoso.Main()",
  ],
};
const EXCEPTION = "event 1026: program CtsAgent.exe ended by an exception that it did not handle: System.IO.FileNotFoundException";

test("a service that ended unexpectedly did so by the crash of its program in that minute, and by no other", async () => {
  const both = { "System.evtx": createEventFile([ended]), "Application.evtx": createEventFile([crash, thrown]) };
  expect((await tell(both)).chains).toContainEqual(["event 7031: service CtsAgent ended unexpectedly", EXCEPTION]);
  const later = await tell({ ...both, "Application.evtx": createEventFile([{ ...thrown, time: "2026-11-23T14:00:00Z" }]) });
  expect(later.chains).toContainEqual(["event 7031: service CtsAgent ended unexpectedly"]);
  const other = await tell({
    ...both,
    "Application.evtx": createEventFile([{ ...crash, values: ["Other.exe", ...crash.values.slice(1)] }]),
  });
  expect(other.chains).toEqual([
    ["event 1000: program Other.exe crashed in KERNELBASE.dll with 0xE0434352"],
    ["event 7031: service CtsAgent ended unexpectedly"],
  ]);
});

test("beside a failed installation crashes are only seen, and other events of their ids are none", async () => {
  const { chains, seen } = await tell({
    "a.log": packageLog(),
    "Application.evtx": createEventFile([
      crash,
      { source: "Microsoft-Windows-Kernel-Power", id: 41, time: at(1), values: ["159", "0x0"] },
      { source: "Windows Error Reporting", id: 1002, time: at(2), values: ["x"] },
      { source: "Other", id: 1000, time: at(3), values: ["x"] },
    ]),
  });
  expect(chains).toHaveLength(1);
  expect(seen).toEqual(
    expect.arrayContaining([
      "event 1000: program CtsAgent.exe crashed in KERNELBASE.dll with 0xE0434352",
      "event 41: Windows was restarted without having been shut down (bug check 0x0000009F)",
    ]),
  );
  expect(seen.join()).not.toContain("1002");
});
