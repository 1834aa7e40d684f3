import { expect, test } from "vitest";
import { quote } from "../assemble.ts";
import { ensure, machine, runSample, step, summary } from "./machine.ts";
import type { SampleRemedy } from "./machine.ts";

/** A remedy of these steps, written in the words of a detection. */
function remedyOf(...steps: readonly string[]): SampleRemedy {
  return { items: [], steps: () => steps.join("\n") };
}

const one = (...lines: readonly string[]): SampleRemedy => remedyOf(step("a", ...lines));
const item = (id: string, name: string): string => ensure("detect", id, name);
const assertion = (message: string, condition: string): string => `if (-not (Assert ${quote(message)} { ${condition} })) { return }`;
const is = (name: string): string => `(Read-Setting -Name ${quote(name)}) -eq 'on'`;
const settings = (...names: readonly string[]): string =>
  `$global:Windows.Settings = @{ ${names.map((name) => `${name} = 'on'`).join("; ")} }`;

/** The summary and what was read of settings, of one detection. */
async function detect(remedy: SampleRemedy, changes = ""): Promise<{ line: string; exitCode: number | undefined; reads: unknown }> {
  const result = await runSample(remedy, machine(changes), [{ role: "detect" }]);
  expect(result.windows, "a detection changes nothing").toMatchObject({ Story: [], Files: {}, Folders: {}, Marks: {}, Session: {} });
  expect(result.runs[0]?.lines).toHaveLength(1);
  return { line: summary(result), exitCode: result.runs[0]?.exitCode, reads: result.windows["Reads"] };
}

const three = one(item("a.1", "alpha"), item("a.2", "beta"), item("a.3", "gamma"));

test("what holds is compliant, with the number of checks", async () => {
  expect(await detect(three, settings("alpha", "beta", "gamma"))).toMatchObject({
    line: "COMPLIANT sample 1.0.0 | 3 checks in 0.0 s",
    exitCode: 0,
  });
  expect((await detect(one(item("a.1", "alpha")), settings("alpha"))).line).toBe("COMPLIANT sample 1.0.0 | 1 check in 0.0 s");
  expect((await detect(remedyOf())).line).toBe("COMPLIANT sample 1.0.0 | 0 checks in 0.0 s");
});

test("what deviates is not, with its reason and how many of those that were tested", async () => {
  expect(await detect(three, settings("alpha", "gamma"))).toMatchObject({
    line: "NONCOMPLIANT sample 1.0.0 | 1 of 3: a: setting beta is none",
    exitCode: 1,
  });
  expect((await detect(three, settings("alpha"))).line).toBe(
    "NONCOMPLIANT sample 1.0.0 | 2 of 3: a: setting beta is none; a: setting gamma is none",
  );
});

test("a check's condition is one of them, told by its title", async () => {
  const check = one(`Check 'no job is stuck' { ${is("jobs")} }`, item("a.2", "alpha"));
  expect((await detect(check, settings("jobs", "alpha"))).line).toMatch(/^COMPLIANT sample 1\.0\.0 \| 2 checks /);
  expect((await detect(check, settings("alpha"))).line).toBe("NONCOMPLIANT sample 1.0.0 | 1 of 2: a: 'no job is stuck' does not hold");
  expect((await detect(check, `${settings("alpha")}; $global:Windows.Unreadable = @{ jobs = 'no access' }`)).line).toBe(
    "BLOCKED sample 1.0.0 | a: 'no job is stuck' cannot be read: no access",
  );
});

test("what cannot be read is blocked, and the other items of its step are tested", async () => {
  const unreadable = "; $global:Windows.Unreadable = @{ alpha = 'access denied' }";
  expect(await detect(three, settings("beta", "gamma") + unreadable)).toEqual({
    line: "BLOCKED sample 1.0.0 | a: 'setting alpha is on' cannot be read: access denied",
    exitCode: 1,
    reads: ["alpha", "beta", "gamma"],
  });
  expect((await detect(three, settings("beta") + unreadable)).line).toBe(
    "NONCOMPLIANT sample 1.0.0 | 1 of 3: a: 'setting alpha is on' cannot be read: access denied; a: setting gamma is none",
  );
});

