import { describe, expect, test } from "vitest";
import { findClosest, listChoices } from "../../src/binder/did-you-mean.ts";
import { getSpanText } from "../../src/source/source-file.ts";
import { applySuggestion, checkFiles, checkText, completeRemedy, summarize } from "../checker/support.ts";

describe("did you mean", () => {
  test.each([
    ["servce", ["service", "package"], "service"],
    ["claer", ["clear"], "clear"],
    ["userRight", ["user_right"], "user_right"],
    ["Service", ["service"], "service"],
    ["xyz", ["service", "package"], undefined],
    ["ab", ["ax", "ay"], "ax"],
    ["state", ["state"], undefined],
  ])("%s of %j is %s", (name, candidates, expected) => {
    expect(findClosest(name, candidates)).toBe(expected);
  });

  test("choices read as a sentence", () => {
    expect(listChoices([])).toBe("");
    expect(listChoices(["a"])).toBe("'a'");
    expect(listChoices(["a", "b", "c"])).toBe("'a', 'b' or 'c'");
    expect(listChoices(["a", "b", "c"], 2)).toBe("'a', 'b' and 1 more");
  });
});

describe("declarations", () => {
  test("a second declaration shows the first", async () => {
    const { diagnostics } = await checkText('let a = 1\nlet a = 2\nrequire os.build > a else "x"');
    expect(summarize(diagnostics)).toEqual(["RMD2002 a", "RMD2007 a"].slice(0, 1));
    expect(
      diagnostics[0]?.related.map((place) => [
        place.message,
        getSpanText(place.span),
        place.span.start < (diagnostics[0]?.span?.start ?? 0),
      ]),
    ).toEqual([["'a' is declared here first.", "a", true]]);
  });

  test("an inner name may not hide an outer one, in blocks, parts, 'each' and against kinds", async () => {
    const remedy =
      'param a: int = 1\nstep one "One" { require os.build > a else "x"\n when os.build > 2 { let a = 2\n require os.build > a else "y" }\n each service in [1] { require os.build > service else "z" } }';
    expect(summarize((await checkText(remedy)).diagnostics)).toEqual(["RMD2003 a", "RMD2003 service"]);
  });

  test("two blocks may use one name", async () => {
    const text = 'when os.build > 2 { let a = 2\n require os.build > a else "y" } else { let a = 1\n require os.build > a else "y" }';
    expect(summarize((await checkText(text)).diagnostics)).toEqual([]);
  });

  test("a step may be called like a let, and a remedy like a part", async () => {
    const text =
      'part sample() { ensure service("A") { state: running } }\n' +
      completeRemedy('let spooler = service("Spooler")\nstep spooler "S" { ensure spooler { state: running }\n use sample() }').replace(
        "param",
        "param",
      );
    expect(summarize((await checkText(text)).diagnostics)).toEqual([]);
  });

  test("two steps or two remedies of one name are an error", async () => {
    const steps = await checkText(
      'step a "A" { ensure service("A") { state: running } }\nstep a "B" { ensure service("B") { state: running } }',
    );
    expect(summarize(steps.diagnostics)).toEqual(["RMD2002 a"]);
    const one = completeRemedy('ensure service("A") { state: running }');
    expect(summarize((await checkText(one + one)).diagnostics)).toEqual(["RMD2002 sample"]);
  });

  test("lets of a remedy may stand in any order; those of a block may not", async () => {
    expect(
      summarize((await checkText('step one "One" { ensure spooler { state: running } }\nlet spooler = service("Spooler")')).diagnostics),
    ).toEqual([]);
    const block = await checkText('ensure spooler { state: running }\nlet spooler = service("Spooler")');
    expect(block.diagnostics.map((diagnostic) => diagnostic.code)).toContain("RMD2004");
  });

  test("a part sees its file, not the remedy that uses it", async () => {
    const text =
      'let file_level = 1\npart p() { require os.build > file_level and os.build > limit else "x" }\n' +
      completeRemedy('param limit: int = 5\nstep one "One" { use p()\n require os.build > limit else "x" }');
    expect(summarize((await checkText(`part q() { use p() }\n${text}`)).diagnostics)).toEqual(["RMD2007 q", "RMD2001 limit"]);
  });

  test("lets in a circle are told once", async () => {
    const { diagnostics } = await checkText(
      'step one "One" { require os.build > a and os.build > b and os.build > c else "x" }\nlet a = b\nlet b = c\nlet c = a',
    );
    expect(diagnostics.map((diagnostic) => diagnostic.message)).toEqual([
      "'a' is defined by itself: 'a' -> 'b' -> 'c' -> 'a'. Give one of them a value of its own.",
    ]);
    expect(diagnostics[0]?.related.map((place) => getSpanText(place.span))).toEqual(["a", "b", "c"]);
  });

  test("parts in a circle are told once, also when they are used", async () => {
    const parts = "part a() { use b() }\npart b() { use c() }\npart c() { use b() }\n";
    const { diagnostics } = await checkText(parts + completeRemedy("use a()"));
    expect(diagnostics.map((diagnostic) => diagnostic.message)).toEqual([
      "A part cannot use itself: 'b' -> 'c' -> 'b'. Remove one of these uses.",
    ]);
  });
});

