import { beforeAll, describe, expect, test } from "vitest";
import { compileRecipeText } from "../../simulator/recipe-support.ts";
import { testRecipe } from "../../simulator/recipe-tests.ts";
import { latin1, runEdits, utf16, utf8 } from "../file/edits.ts";
import type { Edits } from "../file/edits.ts";
import type { CaseResult } from "../run-cases.ts";

let result: (name: string) => CaseResult;

const of = (section: string, key: string): string => `-Path 'C:\\a.ini' -Section '${section}' -Key '${key}'`;
const mode = `${of("app", "mode")} -Value 'fast'`;

const edits: Edits = {
  "the value alone": [
    latin1("; x\r\n[App]\r\n Mode =  slow way \t\r\nb=1\r\n"),
    mode,
    latin1("; x\r\n[App]\r\n Mode =  fast \t\r\nb=1\r\n"),
  ],
  "behind the last key, before what is told of the next section": [
    latin1("[app]\na=1\n\n; about b\n[b]\nmode=x"),
    mode,
    latin1("[app]\na=1\nmode=fast\n\n; about b\n[b]\nmode=x"),
  ],
  "a section at the end": [latin1("[b]\nmode=slow"), mode, latin1("[b]\nmode=slow\n[app]\nmode=fast\n")],
  "an empty section": [latin1("[app]"), mode, latin1("[app]\r\nmode=fast\r\n")],
  "an empty file with a mark": [latin1("\xef\xbb\xbf"), mode, latin1("\xef\xbb\xbf[app]\r\nmode=fast\r\n")],
  "before all sections": [latin1("\xef\xbb\xbf[b]\na=1\n"), `${of("", "mode")} -Value 'fast'`, latin1("\xef\xbb\xbfmode=fast\n[b]\na=1\n")],
  "the first line, behind a mark": [
    latin1("\xef\xbb\xbfMODE=1\n[b]\nmode=2\n"),
    `${of("", "mode")} -Value ''`,
    latin1("\xef\xbb\xbfMODE=\n[b]\nmode=2\n"),
  ],
  "every one of several": [
    latin1("[app]\rmode=a\rmode = fast\r[b]\rmode=z\r[APP]\rmode\r"),
    mode,
    latin1("[app]\rmode=fast\rmode = fast\r[b]\rmode=z\r[APP]\rmode=fast\r"),
  ],
  "no key of a comment": [latin1("[app]\n;mode=a\n#mode=a\n"), mode, latin1("[app]\nmode=fast\n;mode=a\n#mode=a\n")],
  "with equals signs and quotation marks": [
    latin1('[a=b]\nx="1";2\n'),
    `${of("a=b", "x")} -Value '"1=2";$(3)'`,
    latin1('[a=b]\nx="1=2";$(3)\n'),
  ],
  "other bytes stay": [latin1("[gr\xfc\xdf]\nx=\xff\n[app]\nmode=\xe4"), mode, latin1("[gr\xfc\xdf]\nx=\xff\n[app]\nmode=fast")],
  "UTF-16": [utf16("[äpp]\r\nÜ=1\r\n"), `${of("ÄPP", "ü")} -Value 'ö'`, utf16("[äpp]\r\nÜ=ö\r\n")],
  "UTF-8": [utf8("[äpp]\nü=1"), `${of("äpp", "Ü")} -Value 'ö'`, utf8("[äpp]\nü=ö")],
  "absent, each time": [
    latin1("\xef\xbb\xbf[app]\n mode = 1\nx=1\nMODE\n[b]\nmode=1"),
    `${of("app", "mode")} -Absent`,
    latin1("\xef\xbb\xbf[app]\nx=1\n[b]\nmode=1"),
  ],
  "absent, the first line": [latin1("\xef\xbb\xbfmode=1\nx=1"), `${of("", "mode")} -Absent`, latin1("\xef\xbb\xbfx=1")],
};
const on = (file: string, words: string): string => `$script:Bytes = [byte[]]@(${file})\n${words}`;

beforeAll(async () => {
  result = await runEdits("IniValue", ["Find-IniEntry", "Read-IniValueExists", "Read-IniValueValue"], edits, {
    missing: `Get-Verdict IniValue ${mode}; Get-Verdict IniValue ${of("app", "mode")} -Absent; Read-IniValueExists ${of("app", "mode")}`,
    created: `Get-Verdict IniValue ${mode} -CreateFile $true; Invoke-Repair IniValue ${mode} -CreateFile $true; [Text.Encoding]::UTF8.GetString($script:Bytes)`,
    several: on(latin1("[app]\nmode=fast\nmode=slow"), `Get-Verdict IniValue ${mode}; Read-IniValueValue ${of("app", "mode")}`),
    present: on(
      latin1("[app]\nx=1"),
      `Get-Verdict IniValue ${of("app", "mode")}; Get-Verdict IniValue ${of("app", "X")}; Get-Verdict IniValue ${of("app", "x")} -Absent`,
    ),
    ansi: on(latin1("[app]\nx=\xfc"), `Get-Verdict IniValue ${of("app", "x")} -Value '\u00fc'`),
    long: on(latin1(`[app]\nmode=${" ".repeat(20000)}x`), `Read-IniValueValue ${of("app", "mode")}`),
  });
});

