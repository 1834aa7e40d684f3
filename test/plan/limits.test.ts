import { describe, expect, test } from "vitest";
import { checkContradictions } from "../../src/plan/checks/contradictions.ts";
import { extractBuiltinCatalog } from "../../src/resources/catalog/generate.ts";
import type { Plan, PlanNode } from "../../src/plan/plan.ts";
import { compileText, findText, planText } from "./support.ts";

const HEAD = 'remedy sample {\n  title: "S"\n  version: 1.0\n  targets: [standalone]\n';
const ENSURE = 'ensure service("S") { state: running }';
const many = (count: number, make: (i: number) => string): string => Array.from({ length: count }, (_, i) => make(i)).join("\n");

describe("what multiplies is told before it is made", () => {
  const list = (count: number): string => `[${Array.from({ length: count }, (_, i) => i).join(", ")}]`;

  test.each<[what: string, text: string, place: RegExp]>([
    [
      "parts that use each other twice",
      `${many(20, (i) => `part p${i}() { use p${i + 1}()\nuse p${i + 1}() }`)}\npart p20() { ${ENSURE} }\n${HEAD}  step only "Only" { use p0() }\n}`,
      /^RMD4093 use p0\(\)/,
    ],
    ["each in each", `each a in ${list(60)} { each b in ${list(60)} { each c in ${list(60)} { ${ENSURE} } } }`, /^RMD4093 each a in/],
    ["each over a named list", `let l = ${list(300)}\neach a in l { each b in l { ${ENSURE} } }`, /^RMD4093 each a in l/],
  ])("%s", async (_what, text, place) => {
    const start = performance.now();
    const found = await findText(text);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(place);
    expect(performance.now() - start).toBeLessThan(5000);
  });
});