describe("words of an enum", () => {
  test("a bare word is the member where one is expected, also when something else is called so", async () => {
    const { diagnostics } = await checkText(
      'let running = 5\nensure service("A") { state: running }\nrequire os.build > running and service("A").state == running and running == service("A").state else "x"',
    );
    expect(summarize(diagnostics)).toEqual([]);
  });

  test("a parameter of the enum may stand there, too", async () => {
    expect(
      summarize(
        (await checkText('param mode: service.startup = manual\nstep one "One" { ensure service("A") { startup: mode } }')).diagnostics,
      ),
    ).toEqual([]);
  });

  test("without an expected enum it is an unknown name that says where it would be known", async () => {
    const { diagnostics } = await checkText('let wanted = stopped\nrequire service("A").state == wanted else "x"');
    expect(diagnostics.map((diagnostic) => diagnostic.message)).toEqual([
      "Unknown name 'stopped'. 'stopped' is a word for 'service.state' and stands only where that is expected.",
    ]);
  });

  test("a word in quotes, and a misspelt one, are repaired by their suggestion", async () => {
    for (const wrong of [
      'ensure service("A") { state: "running" }',
      'ensure service("A") { state: runing }',
      'ensure service("A") { statee: running }',
      'ensure servce("A") { state: running }',
    ]) {
      const text = completeRemedy(wrong);
      const { diagnostics } = await checkText(text);
      expect(diagnostics).toHaveLength(1);
      expect(applySuggestion(text, diagnostics[0])).toBe(completeRemedy('ensure service("A") { state: running }'));
    }
  });
});

describe("what nobody uses", () => {
  test("is a warning for parameters, lets, parts and parameters of parts", async () => {
    const text =
      'part p(a: int) { ensure service("A") { state: running } }\npart q() { use p(1) }\n' +
      completeRemedy('param x: int = 1\nlet y = 2\nstep one "One" { let z = 3\n ensure service("A") { state: running } }').replace(/^/, "");
    const { diagnostics } = await checkText(text);
    expect(summarize(diagnostics)).toEqual(["RMD2007 a", "RMD2007 q", "RMD2007 x", "RMD2007 y", "RMD2007 z"]);
    expect(diagnostics.every((diagnostic) => diagnostic.severity === "warning")).toBe(true);
  });

  test("a file without a remedy offers what it declares to others", async () => {
    expect(summarize((await checkText('part p() { ensure service("A") { state: running } }\nlet limit = 5\n')).diagnostics)).toEqual([]);
  });
});

describe("thousands of mistakes beside thousands of names", () => {
  test("are all told, in bounded time", async () => {
    const lines = Array.from({ length: 3000 }, (_, i) => `let v${i} = serice("a${i}")\nensure w${i} { state: running }`);
    const started = performance.now();
    const { diagnostics } = await checkText(lines.join("\n"));
    expect(diagnostics.filter((diagnostic) => diagnostic.code === "RMD2001")).toHaveLength(6000);
    // It takes 0.4 s where 10,000 resources without a mistake take 0.3 s; quadratic work takes ten times as long.
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});

describe("scenarios", () => {
  const remedy = (name: string): string => completeRemedy('ensure service("A") { state: running }').replace(/remedy \w+/, `remedy ${name}`);
  const scenario = (name: string): string => `scenario "x" for ${name} { expect fix succeeded }\n`;
  const check = async (files: { readonly [path: string]: string }): Promise<readonly string[]> =>
    summarize((await checkFiles({ "a.remedy": remedy("first"), "b.remedy": remedy("second"), ...files })).diagnostics);

  test("name a remedy of their file, or of one that this imports; that is a use of the import", async () => {
    const imports = 'import "./a.remedy"\nimport "./b.remedy"\n';
    expect(await check({ "main.remedy": `${imports}${scenario("first")}${scenario("second")}` })).toEqual([]);
    expect(await check({ "main.remedy": `${imports}${scenario("first")}` })).toEqual(['RMD2108 import "./b.remedy"']);
    expect(await check({ "main.remedy": `${imports}${scenario("first")}${scenario("third")}` })).toContain("RMD2001 third");
    expect(
      await check({ "c.remedy": 'import "./a.remedy"\nlet x = 1\n', "main.remedy": `import "./c.remedy"\n${scenario("first")}` }),
    ).toContain("RMD2001 first");
  });

  test("do not choose between two imports; their own file comes first", async () => {
    const imports = 'import "./a.remedy"\nimport "./same.remedy"\n';
    expect(await check({ "same.remedy": remedy("first"), "main.remedy": `${imports}${scenario("first")}${scenario("first")}` })).toEqual([
      'RMD2010 import "./same.remedy"',
    ]);
    const own = `import "./a.remedy"\n${remedy("first")}${scenario("first")}`;
    expect(await check({ "main.remedy": own })).toEqual(['RMD2108 import "./a.remedy"']);
  });
});