describe("the functions of ini_value", () => {
  test.each(Object.entries(edits))("%s", (name, [, , after]) => {
    const { output, error } = result(name);
    expect(error).toBe("");
    expect(output[0]).toMatchObject({ RemedycVerdict: "deviates" });
    expect(output[1]).toBe(after);
    expect(output[2]).toMatchObject({ RemedycVerdict: "holds" });
  });

  test("a file that is missing is made only where that is asked for", () => {
    const why = String.raw`mode in [app] of C:\a.ini is missing, it should be 'fast'`;
    expect(result("missing").output).toEqual([
      { RemedycVerdict: "blocked", Why: `${why}: the file is missing, and is not made` },
      { RemedycVerdict: "holds", Why: "" },
      false,
    ]);
    expect(result("created").output).toEqual([{ RemedycVerdict: "deviates", Why: why }, "[app]\r\nmode=fast\r\n"]);
  });

  test("say what is there", () => {
    expect(result("several").output).toEqual([
      { RemedycVerdict: "deviates", Why: String.raw`mode in [app] of C:\a.ini is also 'slow', it should be 'fast'` },
      "fast",
    ]);
    expect(result("present").output).toEqual([
      { RemedycVerdict: "blocked", Why: String.raw`mode in [app] of C:\a.ini is missing: the remedy gives it no value` },
      { RemedycVerdict: "holds", Why: "" },
      { RemedycVerdict: "deviates", Why: String.raw`x in [app] of C:\a.ini is there, it should be absent` },
    ]);
    expect(result("ansi").error).toMatch(/^file C:\\a\.ini is not in UTF-8, so '.*' cannot be compared with it$/);
    expect(result("long").output).toEqual(["x"]);
  });
});

const RECIPE = String.raw`
remedy agent {
  title: "The agent asks the right server"
  version: 1.0.0
  publisher: "IT"
  targets: [intune.remediation]
  param server: string = "https://agent.contoso.com/"

  let settings = '%ProgramData%\Contoso\agent.ini'

  step settings "Settings" {
    ensure ini_value(settings, "Server", "Url") { value: server, create_file: true }
    ensure ini_value(settings, "Server", "Proxy") absent
    ensure ini_value('C:\Contoso\old.ini', "", "debug") { value: "0" }
    warn "no log" when ini_value(settings, "Log", "Level").value == none
  }
}

scenario "another server" for agent {
  given {
    file('%ProgramData%\Contoso\agent.ini') { content: "; agent\n[server]\nurl = http://old/\nproxy=x\n" }
    ini_value('C:\Contoso\old.ini', "", "debug") { value: "1" }
  }
  expect detect noncompliant
  expect fix succeeded
  expect file('%ProgramData%\Contoso\agent.ini') { content: "; agent\n[server]\nurl = https://agent.contoso.com/\n" }
  expect ini_value('C:\Contoso\old.ini', "", "debug") { value: "0" }
}

scenario "a new machine" for agent {
  given {
    directory('%ProgramData%\Contoso') absent
    ini_value('C:\Contoso\old.ini', "", "debug") { value: "0" }
  }
  expect detect noncompliant
  expect fix succeeded
  expect file('%ProgramData%\Contoso\agent.ini') { content: "[Server]\r\nUrl=https://agent.contoso.com/\r\n" }
}

scenario "no such file" for agent {
  given { ini_value('%ProgramData%\Contoso\agent.ini', "Server", "Url") { value: "https://agent.contoso.com/" } }
  expect detect noncompliant
  expect fix blocked
}

scenario "it cannot be read" for agent {
  given {
    ini_value('%ProgramData%\Contoso\agent.ini', "Server", "Url") { value: "https://agent.contoso.com/" }
    file('C:\Contoso\old.ini') { content: "x", size: 2MB }
  }
  expect detect blocked
  expect fix blocked
}
`;

describe("a recipe with ini_value", async () => {
  const recipe = await compileRecipeText(RECIPE);
  testRecipe(recipe, { "another server": 4 });

  test.each([
    ['"Url"', '"Url=x"', /'ini_value' .*key|key/],
    ['"Server", "Proxy"', '"[Server]", "Proxy"', /section/],
    ['value: "0"', 'value: " 0"', /value/],
  ])("%s is told where it is %s", async (right, wrong, message) => {
    await expect(compileRecipeText(RECIPE.replace(right, wrong))).rejects.toThrow(message);
  });
});
