import { describe, expect, test } from "vitest";
import { applySuggestion, checkFiles, summarize } from "./support.ts";

const REMEDY = `let dirty = changed
let agent = service("Agent")
remedy sample {
  title: "Sample"
  version: 1.0.0
  param strict: bool = true
  let product = package("Product")
  let runs = agent.state == running
  step one "One" {
    let inner = service("Inner")
    require dirty or strict or product.exists else "x"
    each p in package(name matches '^P') { ensure p absent }
    ensure inner { state: running }
    ensure agent { state: running }
  }
}
`;

const check = async (text: string): Promise<string[]> =>
  summarize((await checkFiles({ "main.remedy": `${REMEDY}${text}\n` })).diagnostics).filter((found) => found !== "RMD2007 runs");

const promise = (body: string): string => `promise "p" for sample {\n${body}\n}`;

describe("a promise", () => {
  test.each([
    ["sees what its remedy names", "given { strict, runs }\nalways { agent.exists and product.exists }\nfinally { runs }", []],
    [
      "knows in a condition what those above it show",
      "given { product.exists\nproduct.version != none\nproduct.version > 1.0 }\nalways { agent.exists }",
      [],
    ],
    [
      "knows nothing in one block of another",
      "given { product.version != none }\nalways { product.version > 1.0 }",
      ["RMD3030 product.version"],
    ],
    ["reads a parenthesis on a line of its own as a condition", "always { agent.exists\n(product.exists or runs)\nnot runs }", []],
    ["may be about several", "finally { all p in package(name matches '^P'): not p.exists }", []],
    ["needs something that it promises", "given { runs }", ['RMD4130 "p"']],
    ["needs conditions", "given { }\nalways { runs }", ["RMD4130 given"]],
    ["needs something to promise, once", "always { }", ["RMD4130 always"]],
    ["has each block once", "always { runs }\nalways { agent.exists }", ["RMD2002 always"]],
    ["is made of conditions", "always { agent, 5, runs }", ["RMD3001 agent", "RMD3001 5"]],
    ["is not known beforehand", "always { agent.exists or true }", ["RMD4132 agent.exists or true"]],
    ["is not impossible", "finally { runs and false, 1 == 2 }", ["RMD4132 runs and false", "RMD4132 1 == 2"]],
    ["is about some start state", "given { 1 > 2 }\nalways { runs }", ["RMD4132 1 > 2"]],
    ["is about what a run may change", "always { strict }", ["RMD4132 strict"]],
    ["has no items above it", "always { runs and not changed }", ["RMD4134 runs and not changed"]],
    ["has none through a name either", "given { dirty }\nalways { runs }", ["RMD4134 dirty"]],
    ["does not see what a step names", "always { inner.exists }", ["RMD2001 inner"]],
    ["does not see what a loop names", "always { p.exists }", ["RMD2001 p"]],
    ["is told of a name that nobody has", "always { agnet.exists }", ["RMD2001 agnet"]],
    ["separates conditions on one line", "always { runs product.exists }", ["RMD1008 product"]],
    [
      "has no states",
      "given { agent { state: running }\nagent absent\nos.build: 17763 }\nalways { runs }",
      ["RMD1059 {", "RMD1059 absent", "RMD1059 :"],
    ],
    ["is read in spite of a misspelt word", "allways { strict }", ["RMD1006 allways", "RMD4132 strict"]],
  ])("%s", async (_, body, findings) => {
    expect(await check(promise(body))).toEqual(findings);
  });

  test("of a remedy that does not exist is one mistake", async () => {
    expect(await check('promise "p" for sampel { always { product.exists and strict } }')).toEqual(["RMD2001 sampel"]);
    expect(await check('promise "p" { always { product.exists } }')).toEqual(["RMD1001 {"]);
  });

  test("has a title of its own", async () => {
    expect(await check(`${promise("always { runs }")}\n${promise("finally { runs }")}`)).toEqual(['RMD4131 "p"']);
  });

  test("may stand above its remedy", async () => {
    const text = `${promise("always { product.exists }")}\n${REMEDY}`;
    expect(summarize((await checkFiles({ "main.remedy": text })).diagnostics)).toEqual(["RMD2007 runs"]);
  });

  test.each([
    ["agent { state: running, startup: manual }", "agent.state == running and agent.startup == manual"],
    ["agent absent", "not agent.exists"],
    ["agent present", "agent.exists"],
    ["os.build: 17763", "os.build == 17763"],
  ])("is offered '%s' as a condition", async (state, condition) => {
    const text = `${REMEDY}${promise(`given { ${state} }\nalways { runs }`)}`;
    const { diagnostics } = await checkFiles({ "main.remedy": text });
    const repaired = applySuggestion(
      text,
      diagnostics.find(({ code }) => code === "RMD1059"),
    );
    expect(repaired).toContain(`given { ${condition} }`);
    expect(summarize((await checkFiles({ "main.remedy": repaired })).diagnostics)).toEqual([]);
  });
});

describe("what a remedy accepts", () => {
  const accept = (lines: string): Promise<string[]> =>
    checkFiles({ "main.remedy": REMEDY.replace("  param", `${lines}\n  param`) }).then(({ diagnostics }) =>
      summarize(diagnostics).filter((found) => found !== "RMD2007 runs"),
    );

  test.each([
    ['accept nothing_left_broken because "on purpose"\naccept bounded because "short"', []],
    ['accept nothing_left_broke because "x"', ["RMD2001 nothing_left_broke"]],
    ['accept bounded because "x"\naccept bounded because "y"', ["RMD4136 bounded"]],
    ['accept bounded because " "', ['RMD4135 " "']],
    ['accept bounded "x"', ['RMD1001 "x"']],
    ['accept bounded because "${os.build}"', ["RMD3025 os.build"]],
    ["accept bounded because", ["RMD1002 "]],
  ])("%s", async (lines, findings) => {
    expect(await accept(lines)).toEqual(findings);
  });
});