test("a require that does not hold, or that cannot be read, is blocked and ends its step", async () => {
  const remedy = one(item("a.1", "alpha"), assertion("Install it first.", is("beta")), item("a.3", "gamma"));
  expect((await detect(remedy, settings("alpha", "beta", "gamma"))).line).toMatch(/^COMPLIANT sample 1\.0\.0 \| 3 checks /);
  expect(await detect(remedy, settings("alpha"))).toMatchObject({
    line: "BLOCKED sample 1.0.0 | a: Install it first.",
    exitCode: 1,
    reads: ["alpha", "beta"],
  });
  expect(await detect(remedy, `${settings("alpha")}; $global:Windows.Unreadable = @{ beta = 'no access' }`)).toMatchObject({
    line: "BLOCKED sample 1.0.0 | a: cannot be read: no access, needed for: Install it first.",
    reads: ["alpha", "beta"],
  });
  expect((await detect(remedy)).line).toBe("NONCOMPLIANT sample 1.0.0 | 1 of 2: a: Install it first.; a: setting alpha is none");
});

test.each([
  ["deviates", "", "NONCOMPLIANT sample 1.0.0 | 1 of 1: a: setting alpha is none"],
  ["is unreadable", "$global:Windows.Unreadable = @{ alpha = 'no' }", "BLOCKED sample 1.0.0 | a: 'setting alpha is on' cannot be read: no"],
])("behind a step in which something %s nothing is looked at", async (_what, changes, line) => {
  const remedy = remedyOf(step("a", item("a.1", "alpha")), step("b", item("b.1", "beta"), "Warn 'never' { $true }"));
  expect(await detect(remedy, changes)).toMatchObject({ line, reads: ["alpha"] });
});

test("steps without a finding lead to the next one", async () => {
  const remedy = remedyOf(step("a", item("a.1", "alpha")), step("b", item("b.1", "beta")));
  expect((await detect(remedy, settings("alpha"))).line).toBe("NONCOMPLIANT sample 1.0.0 | 1 of 2: b: setting beta is none");
});

const guarded = one(`if (Guard 'role == on' { ${is("role")} }) { ${item("a.1", "alpha")} }`, item("a.2", "beta"));
const either = one(
  `$when1 = Guard 'role == on' { ${is("role")} }`,
  `if ($when1) { ${item("a.1", "alpha")} } elseif ($null -ne $when1) { ${item("a.2", "gamma")} }`,
  item("a.3", "beta"),
);
const hidden = "$global:Windows.Unreadable = @{ role = 'access denied' }";

test.each([
  ["true", settings("role"), ["role", "alpha", "beta"], ["role", "alpha", "beta"]],
  ["false", "", ["role", "beta"], ["role", "gamma", "beta"]],
  ["unreadable", hidden, ["role", "beta"], ["role", "beta"]],
])("a guard that is %s lets through what stands under it, without an else and with one", async (_what, changes, without, withElse) => {
  expect((await detect(guarded, changes)).reads).toEqual(without);
  expect((await detect(either, changes)).reads).toEqual(withElse);
});

test("a guard that cannot be read is a finding and no item", async () => {
  for (const remedy of [guarded, either]) {
    expect((await detect(remedy, `${settings("beta")}; ${hidden}`)).line).toBe(
      "BLOCKED sample 1.0.0 | a: 'role == on' cannot be read: access denied",
    );
    expect((await detect(remedy, hidden)).line).toBe(
      "NONCOMPLIANT sample 1.0.0 | 1 of 1: a: 'role == on' cannot be read: access denied; a: setting beta is none",
    );
  }
});

test("a condition that gives anything but one of true and false cannot be read", async () => {
  expect((await detect(one("if (Guard 'g' { 'yes' }) { $null }"))).line).toBe(
    "BLOCKED sample 1.0.0 | a: 'g' cannot be read: it is neither true nor false",
  );
  expect((await detect(one(assertion("No.", "Measure-Condition { $true; $true }")))).line).toContain("the condition gave 2 values");
});

