import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { syntaxDiagnostics } from "../../src/diagnostics/catalog/syntax.ts";
import { listMistakes } from "./parse.ts";

/** Shown with a placeholder or in words, since the mistake itself cannot be seen on a page or would not fit. */
const described = new Set(["RMD1013", "RMD1021", "RMD1022"]);

describe("the pages of the syntax diagnostics", () => {
  it.each(Object.keys(syntaxDiagnostics))("%s has a page whose example is what it says and whose repair is right", (code) => {
    const page = readFileSync(new URL(`../../src/diagnostics/pages/${code}.md`, import.meta.url), "utf8");
    expect(page.startsWith(`# ${code}: `)).toBe(true);
    const [bad, good, ...more] = [...page.matchAll(/```remedy\n([^]*?)```/g)].map((match) => match[1] ?? "");
    expect(more).toEqual([]);
    if (code >= "RMD1050") return;
    expect(listMistakes(good ?? "")).toEqual([]);
    if (!described.has(code)) expect(listMistakes(bad ?? "").map((found) => found.split(" ")[1])).toEqual([code]);
  });
});
