import { beforeAll, describe, expect, test } from "vitest";
import { compileRecipeText } from "../../simulator/recipe-support.ts";
import { testRecipe } from "../../simulator/recipe-tests.ts";
import { latin1, runEdits, utf16, utf8 } from "../file/edits.ts";
import type { Edits } from "../file/edits.ts";
import type { CaseResult } from "../run-cases.ts";

let result: (name: string) => CaseResult;

const of = (xpath: string): string => `-Path 'C:\\a.config' -Xpath '${xpath.replaceAll("'", "''")}'`;
const server = of("/configuration/appSettings/add[@key='Server']/@value");

const CONFIG = `<?xml version="1.0" encoding="utf-8"?>\r\n<configuration>\r\n  <!-- <add key="Server" value="no"/> -->\r\n  <appSettings>\r\n    <add   value = 'old' key='Server'/>\r\n    <add key="b" value="1" />\r\n  </appSettings>\r\n</configuration>\r\n`;

const edits: Edits = {
  "an attribute in its place": [utf8(CONFIG), `${server} -Value 'a<b>"&''c'`, utf8(CONFIG.replace("old", "a&lt;b&gt;&quot;&amp;&#39;c"))],
  "an attribute of an element": [latin1("<a>\n<b/>\n</a>"), `${of("/a/b/@c")} -Value "1\n2"`, latin1('<a>\n<b c="1&#10;2"/>\n</a>')],
  "an element behind the others": [
    utf8(CONFIG),
    `${of("/configuration/appSettings/add[@key='a/b']/@value")} -Value 'x'`,
    utf8(CONFIG.replace('value="1" />', 'value="1" />\r\n    <add key="a/b" value="x" />')),
  ],
  "elements where there are none": [
    latin1("\xef\xbb\xbf<a>\n\t<b />\n</a>\n"),
    `${of("/a/b/c/d")} -Value 'x'`,
    latin1("\xef\xbb\xbf<a>\n\t<b>\n\t\t<c>\n\t\t\t<d>x</d>\n\t\t</c>\n\t</b>\n</a>\n"),
  ],
  "elements on one line": [latin1("<a><b></b></a>"), `${of("/a/b/c[@n='1']")} -Value 'x'`, latin1('<a><b><c n="1">x</c></b></a>')],
  "in an element with a comment": [
    latin1("<a>\n  <!-- x -->\n</a>"),
    `${of("/a/b")} -Value ''`,
    latin1("<a>\n  <!-- x -->\n  <b />\n</a>"),
  ],
  "the text of elements": [
    latin1("<a><b>1</b><b><![CDATA[<2>]]>&amp;</b><b/><b >3</b ></a>"),
    `${of("/a/b")} -Value '3'`,
    latin1("<a><b>3</b><b>3</b><b>3</b><b >3</b ></a>"),
  ],
  "with prefixes": [
    latin1('<x:a xmlns:x="urn:1"><x:b/><b>1</b></x:a>'),
    `${of("/x:a/x:b")} -Value '2'`,
    latin1('<x:a xmlns:x="urn:1"><x:b>2</x:b><b>1</b></x:a>'),
  ],
  "other bytes stay": [
    latin1('<?xml version="1.0" encoding="windows-1252"?><a t="\x80\xff">\xe4<b>1</b></a>'),
    `${of("/a/b")} -Value '2'`,
    latin1('<?xml version="1.0" encoding="windows-1252"?><a t="\x80\xff">\xe4<b>2</b></a>'),
  ],
  "UTF-16": [
    utf16('<?xml version="1.0" encoding="utf-16"?>\r\n<a b="\u00e4"/>'),
    `${of("/a/@b")} -Value '\u00fc'`,
    utf16('<?xml version="1.0" encoding="utf-16"?>\r\n<a b="\u00fc"/>'),
  ],
  "absent, an element with its line": [
    utf8(CONFIG),
    `${of("/configuration/appSettings/add[@key='Server']")} -Absent`,
    utf8(CONFIG.replace("    <add   value = 'old' key='Server'/>\r\n", "")),
  ],
  "absent, attributes": [
    latin1("<a><b x='1' y='2'/><b y='3' x = \"2\" /></a>"),
    `${of("/a/b/@x")} -Absent`,
    latin1("<a><b y='2'/><b y='3' /></a>"),
  ],
};

const on = (text: string, words: string): string => `$script:Bytes = [byte[]]@(${utf8(text)})\n${words}`;
const broken = [
  "",
  "x",
  "<a>",
  "<a></b>",
  "<a/><b/>",
  "<a b=1/>",
  '<a b="<"/>',
  "<a>&x;</a>",
  '<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>',
  '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>',
];

beforeAll(async () => {
  result = await runEdits("XmlValue", ["Read-XmlValueExists", "Read-XmlValueValue"], edits, {
    broken: broken.map((text) => on(text, `try { Get-Verdict XmlValue ${of("/a")} -Value 'x' } catch { $_.Exception.Message }`)).join("\n"),
    missing: `Get-Verdict XmlValue ${server} -Value 'x'; Get-Verdict XmlValue ${server} -Absent; Read-XmlValueExists ${server}`,
    blocked: on(
      "<a><b>x<c/></b></a>",
      `Get-Verdict XmlValue ${of("/r/b")} -Value 'x'; Get-Verdict XmlValue ${of("/a/b")} -Value 'x'; Get-Verdict XmlValue ${of("/a")} -Absent; Get-Verdict XmlValue ${of("/a/x")}; Get-Verdict XmlValue ${of("/a/B/@c")} -Absent
      try { Read-XmlValueValue ${of("/a/b")} } catch { $_.Exception.Message }`,
    ),
    read: on(
      "<a><b c='&#x41;&#66;&apos;'>1</b><b>2</b></a>",
      `Read-XmlValueValue ${of("/a/b/@c")}; Read-XmlValueValue ${of("/a/b")}; Read-XmlValueExists ${of("/a/b/@d")}; Read-XmlValueExists ${of("/a/b[@c='AB']")}; Get-Verdict XmlValue ${of("/a/b")} -Value '1'`,
    ),
  });
});

