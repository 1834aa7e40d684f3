import { describe, expect, test } from "vitest";
import { parseTemplate } from "../../src/powershell/library.ts";
import { joinFunctions } from "../../src/powershell/script-text.ts";
import { lexPowerShell } from "../../src/syntax/powershell-lexer.ts";
import { createLinker } from "../../src/powershell/linker.ts";

describe("lexer", () => {
  test.each([
    ["'it''s'", "string"],
    ['"a $( "b" ) c"', "string"],
    ["@'\nit's\n'@", "string"],
    ['@"\n"x"\n"@', "string"],
    ["# rest of line", "comment"],
    ["<# a\nb #>", "comment"],
    ["$script:Remedy", "variable"],
    ["Get-Item", "word"],
    ["\u2018curly\u2019", "string"],
  ] as const)("%s is one %s", (text, kind) => {
    expect(lexPowerShell(text).tokens.map((token) => [token.kind, token.text])).toEqual([[kind, text]]);
  });

  test.each([
    ["{ (", 2],
    ["'open", 1],
    ['"open $(', 2],
    ["<# open", 1],
    [")", 1],
    ["@'\nopen", 1],
    ["( ]", 2],
  ] as const)("%s is unbalanced (%i findings)", (text, count) => {
    expect(lexPowerShell(text).errors).toHaveLength(count);
  });

  test("a # inside a word begins no comment", () => {
    expect(lexPowerShell("a#b").tokens.some((token) => token.kind === "comment")).toBe(false);
  });
});

describe("templates", () => {
  const text =
    "# why\nfunction Get-Thing {\n    <# help #>\n    param(\n        [ValidateSet('a', 'b')] [string] $Name = $Other,\n        [switch] $Fast\n    )\n    # note\n    Write-Output \"$(Get-Part 'x')\" # tail\n    Step -Check\n}\n";

  test("name, parameters and called words are found, defaults and switches' names are not", () => {
    const [found, ...more] = parseTemplate("engine", "any", text);
    expect(more).toEqual([]);
    expect(found?.name).toBe("Get-Thing");
    expect(found?.parameters).toEqual(["Name", "Fast"]);
    expect(found?.words).toContain("get-part");
    expect(found?.words).toContain("step");
    expect(found?.words).not.toContain("check");
  });

  test("parameters stand behind the name, too", () => {
    const [found] = parseTemplate(
      "kinds",
      "any",
      "function Get-One([string] $Name = '', [switch] $Fast) {\n    & { param($inner) $inner }\n}\n",
    );
    expect(found?.parameters).toEqual(["Name", "Fast"]);
  });

  test("what ## lines say stays in our templates; a user's are not touched", () => {
    const source = "# What it does.\n## Where that is written.\nfunction Get-One {\n    ## why\n    '## text'\n}\n";
    expect(parseTemplate("kinds", "any", source)[0]?.text).toBe("# What it does.\nfunction Get-One {\n    '## text'\n}");
    expect(parseTemplate("user", "any", source)[0]?.text).toBe(source.trimEnd());
  });

  test("the comments right above a function belong to it, a comment behind code or an empty line does not", () => {
    const texts = parseTemplate(
      "user",
      "any",
      "# apart\n\n# one\n<# two\n#>\nfunction Get-One { }\n$x = 1 # tail\nfunction Get-Two { }\n",
    ).map((found) => found.text);
    expect(texts).toEqual(["# one\n<# two\n#>\nfunction Get-One { }", "function Get-Two { }"]);
  });

  test("functions stand with their comments, one indentation narrower; a user's stay as they are", () => {
    const own = parseTemplate("engine", "any", "# What it does.\n## Why, for us.\n# Why.\nfunction Get-One {\n    # note\n    1\n}\n");
    expect(joinFunctions(own)).toBe("# What it does.\r\n# Why.\r\nfunction Get-One {\r\n  # note\r\n  1\r\n}");
    const user = "function Get-Two {\n    @'\n    two  \n\n\n'@\n}";
    expect(joinFunctions(parseTemplate("user", "any", user))).toBe(user.replaceAll("\n", "\r\n"));
  });

  test("the linker takes what is called, in the order platform, runtime, resources, and the version of the role", () => {
    const functions = [
      ...parseTemplate("kinds", "any", "function Test-Thing { Holds; Get-Thing }"),
      ...parseTemplate("platform", "any", "function Get-Thing { }"),
      ...parseTemplate("engine", "detect", "function Holds { 'detect' }"),
      ...parseTemplate("engine", "repair", "function Holds { 'repair' }"),
      ...parseTemplate("platform", "any", "function Get-Unused { }"),
    ];
    const result = createLinker({ functions, frames: {} }, "detect").link(["test-thing", "Test-Nothing"]);
    expect(result.functions.map((each) => each.name)).toEqual(["Get-Thing", "Holds", "Test-Thing"]);
    expect(result.functions[1]?.text).toContain("'detect'");
    expect(result.missing).toEqual(["Test-Nothing"]);
  });
});
