import { beforeAll, describe, expect, test } from "vitest";
import { compileRecipeText } from "../../simulator/recipe-support.ts";
import { testRecipe } from "../../simulator/recipe-tests.ts";
import { runCases, verdictOf } from "../run-cases.ts";
import type { CaseResult } from "../run-cases.ts";

const key = String.raw`HKLM\SOFTWARE\Contoso`;
const value = `-Key '${key}' -Name 'A'`;

let result: (name: string) => CaseResult;

/** Test, repair, test, of a value of this type and data. */
const bits = (type: string, data: string, wish: string) =>
  `Set-Fake '${key}' 'A' '${type}' ${data}\nGet-Verdict RegistryBits ${value} ${wish}\nRepair-RegistryBits ${value} ${wish}\nGet-Verdict RegistryBits ${value} ${wish}\n$script:Writes`;

beforeAll(async () => {
  result = await runCases({
    functions: ["Join-RegistryKey", "Test-RegistryBits", "Repair-RegistryBits", "Find-RegistryBitsBlocker"],
    fakes: ["registry"],
    cases: {
      "are set and cleared": bits("DWord", "([int]-2147483631)", "-HasBits 0x20 -LacksBits 1"),
      "of a text": bits("String", "'2147483648'", "-HasBits 2"),
      "of a qword": bits("QWord", "([long]0x100000000)", "-HasBits 2"),
      "of another type": bits("String", "'3'", "-HasBits 1 -Type 'dword'"),
      missing: `Get-Verdict RegistryBits ${value} -View 32 -HasBits 0x10; Get-Verdict RegistryBits ${value} -LacksBits 0x10`,
      "of no number": `Set-Fake '${key}' 'A' 'String' '12a'; Get-Verdict RegistryBits ${value} -HasBits 1`,
      "a name": String.raw`Join-RegistryKey '${key}' 'a/b\c%'`,
      "no name": String.raw`foreach ($name in '', '\A', 'A\', 'A\\B', ('A' + [char]10 + '\')) { try { Join-RegistryKey '${key}' $name } catch { $_.Exception.Message } }`,
      "of a policy": `New-FakePolicy -Path 'SOFTWARE\\Contoso' -Name 'A' -Type 4 -Data @(0, 0, 0, 0); Get-Verdict RegistryBits ${value} -HasBits 1`,
    },
  });
});

describe("bits of a registry value", () => {
  test.each([
    ["are set and cleared", "dword 2147483665, its bits 0x20 should be set and its bits 0x1 should not be set", "DWord -2147483600"],
    ["of a text", 'string "2147483648", its bits 0x2 should be set', "String 2147483650"],
    ["of a qword", "qword 4294967296, its bits 0x2 should be set", "QWord 4294967298"],
    ["of another type", 'string "3", it should be dword', "DWord 3"],
  ])("%s, the others stay", (name, why, write) => {
    const [before, after, ...writes] = result(name).output;
    expect(before).toEqual({ RemedycVerdict: "deviates", Why: `registry value ${key}\\A is ${why}` });
    expect(after).toEqual({ RemedycVerdict: "holds", Why: "" });
    expect(writes).toEqual([String.raw`write hklm|64|software\contoso\A ${write}`]);
  });

  test("a value that is missing has none", () => {
    expect(result("missing").output).toEqual([
      { RemedycVerdict: "deviates", Why: `registry value ${key}\\A (32-bit view) is missing, its bits 0x10 should be set` },
      { RemedycVerdict: "holds", Why: "" },
    ]);
  });

  test("what is no number, and what a policy sets, is left", () => {
    const { Why } = verdictOf(result("of no number"));
    expect(Why).toBe(
      `registry value ${key}\\A is string "12a", it should be a number: what it holds has no bits to leave alone, ensure its data instead`,
    );
    expect(verdictOf(result("of a policy"))).toMatchObject({ RemedycVerdict: "blocked" });
  });
});

test("'/' joins a key and the name of one below it, and never leads to the key above", () => {
  expect(result("a name").output).toEqual([String.raw`${key}\a/b\c%`]);
  expect(result("no name").output).toEqual([
    "'' is no name of a registry key",
    String.raw`'\A' is no name of a registry key`,
    String.raw`'A\' is no name of a registry key`,
    String.raw`'A\\B' is no name of a registry key`,
    String.raw`'A \' is no name of a registry key`,
  ]);
});

