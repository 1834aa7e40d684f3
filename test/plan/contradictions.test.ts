import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { findText } from "./support.ts";

const S = 'let s = service("S")\n';
const P = "let p = package(name matches '^Agent')\nlet s = service(\"A\")\n";
const source = `source: 'C:\\a.msi', sha256: "${"0".repeat(64)}"`;
const BOTH = "RMD4001 ensure s absent <- ensure s { state: running }";

const hkcu = "registry_value('HKCU\\A', \"b\")";

describe("an error, with both places", () => {
  test.each<[what: string, text: string, found: readonly string[]]>([
    ["absent after present", `${S}ensure s { state: running }\nensure s absent`, [BOTH]],
    [
      "one property twice",
      `${S}ensure s { startup: manual }\nensure s { startup: disabled }`,
      ["RMD4001 ensure s { startup: disabled } <- ensure s { startup: manual }"],
    ],
    [
      "the same resource under two names",
      'ensure service("S") { startup: manual }\nlet other = service("s")\nensure other { startup: disabled }',
      ['RMD4001 ensure other { startup: disabled } <- ensure service("S") { startup: manual }'],
    ],
    [
      "a file as a whole and a line of it",
      `ensure file('C:\\a') { content: "x" }\nensure file_line('c:\\A', "y") present\nensure ini_value('C:\\a', "s", "k") absent`,
      [
        `RMD4001 ensure file_line('c:\\A', "y") present <- ensure file('C:\\a') { content: "x" }`,
        `RMD4001 ensure ini_value('C:\\a', "s", "k") absent <- ensure file('C:\\a') { content: "x" }`,
      ],
    ],
    [
      "a value in one that is another or goes",
      `ensure json_value('C:\\a', "/b/c") { data: 1 }\nensure json_value('C:\\A', "/b") absent\nensure xml_value('C:\\x', "/r/b[@k='/1']/v") { value: "" }\nensure xml_value('C:\\x', "/r/b") { value: "t" }`,
      [
        `RMD4001 ensure json_value('C:\\A', "/b") absent <- ensure json_value('C:\\a', "/b/c") { data: 1 }`,
        `RMD4001 ensure xml_value('C:\\x', "/r/b") { value: "t" } <- ensure xml_value('C:\\x', "/r/b[@k='/1']/v") { value: "" }`,
      ],
    ],
    [
      "a value in a file that is to be absent",
      `ensure json_value('C:\\a', "/b") { data: 1 }\nensure file('C:\\a') absent`,
      [`RMD4001 ensure file('C:\\a') absent <- ensure json_value('C:\\a', "/b") { data: 1 }`],
    ],
    [
      "in two steps",
      `${S}step a "A" { ensure s { state: running } }\nstep b "B" { ensure s absent }`
        .replace(S, "")
        .replaceAll("ensure s ", 'ensure service("S") '),
      ['RMD4001 ensure service("S") absent <- ensure service("S") { state: running }'],
    ],
    [
      "a resource that a package provides",
      `${P}ensure p present { ${source}, provides: [s] }\nensure s absent`,
      [`RMD4001 ensure s absent <- ensure p present { ${source}, provides: [s] }`],
    ],
    [
      "bits against data, and against bits",
      'let v = registry_value("HKLM\\\\A", "b", view: both)\nensure v { has_bits: 3 }\nensure registry_value("HKLM\\\\A", "b") { data: 1 }\nensure registry_value("HKLM\\\\A", "b", view: 32) { lacks_bits: 6 }',
      [
        'RMD4001 ensure registry_value("HKLM\\\\A", "b") { data: 1 } <- ensure v { has_bits: 3 }',
        'RMD4001 ensure registry_value("HKLM\\\\A", "b", view: 32) { lacks_bits: 6 } <- ensure v { has_bits: 3 }',
      ],
    ],
    [
      "a secret against data, and against another one",
      'let v = registry_value("HKLM\\\\A", "b")\nensure v { secret: secret.env("A") }\nensure v { secret: secret.env("B") }\nensure v { data: 1 }',
      [
        'RMD4001 ensure v { secret: secret.env("B") } <- ensure v { secret: secret.env("A") }',
        'RMD4001 ensure v { data: 1 } <- ensure v { secret: secret.env("A") }',
      ],
    ],
    [
      "in HKCU of all people and of some",
      `each u in profile() { ensure ${hkcu} { data: 0 } }\neach u in profile(name == "ann") { ensure ${hkcu} { data: 1 } }`,
      [`RMD4001 ensure ${hkcu} { data: 1 } <- ensure ${hkcu} { data: 0 }`],
    ],
    [
      "in HKCU of the same people, and of the default profile",
      `each u in profile(name == "A") { ensure ${hkcu} { data: 0 } }\neach v in profile(name == "a") { ensure ${hkcu} { data: 1 } }\neach u in profile(default: true) { ensure ${hkcu} { data: 2 } }\neach u in profile(default: true) { ensure ${hkcu} absent }`,
      [`RMD4001 ensure ${hkcu} { data: 1 } <- ensure ${hkcu} { data: 0 }`, `RMD4001 ensure ${hkcu} absent <- ensure ${hkcu} { data: 2 }`],
    ],
    [
      "each pair of three",
      `${S}ensure s { startup: manual }\nensure s { startup: disabled }\nensure s { startup: automatic }`,
      [
        "RMD4001 ensure s { startup: disabled } <- ensure s { startup: manual }",
        "RMD4001 ensure s { startup: automatic } <- ensure s { startup: manual }",
        "RMD4001 ensure s { startup: automatic } <- ensure s { startup: disabled }",
      ],
    ],
    [
      "a guard that the later one leaves open",
      `${S}when os.build > 1 { ensure s absent }\nensure s { state: running }`,
      ["RMD4001 ensure s { state: running } <- ensure s absent"],
    ],
    [
      "a guard that the later one makes true",
      `${S}when s.exists { ensure s absent }\nensure s { state: running }`,
      ["RMD4001 ensure s { state: running } <- ensure s absent"],
    ],
    ["the later one guarded, the earlier one not", `${S}ensure s { state: running }\nwhen s.exists { ensure s absent }`, [BOTH]],
    [
      "a state of the guard that is not ensured",
      `${S}when s.exists and s.state != running { ensure s absent }\nensure s { startup: manual }`,
      ["RMD4001 ensure s { startup: manual } <- ensure s absent"],
    ],
    [
      "an else that leaves undone what an earlier item ensures",
      `${S}let t = service("T")\nensure t { state: running }\nensure s { state: running } else { ensure t absent }`,
      ["RMD4001 ensure t absent <- ensure t { state: running }"],
    ],
    [
      "an else that takes back what it has made right",
      `${S}let t = service("T")\nensure t { state: running }\nensure s { state: running } else { ensure t { state: running }\nensure t absent }`,
      ["RMD4001 ensure t absent <- ensure t { state: running }"],
    ],
    [
      "an item with an else and a later one",
      `${S}ensure s { state: running } else { ensure service("T") absent }\nensure s absent`,
      ["RMD4001 ensure s absent <- ensure s { state: running }"],
    ],
    [
      "what only an else ensures, for an earlier guard",
      `${S}when not service("T").exists { ensure s absent }\nensure s { state: running } else { ensure service("T") { startup: manual } }`,
      ["RMD4001 ensure s { state: running } <- ensure s absent"],
    ],
  ])("%s", async (_what, text, found) => {
    expect(await findText(text)).toEqual(found);
  });
});