test("inside a block a require ends the block alone", async () => {
  const remedy = one(
    `if (Guard 'true' { $true }) { if (Assert 'No.' { $false }) { ${item("a.2", "alpha")} } }`,
    "$null = Assert 'Last.' { $false }",
    item("a.4", "beta"),
  );
  expect(await detect(remedy, settings("beta"))).toMatchObject({ line: "BLOCKED sample 1.0.0 | a: No.; a: Last.", reads: ["beta"] });
});

test("what reads a thing that the fix of a false item would change is passed over, and only then", async () => {
  const remedy = one(
    item("a.1", "alpha"),
    item("a.2", "beta"),
    `if (Untouched 'a.1') { ${item("a.3", "gamma")} }`,
    `if (Untouched @('a.1', 'a.2')) { ${item("a.4", "delta")} }`,
    `if (Untouched 'a.2') { ${item("a.5", "epsilon")} }`,
    `if ((-not (Untouched 'a.1')) -or (Assert 'Never.' { ${is("zeta")} })) { ${item("a.7", "eta")} }`,
  );
  expect(await detect(remedy, settings("beta", "epsilon", "eta"))).toMatchObject({
    line: "NONCOMPLIANT sample 1.0.0 | 1 of 4: a: setting alpha is none",
    reads: ["alpha", "beta", "epsilon", "eta"],
  });
  expect((await detect(remedy, settings("alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta"))).line).toMatch(/\| 7 checks /);
  // What cannot be read is fixed by nobody: what depends on it is tested.
  expect((await detect(remedy, `${settings("beta")}; $global:Windows.Unreadable = @{ alpha = 'no' }`)).reads).toEqual([
    "alpha",
    "beta",
    "gamma",
    "delta",
    "epsilon",
    "zeta",
  ]);
});

const PEOPLE = [
  "[pscustomobject]@{ Name = 'zoe'; Sid = 'S-1-5-21-1-2-3-1001'; Folder = 'C:\\Users\\zoe' }",
  "[pscustomobject]@{ Name = 'Ann'; Sid = 'S-1-5-21-1-2-3-1002'; Folder = 'C:\\Users\\ann' }",
].join("; ");
const each = (selection: string, body: string): string => `foreach ($each_u in (Select-Each 'people' { ${selection} })) { ${body} }`;
const theirs = "Ensure \"$($each_u.Name) is on\" { Test-Setting -Name $each_u.Name -Value 'on' }";

test("elements come sorted by name, ignoring case, and each is an item; a list keeps its order", async () => {
  expect((await detect(one(each(PEOPLE, theirs)))).line).toBe(
    "NONCOMPLIANT sample 1.0.0 | 2 of 2: a: setting Ann is none; a: setting zoe is none",
  );
  const list = each("@('b', 'a')", "Ensure $each_u { Test-Setting -Name $each_u -Value 'on' }");
  expect((await detect(one(list))).reads).toEqual(["b", "a"]);
  expect((await detect(one(each("if ($false) { 1 }", theirs)))).line).toMatch(/^COMPLIANT sample 1\.0\.0 \| 0 checks /);
});

test("a selection that cannot be read is a finding, and no element comes", async () => {
  expect(await detect(one(each("throw 'no access'", theirs), item("a.2", "alpha")), settings("alpha"))).toMatchObject({
    line: "BLOCKED sample 1.0.0 | a: 'people' cannot be read: no access",
    reads: ["alpha"],
  });
});

test("in an each a require ends the turn of one element", async () => {
  const remedy = one(each(PEOPLE, `if (-not (Assert "Not $($each_u.Name)." { $each_u.Name -ne 'Ann' })) { continue }; ${theirs}`));
  expect(await detect(remedy)).toMatchObject({
    line: "NONCOMPLIANT sample 1.0.0 | 1 of 3: a: Not Ann.; a: setting zoe is none",
    reads: ["zoe"],
  });
});

const hives = one(
  each(
    PEOPLE,
    "if (Enter-UserHive $each_u) { Ensure \"of $($each_u.Name)\" { Test-Setting -Name $each_u.Hive -Value 'on' }; Exit-UserHive $each_u }",
  ),
);

