import { beforeAll, describe, expect, test } from "vitest";
import { compileRecipeText } from "../../simulator/recipe-support.ts";
import { testRecipe } from "../../simulator/recipe-tests.ts";
import { runCases, verdictOf } from "../run-cases.ts";
import type { CaseResult } from "../run-cases.ts";

let result: (name: string) => CaseResult;

/** A file's bytes: ASCII, with others as `\xFF`. */
const bytes = (text: string): string => (text === "" ? "@()" : [...Buffer.from(text, "latin1")].join(","));
const wide = (text: string): string => [0xff, 0xfe, ...Buffer.from(text, "utf16le")].join(",");
const utf8 = (text: string): string => [...Buffer.from(text, "utf8")].join(",");
const on = (file: string, words: string): string => `$script:Bytes = [byte[]]@(${file})
Get-Verdict FileLine -Path 'C:\\a.conf' ${words}
Repair-FileLine -Path 'C:\\a.conf' ${words}
"$($script:Bytes -join ',')"
Get-Verdict FileLine -Path 'C:\\a.conf' ${words}`;
const set = "-Line 'mode=fast'";
const other = String.raw`${set} -Pattern '^\s*mode\s*='`;

/** What a change makes of a file: its bytes before and after, and the words. */
const edits: Record<string, readonly [before: string, words: string, after: string]> = {
  "added at the end": [bytes("a\r\nb\r\n"), set, bytes("a\r\nb\r\nmode=fast\r\n")],
  "added behind a line without an end": [bytes("a\nb"), set, bytes("a\nb\nmode=fast\n")],
  "added to an empty file": ["", set, bytes("mode=fast\r\n")],
  "in the place of the first that matches": [bytes("x\r\nMode = slow\r\ny\r\nmode=other"), other, bytes("x\r\nmode=fast\r\ny\r\n")],
  "no other may stay": [bytes("mode=slow\nmode=fast\nmode=x\n"), other, bytes("mode=fast\n")],
  "in the last line, without an end": [bytes("x\rmode=slow"), other, bytes("x\rmode=fast")],
  "bytes of another encoding stay": [bytes("gr\xfc\xdfe\r\n\x01\xff\n"), set, bytes("gr\xfc\xdfe\r\n\x01\xff\nmode=fast\r\n")],
  "a mark stays": [bytes("\xef\xbb\xbfmode=slow\n"), other, bytes("\xef\xbb\xbfmode=fast\n")],
  "UTF-16": [wide("a\r\nmode=slow\r\n\u00fc"), other, wide("a\r\nmode=fast\r\n\u00fc")],
  "a line in UTF-8": [utf8("größe=1\n"), "-Line 'gr\u00f6\u00dfe=2' -Pattern '^gr\u00d6\u00dfe='", utf8("größe=2\n")],
  "taken away, each time": [bytes("a\nmode=fast\nb\nmode=fast"), `${set} -Absent`, bytes("a\nb\n")],
  "taken away with what matches": [bytes("mode=slow\r\na\r\nmode=fast"), `${other} -Absent`, bytes("a\r\n")],
};

beforeAll(async () => {
  result = await runCases({
    functions: ["Test-FileLine", "Repair-FileLine", "Find-FileLineBlocker", "Read-FileLineExists", "Read-LineFile", "Edit-FileLine"],
    fakes: [],
    setup: String.raw`function Reset-Fake { $script:Bytes = $null; $script:Link = $false; $script:Size = $null }
function Get-FileEntry([string] $Path) { if ($null -ne $script:Bytes) { [pscustomobject]@{ Size = $(if ($null -ne $script:Size) { $script:Size } else { [long]$script:Bytes.Length }); IsDirectory = $false; IsLink = $script:Link } } }
function Get-FileByte([string] $Path, [long] $Offset = 0, [int] $Count) { , [byte[]]$script:Bytes }
function Find-PathBlocker([string] $Path, [string] $Access) { }
function Get-FileState([string[]] $At) { $At[0] }
function Write-FileByte($File, [byte[]] $Data) { $script:Bytes = $Data }
function Write-WholeFile([string] $Path, [scriptblock] $Fill) { & $Fill $null "$Path.new" }`,
    cases: {
      ...Object.fromEntries(Object.entries(edits).map(([name, [before, words]]) => [name, on(before, words)])),
      "other case": `$script:Bytes = [byte[]]@(${bytes("MODE=fast\n")})\nGet-Verdict FileLine -Path 'C:\\a.conf' ${set}`,
      "part of a line": `$script:Bytes = [byte[]]@(${bytes("xmode=fast \n")})\nGet-Verdict FileLine -Path 'C:\\a.conf' ${set}`,
      "beside another": `$script:Bytes = [byte[]]@(${bytes("mode=fast\nmode=slow\n")})\nGet-Verdict FileLine -Path 'C:\\a.conf' ${other}`,
      missing: `Get-Verdict FileLine -Path 'C:\\a.conf' ${set}; Get-Verdict FileLine -Path 'C:\\a.conf' ${set} -Absent; Read-FileLineExists 'C:\\a.conf' 'mode=fast'`,
      exists: `$script:Bytes = [byte[]]@(${bytes("mode=fast")})\nRead-FileLineExists 'C:\\a.conf' 'mode=fast'; Read-FileLineExists 'C:\\a.conf' 'mode=slow'`,
      link: `$script:Bytes = [byte[]]@(65); $script:Link = $true\nGet-Verdict FileLine -Path 'C:\\a.conf' ${set}`,
      large: `$script:Bytes = [byte[]]@(65); $script:Size = [long]1048577\nGet-Verdict FileLine -Path 'C:\\a.conf' ${set}`,
      binary: `$script:Bytes = [byte[]]@(65, 0, 66)\nGet-Verdict FileLine -Path 'C:\\a.conf' ${set} -Absent`,
      "half a character": `$script:Bytes = [byte[]]@(255, 254, 65)\nGet-Verdict FileLine -Path 'C:\\a.conf' ${set}`,
    },
  });
});

