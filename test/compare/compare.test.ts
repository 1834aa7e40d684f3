import { describe, expect, test } from "vitest";
import { compareFleets } from "../../src/compare/fleet.ts";
import type { FleetDifference } from "../../src/compare/fleet.ts";
import { writeMarkdown } from "../../src/compare/markdown.ts";
import { findInOrder } from "../../src/compare/match.ts";
import type { Content } from "../../src/compare/outline.ts";
import { tellDifference } from "../../src/compare/tell.ts";
import type { TargetName } from "../../src/targets/target.ts";
import { catalog } from "../checker/support.ts";
import { planText } from "../plan/support.ts";

const NOTHING: Content = new Map();

interface State {
  readonly text: string;
  readonly targets?: readonly TargetName[];
  readonly content?: Content;
}

async function planAll({ text, targets = ["standalone"], content = NOTHING }: State) {
  return Promise.all(targets.map(async (target) => ({ plan: await planText(text, { target }), content, catalog })));
}

async function compare(old: State | undefined, now: State | undefined): Promise<FleetDifference> {
  return compareFleets(old ? await planAll(old) : [], now ? await planAll(now) : []);
}

/** The lines of a comparison without places and counts. */
async function lines(old: State, now: State): Promise<string[]> {
  const told = tellDifference(await compare(old, now), false);
  return told
    .split("\n")
    .slice(0, -3)
    .map((line) => line.replace(/ {2}\[[^[\]]*\]$/, ""));
}

const step = (body: string): string => `step only "Only" {\n${body}\n}`;
const bodies = (old: string, now: string): Promise<string[]> => lines({ text: step(old) }, { text: step(now) });

test("what is written otherwise and means the same is no difference", async () => {
  const old = `let agent = service("Spooler")
step only "Only" {
  require agent.startup != disabled else "no"
  ensure agent { state: running, startup: automatic }
  when any f in ["a", "b"]: service(f).exists { ensure file('C:\\x') absent }
  each p in profile() { ensure directory(p.folder / "x") absent }
}`;
  const now = `// It prints.
let name = "Spooler"
let x = "x"
step only "Only" {
  require service(name).startup != disabled else "no"
  ensure   service("spooler") { startup: automatic
    state: running }
  when any g in ["a", "b"]: service(g).exists { ensure file('C:\\x') absent }
  each who in profile() { ensure directory(who.folder / x) absent }
}`;
  const difference = await compare({ text: old }, { text: now });
  expect(difference).toEqual({ remedies: [], same: 1 });
  expect(tellDifference(difference, false)).toBe("No difference: 1 remedy does the same as before\n");
});

