import fc from "fast-check";
import { expect, test } from "vitest";
import { compile, emit, inRemedy, inStep, runMachines, runRemedy, value } from "./machine.ts";

const remedy = inStep("ensure registry_value('HKLM\\SOFTWARE\\Demo', \"S\") { data: wanted }", 'param wanted: string = "default"');

function dataOf(
  run:
    { readonly windows: { readonly Registry: Readonly<Record<string, Readonly<Record<string, { readonly Data: unknown }>>>> } } | undefined,
): unknown {
  return run?.windows.Registry["hklm|64|software\\demo"]?.["S"]?.Data;
}

test("rule 18: where the target can pass arguments it stays a parameter of the script", async () => {
  const [first, second] = await runRemedy(remedy, "", ["standalone", { script: "standalone", arguments: "-Wanted other" }]);
  expect([dataOf(first), dataOf(second)]).toEqual(["default", "other"]);
});

test("rule 18: where it cannot, the value of the build stands in the script", async () => {
  for (const script of ["detect", "remediate", "discover"] as const) {
    const text = await emit(remedy, script, { wanted: "of the build" });
    expect(text).toContain("'of the build'");
    expect(text).not.toMatch(/^\s*\[string\]\$Wanted/m);
  }
});

test("rule 18: a value of the build is the default of a parameter that stays one", async () => {
  expect(await emit(remedy, "standalone", { wanted: "of the build" })).toMatch(/\[string\]\$Wanted = 'of the build'/);
});

test("rule 18: one that decides names of output is fixed when building, for every target", async () => {
  const named = inRemedy(`param site: string = "Rome"\nstep one "Settings of \${site}" { ensure ${value("A")} { data: 1 } }`);
  const text = await emit(named, "standalone", { site: "Oslo" });
  expect(text).toContain("Settings of Oslo");
  expect(text).not.toContain("$Site");
});

test("rule 18: hostile values of a run stay values", async () => {
  const sign = fc.constantFrom(
    "'",
    "\u2019",
    '"',
    "`",
    "$",
    "$(",
    ")",
    "{",
    "}",
    ";",
    "|",
    "&",
    "\n",
    "%",
    "\\",
    " ",
    "-Force",
    "exit",
    "\u00e4",
    "\u{1F600}",
    "#>",
    "@'",
    "'@",
    "a",
  );
  const texts = fc.sample(
    fc.array(sign, { minLength: 1, maxLength: 8 }).map((signs) => signs.join("")),
    { numRuns: 18, seed: 18 },
  );
  const results = await runMachines(
    texts.map((text) => {
      const codes = [...Array(text.length).keys()].map((index) => text.charCodeAt(index)).join(",");
      return {
        source: remedy,
        setup: `$global:Given = -join [char[]]@(${codes})`,
        runs: [
          { script: "standalone" as const, arguments: "-Wanted $global:Given" },
          { script: "standalone" as const, arguments: "-Wanted $global:Given" },
        ],
      };
    }),
  );
  results.forEach(([fix, again], index) => {
    expect(dataOf(fix)).toBe(texts[index]);
    expect(fix?.summary).toMatch(/^FIXED sample 1\.0\.0 \| 1 of 1 fixed: one$/);
    expect(again?.summary).toMatch(/^COMPLIANT/);
  });
});

test("rule 18: hostile values of a build stay values", async () => {
  const texts = ["'; exit 3; '", "\u2019+(exit)+\u2019", "$(exit)", '`"', "a\r\nb", "#> exit"];
  const escaped = (text: string) => [...text].map((sign) => `\\u{${sign.codePointAt(0)?.toString(16) ?? ""}}`).join("");
  const results = await runMachines(
    texts.map((text) => ({
      source: inStep("ensure registry_value('HKLM\\SOFTWARE\\Demo', \"S\") { data: wanted }", `param wanted: string = "${escaped(text)}"`),
      setup: "",
      runs: ["remediate" as const],
    })),
  );
  expect(results.map(([fix]) => dataOf(fix))).toEqual(texts);
});

test("rule 18: a value of a run that is of another type ends the script before anything is changed", async () => {
  const typed = inStep(`ensure ${value("A")} { data: count }`, "param count: int = 1");
  const [wrong, right] = await runRemedy(typed, "", [
    { script: "standalone", arguments: "-Count many" },
    { script: "standalone", arguments: "-Count 7" },
  ]);
  expect(wrong).toMatchObject({ exitCode: 1603, summary: expect.stringMatching(/^FAILED .*parameter -Count/) as string });
  expect(wrong?.windows.Story.filter((line) => line.startsWith("write"))).toEqual([]);
  expect(right?.windows.Registry["hklm|64|software\\demo"]).toEqual({ A: { Type: "DWord", Data: 7 } });
});

test("rule 18: an account of the build is resolved by the compiler where it can be, one of the run on the device", async () => {
  const granted = (account: string) =>
    inStep('ensure user_right("SeServiceLogonRight") { includes: [who] }', `param who: account = '${account}'`);
  const names = "$global:Windows.Accounts['CONTOSO\\svc'] = 'S-1-5-21-1-2-3-1105'";
  const [fixed] = await runRemedy(granted("NT SERVICE\\ALL SERVICES"), names, ["remediate"]);
  expect(fixed?.windows).toMatchObject({ Rights: { SeServiceLogonRight: ["S-1-5-80-0"] } });
  expect(fixed?.windows.Reads.filter((line) => line.startsWith("account"))).toEqual([]);
  const [given, unknown] = await runRemedy(granted("NT SERVICE\\ALL SERVICES"), names, [
    { script: "standalone", arguments: "-Who 'CONTOSO\\svc'" },
    { script: "standalone", arguments: "-Who 'CONTOSO\\nobody'" },
  ]);
  expect(given?.windows).toMatchObject({ Rights: { SeServiceLogonRight: ["S-1-5-21-1-2-3-1105"] } });
  expect(unknown?.summary).toMatch(/knows no account/);
  expect(unknown?.windows.Story.filter((line) => line.startsWith("grant"))).toEqual([]);
});

test("rule 18: 'targets' knows no parameter", async () => {
  const { diagnostics } = await compile(
    'remedy sample { title: "A", version: 1.0.0, targets: [which]\nparam which: string = "standalone"\nstep one "One" { ensure service("A") { state: running } } }',
  );
  expect(diagnostics.some((one) => one.severity === "error")).toBe(true);
});
