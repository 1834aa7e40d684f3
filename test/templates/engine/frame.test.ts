import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Role } from "../assemble.ts";
import { runScript } from "../../powershell/host.ts";
import { assembleSample, ensure, machine, runSample, step, summary } from "./machine.ts";

const remedy = { items: ["a.1"], steps: (role: Role) => step("a", ensure(role, "a.1", "alpha")) };
const roles: readonly Role[] = ["detect", "remediate", "standalone"];
const all = roles.map((role) => ({ role }));

test("without administrator's rights it says so before it changes anything", async () => {
  const result = await runSample(remedy, machine("$global:Windows.Elevated = $false"), all);
  for (const run of [0, 1, 2])
    expect(summary(result, run)).toBe("FAILED sample 1.0.0 | administrator's rights are needed; nothing was changed");
  expect(result.runs.map((run) => run.exitCode)).toEqual([1, 1, 1603]);
  expect(result.windows).toMatchObject({ Story: [], Files: {}, Folders: {}, Marks: {}, Reads: [] });
});

test.each(["S-1-5-18", "S-1-5-19", "S-1-5-20"])(
  "rule 17: a remedy for the user that runs as %s is blocked, never compliant",
  async (sid) => {
    const result = await runSample(
      { ...remedy, state: { context: "user" } },
      machine(`$global:Windows.Sid = '${sid}'; $global:Windows.Settings = @{ alpha = 'on' }`),
      all,
    );
    for (const run of [0, 1, 2]) expect(summary(result, run)).toMatch(/^BLOCKED sample 1\.0\.0 \| this remedy is for the signed-in user/);
    expect(result.runs.map((run) => run.exitCode)).toEqual([1, 1, 20001]);
  },
);

test("a remedy for the user keeps its files in the profile and its marks in HKCU, and needs no elevation", async () => {
  const result = await runSample(
    { ...remedy, state: { context: "user" } },
    machine("$global:Windows.Elevated = $false; $global:Windows.Sid = 'S-1-5-21-1-2-3-1001'"),
    [{ role: "remediate" }],
  );
  expect(summary(result)).toMatch(/^FIXED /);
  const state = "C:\\Users\\ann\\AppData\\Local\\Remedyc\\sample";
  expect(Object.keys(result.windows["Files"] as object).sort()).toEqual([
    `${state}\\lock`,
    `${state}\\sample.jsonl`,
    `${state}\\sample.log`,
  ]);
  expect(Object.keys(result.windows["Session"] as object)).toEqual(["HKCU\\sample\\Changed a.1"]);
});

test("a 32-bit host starts 64-bit PowerShell with the parameters and switches that are set, and hands on output and exit code", async () => {
  const parameters = { Installer: "C:\\a b\\setup.exe", Account: "" };
  const result = await runSample({ ...remedy, state: { parameters } }, machine("$global:Windows.Narrow = $true"), [
    { role: "standalone", arguments: "-Installer 'D:\\my files\\x.exe' -Force -WhatIf" },
    { role: "detect" },
  ]);
  expect(summary(result, 0)).toMatch(/^wide: -NoProfile -NonInteractive -File \S+\.ps1 -Installer:D:\\my files\\x\.exe -Force -WhatIf$/);
  expect(summary(result, 1)).toMatch(/^wide: -NoProfile -NonInteractive -File \S+\.ps1$/);
  expect(result.runs.map((run) => run.exitCode)).toEqual([42, 42]);
  expect(result.windows).toMatchObject({ Folders: {}, Reads: [] });
});

test.each([
  ["a quote", "'a\"b'"],
  ["a backslash at the end", "'C:\\'"],
  ["nothing", "''"],
])("a 32-bit host refuses a parameter with %s", async (_what, value) => {
  const result = await runSample({ ...remedy, state: { parameters: { Installer: "x" } } }, machine("$global:Windows.Narrow = $true"), [
    { role: "standalone", arguments: `-Installer ${value}` },
  ]);
  expect(summary(result)).toBe(
    "FAILED sample 1.0.0 | 64-bit PowerShell needed: -Installer is empty, holds a quote or ends with a backslash, which cannot be handed on",
  );
  expect(result.runs[0]?.exitCode).toBe(1603);
});

