import { describe, expect, test } from "vitest";
import { findInfluence } from "../../src/plan/influence.ts";
import type { SharedItems } from "../../src/plan/influence.ts";
import type { PlanNode } from "../../src/plan/plan.ts";
import { compileText, planText } from "./support.ts";
import type { Given } from "./support.ts";

const idsOf = (items: readonly string[] | SharedItems): readonly string[] => ("number" in items ? items.ids : items);

/** What of a text's steps depends on what: `ensure only.2: only.1` reads what that changes, `ensure only.2: needs only.1` what that provides. */
async function findReaders(text: string, given: Given = {}, walksElse = true): Promise<string[]> {
  const { precedents } = findInfluence((await planText(text, given)).steps, walksElse);
  const nameOf = (node: PlanNode): string => {
    if (node.kind === "when") return node.guard.text;
    return "id" in node ? node.id : node.kind === "each" ? node.text : "";
  };
  return [...precedents].map(([node, { after, needs }]) =>
    [`${node.kind} ${nameOf(node)}:`, [...idsOf(after), ...idsOf(needs).map((id) => `needs ${id}`)].join(", ")].join(" "),
  );
}

const value = (name: string) => `registry_value('HKLM\\SOFTWARE\\Demo', "${name}")`;
const ensure = (name: string) => `ensure ${value(name)} { data: 1 }`;
const running = (name: string) => `ensure service("${name}") { state: running }`;
const provider =
  'ensure package("Agent") present { source: \'C:\\Media\\agent.exe\', signed_by: "CN=Contoso", provides: [service("Agent"), file(\'C:\\Agent\\a.txt\')] }';

describe("what would change by the fix of an item", () => {
  test("is its own resource, whatever the case", async () => {
    expect(await findReaders('ensure service("Agent") { startup: manual }\nensure service("AGENT") { state: running }')).toEqual([
      "ensure only.2: only.1",
    ]);
    expect(await findReaders(`${running("A")}\n${running("B")}\n${ensure("A")}`)).toEqual([]);
  });

  test("is what it provides", async () => {
    expect(
      await findReaders(`${provider}\n${running("Agent")}\nrequire file('C:\\Agent\\a.txt').exists else "x"\n${running("B")}`),
    ).toEqual(["ensure only.2: needs only.1", "require only.3: needs only.1"]);
  });

  test("is what the actions of a check change", async () => {
    const check = `check "C" { ${value("C")}.data == 1 } fix { restart service("Agent")\n${ensure("D")} }`;
    expect(await findReaders(`${check}\n${running("Agent")}\n${ensure("D")}\n${ensure("C")}`)).toEqual([
      "ensure only.3: only.1",
      "ensure only.4: only.1",
    ]);
  });

  test("is of several items what each would change, named once", async () => {
    expect(
      await findReaders(
        `${ensure("A")}\n${ensure("B")}\nrequire ${value("A")}.data == 1 and ${value("B")}.data == ${value("A")}.data else "x"`,
      ),
    ).toEqual(["require only.3: only.1, only.2"]);
  });

  test("is nothing for 'require', 'warn' and 'reboot', which change nothing", async () => {
    const readers = [`require ${value("A")}.data == 1 else "x"`, `warn "w" when ${value("A")}.data == 1`, "reboot when reboot.pending"];
    expect(await findReaders([...readers, ensure("A")].join("\n"))).toEqual([]);
  });
});

