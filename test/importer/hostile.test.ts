import { expect, test } from "vitest";
import { toFix, toTest } from "../../src/importer/escape-hatch.ts";
import { parseScript } from "../../src/importer/syntax/parse.ts";
import { writeRemedy } from "../../src/importer/write-remedy.ts";
import { createSourceFile } from "../../src/source/source-file.ts";
import { examineTexts } from "./support.ts";

test("a comment within an exit takes nothing of the script along", () => {
  expect(toTest(parseScript("exit (0 <# all well #>)\n$a = 1\n"))?.text).toMatch(/return \(0 -eq \(\(0 *\)\)\)\n\$a = 1\n/);
});

test("what a remediation ends with is a text in the error that it becomes, whatever apostrophes it holds", () => {
  const fix = toFix(parseScript("function f { exit ’9’ + $(Get-Date) }\nexit ’8’\n"))?.text;
  expect(fix).toContain("throw 'it ended with 9 + $(Get-Date)'");
  expect(fix).toContain("throw 'it ended with 8'");
});

test("a file's name is never more than a comment", () => {
  const named = (path: string) => createSourceFile(path, "", "");
  const { pair, detection } = examineTexts(
    "if (Test-Path C:\\Contoso) { exit 1 }\nexit 0\n",
    "Remove-Item C:\\Contoso -Recurse\n",
  ).examined;
  const half = { file: named("a\nremedy other { }.ps1"), script: detection.script };
  const text = writeRemedy({ detect: half, remediate: half, pair }, "folder")?.text ?? "";
  expect(text).toContain("remedy folder {");
  expect(text).not.toMatch(/^remedy other/m);
});