describe("no contradiction", () => {
  test.each<[what: string, text: string]>([
    ["different properties merge", `${S}ensure s { state: running }\nensure s { startup: automatic }`],
    ["the same twice", `${S}ensure s { startup: manual }\nensure s { startup: manual }`],
    [
      "bits add up",
      "ensure registry_value('HKLM\\A', \"b\") { has_bits: 1 }\nensure registry_value('HKLM\\A', \"b\") { has_bits: 2, lacks_bits: 4 }\nensure registry_value('HKLM\\A', \"b\") { data: 3 }",
    ],
    [
      "lists of members add up",
      "ensure user_right(\"SeServiceLogonRight\") { includes: ['NT SERVICE\\ALL SERVICES'] }\nensure user_right(\"SeServiceLogonRight\") { includes: ['BUILTIN\\Administrators'] }",
    ],
    [
      "remove what is stale, then install",
      `${P}when s.exists and s.state != running { ensure p absent }\nensure p present { ${source}, provides: [s] }\nensure s { state: running }`,
    ],
    ["the guard denies what is provided", `${P}when not s.exists { ensure p absent }\nensure p present { ${source}, provides: [s] }`],
    [
      "a file and what is in it",
      `ensure file('C:\\a') present { source: 'C:\\b' }\nensure file_line('C:\\a', "y") present\nensure json_value('C:\\b', "/c") absent\nensure file('C:\\b') absent`,
    ],
    [
      "values beside and in each other",
      `ensure json_value('C:\\a', "/b") { json: "{}" }\nensure json_value('C:\\a', "/b/c") { data: 1 }\nensure json_value('C:\\a', "/bc") absent\nensure json_value('C:\\b', "/b") absent\nensure json_value('C:\\b', "/b/c") absent\nensure xml_value('C:\\a', "/r/c[@k='1']") absent\nensure xml_value('C:\\a', "/r/b[@k='2']/@v") { value: "" }\nensure xml_value('C:\\a', "/r/b") { value: "t" }`,
    ],
    [
      "a line that the whole of a file has",
      `ensure file('C:\\a') { content: "x\\ny\\n" }\nensure file_line('C:\\a', "y") present\nensure file_line('C:\\a', "z") absent`,
    ],
    [
      "a file that is made where there is none, then a line of it",
      `when not file('C:\\a').exists { ensure file('C:\\a') { content: "x" } }\nensure file_line('C:\\a', "y") present`,
    ],
    ["one or the other, by else", `${S}when os.build > 1 { ensure s { startup: manual } } else { ensure s { startup: disabled } }`],
    ["else of a denied condition", `${S}when not (os.build > 1) { ensure s { startup: manual } } else { ensure s { startup: disabled } }`],
    [
      "else of a condition of two parts",
      `${S}when os.build > 1 and os.build < 5 { ensure s { startup: manual } } else { ensure s { startup: disabled } }`,
    ],
    [
      "else inside else",
      `${S}when os.build > 1 { ensure s { startup: manual } } else { when os.build > 2 { ensure s { startup: disabled } } else { ensure s { startup: automatic } } }`,
    ],
    [
      "two guards of which one denies the other",
      `${S}when os.build > 1 { ensure s { startup: manual } }\nwhen not (os.build > 1) { ensure s { startup: disabled } }`,
    ],
    [
      "a guard whose part the later guard denies",
      `${S}when os.build > 1 and s.exists { ensure s { startup: manual } }\nwhen not (os.build > 1 or os.build < 0) { ensure s { startup: disabled } }`,
    ],
    [
      "elements of different loops",
      "each a in package(name matches '^A') { ensure a absent }\nensure package(\"B\") present { source: 'C:\\b.msi', sha256: \"" +
        "0".repeat(64) +
        '" }',
    ],
    [
      "in HKCU of people and of the default profile, and of different people",
      `each u in profile() { ensure ${hkcu} { data: 0 } }\neach u in profile(default: true) { ensure ${hkcu} { data: 1 } }\neach u in profile(name == "ann") { ensure registry_key('HKCU\\B') absent }\neach u in profile(name == "bob") { ensure registry_key('HKCU\\B') present }`,
    ],
    ["in a fix, which is no claim", `${S}ensure s { state: running }\ncheck "c" { os.build > 1 } fix { ensure s { state: stopped } }`],
    [
      "an else that undoes its item first",
      `${S}ensure s { state: running } else { ensure s { state: stopped }\nensure s { startup: manual } }`,
    ],
    [
      "an else that removes and installs again",
      `${P}ensure p present { ${source} }\nensure s { state: running } else { ensure p absent\nensure p present { ${source}, provides: [s] } }`,
    ],
    [
      "what an else has done and a later item wants otherwise",
      `${S}let t = service("T")\nensure s { state: running } else { ensure t absent }\nensure t { state: running }`,
    ],
    ["an else inside an else", `${S}ensure s { state: running } else { ensure service("T") { state: running } else { ensure s absent } }`],
  ])("%s", async (_what, text) => {
    expect(await findText(text)).toEqual([]);
  });
});

