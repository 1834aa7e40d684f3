import { beforeAll, describe, expect, test } from "vitest";
import { compileRecipeText } from "../../simulator/recipe-support.ts";
import { testRecipe } from "../../simulator/recipe-tests.ts";
import { latin1, runEdits, utf16, utf8 } from "../file/edits.ts";
import type { Edits } from "../file/edits.ts";
import type { CaseResult } from "../run-cases.ts";

let result: (name: string) => CaseResult;

const of = (pointer: string): string => `-Path 'C:\\a.json' -Pointer '${pointer}'`;

const edits: Edits = {
  "in its place": [
    latin1('// settings\r\n{\r\n\t"a" : 12 /* no */,\r\n\t"b": [1,\t2,],\r\n}\r\n'),
    `${of("/a")} -Data 14`,
    latin1('// settings\r\n{\r\n\t"a" : 14 /* no */,\r\n\t"b": [1,\t2,],\r\n}\r\n'),
  ],
  "an object in its place": [latin1('{"a":{"x":[1,{"y":2}]},"b":1}'), `${of("/a")} -Data 'q"\\'`, latin1('{"a":"q\\"\\\\","b":1}')],
  "the last member": [
    latin1('{\n    "a": 1, // one\n    "b": {} // two\n    // three\n}\n'),
    `${of("/c.d~1e")} -Data $true`,
    latin1('{\n    "a": 1, // one\n    "b": {}, // two\n    "c.d/e": true\n    // three\n}\n'),
  ],
  "behind a comma": [latin1('{\n\t"a": 1,\n}'), `${of("/b")} -Data $false`, latin1('{\n\t"a": 1,\n\t"b": false\n}')],
  "on one line": [latin1('{ "a": 1 /* x */ }'), `${of("/b/c")} -Json '1.50'`, latin1('{ "a": 1, "b": { "c": 1.50 } /* x */ }')],
  "with the objects above it": [
    latin1('{\r\n   "a": {}\r\n}'),
    `${of("/a/b/c")} -Data @('x', "y\n")`,
    latin1('{\r\n   "a": {\r\n      "b": {\r\n         "c": ["x", "y\\u000a"]\r\n      }\r\n   }\r\n}'),
  ],
  "in an empty object": [
    latin1("\xef\xbb\xbf{\n// none\n}\n"),
    `${of("/a")} -Json 'null'`,
    latin1('\xef\xbb\xbf{\n// none\n  "a": null\n}\n'),
  ],
  "in an element of an array": [
    latin1('[\n  { "n": 1 },\n  { "n": 2 }\n]'),
    `${of("/1/u")} -Data ''`,
    latin1('[\n  { "n": 1 },\n  { "n": 2, "u": "" }\n]'),
  ],
  "the last of two of one name": [latin1('{"a":1,"A":1,"a":2}'), `${of("/a")} -Data 1`, latin1('{"a":1,"A":1,"a":1}')],
  "another type": [latin1('{"a":"1"}'), `${of("/a")} -Data 1`, latin1('{"a":1}')],
  "a text with letters": [
    utf8('{"gr\\u00fc\u00df":"\u00e4"}'),
    `${of("/gr\u00fc\u00df")} -Data '\u00f6\u20ac'`,
    utf8('{"gr\\u00fc\u00df":"\u00f6\u20ac"}'),
  ],
  "UTF-16": [utf16('{"a":1}\r\n'), `${of("/a")} -Data '\u00fc'`, utf16('{"a":"\u00fc"}\r\n')],
  "absent, with its line": [
    latin1('{\n  "a": 1, // one\n  "b": {\n    "x": 1\n  },\n  "c": 3\n}'),
    `${of("/b")} -Absent`,
    latin1('{\n  "a": 1, // one\n  "c": 3\n}'),
  ],
  "absent, the last": [latin1('{\r\n  "a": 1, // one\r\n  "b": 2\r\n}'), `${of("/b")} -Absent`, latin1('{\r\n  "a": 1 // one\r\n}')],
  "absent, with a comment behind it": [
    latin1('{\n  "a": 1, // one\n  "b": 2\n}'),
    `${of("/a")} -Absent`,
    latin1('{\n  // one\n  "b": 2\n}'),
  ],
  "absent, on one line, each time": [latin1('{"a": 1, "b": [], "a": 2}'), `${of("/a")} -Absent`, latin1('{"b": []}')],
  "absent, the only one": [latin1('{"x": {"a": 1,}}'), `${of("/x/a")} -Absent`, latin1('{"x": {}}')],
  "absent, a comment before its comma": [latin1('{"a": 1 /* x */ , "b": 2}'), `${of("/a")} -Absent`, latin1('{/* x */  "b": 2}')],
};

