import { beforeAll, describe, expect, test } from "vitest";
import { compileRecipeText } from "../../simulator/recipe-support.ts";
import { testRecipe } from "../../simulator/recipe-tests.ts";
import { latin1, runEdits, utf16, utf8 } from "../file/edits.ts";
import type { Edits } from "../file/edits.ts";
import { verdictOf } from "../run-cases.ts";
import type { CaseResult } from "../run-cases.ts";

let result: (name: string) => CaseResult;

const set = "-Path 'C:\\a.conf' -Line 'mode=fast'";
const other = String.raw`${set} -Pattern '^\s*mode\s*='`;

const edits: Edits = {
  "added at the end": [latin1("a\r\nb\r\n"), set, latin1("a\r\nb\r\nmode=fast\r\n")],
  "added behind a line without an end": [latin1("a\nb"), set, latin1("a\nb\nmode=fast\n")],
  "added to an empty file": [latin1(""), set, latin1("mode=fast\r\n")],
  "in the place of the first that matches": [latin1("x\r\nMode = slow\r\ny\r\nmode=other"), other, latin1("x\r\nmode=fast\r\ny\r\n")],
  "no other may stay": [latin1("mode=slow\nmode=fast\nmode=x\n"), other, latin1("mode=fast\n")],
  "in the last line, without an end": [latin1("x\rmode=slow"), other, latin1("x\rmode=fast")],
  "bytes of another encoding stay": [latin1("gr\xfc\xdfe\r\n\x01\xff\n"), set, latin1("gr\xfc\xdfe\r\n\x01\xff\nmode=fast\r\n")],
  "a mark stays": [latin1("\xef\xbb\xbfmode=slow\n"), other, latin1("\xef\xbb\xbfmode=fast\n")],
  "UTF-16": [utf16("a\r\nmode=slow\r\n\u00fc"), other, utf16("a\r\nmode=fast\r\n\u00fc")],
  "a line in UTF-8": [utf8("größe=1\n"), "-Path 'C:\\a.conf' -Line 'gr\u00f6\u00dfe=2' -Pattern '^gr\u00d6\u00dfe='", utf8("größe=2\n")],
  "taken away, each time": [latin1("a\nmode=fast\nb\nmode=fast"), `${set} -Absent`, latin1("a\nb\n")],
  "taken away with what matches": [latin1("mode=slow\r\na\r\nmode=fast"), `${other} -Absent`, latin1("a\r\n")],
};

beforeAll(async () => {
  result = await runEdits("FileLine", ["Find-FileLineBlocker", "Read-FileLineExists", "Edit-FileLine"], edits, {
    "other case": `$script:Bytes = [byte[]]@(${latin1("MODE=fast\n")})\nGet-Verdict FileLine ${set}`,
    "part of a line": `$script:Bytes = [byte[]]@(${latin1("xmode=fast \n")})\nGet-Verdict FileLine ${set}`,
    "beside another": `$script:Bytes = [byte[]]@(${latin1("mode=fast\nmode=slow\n")})\nGet-Verdict FileLine ${other}`,
    missing: `Get-Verdict FileLine ${set}; Get-Verdict FileLine ${set} -Absent; Read-FileLineExists 'C:\\a.conf' 'mode=fast'`,
    exists: `$script:Bytes = [byte[]]@(${latin1("mode=fast")})\nRead-FileLineExists 'C:\\a.conf' 'mode=fast'; Read-FileLineExists 'C:\\a.conf' 'mode=slow'`,
    ansi: `$script:Bytes = [byte[]]@(${latin1("\xfc=1\n")})\nGet-Verdict FileLine -Path 'C:\\a.conf' -Line '\u00fc=1'`,
    link: `$script:Bytes = [byte[]]@(65); $script:Link = $true\nGet-Verdict FileLine ${set}`,
    large: `$script:Bytes = [byte[]]@(65); $script:Size = [long]1048577\nGet-Verdict FileLine ${set}`,
    binary: `$script:Bytes = [byte[]]@(65, 0, 66)\nGet-Verdict FileLine ${set} -Absent`,
    "half a character": `$script:Bytes = [byte[]]@(255, 254, 65)\nGet-Verdict FileLine ${set}`,
  });
});

describe("the functions of file_line", () => {
  test.each(Object.entries(edits))("%s", (name, [, , after]) => {
    const { output, error } = result(name);
    expect(error).toBe("");
    expect(output[0]).toMatchObject({ RemedycVerdict: "deviates" });
    expect(output[1]).toBe(after);
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
    expect(result("ansi").error).toMatch(/^file C:\\a\.conf is not in UTF-8, so '.*' cannot be compared with it$/);
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
  testRecipe(recipe, { "another address": 4 });

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
