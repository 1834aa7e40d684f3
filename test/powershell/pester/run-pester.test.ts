import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createPesterError, runPester } from "./run-pester.ts";
import type { PesterOutcome } from "./run-pester.ts";

const folder = mkdtempSync(join(tmpdir(), "remedyc pester "));
const templates = join(import.meta.dirname, "templates.ps1");
const FILES = {
  "a.Tests.ps1": `BeforeAll { . '${templates}' 'ConvertTo-Text' }
Describe 'a' {
    It 'holds' { ConvertTo-Text $true | Should-BeString 'true' }
    It 'fails' { ConvertTo-Text $true |
        Should-BeString 'false' }
    It 'is strict' { { $unset } | Should-Throw '*$unset*' }
    It 'is left out' -Skip { }
}`,
  "b.Tests.ps1": "Describe 'b' { BeforeAll { throw 'no setup' }; It 'runs' { 1 | Should-Be 1 } }",
  "c.Tests.ps1": "Describe 'c' { It",
  "d.Tests.ps1": "Describe 'd' { }",
  "e.Tests.ps1": `BeforeAll { . '${templates}' 'Get-Nothing' }\nDescribe 'e' { It 'runs' { } }`,
};

let outcomes: readonly PesterOutcome[];
const told = (file: keyof typeof FILES): string[] =>
  outcomes.filter((each) => each.file === join(folder, file)).map(({ name, state, message }) => `${name}: ${state} ${message}`.trim());

beforeAll(async () => {
  for (const [name, text] of Object.entries(FILES)) writeFileSync(join(folder, name), text);
  outcomes = await runPester(Object.keys(FILES).map((name) => join(folder, name)));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("each test is told with what came of it", () =>
  expect(told("a.Tests.ps1")).toEqual([
    "a.holds: passed",
    expect.stringMatching(/^a\.fails: failed Expected strings to be the same/),
    "a.is strict: passed",
    "a.is left out: skipped",
  ]));

test("a failure names its place", () => {
  const failed = outcomes.find(({ name }) => name === "a.fails");
  expect(failed && createPesterError(failed).stack).toMatch(
    /^Error: Expected strings[\s\S]+\n {4}at Should-BeString 'false'.* \(.+a\.Tests\.ps1:5:1\)$/m,
  );
});

test("a setup that fails is told, and so are the tests behind it", () =>
  expect(told("b.Tests.ps1")).toEqual([expect.stringMatching(/^b: set up and cleaned up: failed .*no setup/), "b.runs: failed"]));

test("a file that does not load, holds no test or names a template that is not there fails", () => {
  expect(told("c.Tests.ps1")).toEqual([expect.stringMatching(/^loads: failed [^]*Missing closing '}'/)]);
  expect(told("d.Tests.ps1")).toEqual(["holds tests: failed"]);
  expect(told("e.Tests.ps1").join("\n")).toContain("there is no template Get-Nothing");
});