describe("what a statement says otherwise", () => {
  const A = 'ensure service("A") { state: running }';
  const B = 'ensure service("B") { state: running }';
  const C = 'ensure service("C") { state: running }';
  test.each<[what: string, old: string, now: string, told: readonly string[]]>([
    ["a state", A, 'ensure service("A") { state: stopped }', ["    ~ ensures service A", "        state: running -> stopped"]],
    [
      "a state that was not said, one that is no longer",
      A,
      'ensure service("A") { startup: manual }',
      ["    ~ ensures service A", "        startup: now manual", "        state: no longer running"],
    ],
    ["presence", 'ensure file("C:\\\\x") absent', 'ensure file("C:\\\\x") present', ["        it is: absent -> present"]],
    ["a statement more", A, `${A}\n${B}`, ["    + ensures service B: state running"]],
    ["a statement less", `${A}\n${B}`, B, ["    - ensures service A: state running"]],
    ["the order", `${A}\n${B}\n${C}`, `${C}\n${A}\n${B}`, ["    ~ ensures service C", "        order: after ensures service B -> first"]],
    [
      "the condition of a block, told once",
      `when os.build > 1 { ${A}\n${B} }`,
      `when os.build > 2 { ${A}\n${B} }`,
      ["    ~ when os.build > 2", "        when: os.build > 1 -> os.build > 2"],
    ],
    [
      "a let behind the same words",
      `each x in ["A"] { require service(x).startup != manual else "m" }`,
      `each x in ["A"] { require service(x).startup != disabled else "m" }`,
      ['        asks that: service("A").startup != manual -> service("A").startup != disabled'],
    ],
    [
      "a condition around it",
      `${A}\n${B}`,
      `when os.build > 1 { ${A} }\n${B}`,
      ["    ~ ensures service A, when os.build > 1", "        where: step Only (only) -> step Only (only), when os.build > 1"],
    ],
    ["a message", 'warn "a" when os.build > 1', 'warn "b" when os.build > 1', ['        message: "a" -> "b"']],
    [
      "a check and its fix",
      'check "c" { os.build > 1 } every 2h fix { restart service("A") }',
      'check "c" { os.build > 2 } every 3h fix { with service("B") stopped { restart service("A") } }',
      [
        '    ~ checks "c"',
        "        is right when: os.build > 1 -> os.build > 2",
        "        fixed at most once in: 2h -> 3h",
        '    ~ restart service A, where "c" is not so, with service B stopped meanwhile',
      ],
    ],
    [
      "a means of what is new",
      A,
      `${A}\nensure package(name: "X", version >= 1.2) present { source: 'C:\\x.msi', sha256: "${"AB".repeat(32)}" }`,
      ["        source: 'C:\\x.msi'", `        sha256: "${"AB".repeat(32)}"`],
    ],
    [
      "another version of the same",
      `ensure package(name matches "^X", version >= 1.2) present { source: 'C:\\x.msi', sha256: "${"AB".repeat(32)}" }`,
      `ensure package(name matches "^X", version >= 1.3) present { source: 'C:\\x.msi', sha256: "${"CD".repeat(32)}" }`,
      [
        '        of: package(name matches "^X", version >= 1.2) -> package(name matches "^X", version >= 1.3)',
        `        sha256: "${"AB".repeat(32)}" -> "${"CD".repeat(32)}"`,
      ],
    ],
    [
      "lines of a script",
      "ensure script(\"s\") { test: '''\n$true\n1\n''', fix: '''\n$null = 1\n''' }",
      "ensure script(\"s\") { test: '''\n$false\n1\n''', fix: '''\n$null = 1\n''' }",
      ["        test:", "          - $true", "          + $false"],
    ],
  ])("%s", async (_what, old, now, told) => {
    const found = await bodies(old, now);
    expect(found).toEqual(expect.arrayContaining([...told]));
    expect(found.filter((line) => /^ {4}[~+-]/.test(line))).toHaveLength(
      1 + (told.filter((line) => /^ {4}[~+-]/.test(line)).length || 1) - 1,
    );
  });
});

test("steps: a new name, another place, when something fails, new and gone ones", async () => {
  const a = 'step a "A" { ensure service("A") { state: running } }';
  const b = 'step b "B" { ensure service("B") { state: running }\non failure { diagnose event_log("System", source: "X", last: 1h) } }';
  const old = `${a}\n${b}\nstep c "C" { ensure service("C") { state: running } }`;
  const now = `${b.replace("step b", "step b2")}\n${a}\nstep d "D" when os.build > 1 { ensure service("D") { state: running } }`.replace(
    '"X"',
    '"Y"',
  );
  expect(await lines({ text: old }, { text: now })).toEqual([
    "~ remedy sample 1.0.0: Sample",
    "    ~ step B (b2)",
    "        name: b -> b2",
    "        order: after step A (a) -> first",
    "  step B (b2)",
    "    + diagnose event log System source Y, when something in the step fails",
    "    - diagnose event log System source X, when something in the step fails",
    "    + step D (d), only when os.build > 1",
    "        ensures service D: state running",
    "    - step C (c)",
    "        ensures service C: state running",
  ]);
});