test("a second run waits for the first, at most ten minutes", async () => {
  const short = await runSample(remedy, machine("$global:Windows.LockedUntil = 300000"), [{ role: "remediate" }]);
  expect(summary(short)).toMatch(/^FIXED /);
  const long = await runSample(remedy, machine("$global:Windows.LockedUntil = 700000"), [
    { role: "standalone" },
    { role: "detect" },
    { role: "standalone", arguments: "-WhatIf", before: "$global:Windows.LockedUntil = [long]::MaxValue" },
  ]);
  expect(summary(long, 0)).toBe("FAILED sample 1.0.0 | another run of this remedy is still going after 10 minutes; nothing was changed");
  expect(long.runs.map((run) => run.exitCode)).toEqual([1618, 1, 1]);
  expect(long.windows).toMatchObject({ Story: [], Tick: 600000 });
});

test("an installation that another one kept waiting is busy, not a failed run", async () => {
  const waiting =
    "$global:Windows.Broken = @{ alpha = [ComponentModel.Win32Exception]::new(1618, 'setup was not started: another installation is running (1618)') }";
  const result = await runSample(remedy, machine(waiting), [{ role: "standalone" }]);
  expect(summary(result)).toBe("FAILED sample 1.0.0 | a: setup was not started: another installation is running (1618)");
  expect(result.runs[0]?.exitCode).toBe(1618);
  expect(Object.keys(result.windows["Marks"] as object)).toEqual(["HKLM\\sample\\LastRun"]);
});

test.each(["Suite 1618 returned 1603", "removal of A returned 1603; removal of B was not started: another installation is running (1618)"])(
  "whatever a text says, only the exception's number makes a run busy: %s",
  async (text) => {
    const result = await runSample(remedy, machine(`$global:Windows.Broken = @{ alpha = '${text}' }`), [{ role: "standalone" }]);
    expect(result.runs[0]?.exitCode).toBe(1603);
  },
);

test("an error without a place in the script still ends with its line and exit code", async () => {
  const failure =
    "[Management.Automation.ErrorRecord]::new([InvalidOperationException]::new('no place'), 'x', [Management.Automation.ErrorCategory]::NotSpecified, $null)";
  const result = await runSample({ items: [], steps: () => `Complete-Failure (${failure})` }, machine(), all.slice(1));
  for (const run of [0, 1]) expect(summary(result, run)).toBe("FAILED sample 1.0.0 | unexpected: no place");
  expect(result.runs.map((run) => run.exitCode)).toEqual([1, 1603]);
});

test("the language of Windows has no influence on how texts compare", async () => {
  const compare =
    "$global:Windows.Story += [object]::ReferenceEquals([Globalization.CultureInfo]::CurrentCulture, [Globalization.CultureInfo]::InvariantCulture)";
  const other =
    "[Threading.Thread]::CurrentThread.CurrentCulture = [Globalization.CultureInfo][Globalization.CultureInfo]::InvariantCulture.Clone()";
  const result = await runSample(
    { items: [], steps: () => `${compare}; Complete-Remedy` },
    machine(),
    roles.map((role) => ({ role, before: other })),
  );
  expect(result.windows["Story"]).toEqual([true, true, true]);
});

