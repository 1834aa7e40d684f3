import { describe, expect, test } from "vitest";
import { targetNames } from "../../src/targets/targets.ts";
import { compileText } from "../plan/support.ts";
import { checkText, summarize } from "./support.ts";

const script = (test: string, fix = "'''$true'''"): string => `ensure script("s") { test: ${test}, fix: ${fix} }`;
const remedy = (param: string, body: string): string =>
  `remedy sample {\n  title: "S"\n  version: 1.0\n  targets: [standalone]\n  ${param}\n  step only "Only" {\n    ${body}\n  }\n}`;
const DIR = 'param dir: string = "C:"';

describe("a parameter never becomes PowerShell", () => {
  test.each<[way: string, text: string, found: string]>([
    ["as a part of the test", remedy(DIR, script(`"Test-Path '\${dir}' "`)), "dir"],
    ["as the whole fix", remedy(DIR, script("'''$true'''", "dir")), "dir"],
    ["in parentheses", remedy(DIR, script("(dir)")), "dir"],
    ["of a type that is no text", remedy("param n: int = 1", script('"${n} -eq 1"')), "n"],
    ["of a type whose values Windows limits", remedy("param s: service.startup = manual", script('"${s}"')), "s"],
    ["by default of another", remedy("param p: string? = none", script('p ?? "$true"')), "p"],
    ["through a let", remedy(`${DIR}\n  let t = "Test-Path '\${dir}'"`, script("t")), "dir"],
    ["through lets of lets", remedy(`${DIR}\n  let a = dir\n  let b = "\${a}"`, script('"${b}"')), "dir"],
    ["as an element of a list", remedy(DIR, `each t in ["$true", dir] { ${script("t")} }`), "dir"],
    ["as a list", remedy('param ts: [string] = ["$true"]', `each t in ts { ${script("t")} }`), "ts"],
    ["through a part", `part p(t: string) { ${script("t")} }\n${remedy(DIR, "use p(dir)")}`, "dir"],
    [
      "through parts of parts",
      `part p(t: string) { ${script('"${t}"')} }\npart q(u: string) { use p(t: u) }\n${remedy(DIR, "use q(dir)")}`,
      "dir",
    ],
    ["in a fix", remedy(DIR, `check "c" { os.build > 1 } fix { ${script("dir")} }`), "dir"],
    ["in an else", remedy(DIR, `ensure service("S") { state: running } else { ${script("dir")} }`), "dir"],
    ["nor does a reading", remedy("", script("\"'${os.edition}'\"")), "os.edition"],
    ["nor a property", remedy("", `each p in package(name matches 'A') { ${script("p.name")} }`), "p.name"],
  ])("%s", async (_way, text, found) => {
    expect(summarize((await checkText(text)).diagnostics)).toEqual([`RMD4090 ${found}`]);
  });

  test.each(targetNames)("%s: whatever the parameter file says", async (target) => {
    const text = remedy(DIR, script(`"Test-Path '\${dir}' "`));
    const { diagnostics, scripts } = await compileText(text, { target, set: { dir: "x'; Invoke-Evil; '" } });
    expect(diagnostics.map((each) => each.code)).toEqual(["RMD4090"]);
    expect(scripts).toEqual([]);
  });

  test.each<[way: string, text: string]>([
    ["texts of the source are code", remedy('let dir = "C:\\\\A"\n  let n = 3', script(`"Test-Path '\${dir}\\\\\${n}'"`))],
    [
      "arguments that are written",
      `part p(t: string, n: int = 2) { ${script('"${t} -eq ${n}"')} }\n${remedy("", 'use p("1")\nuse p(t: "2", n: 3)')}`,
    ],
    ["elements that are written", remedy('let all = ["$true", "1 -eq 1"]', `each t in all { ${script("t")} }`)],
    ["what a parameter decides is not what it says", remedy(DIR, `when dir == "C:" { ${script("'''$true'''")} }`)],
    ["its name is no code", remedy(DIR, `ensure script("in \${dir}") { test: '''$true''', fix: '''$true''' }`)],
  ])("%s", async (_way, text) => {
    expect(summarize((await checkText(text)).diagnostics)).toEqual([]);
  });
});