describe("the recipe of the Entra agent", () => {
  const files = { "parts/tls12.remedy": readFileSync(new URL("../../examples/parts/tls12.remedy", import.meta.url), "utf8") };
  const recipe = readFileSync(new URL("../../examples/entra-provisioning-agent.remedy", import.meta.url), "utf8");
  const compile = (text: string) => findText(text, { files, target: "configmgr.baseline" });

  test("is fine, since what the clean-up removes is installed again, and only where the agent does not run", async () => {
    expect((await compile(recipe)).filter((found) => found.startsWith("RMD4"))).toEqual([]);
  });

  test("is an error where the clean-up does not stand in the else, or installs nothing", async () => {
    const bare = await compile(recipe.replace(/( timeout: 2m \}) else \{([^]*?)\n {4}\}\n/, "$1$2\n"));
    expect(bare.length).toBeGreaterThanOrEqual(2);
    expect(bare.every((found) => found.startsWith("RMD4001 ensure "))).toBe(true);
    expect(bare).toContainEqual(expect.stringMatching(/<- ensure product absent$/));
    const installs = "\n      use installed(installer, signer)";
    expect(recipe).toContain(installs);
    const before = 'step install "Start the agent, and install it where that does not help" {';
    expect(await compile(recipe.replace(installs, "").replace(before, `${before}\n    use installed(installer, signer)`))).toContainEqual(
      expect.stringMatching(/^RMD4001 ensure product absent <- ensure product present /),
    );
  });
});