test("in constrained language, where no function can run, the script answers with its literal line", async () => {
  const folder = mkdtempSync(join(tmpdir(), "remedyc-constrained-"));
  try {
    const driver = join(folder, "driver.ps1");
    for (const role of roles) writeFileSync(join(folder, `${role}.ps1`), assembleSample(remedy, { role }));
    writeFileSync(
      driver,
      [
        "$ExecutionContext.SessionState.LanguageMode = 'ConstrainedLanguage'",
        ...roles.map((role) => `& '${folder}/${role}.ps1'; "exit $LASTEXITCODE"`),
      ].join("\n"),
    );
    const result = await runScript(driver);
    expect(result.stdout.split(/\r?\n/).filter((line) => line !== "")).toEqual(
      roles.flatMap(() => ["BLOCKED in constrained language", "exit 1"]),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
});

const FOLDERS = ["C:\\Program Files\\Remedyc", "C:\\Program Files\\Remedyc\\sample", "C:\\Windows\\Logs\\Remedyc"];

test("its folders are created with their rights", async () => {
  const result = await runSample(remedy, machine(), [{ role: "remediate" }]);
  expect(Object.keys(result.windows["Folders"] as object).sort()).toEqual(FOLDERS);
});

test.each([
  [
    "another owner",
    "@{ Owner = 'S-1-5-21-9-9-9-1000'; Protected = $true; Reparse = $false }",
    "O:S-1-5-21-9-9-9-1000G:SYD:PAI(A;OICI;FA;;;SY)",
  ],
  ["inherited rights", "@{ Owner = 'SY'; Protected = $false; Reparse = $false }", "O:SYG:SYD:AI(A;OICIID;FA;;;SY)"],
  ["a junction", "@{ Owner = 'SY'; Protected = $true; Reparse = $true }", "link"],
  ...[
    ["rights of its own for users", "(A;OICI;FA;;;BU)"],
    ["rights for users to what will lie in it", "(A;OICIIO;0x2;;;WD)"],
    ["the right to append for everybody", "(A;;FRFW;;;WD)"],
    ["full control for its creator", "(A;OICIIO;FA;;;CO)"],
    ["a condition", '(XA;OICI;FA;;;SY;(@USER.Title=="PM"))'],
    ["a right that only begins like one to read", "(A;;0x1200a9f;;;WD)"],
    ["an owner's name in its rights", "(A;;GA;;;WD)O:BAG:SYD:PAI(A;OICI;FA;;;SY)"],
  ].map(([what = "", rules = ""]) => [
    what,
    `@{ Owner = 'SY'; Protected = $true; Reparse = $false; Rules = '${rules}' }`,
    `O:SYG:SYD:PAI(A;OICI;FA;;;SY)${rules}`,
  ]),
])("a folder of ours with %s is refused before anything is written or changed", async (_what, state, why) => {
  for (const folder of FOLDERS) {
    const result = await runSample(remedy, machine(`$global:Windows.Folders = @{ '${folder}' = ${state} }`), [
      { role: "standalone" },
      { role: "detect" },
    ]);
    expect(summary(result, 0)).toMatch(/^FAILED sample 1\.0\.0 \| folder /);
    expect(summary(result, 0)).toContain(`folder ${folder} is not for SYSTEM and Administrators alone (${why}); remove it`);
    expect(result.windows).toMatchObject({ Story: [], Files: {} });
    expect(Object.keys(result.windows["Marks"] as object)).toEqual(["HKLM\\sample\\LastRun"]);
    expect(summary(result, 1)).toMatch(/^NONCOMPLIANT /);
  }
});

test.each([
  ["administrators of the domain own", "@{ Owner = 'DA'; Protected = $true; Reparse = $false }"],
  [
    "who runs this owns and may change",
    '@{ Owner = $global:Windows.Sid; Protected = $true; Reparse = $false; Rules = "(A;OICI;FA;;;$($global:Windows.Sid))" }',
  ],
  ["users may read", "@{ Owner = 'BA'; Protected = $true; Reparse = $false; Rules = '(A;OICI;0x1200a9;;;BU)' }"],
])("a folder of ours that %s is taken", async (_what, state) => {
  const folders = FOLDERS.map((folder) => `'${folder}' = ${state}`).join("; ");
  const setup = `$global:Windows.Sid = 'S-1-5-21-1-2-3-1104'; $global:Windows.Folders = @{ ${folders} }`;
  expect(summary(await runSample(remedy, machine(setup), [{ role: "standalone" }]))).toMatch(/^FIXED /);
});

test.each(["(A;OICI;0x1200a9;;;BU)", "(A;;FR;;;S-1-5-21-9-9-9-513)(D;;FA;;;WD)"])(
  "others may read a folder of ours, or be refused: %s",
  async (rules) => {
    const state = `@{ Owner = 'BA'; Protected = $true; Reparse = $false; Rules = '${rules}' }`;
    const folders = FOLDERS.map((folder) => `'${folder}' = ${state}`).join("; ");
    const result = await runSample(remedy, machine(`$global:Windows.Folders = @{ ${folders} }`), [{ role: "standalone" }]);
    expect(summary(result, 0)).toMatch(/^FIXED /);
  },
);

test("the dialect decides the exit code", async () => {
  const dialect = { noncompliant: 3, blocked: 7, failed: 8 };
  const states = ["Settings = @{ alpha = 'on' }", "Settings = @{}", "Unreadable = @{ alpha = 'no access' }", "Elevated = $false"];
  const result = await runSample(
    remedy,
    machine(),
    states.map((state) => ({ role: "standalone", arguments: "-WhatIf", state: { dialect }, before: `$global:Windows.${state}` })),
  );
  const words = result.runs.map(({ exitCode, lines }) => [exitCode, lines.at(-1)?.split(" ")[0]]);
  expect(words).toEqual([
    [0, "COMPLIANT"],
    [3, "NONCOMPLIANT"],
    [7, "BLOCKED"],
    [8, "FAILED"],
  ]);
});

test("parameters are read as their types; a wrong one ends the script with a clear line", async () => {
  const parameters = {
    Limit: "90m",
    Size: "500MB",
    Count: "3",
    On: "true",
    Level: "1.2",
    Mode: "fast",
    Owner: "",
    Path: "%ProgramData%\\x",
    Password: "env:PW",
    Names: "[a, b]",
  };
  const types = {
    Limit: "duration",
    Size: "size",
    Count: "int",
    On: "bool",
    Level: "version",
    Mode: "fast|slow",
    Owner: "account?",
    Path: "path",
    Password: "secret?",
    Names: "list",
  };
  const steps = Object.entries(types)
    .map(([name, type]) => `$script:${name}Value = ConvertFrom-Parameter '${name}' '${type}' $${name}`)
    .join("\n");
  const values = Object.keys(types)
    .map((name) => `(ConvertTo-Text $script:${name}Value)`)
    .join(" + '|' + ");
  const typed = {
    items: ["a.1"],
    steps: () => `${steps}\n${step("a", `if (-not (Assert 'a.1' (${values}) { $false })) { return }`)}`,
    state: { parameters },
  };
  const bad = [
    "-Limit 90",
    "-Size 4XB",
    "-Count 1.5",
    "-On yes",
    "-Level 4",
    "-Mode FAST",
    "-Owner nobody",
    "-Path %Nonsense%\\x",
    "-Password hunter2",
  ];
  const result = await runSample(typed, machine(), [
    { role: "standalone" },
    ...bad.map((one) => ({ role: "standalone" as const, arguments: one })),
  ]);
  expect(summary(result, 0)).toBe("BLOCKED sample 1.0.0 | a: 90m|524288000|3|true|1.2.0.0|fast|none|C:\\ProgramData\\x|env:PW|a, b");
  expect(result.runs.slice(1).map((run) => run.lines.at(-1)?.replace("FAILED sample 1.0.0 | parameter ", ""))).toEqual([
    "-Limit: '90' is no duration like 30s, 5m, 2h or 1d",
    "-Size: '4XB' is no size like 500MB or 4GB",
    "-Count: '1.5' is no whole number",
    "-On: 'yes' is neither true nor false",
    "-Level: '4' is no version like 1.2.3",
    "-Mode: 'FAST' is none of fast, slow",
    "-Owner: this machine knows no account 'nobody'",
    "-Path: this machine has no variable %Nonsense%",
    "-Password: that is no reference to a secret like env:NAME or dpapi:C:\\path",
  ]);
  expect(new Set(result.runs.slice(1).map((run) => run.exitCode))).toEqual(new Set([1603]));
});