test("a person's hive is used where it is loaded, loaded and unloaded where it is not, used again where a killed run left it", async () => {
  const loaded = "$global:Windows.Hives = @{ 'S-1-5-21-1-2-3-1001' = 'zoe' }";
  for (const more of [
    "",
    "; $global:Windows.Hives['Remedyc_S-1-5-21-1-2-3-1002'] = 'left'; $global:Windows.BadHives = @('C:\\Users\\ann\\NTUSER.DAT')",
  ]) {
    const result = await runSample(hives, machine(loaded + more), [{ role: "detect" }]);
    expect(result.windows).toMatchObject({
      Reads: ["Remedyc_S-1-5-21-1-2-3-1002", "S-1-5-21-1-2-3-1001"],
      Hives: { "S-1-5-21-1-2-3-1001": "zoe" },
    });
    expect(Object.keys(result.windows["Hives"] as object)).toHaveLength(1);
  }
});

test("one that cannot be loaded is a finding that names the person; the others go on", async () => {
  const bad = "$global:Windows.Hives = @{ 'S-1-5-21-1-2-3-1001' = 'zoe' }; $global:Windows.BadHives = @('C:\\Users\\ann\\NTUSER.DAT')";
  const blocked = "a: the registry of user Ann cannot be loaded: the file C:\\Users\\ann\\NTUSER.DAT is damaged";
  expect((await detect(hives, bad)).line).toBe(
    `NONCOMPLIANT sample 1.0.0 | 1 of 1: ${blocked}; a: user zoe: setting S-1-5-21-1-2-3-1001 is none`,
  );
  expect((await detect(hives, `${bad}; $global:Windows.Settings = @{ 'S-1-5-21-1-2-3-1001' = 'on' }`)).line).toBe(
    `BLOCKED sample 1.0.0 | ${blocked}`,
  );
});

test("a warning that holds stands at the end of the line, once, and is no verdict; one that cannot be decided is nothing", async () => {
  const warnings = ["Warn 'At least 4 GB.' { $true }", "Warn 'never' { $false }", "Warn 'unread' { throw 'no access' }"];
  const remedy = one(...warnings, ...warnings, item("a.1", "alpha"));
  expect((await detect(remedy, settings("alpha"))).line).toBe("COMPLIANT sample 1.0.0 | 1 check in 0.0 s; warning: At least 4 GB.");
  expect((await detect(remedy)).line).toBe("NONCOMPLIANT sample 1.0.0 | 1 of 1: a: setting alpha is none; warning: At least 4 GB.");
});

test.each([
  ["two reasons", "'it is off', 'it is old'", "2 values"],
  ["true", "$true", "1 value that is no text"],
  ["null", ", $null", "1 value that is no text"],
  ["a text without a word", "' '", "1 value that is no text"],
])("a test of a user's own kind that gives %s cannot be read, and its function is named", async (_what, value, given) => {
  const remedy = one("Ensure 'alpha' { Measure-Reason {\n  Test-Setting -Name 'alpha' -Value 'on'\n} }");
  expect((await detect(remedy, `$global:Windows.Odd['alpha'] = @(${value})`)).line).toBe(
    `BLOCKED sample 1.0.0 | a: 'alpha' cannot be read: Test-Setting gave ${given} instead of nothing or one reason`,
  );
});

test("'changed' is true when one of its items was fixed since Windows started", async () => {
  const remedy = one("if (Guard 'changed' { Test-Changed @('a.1', 'a.2') }) { Ensure 'x' { 'x is off' } }");
  const changed = (id: string) => `$global:Windows.Session['HKLM\\sample\\Changed ${id}'] = 'x'`;
  for (const [id, word] of [
    ["a.2", "NONCOMPLIANT"],
    ["a.3", "COMPLIANT"],
  ] as const) {
    const result = await runSample(remedy, machine(changed(id)), [{ role: "detect" }]);
    expect(summary(result).split(" ")[0]).toBe(word);
  }
});