const RECIPE = String.raw`
let key = 'HKLM\SOFTWARE' / "Contoso"
let flags = registry_value(key, "Flags", view: both)
let token = registry_value(key / "Agent's", "Token")
let lamp = registry_value('HKCU\Control Panel\Keyboard', "InitialKeyboardIndicators")

remedy contoso {
  title: "Settings of Contoso"
  version: 1.0.0
  targets: [intune.remediation]

  step settings "Settings" {
    ensure flags { has_bits: 0x20, lacks_bits: 0x1 }
    ensure token { secret: secret.dpapi('%ProgramData%\Contoso\token.txt') }
    each agent in registry_key(below: key / "Agents", name matches '^Agent', view: 32) {
      ensure registry_value(agent / "Settings", "Enabled", view: 32) { data: 1 }
    }
    when registry_value(key, "Lamp").data == 1 {
      ensure registry_value('HKU\.DEFAULT\Control Panel\Keyboard', "InitialKeyboardIndicators") { has_bits: 0x2, type: string }
      each fresh in profile(default: true) { ensure lamp { has_bits: 0x2, type: string } }
    }
  }
}

scenario "each view has its own bits, and keeps its others" for contoso {
  given {
    registry_value('HKLM\SOFTWARE\Contoso', "Flags") { data: 0x41 }
    registry_value('HKLM\SOFTWARE\Contoso', "Flags", view: 32) { data: "33" }
    token { data: 7 }
  }
  expect detect noncompliant
  expect fix succeeded
  expect token { data: "not a secret", type: string }
  expect registry_value('HKLM\SOFTWARE\Contoso', "Flags") { data: 0x60 }
  expect registry_value('HKLM\SOFTWARE\Contoso', "Flags", view: 32) { data: "32" }
}

scenario "what holds no number and what cannot be listed is left, the other view is set" for contoso {
  given {
    registry_value('HKLM\SOFTWARE\Contoso', "Flags", view: 32) { data: ["a"] }
    registry_key(key / "Agents", view: 32) { access: denied }
    computer { missing_secrets: ['%ProgramData%\Contoso\token.txt'] }
  }
  expect detect noncompliant
  expect fix blocked
  expect token absent
  expect registry_value('HKLM\SOFTWARE\Contoso', "Flags") { data: 0x20 }
  expect registry_value('HKLM\SOFTWARE\Contoso', "Flags", view: 32) { data: ["a"] }
}

scenario "what is said of people and new people, where it is asked for" for contoso {
  given {
    flags { data: 0x20 }
    registry_value(key, "Lamp") { data: 1 }
    registry_value(key / "Agents" / "Agent [1]" / "Settings", "Enabled", view: 32) { data: 0 }
    registry_value(key / "Agents" / "Other" / "Settings", "Enabled", view: 32) { data: 0 }
    registry_value(key / "Agents" / "Agent2" / "Settings", "Enabled") { data: 0 }
    lamp { data: "2", profile: "bob" }
    lamp { data: "2147483648", profile: "Default" }
  }
  expect detect noncompliant
  expect fix succeeded
  expect registry_value('HKU\.DEFAULT\Control Panel\Keyboard', "InitialKeyboardIndicators") { data: "2", type: string }
  expect registry_value(key / "Agents" / "Agent [1]" / "Settings", "Enabled", view: 32) { data: 1 }
  expect registry_value(key / "Agents" / "Other" / "Settings", "Enabled", view: 32) { data: 0 }
}

scenario "the default profile cannot be loaded" for contoso {
  given {
    flags { data: 0x20 }
    registry_value(key, "Lamp") { data: 1 }
    profile(default: true) { readable: false }
    token { data: "another" }
    computer { missing_secrets: ['%ProgramData%\Contoso\token.txt'] }
    registry_value('HKU\.DEFAULT\Control Panel\Keyboard', "InitialKeyboardIndicators") { data: "2147483650" }
  }
  expect detect blocked
  expect fix blocked
  expect token { data: "another" }
}
`;

const recipe = await compileRecipeText(RECIPE);

describe("a recipe with bits in both views, a secret, keys below a key and the default profile", () => {
  testRecipe(recipe, { "each view has its own bits, and keeps its others": 5 });
});