describe("the functions of file_line", () => {
  test.each(Object.entries(edits))("%s", (name, [, , after]) => {
    const { output, error } = result(name);
    expect(error).toBe("");
    expect(output[0]).toMatchObject({ RemedycVerdict: "deviates" });
    expect(output[1]).toBe(after === "@()" ? "" : after);
    expect(output[2]).toMatchObject({ RemedycVerdict: "holds" });
  });

  test("compare the whole line, byte by byte", () => {
    for (const name of ["other case", "part of a line"])
      expect(verdictOf(result(name)), name).toEqual({
        RemedycVerdict: "deviates",
        Why: String.raw`file C:\a.conf does not have the line 'mode=fast'`,
      });
    expect(verdictOf(result("beside another")).Why).toBe(String.raw`file C:\a.conf has another line that matches, beside 'mode=fast'`);
    expect(result("exists").output).toEqual([true, false]);
  });

  test("a file that is missing has no line, and is not made", () => {
    expect(result("missing").output).toEqual([
      { RemedycVerdict: "blocked", Why: String.raw`file C:\a.conf is missing: it is not made` },
      { RemedycVerdict: "holds", Why: "" },
      false,
    ]);
  });

  test("what is no text of a file is unreadable, never compliant", () => {
    expect(result("link").error).toBe(String.raw`file C:\a.conf is a folder or a link`);
    expect(result("large").error).toBe(String.raw`file C:\a.conf is larger than 1 MB`);
    for (const name of ["binary", "half a character"])
      expect(result(name).error).toBe(String.raw`file C:\a.conf is no text in UTF-8, or in UTF-16 with its mark`);
  });
});

const RECIPE = String.raw`
remedy hosts {
  title: "The intranet has an address"
  version: 1.0.0
  publisher: "IT"
  targets: [intune.remediation]

  let hosts = '%SystemRoot%\System32\drivers\etc\hosts'

  step hosts "Hosts" {
    ensure file_line(hosts, "10.0.0.1 intranet.contoso.com") present { pattern: '^\s*[\d.]+\s+intranet\.contoso\.com\s*(#|$)' }
    ensure file_line('%ProgramData%\Contoso\app.conf', "debug=1") absent
  }
}

scenario "another address" for hosts {
  given {
    file('%SystemRoot%\System32\drivers\etc\hosts') { content: "# hosts\n127.0.0.1 localhost\n10.9.9.9 intranet.contoso.com # old\n" }
    file_line('%ProgramData%\Contoso\app.conf', "debug=1") present
  }
  expect detect noncompliant
  expect fix succeeded
  expect file('%SystemRoot%\System32\drivers\etc\hosts') { content: "# hosts\n127.0.0.1 localhost\n10.0.0.1 intranet.contoso.com\n" }
  expect file_line('%ProgramData%\Contoso\app.conf', "debug=1") absent
}

scenario "all is well" for hosts {
  given { file_line('%SystemRoot%\System32\drivers\etc\hosts', "10.0.0.1 intranet.contoso.com") present }
  expect detect compliant
}

scenario "there is no such file" for hosts {
  given { file('%SystemRoot%\System32\drivers\etc\hosts') absent }
  expect detect noncompliant
  expect fix blocked
}

scenario "the file may not be written" for hosts {
  given { file('%SystemRoot%\System32\drivers\etc\hosts') { content: "", denied: true } }
  expect fix blocked
}
`;

describe("a recipe with file_line", async () => {
  const recipe = await compileRecipeText(RECIPE);
  testRecipe(recipe, { "another address": 10 });

  test.each([
    ['"two\\nlines"', /two|line|pattern|match/i],
    ['""', /at least 1|empty/],
  ])("%s is no line", async (line, message) => {
    await expect(compileRecipeText(RECIPE.replace('"debug=1") absent\n  }\n}', `${line}) absent\n  }\n}`))).rejects.toThrow(message);
  });

  test("a pattern that is none is told", async () => {
    await expect(compileRecipeText(RECIPE.replace(String.raw`(#|$)'`, String.raw`(#|$'`))).rejects.toThrow(/pattern|regular expression/i);
  });
});