describe("the functions of xml_value", () => {
  test.each(Object.entries(edits))("%s", (name, [, , after]) => {
    const { output, error } = result(name);
    expect(error).toBe("");
    expect(output[0]).toMatchObject({ RemedycVerdict: "deviates" });
    const texts = [String(output[1]), after].map((one) => Buffer.from(one.split(",").map(Number)).toString("latin1"));
    expect(texts[0]).toBe(texts[1]);
    expect(output[2]).toMatchObject({ RemedycVerdict: "holds" });
  });

  test("what is no XML, or has a document type definition, is unreadable", () => {
    const { output } = result("broken");
    expect(output).toHaveLength(broken.length);
    for (const [i, text] of broken.entries())
      expect(output[i], text).toMatch(/^file C:\\a\.config is no XML without a document type definition: line [01]$/);
  });

  test("what cannot be made is blocked", () => {
    const [root, mixed, gone, present, none, read] = result("blocked").output;
    expect(root).toMatchObject({
      Why: String.raw`/r/b in C:\a.config is missing, it should be 'x': the root element is a, which is not replaced`,
    });
    expect(mixed).toMatchObject({
      Why: expect.stringMatching(/has elements or comments in it, it should be 'x': only plain text is replaced$/) as string,
    });
    expect(gone).toMatchObject({
      Why: expect.stringMatching(/is there, it should be absent: the root element is not taken away$/) as string,
    });
    expect(present).toMatchObject({ Why: String.raw`/a/x in C:\a.config is missing: the remedy gives it no value` });
    expect(none).toMatchObject({ RemedycVerdict: "holds" });
    expect(read).toBe(String.raw`/a/b in C:\a.config has elements or comments in it`);
    expect(result("missing").output).toEqual([
      expect.objectContaining({
        Why: expect.stringMatching(/is missing, it should be 'x': the file is missing, and is not made$/) as string,
      }),
      { RemedycVerdict: "holds", Why: "" },
      false,
    ]);
  });

  test("the first of several is read", () => {
    expect(result("read").output).toEqual([
      "AB'",
      "1",
      false,
      false,
      { RemedycVerdict: "deviates", Why: String.raw`/a/b in C:\a.config is also '2', it should be '1'` },
    ]);
  });
});

const RECIPE = String.raw`
remedy agent {
  title: "The agent asks the right server"
  version: 1.0.0
  publisher: "IT"
  targets: [intune.remediation]
  param server: string = "https://agent.contoso.com/?a=1&b=2"

  let config = '%ProgramFiles%\Contoso\agent.exe.config'

  step config "Configuration" {
    ensure xml_value(config, "/configuration/appSettings/add[@key='Server']/@value") { value: server }
    ensure xml_value(config, "/configuration/runtime/gcServer/@enabled") { value: "true" }
    ensure xml_value(config, "/configuration/appSettings/add[@key='Proxy']") absent
    warn "no log" when xml_value(config, "/configuration/log").value == none
  }
}

scenario "another server" for agent {
  given { file('%ProgramFiles%\Contoso\agent.exe.config') { content: "<configuration>\n  <appSettings>\n    <add key=\"Server\" value=\"x\" />\n    <add key=\"Proxy\" value=\"y\" />\n  </appSettings>\n</configuration>\n" } }
  expect detect noncompliant
  expect fix succeeded
  expect file('%ProgramFiles%\Contoso\agent.exe.config') { content: "<configuration>\n  <appSettings>\n    <add key=\"Server\" value=\"https://agent.contoso.com/?a=1&amp;b=2\" />\n  </appSettings>\n  <runtime>\n    <gcServer enabled=\"true\" />\n  </runtime>\n</configuration>\n" }
}

scenario "something is missing" for agent {
  given { xml_value('%ProgramFiles%\Contoso\agent.exe.config', "/configuration/appSettings/add[@key='Server']/@value") { value: "https://agent.contoso.com/?a=1&b=2" } }
  expect detect noncompliant
  expect fix succeeded
  expect xml_value('%ProgramFiles%\Contoso\agent.exe.config', "/configuration/runtime/gcServer/@enabled") { value: "true" }
}

scenario "there is no file" for agent {
  expect detect noncompliant
  expect fix blocked
}

scenario "it is no XML" for agent {
  given { file('%ProgramFiles%\Contoso\agent.exe.config') { content: "<configuration>" } }
  expect detect blocked
  expect fix blocked
}
`;

describe("a recipe with xml_value", async () => {
  const recipe = await compileRecipeText(RECIPE);
  testRecipe(recipe, { "another server": 4 });

  test.each([
    ["/configuration/log", "//log", /xpath/],
    ["/configuration/log", "/configuration/log[1]", /xpath/],
    ['value: "true"', 'value: "\\u0001"', /value|escape/],
  ])("%s is told where it is %s", async (right, wrong, message) => {
    await expect(compileRecipeText(RECIPE.replace(right, wrong))).rejects.toThrow(message);
  });
});
