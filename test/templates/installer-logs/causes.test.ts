import { beforeAll, describe, expect, test } from "vitest";
import { runCases } from "../run-cases.ts";
import type { CaseResult } from "../run-cases.ts";
import { events, samples } from "./log-samples.ts";

const run = ({ id, values, source }: (typeof events)[string]): string =>
  `[pscustomobject]@{ Id = ${String(id)}; Source = '${source}'; Values = [string[]]@(${values.map((value) => `'${value.replaceAll("'", "''")}'`).join(", ")}) } | ForEach-Object { Format-EventRecord $_; Format-CrashText $_ }`;

let result: (name: string) => CaseResult;

beforeAll(async () => {
  const cases = Object.entries(samples).map(([name, { log, given = "", encoding = "UTF8" }]) => {
    // PowerShell takes curly quotation marks for straight ones
    const text = Buffer.from(log.join("\r\n")).toString("base64");
    return [
      name,
      `Reset-Installer; ${given}; New-FakeFile 'C:\\Windows\\Temp\\a.log' @{ Bytes = [byte[]]([Text.Encoding]::${encoding}.GetBytes([Text.Encoding]::UTF8.GetString([Convert]::FromBase64String('${text}')))) }; Invoke-InstallerLogsDiagnose -Paths 'C:\\Windows\\Temp\\*.log'; $script:Findings`,
    ] as const;
  });
  result = await runCases({
    functions: ["Invoke-InstallerLogsDiagnose", "Format-EventRecord", "Format-CrashText"],
    fakes: ["services", "installer"],
    cases: Object.fromEntries([...cases, ...Object.entries(events).map(([name, sample]) => [`event: ${name}`, run(sample)] as const)]),
  });
});

describe("the cause that a log names", () => {
  test.each(Object.entries(samples))("%s", (name, { found }) => {
    expect(result(name)).toEqual(expect.objectContaining({ output: found, error: "" }));
  });
});

describe("the cause that an event names", () => {
  test.each(Object.entries(events))("%s", (name, { text }) => {
    expect(result(`event: ${name}`)).toEqual(expect.objectContaining({ output: [text], error: "" }));
  });
});