const on = (text: string, words: string): string => `$script:Bytes = [byte[]]@(${latin1(text)})\n${words}`;
const broken = [
  "",
  "// nothing",
  "{",
  '{"a" 1}',
  '{"a":}',
  '{"a":1 "b":2}',
  "[,]",
  '{"a":1}}',
  "[1]]",
  "{]",
  '{"a":01}',
  "{'a':1}",
  '{"a":"\t"}',
  '{"a":"\\x"}',
  '{"a":nul}',
  '{"a":1}x',
  '{"a":1} /*',
  "1,",
  "[".repeat(200),
];
const same: readonly (readonly [string, string])[] = [
  ['{"a":1.0}', "-Data 1"],
  ['{"a":10e-1}', "-Data 1"],
  ['{"a":{"y":[1,2],"x":"\\u0041\\/"}}', `-Json '{ "x": "A/", "y": [1, 2.0] }'`],
  ['{"a":[]}', "-Data @()"],
  ['{"a":["x"]}', "-Data @('x')"],
  ['{"a":12345678901234567890}', "-Json '12345678901234567890'"],
];
const other: readonly (readonly [string, string])[] = [
  ['{"a":[1,2]}', "-Json '[2, 1]'"],
  ['{"a":"X"}', "-Data 'x'"],
  ['{"a":1}', "-Data $true"],
  ['{"a":null}', "-Data 'null'"],
  ['{"a":12345678901234567890}', "-Json '12345678901234567891'"],
  ['{"A":1}', "-Data 1"],
];

beforeAll(async () => {
  result = await runEdits("JsonValue", ["Read-JsonValueExists", "Read-JsonValueData", "Read-JsonValueJson"], edits, {
    broken: broken.map((text) => on(text, `try { Get-Verdict JsonValue ${of("/a")} -Data 1 } catch { $_.Exception.Message }`)).join("\n"),
    same: same.map(([text, words]) => on(text, `Get-Verdict JsonValue ${of("/a")} ${words}`)).join("\n"),
    other: other.map(([text, words]) => on(text, `Get-Verdict JsonValue ${of("/a")} ${words}`)).join("\n"),
    often: on(`{${'"a":1,'.repeat(21)}}`, `Invoke-Repair JsonValue ${of("/a")} -Absent`),
    missing: `Get-Verdict JsonValue ${of("/a")} -Data 1; Get-Verdict JsonValue ${of("/a")} -Absent; Read-JsonValueExists ${of("/a")}`,
    created: `Get-Verdict JsonValue ${of("/a/b")} -Data 1 -CreateFile $true; Invoke-Repair JsonValue ${of("/a/b")} -Data 1 -CreateFile $true; [Text.Encoding]::UTF8.GetString($script:Bytes)`,
    blocked: on(
      '{"a":[1],"b":2}',
      `Get-Verdict JsonValue ${of("/a/1")} -Data 1; Get-Verdict JsonValue ${of("/b/c")} -Data 1; Get-Verdict JsonValue ${of("/a/0")} -Absent; Get-Verdict JsonValue ${of("/c")}; Get-Verdict JsonValue ${of("/a/0")} -Data 2`,
    ),
    read: on(
      '{"a":{"t":"x\\ny","n":-5,"b":false,"l":["p"],"z":null,"f":1.5}}',
      `foreach ($name in 't', 'n', 'b') { Read-JsonValueData 'C:\\a.json' "/a/$name" }
      (Read-JsonValueData 'C:\\a.json' '/a/l') -is [array]
      $null -eq (Read-JsonValueData 'C:\\a.json' '/a/z'); Read-JsonValueExists 'C:\\a.json' '/a/z'; Read-JsonValueJson 'C:\\a.json' '/a'
      try { Read-JsonValueData 'C:\\a.json' '/a/f' } catch { $_.Exception.Message }`,
    ),
  });
});