describe("names that multiply what they stand for are told where it gets to be too much", () => {
  const lets = (first: string, next: (before: string) => string): string =>
    `let a0 = ${first}\n${many(40, (i) => `let a${i + 1} = ${next(`a${i}`)}`)}\n`;
  const remedy = (statement: string, before = ""): string => `${HEAD}${before}  step only "Only" { ${statement} }\n}`;
  const double = (before: string): string => `"\${${before}}\${${before}}"`;
  const text = "ensure file('C:\\Demo\\a.txt') { content: ";
  const parts = (type: string, twice: string, last: string): string =>
    `${many(40, (i) => `part p${i}(t: ${type}) { use p${i + 1}(${twice}) }`)}\npart p40(t: ${type}) { ${last} }\n`;

  test.each<[what: string, source: string, found: RegExp]>([
    ["texts", remedy(`${text}a40 }`, lets('"0123456789"', double)), /^RMD4095 "\$\{a\d+\}\$\{a\d+\}"/],
    ["texts in a default", remedy(`${text}t }`, `${lets('"0123456789"', double)}  param t: string = a40\n`), /^RMD\d+ a40/],
    [
      "lists",
      remedy(
        `each x in a40 { ${ENSURE} }`,
        lets('["x"]', (a) => `[${a}, ${a}]`),
      ),
      /^RMD4095 \[a\d+, a\d+\]/,
    ],
    [
      "conditions",
      remedy(
        `require a40 else "x"\n${ENSURE}`,
        lets("computer.is_domain_joined", (a) => `${a} and ${a}`),
      ),
      /^RMD4095 a\d+ and a\d+/,
    ],
    ["texts of a path", remedy("ensure file(a40) absent", lets('"0123456789"', double)), /^RMD4095 "/],
    ["texts of a name", remedy("ensure service(a40) { state: running }", lets('"0123456789"', double)), /^RMD4095 "/],
    ["a title", remedy(ENSURE, lets('"T"', double)).replace('"Only"', '"${a40}"'), /^RMD4095 /],
    ["arguments", parts("string", '"${t}${t}"', `${text}t }`) + remedy('use p0("0123456789")'), /^RMD4095 t$/],
    [
      "arguments that the device knows",
      parts("bool", "t and t", 'require t else "x"') + remedy(`use p0(computer.is_domain_joined)\n${ENSURE}`),
      /^RMD4095 t/,
    ],
    [
      "lists that a part is given",
      `part p(xs: [string], y: string) {\n  each x in xs { ensure service("\${x}\${y}") { state: running } }\n}\npart q(ys: [string]) {\n  each y in ys { use p(ys, y) }\n}\n${remedy(`use q([${many(300, (i) => `"S${i}"`).replaceAll("\n", ", ")}])`)}`,
      /^RMD4093 use q/,
    ],
  ])("%s", async (_what, source, expected) => {
    const start = performance.now();
    const found = await findText(source);
    expect(found[0]).toMatch(expected);
    expect(performance.now() - start).toBeLessThan(5000);
  });
});

describe("imports", () => {
  const importing = (path: string): string => `import "./${path}.remedy"\n`;

  test("a long chain, a circle and two ways to one file", async () => {
    const chain = Object.fromEntries(
      Array.from({ length: 3000 }, (_, i) => [`f${i}.remedy`, `${i < 2999 ? importing(`f${i + 1}`) : ""}part q${i}() { ${ENSURE} }\n`]),
    );
    const start = performance.now();
    const remedy = `${HEAD}  step only "Only" { use q0() }\n}`;
    const { diagnostics } = await compileText(importing("f0") + remedy, { files: chain });
    const deep = diagnostics.find(({ code }) => code === "RMD2109");
    expect(deep?.span?.file.path).toBe("f198.remedy");
    expect(diagnostics.filter(({ severity }) => severity === "error")).toHaveLength(1);
    const diamonds = Object.fromEntries(
      ["a", "b"].flatMap((side) =>
        Array.from({ length: 150 }, (_, i) => [
          `${side}${i}.remedy`,
          `${i < 149 ? importing(`a${i + 1}`) + importing(`b${i + 1}`) : ""}part ${side}${i}() { ${i < 149 ? `use a${i + 1}()` : ENSURE} }\n`,
        ]),
      ),
    );
    const { scripts } = await compileText(`${importing("a0")}${HEAD}  step only "Only" { use a0() }\n}`, { files: diamonds });
    expect(scripts).toHaveLength(1);
    const circle = { "c0.remedy": `${importing("c1")}part c0() { use c1() }`, "c1.remedy": `${importing("c0")}part c1() { ${ENSURE} }` };
    const found = await compileText(`${importing("c0")}${HEAD}  step only "Only" { use c0() }\n}`, { files: circle });
    expect(found.diagnostics.map(({ code }) => code)).toContain("RMD2103");
    expect(performance.now() - start).toBeLessThan(10_000);
  });
});

describe("what is deep or long gives a diagnostic or scripts, and never ends the process", () => {
  const chain = (count: number): string =>
    `${HEAD}${many(count, (i) => `  let a${i + 1} = a${i}`)}\n  let a0 = 1\n  step only "Only" { require a${count} == 1 else "x"\n ${ENSURE} }\n}`;

  test.each<[what: string, text: string]>([
    ["lets in a chain", chain(20_000)],
    [
      "parts in a chain",
      `${many(20_000, (i) => `part p${i}() { use p${i + 1}() }`)}\npart p20000() { ${ENSURE} }\n${HEAD}  step only "Only" { use p0() }\n}`,
    ],
    ["parentheses", `require ${"(".repeat(20_000)}true${")".repeat(20_000)} else "x"\n${ENSURE}`],
    ["not", `require ${"not ".repeat(20_000)}computer.is_domain_joined else "x"\n${ENSURE}`],
    ["blocks", `${"when os.build > 1 {\n".repeat(20_000)}${ENSURE}${"\n}".repeat(20_000)}`],
    ["operators", `require ${Array.from({ length: 20_000 }, () => "computer.is_domain_joined").join(" and ")} else "x"\n${ENSURE}`],
    ["a parameter that is its own default", `${HEAD}  param a: int = a\n  step only "Only" { require a == 1 else "x"\n ${ENSURE} }\n}`],
    ["a let that is its own value", `${HEAD}  let a = a\n  step only "Only" { require a == 1 else "x"\n ${ENSURE} }\n}`],
  ])("%s", async (_what, text) => {
    const { diagnostics, scripts } = await compileText(text);
    expect(diagnostics.map((each) => each.code)).not.toContain("RMD3999");
    if (scripts.length === 0) expect(diagnostics.length).toBeGreaterThan(0);
    for (const { code, span } of diagnostics) if (code === "RMD4094") expect(span).toBeDefined();
  });
});

describe("contradictions of many", () => {
  /** A plan whose step holds so many copies of one guarded item, each under a guard of its own. */
  const copies = async (count: number, contradict: boolean): Promise<Plan> => {
    const plan = await planText(`when os.build == 1 { ${ENSURE} }`);
    const [step] = plan.steps;
    const node = step?.body[0];
    const body = Array.from({ length: count }, (_, i): PlanNode => {
      const ensure = node?.kind === "when" ? node.body[0] : undefined;
      if (node?.kind !== "when" || node.guard.condition.kind !== "compare" || ensure?.kind !== "ensure") throw new Error("no guarded item");
      const presence = contradict && i % 2 === 1 ? "absent" : "present";
      const right = { kind: "constant", value: { kind: "int", value: i }, type: { kind: "int" } } as const;
      return { ...node, body: [{ ...ensure, presence }], guard: { ...node.guard, condition: { ...node.guard.condition, right } } };
    });
    return { ...plan, steps: step ? [{ ...step, body }] : [] };
  };
  test.each<[what: string, contradict: boolean, told: number]>([
    ["that contradict each other", true, 20],
    ["that say the same", false, 0],
  ])("10,000 guarded items of one service %s take seconds", async (_what, contradict, told) => {
    const plan = await copies(10_000, contradict);
    const catalog = extractBuiltinCatalog().value;
    const start = performance.now();
    expect(checkContradictions(plan, catalog)).toHaveLength(told);
    const took = performance.now() - start;
    expect(took).toBeLessThan(10_000);
  });
});
