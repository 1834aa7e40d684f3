import { expect, test } from "vitest";
import type { TemplateFunction, TemplateLibrary } from "../../src/powershell/library.ts";
import { openLibrary, storeLibrary } from "../../src/powershell/stored-library.ts";
import { builtInLibrary } from "../plan/support.ts";

/** Everything that a function can be asked for, also what comes from a getter. */
function readAll({ name, layer, variant, text, parameters, words, reads, isSameInEveryHost, sections }: TemplateFunction) {
  return { name, layer, variant, text, parameters, words, reads, isSameInEveryHost, sections };
}

test("a stored library has the functions and frames of the package, in their order, and nothing of a function is left behind", () => {
  const opened = openLibrary(storeLibrary(builtInLibrary));
  expect(opened.functions.map(readAll)).toEqual(builtInLibrary.functions.map(readAll));
  expect(opened.frames).toEqual(builtInLibrary.frames);
  // A new property of functions has to be stored as well.
  const properties = new Set(builtInLibrary.functions.flatMap((one) => Object.keys(one)));
  expect([...properties].sort()).toEqual(Object.keys(readAll(builtInLibrary.functions[0] as TemplateFunction)).sort());
});

test("each body stands at its place, whatever characters are in it, and is read once, when it is asked for", () => {
  const one = { layer: "kinds", variant: "any", parameters: [], words: [], reads: [] } as const;
  const library: TemplateLibrary = {
    functions: [
      { ...one, name: "A", text: 'ä "\n\u2028 \ud83d\ude00' },
      { ...one, name: "B", text: "" },
      { ...one, name: "C", text: "function C {\n}", words: ["a"] },
    ],
    frames: { detect: "#\n" },
  };
  const opened = openLibrary(storeLibrary(library));
  expect(opened.functions.toReversed().map(({ name, text, words }) => [name, text, words])).toEqual([
    ["C", "function C {\n}", ["a"]],
    ["B", "", []],
    ["A", 'ä "\n\u2028 \ud83d\ude00', []],
  ]);
  expect(opened.functions[2]?.words).toBe(opened.functions[2]?.words);
  const damaged = openLibrary(storeLibrary(library).replace('"text":""', '"text":'));
  expect(damaged.functions.map(({ name }) => name)).toEqual(["A", "B", "C"]);
  expect(damaged.functions[0]?.text).toBe('ä "\n\u2028 \ud83d\ude00');
  expect(() => damaged.functions[1]?.text).toThrow(SyntaxError);
});