describe("the functions of json_value", () => {
  test.each(Object.entries(edits))("%s", (name, [, , after]) => {
    const { output, error } = result(name);
    expect(error).toBe("");
    expect(output[0]).toMatchObject({ RemedycVerdict: "deviates" });
    const texts = [String(output[1]), after].map((one) => Buffer.from(one.split(",").map(Number)).toString("latin1"));
    expect(texts[0]).toBe(texts[1]);
    expect(output[2]).toMatchObject({ RemedycVerdict: "holds" });
  });

  test("what is no JSON is unreadable, with its line", () => {
    const { output } = result("broken");
    expect(output).toHaveLength(broken.length);
    for (const [i, text] of broken.entries()) expect(output[i], text).toMatch(/^file C:\\a\.json is (no JSON: line 1|nested too deeply)$/);
  });

  test("values are compared as JSON has them", () => {
    expect(result("same").output).toEqual(same.map(() => ({ RemedycVerdict: "holds", Why: "" })));
    expect(result("other").output.map((one) => (one as { RemedycVerdict: string }).RemedycVerdict)).toEqual(other.map(() => "deviates"));
    expect(result("other").output[3]).toMatchObject({ Why: String.raw`/a in C:\a.json is null, it should be "null"` });
  });

  test("what cannot be made is blocked", () => {
    const [index, member, element, present, first] = result("blocked").output.map((one) => (one as { Why: string }).Why);
    expect(index).toBe(
      String.raw`/a/1 in C:\a.json is missing, it should be 1: what should have the member '1' is an array, which gets no more elements`,
    );
    expect(member).toMatch(/what should have the member 'c' is no object$/);
    expect(element).toMatch(/elements of an array are not taken out/);
    expect(present).toMatch(/is missing: the remedy gives it no value$/);
    expect(first).toBe(String.raw`/a/0 in C:\a.json is 1, it should be 2`);
    expect(result("missing").output).toEqual([
      { RemedycVerdict: "blocked", Why: String.raw`/a in C:\a.json is missing, it should be 1: the file is missing, and is not made` },
      { RemedycVerdict: "holds", Why: "" },
      false,
    ]);
    expect(result("often").error).toBe("it is there more than 20 times");
    expect(result("created").output[1]).toBe('{\r\n  "a": {\r\n    "b": 1\r\n  }\r\n}\r\n');
  });

  test("what is read has its type", () => {
    expect(result("read").output).toEqual([
      "x\ny",
      -5,
      false,
      true,
      true,
      true,
      '{"b":false,"f":1.5,"l":["p"],"n":-5,"t":"x\\u000ay","z":null}',
      String.raw`/a/f in C:\a.json is 1.5, which is no text, whole number, boolean or list of texts`,
    ]);
  });
});

const RECIPE = String.raw`
remedy editor {
  title: "The editor asks nobody"
  version: 1.0.0
  publisher: "IT"
  targets: [intune.remediation]
  param size: int = 14

  let settings = '%ProgramData%\Contoso\settings.json'

  step settings "Settings" {
    ensure json_value(settings, "/telemetry.level") { data: "off", create_file: true }
    ensure json_value(settings, "/editor/size") { data: size }
    ensure json_value(settings, "/editor/scale") { json: "1.5" }
    ensure json_value(settings, "/update") absent
    warn "no proxy" when json_value(settings, "/proxy").data == none
  }
}

scenario "telemetry is on" for editor {
  given {
    file('%ProgramData%\Contoso\settings.json') { content: "{\n  // ours\n  \"telemetry.level\": \"all\",\n  \"update\": true,\n  \"editor\": { \"size\": 12 }\n}\n" }
  }
  expect detect noncompliant
  expect fix succeeded
  expect file('%ProgramData%\Contoso\settings.json') { content: "{\n  // ours\n  \"telemetry.level\": \"off\",\n  \"editor\": { \"size\": 14, \"scale\": 1.5 }\n}\n" }
  expect json_value('%ProgramData%\Contoso\settings.json', "/editor") { json: '{ "scale": 1.5, "size": 14 }' }
}

scenario "a new machine" for editor {
  given { json_value('%ProgramData%\Contoso\settings.json', "/editor/size") { data: 14 } }
  expect detect noncompliant
  expect fix succeeded
}

scenario "there is no file" for editor {
  given { directory('%ProgramData%\Contoso') absent }
  expect detect noncompliant
  expect fix succeeded
  expect json_value('%ProgramData%\Contoso\settings.json', "/telemetry.level") { data: "off" }
}

scenario "it is no JSON" for editor {
  given { file('%ProgramData%\Contoso\settings.json') { content: "telemetry=off" } }
  expect detect blocked
  expect fix blocked
}
`;

describe("a recipe with json_value", async () => {
  const recipe = await compileRecipeText(RECIPE);
  testRecipe(recipe, { "telemetry is on": 4 });

  test.each([
    ['json: "1.5"', 'json: "{ a: 1 }"', /is no JSON\. Write a value/],
    ['json: "1.5"', 'json: "1.5", data: 1', /'data' and 'json' both say/],
    ['"/update"', '"update"', /'update' cannot be 'pointer'/],
  ])("%s is told where it is %s", async (right, wrong, message) => {
    await expect(compileRecipeText(RECIPE.replace(right, wrong))).rejects.toThrow(message);
  });
});
