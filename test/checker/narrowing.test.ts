import { describe, expect, test } from "vitest";
import { applySuggestion, checkText, completeRemedy, summarize } from "./support.ts";

const jobs = "let jobs = directory('C:\\Jobs')\n";
const age = "jobs.oldest_file_age";

/** Guards that make `jobs.oldest_file_age < 1h` right (Semantics 14). */
const guarded = [
  `require ${age} == none or ${age} < 1h else "x"`,
  `require ${age} != none and ${age} < 1h else "x"`,
  `require not (${age} == none) and ${age} < 1h else "x"`,
  `require not (${age} != none) or ${age} < 1h else "x"`,
  `require none != ${age} and ${age} < 1h else "x"`,
  `require (${age} ?? 0s) < 1h else "x"`,
  `require ${age} ?? 0s < 1h else "x"`,
  `require ${age} == 5s and ${age} < 1h else "x"`,
  `require ${age} in [1s, 2s] and ${age} < 1h else "x"`,
  `when ${age} != none { require ${age} < 1h else "x" }`,
  `when ${age} == none { warn "x" when os.build > 1 } else { require ${age} < 1h else "x" }`,
  `require ${age} != none else "y"\nrequire ${age} < 1h else "x"`,
  `let known = ${age} != none\nrequire known and ${age} < 1h else "x"`,
  `let a = ${age}\nrequire a != none and a < 1h else "x"`,
  `let a = ${age}\nrequire a != none and ${age} < 1h else "x"`,
  `check "c" { ${age} == none or ${age} < 1h } fix { clear jobs when_old }`.replace(" when_old", ""),
  `check "c" { ${age} == none } fix { require ${age} < 1h else "x" }`,
  `require directory('c:\\jobs').oldest_file_age != none and ${age} < 1h else "x"`,
];

/** Guards that do not. */
const unguarded = [
  `require ${age} < 1h else "x"`,
  `require ${age} != none or ${age} < 1h else "x"`,
  `require ${age} == none and ${age} < 1h else "x"`,
  `require jobs.exists and ${age} < 1h else "x"`,
  `require directory('C:\\Other').oldest_file_age != none and ${age} < 1h else "x"`,
  `when ${age} != none { warn "x" when os.build > 1 }\nrequire ${age} < 1h else "x"`,
  `when ${age} != none { warn "x" when os.build > 1 } else { require ${age} < 1h else "x" }`,
  `require (${age} != none or os.build > 1) and ${age} < 1h else "x"`,
  `warn "\${${age}}" when os.build > 1`,
];

describe("what may be none", () => {
  test.each(guarded)("is accepted under a guard: %s", async (text) => {
    expect(summarize((await checkText(jobs + text)).diagnostics)).toEqual([]);
  });

  test.each(unguarded)("is an error without one: %s", async (text) => {
    expect(summarize((await checkText(jobs + text)).diagnostics)).toEqual([`RMD3030 ${age}`]);
  });

  test("a property that every such resource has only needs the resource to be there", async () => {
    expect(summarize((await checkText(`${jobs}require jobs.exists and jobs.size < 1GB else "x"`)).diagnostics)).toEqual([]);
    expect(summarize((await checkText(`${jobs}require jobs.size < 1GB else "x"`)).diagnostics)).toEqual(["RMD3030 jobs.size"]);
    expect(summarize((await checkText(`${jobs}require ${age} == 1s and jobs.size < 1GB else "x"`)).diagnostics)).toEqual([]);
  });

  test("a step's guard holds in the step, until the resource is removed", async () => {
    const step = (body: string): string => `step one "One" when directory('C:\\Jobs').exists {\n${body}\n}`;
    expect(summarize((await checkText(step("require directory('C:\\Jobs').size < 1GB else \"x\""))).diagnostics)).toEqual([]);
    const removed = await checkText(step("ensure directory('C:\\Jobs') absent\nrequire directory('C:\\Jobs').size < 1GB else \"x\""));
    expect(summarize(removed.diagnostics)).toEqual(["RMD3030 directory('C:\\Jobs').size"]);
  });

  test("elements of a selection are there; facts of the machine always are", async () => {
    expect(
      summarize(
        (await checkText('each p in package(name matches "^A") { warn "${p.name}" when p.name == "A" and os.uptime > 1h }')).diagnostics,
      ),
    ).toEqual([]);
  });

  test("an optional parameter needs a guard, and may be handed to an optional means", async () => {
    const params = "param account: account?\nparam password: secret?\n";
    const guardedUse = `${params}step one "One" { when account != none { ensure service("A") { account: account, password: password } } }`;
    expect(summarize((await checkText(guardedUse)).diagnostics)).toEqual([]);
    const use = `${params}step one "One" { ensure service("A") { account: account, password: password } }`;
    expect(summarize((await checkText(use)).diagnostics)).toEqual(["RMD3030 account"]);
  });

  test("a condition that may be none is not false by itself", async () => {
    const text = 'let a = service("A").exists\nrequire a else "x"';
    expect(summarize((await checkText(text)).diagnostics)).toEqual([]);
    const data = 'require registry_value(\'HKLM\\A\', "b").data else "x"';
    expect(summarize((await checkText(data)).diagnostics)).toEqual(["RMD3030 registry_value('HKLM\\A', \"b\").data"]);
  });

  test.each([
    [`require ${age} < 1h else "x"`, `require ${age} != none and ${age} < 1h else "x"`],
    [`require not ${age} < 1h else "x"`, `require not (${age} != none and ${age} < 1h) else "x"`],
    [`require os.build > 1 or ${age} < 1h else "x"`, `require os.build > 1 or ${age} != none and ${age} < 1h else "x"`],
    [`require jobs.size < 1GB else "x"`, `require jobs.exists and jobs.size < 1GB else "x"`],
    [
      'param f: path?\nstep one "One" { ensure file(f) absent }',
      'param f: path?\nstep one "One" { when f != none { ensure file(f) absent } }',
    ],
  ])("the suggested guard repairs %s", async (text, repaired) => {
    const whole = text.startsWith("param") ? completeRemedy(text) : completeRemedy(jobs + text);
    const found = (await checkText(whole)).diagnostics.filter((diagnostic) => diagnostic.code === "RMD3030");
    const after = applySuggestion(whole, found[0]);
    expect(after).toBe(text.startsWith("param") ? completeRemedy(repaired) : completeRemedy(jobs + repaired));
    expect(summarize((await checkText(after)).diagnostics)).toEqual([]);
  });
});
