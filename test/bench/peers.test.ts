import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { writeInputs } from "./inputs.ts";
import { explainError } from "./peers.ts";
import { TYPESCRIPT } from "./peer-typescript.ts";
import { TYPESPEC } from "./peer-typespec.ts";

test.each([
  [TYPESCRIPT, ".ts"],
  [TYPESPEC, ".tsp"],
])("$title gets as many files and lines as a build, and a declaration a resource", (peer, extension) => {
  const folder = mkdtempSync(join(tmpdir(), "remedyc-bench-"));
  try {
    const ours = writeInputs(join(folder, "ours"), 30, true).map((file) => readFileSync(file, "utf8"));
    const theirs = join(folder, "theirs");
    peer.writeInput(theirs, 30, true);
    const names = readdirSync(theirs).filter((name) => name.startsWith("generated_") && name.endsWith(extension));
    const texts = names.map((name) => readFileSync(join(theirs, name), "utf8"));
    const countLines = (text: string): number => text.split("\n").length;
    expect(texts.map(countLines)).toEqual(ours.map(countLines));
    expect(texts.flatMap((text) => text.match(/(kind: "|^ {2}(model|op) )/gm) ?? [])).toHaveLength(30);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test("of what npm wrote, the sentence with the reason is kept", () => {
  const npm =
    "npm install --loglevel=error\nended with 1:\nnpm error code ECONNREFUSED\nnpm error errno -111\nnpm error FetchError: connection refused";
  expect(explainError(new Error(npm))).toBe("npm error FetchError: connection refused");
  expect(explainError(new Error("Nothing there\nmore"))).toBe("Nothing there");
});