describe("what reads it behind that item", () => {
  test.each([
    ["a require", `require ${value("A")}.data == 1 else "x"`, "require only.2: only.1"],
    ["a warning", `warn "w" when ${value("A")}.data == 1`, "warn only.2: only.1"],
    ["a guard", `when ${value("A")}.data == 1 { ${ensure("B")} }`, `when ${value("A")}.data == 1: only.1`],
    ["a check's condition", `check "C" { ${value("A")}.data == 1 } fix { restart service("S") }`, "check only.2: only.1"],
    ["a check whose actions change it", `check "C" { ${value("B")}.data == 1 } fix { ${ensure("A")} }`, "check only.2: only.1"],
    [
      "a property of an item",
      `ensure service("S") { startup: manual }\nensure ${value("B")} { data: ${value("A")}.data ?? 1 }`,
      "ensure only.3: only.1",
    ],
  ])("%s", async (_what, reader, found) => {
    expect(await findReaders(`${ensure("A")}\n${reader}`)).toEqual([found]);
    expect(await findReaders(`${reader}\n${ensure("Z")}`)).toEqual([]);
  });

  test("the selection of an each", async () => {
    const each = "each p in package(name matches '^A') { ensure service(\"S\") { state: stopped } }";
    expect(await findReaders(`ensure package(name matches '^A') absent\n${each}`)).toEqual([
      "each each p in package(name matches '^A'): only.1",
    ]);
  });

  test("also within a block, and out of one", async () => {
    const inside = `when service("X").exists { ${ensure("A")} } else { ${ensure("B")} }`;
    expect(await findReaders(`${ensure("B")}\n${inside}\nwith service("Y") stopped { ${ensure("A")} }`)).toEqual([
      "ensure only.3: only.1",
      "ensure only.4: only.2",
    ]);
  });

  test("never across steps, of which a detection looks at one", async () => {
    expect(await findReaders(`step one "One" { ${ensure("A")} }\nstep two "Two" when ${value("A")}.data == 1 { ${ensure("A")} }`)).toEqual(
      [],
    );
  });
});

describe("run-time parts", () => {
  const parameter = (body: string) => `param name: string = "B"\nstep only "Only" {\n${body}\n}`;

  test("of a parameter may be any text: both ways", async () => {
    const own = "ensure service(name) { state: running }";
    expect(await findReaders(parameter(`${own}\n${running("X")}`))).toEqual(["ensure only.2: only.1"]);
    expect(await findReaders(parameter(`${running("X")}\n${own}`))).toEqual(["ensure only.2: only.1"]);
    expect(await findReaders(parameter(`${own}\n${ensure("X")}`))).toEqual([]);
  });

  test("count within the text around them", async () => {
    const own = 'ensure service("app ${name} x") { state: running }';
    expect(await findReaders(parameter(`${own}\n${running("App one X")}\n${running("other")}\n${running("app x")}`))).toEqual([
      "ensure only.2: only.1",
    ]);
    expect(await findReaders(parameter(`${running("app one y")}\n${running("app two x")}\n${own}`))).toEqual(["ensure only.3: only.2"]);
  });

  test("of two texts may be the same where neither their beginnings nor their ends differ", async () => {
    const two = (first: string, second: string) =>
      parameter(`ensure service("${first}") { state: running }\nensure service("${second}") { state: running }`);
    expect(await findReaders(two("a${name} b", "a c${name}"))).toEqual(["ensure only.2: only.1"]);
    expect(await findReaders(two("a${name}", "b${name}"))).toEqual([]);
    expect(await findReaders(two("${name}a", "${name}b"))).toEqual([]);
    expect(await findReaders(two("a${name}b${name}c", "aXbYc"))).toEqual(["ensure only.2: only.1"]);
    expect(await findReaders(two("a${name}b${name}c", "aXYc"))).toEqual([]);
  });

  test("are properties of other resources, too", async () => {
    const each = (body: string) => `each p in package(name matches '^A') {\n${body}\n}`;
    const named = "ensure registry_value('HKLM\\SOFTWARE\\Demo', p.name) { data: 1 }";
    expect(await findReaders(`${each(named)}\n${ensure("Z")}\nensure registry_value('HKLM\\SOFTWARE\\Other', "Z") { data: 1 }`)).toEqual([
      "ensure only.2: only.1",
    ]);
    const files = "each u in profile() { ensure file(u.folder/'a.txt') absent\nensure file(u.folder/'b.txt') absent }";
    expect(await findReaders(`${files}\nensure file('C:\\Users\\ann\\b.txt') absent`)).toEqual(["ensure only.3: only.2"]);
  });

  test("of one of two are any text", async () => {
    const either = `ensure service(${value("A")}.data ?? "X") { state: running }`;
    expect(await findReaders(`${either}\n${running("Y")}`)).toEqual(["ensure only.2: only.1"]);
  });

  test("an element of a selection may be any resource of its kind", async () => {
    const each = "each p in package(name matches '^A') { ensure p absent }";
    expect(await findReaders(`${each}\nwhen package("Agent").exists { ${ensure("A")} }`)).toEqual(['when package("Agent").exists: only.1']);
  });
});