test("several targets: the same is told once, what is of one alone for that one", async () => {
  const targets = ["standalone", "configmgr.baseline", "intune.remediation"] as const;
  const text = step('ensure service("A") { state: running }');
  const one: Content = new Map([["file x.msi", { meaning: "1", text: "one" }]]);
  const now = text.replace("running", "stopped");
  const once = await lines({ text, targets }, { text: now, targets });
  expect(once.filter((line) => line.includes("running -> stopped"))).toHaveLength(1);
  expect(once.join("\n")).not.toContain("standalone");

  const mixed = compareFleets(await planAll({ text, targets }), [
    ...(await planAll({ text, targets: ["standalone"], content: one })),
    ...(await planAll({ text, targets: ["configmgr.baseline", "configmgr.application"].slice(0, 1) as TargetName[] })),
  ]);
  expect(mixed.remedies[0]).toMatchObject({ removedTargets: ["intune.remediation"], addedTargets: [] });
  expect(tellDifference(mixed, false).split("\n")).toEqual(
    expect.arrayContaining(["    no longer for intune.remediation", "  for standalone:", "        file x.msi: now one"]),
  );
});

test("a remedy that is new or gone is told as a whole", async () => {
  const state: State = {
    text: `param limit: duration = 1h\n${step('when os.build > 1 { ensure service("A") { state: running } } else { ensure service("B") absent }')}`,
  };
  const told = tellDifference(await compare(undefined, state), false).replace(/ {2}\[.*\]/g, "");
  expect(told).toBe(`+ remedy sample 1.0.0: Sample
    for standalone
    + step Only (only)
        when os.build > 1:
          ensures service A: state running
        unless os.build > 1:
          ensures service B is absent

1 remedy added
`);
  expect(tellDifference(await compare(state, undefined), false)).toContain("- remedy sample 1.0.0: Sample");
});

test("nothing of a remedy is Markdown, HTML, a mention or an order to a terminal", async () => {
  const evil = "``` </code> <img src=x> @all #1 [a](b) **b** | \\u{1B}[31m \\u{202E}";
  const old = { text: step(`warn "${evil}" when os.build > 1\nensure script("s") { test: '''\n$true\n''', fix: '''\n1\n''' }`) };
  const now = {
    text: step(
      `warn "${evil}" when os.build > 2\nensure script("s") { test: '''\n\`\`\`\`\n$true # @all <b>\n''', fix: '''\n1\n''' }\nensure file('C:\\@all \`x') { content: "\`\`\`\\n${evil}\\n" }`,
    ),
  };
  for (const difference of [await compare(old, now), await compare(undefined, now)]) {
    const text = writeMarkdown(difference);
    expect(text).toContain("@all");
    expect(text).not.toMatch(/[\u001b\u202e]/);
    const plain = text.replace(/^ *(`{3,})\w+\n[\s\S]*?\n *\1$/gm, "").replace(/(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)/g, "");
    expect(plain).not.toMatch(/[<>@[\]|`]|#\d/);
    expect(tellDifference(difference, false)).not.toMatch(/[\u001b\u202e]/);
  }
  expect(tellDifference(await compare(old, now), true)).toMatch(/\u001b\[33m/);
});

test("a comment stays within what GitHub takes", async () => {
  const many = step(
    Array.from({ length: 400 }, (_, i) => `when os.build > ${i} { ensure service("${"Service".repeat(20)}${i}") { state: running } }`).join(
      "\n",
    ),
  );
  const text = writeMarkdown(await compare({ text: many }, { text: many.replaceAll("running", "stopped") }));
  expect(text.length).toBeLessThan(65_000);
  expect(text).toMatch(/\*\*\d+ more entries are left out here\*\*/);
});

test("the most that keeps its order stays where it is", () => {
  expect([...findInOrder([3, 0, 1, 2])].sort()).toEqual([0, 1, 2]);
  expect([...findInOrder([])]).toEqual([]);
});