test("what is in HKCU of people may be one, in that of the default profile it is another", async () => {
  const loop = (selection: string) => `each u in ${selection} { ensure registry_value('HKCU\\Software\\Demo', "A") { data: 1 } }`;
  const all = ["profile()", "profile(default: true)", 'profile(name == "ann")', "profile(default: d)", "profile(default: true)"];
  expect(await findReaders(`param d: bool = true\nstep only "Only" { ${all.map(loop).join("\n")} }`)).toEqual([
    "ensure only.3: only.1",
    "ensure only.4: only.1, only.3, only.2",
    "ensure only.5: only.2, only.4",
  ]);
});

test("items that something depends on are named with the loops around them, and no others", async () => {
  const plan = await planText(
    `${ensure("A")}\n${ensure("B")}\neach p in package(name matches '^A') { ensure p absent\nwhen p.exists { ${ensure("C")} } }\nrequire ${value("B")}.data == 1 else "x"`,
  );
  expect([...findInfluence(plan.steps).named]).toEqual([
    ["only.3", ["p"]],
    ["only.2", []],
  ]);
});

describe("many items of one thing", () => {
  const guarded = (count: number): string =>
    `${Array.from({ length: count }, (_, i) => `when os.build > ${i} { ${running("A")} }`).join("\n")}\nrequire service("A").exists else "x"`;

  test("have one list for all that read it, which those that come later do not change: they have not come out yet", async () => {
    const plan = await planText(guarded(40));
    const { precedents, named, shared } = findInfluence(plan.steps);
    const [lists] = shared.values();
    expect(lists?.map(({ ids }) => ids.length)).toEqual([40]);
    const after = [...precedents.values()].map((each) => each.after);
    expect(new Set(after.slice(16))).toEqual(new Set(lists));
    expect(after[0]).toEqual(["only.1"]);
    expect([...named.keys()]).toHaveLength(40);
  });

  test("in a loop have lists of their own, since they have an id for each element", async () => {
    const plan = await planText(`each p in package(name matches '^A') { ${guarded(40).replaceAll("\n", "\n  ")} }`);
    expect(findInfluence(plan.steps).shared.size).toBe(0);
  });

  test("make scripts that grow with their number, not with its square", async () => {
    const sizeOf = async (count: number): Promise<number> => {
      const { scripts } = await compileText(guarded(count));
      return Math.max(...scripts.map(({ script }) => script.text.length));
    };
    const start = performance.now();
    const [few, many] = [await sizeOf(200), await sizeOf(2000)];
    expect(many).toBeLessThan(few * 10);
    expect(performance.now() - start).toBeLessThan(10_000);
  });
});

describe("an else", () => {
  const ladder = `${running("A")} else {\n${ensure("V")}\nrequire service("A").exists else "x"\n${ensure("V")}\n}`;

  test("changes, for what comes later, what its items change; inside it nothing waits for the item before it", async () => {
    expect(await findReaders(`${ladder}\n${ensure("V")}\n${running("A")}\n${running("B")}`)).toEqual([
      "ensure only.4: only.2",
      "ensure only.5: only.2, only.4, only.1",
      "ensure only.6: only.1",
    ]);
  });

  test("is not in a detection, where the item before it stands for what it would change", async () => {
    expect(await findReaders(`${ladder}\n${ensure("V")}\n${running("A")}\n${running("B")}`, {}, false)).toEqual([
      "ensure only.5: only.1",
      "ensure only.6: only.1",
    ]);
  });
});
