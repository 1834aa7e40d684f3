import { beforeAll, describe, expect, test } from "vitest";
import { compileRecipeText } from "../../simulator/recipe-support.ts";
import { testRecipe } from "../../simulator/recipe-tests.ts";
import { runCases, verdictOf } from "../run-cases.ts";
import type { CaseResult } from "../run-cases.ts";

/** A certificate made for this test; nobody has its key. Valid until 2046-11-25 12:07:25 UTC. */
const PEM = `-----BEGIN CERTIFICATE-----
MIIBcTCCARagAwIBAgIBATAKBggqhkjOPQQDAjAXMRUwEwYDVQQDDAxDb250b3Nv
IFJvb3QwHhcNMjYxMTMwMTIwNzI1WhcNNDYxMTI1MTIwNzI1WjAXMRUwEwYDVQQD
DAxDb250b3NvIFJvb3QwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAAQQgsTHCeFQ
nPPm/2bYeVIfqRdPqdlvOFCKUnByk3yEUGiSGjTVwEUCaIF6rFIoICjlAy0y3TJP
kPoc3Ol6MMfHo1MwUTAdBgNVHQ4EFgQUBf5BeeA8u8RosaxyTi6J8BDTqxcwHwYD
VR0jBBgwFoAUBf5BeeA8u8RosaxyTi6J8BDTqxcwDwYDVR0TAQH/BAUwAwEB/zAK
BggqhkjOPQQDAgNJADBGAiEA4Zi2+dAOnV5IcmjjS5ZNsKVsEYA/0zSCu3qywDjD
CmsCIQDY7NT8gyIG0S6H+jSsMCCnhN9kS2w2XIjj4CwkHjUigw==
-----END CERTIFICATE-----`;
const THUMBPRINT = "1496C60F2ECCD30B356F339AB22AD9EA748CA9EB";
const OTHER = "A".repeat(40);
const BASE64 = PEM.replace(/-----[A-Z ]+-----|\n/g, "");

let result: (name: string) => CaseResult;
const there = (store: string, with_ = "") =>
  `$script:Stores['${store}|${OTHER}'] = [pscustomobject]@{ Subject = 'CN=Old'; NotAfter = [datetime]::new(2026, 11, 23, 12, 0, 5, [DateTimeKind]::Utc); HasPrivateKey = $${with_ === "key"}; Data = '${BASE64}' }`;
const add = (more: string, thumbprint = THUMBPRINT) => `Get-Verdict Certificate -Thumbprint '${thumbprint}' -Store 'root' ${more}`;
const file = (bytes: string) => `$script:Files['C:\\Certs\\a.cer'] = [byte[]]@(${bytes})`;
const SOURCE = String.raw`-Source 'C:\Certs\a.cer'`;

beforeAll(async () => {
  result = await runCases({
    functions: ["Exists", "Subject", "ExpiresIn", "HasPrivateKey"]
      .map((name) => `Read-Certificate${name}`)
      .concat(
        ["Test", "Repair"].flatMap((verb) => [`${verb}-CertificatePresence`, `${verb}-CertificateAbsence`]),
        [
          "Find-CertificatePresenceBlocker",
          "Find-CertificateAbsenceBlocker",
          "Get-CertificateState",
          "Undo-Certificate",
          "Select-Certificate",
        ],
      ),
    fakes: ["registry"],
    setup: String.raw`$script:Remedy = @{ Accounts = @{} }
function Get-StoreCertificate([string] $Store, [string] $Thumbprint) { if ($Store -eq 'ca') { throw 'Access is denied.' } if ($script:Stores.ContainsKey("$Store|$Thumbprint")) { $script:Stores["$Store|$Thumbprint"] } }
function Find-StoreCertificate([string] $Store) { if ($Store -eq 'ca') { throw 'Access is denied.' } $Store, 'A', 'A' }
function Add-StoreCertificate([string] $Store, [byte[]] $Data) { $script:Writes += "add $Store $([Convert]::ToBase64String($Data))" }
function Clear-StoreCertificate([string] $Store, [string] $Thumbprint) { $script:Writes += "clear $Store $Thumbprint" }
function Add-Journal([string] $Kind, [string[]] $At, [string] $Was, [string] $Now) { $script:Writes += "$Kind $($At -join ' '): $($Was.Length) $($Now.Length)" }
function Get-Clock { [datetime]::new(2026, 11, 23, 12, 0, 0, [DateTimeKind]::Utc) }
function Get-FileEntry([string] $Path) { if ($script:Files.ContainsKey($Path)) { [pscustomobject]@{ IsDirectory = $false } } }
function Get-FileByte([string] $Path, [long] $Offset, [int] $Count) { , $script:Files[$Path] }`,
    cases: Object.fromEntries(
      Object.entries({
        there: `${there("root")}\n${add("", OTHER)}`,
        missing: add(`-Content '${PEM}'`),
        "base64 alone": add(`-Content '  ${BASE64.slice(0, 64)}\r\n${BASE64.slice(64)}  '`),
        "words before it": add(`-Content 'Bag Attributes\n friendly\n${PEM}\n${PEM}'`),
        der: `$script:Files['C:\\Certs\\a.cer'] = [Convert]::FromBase64String('${BASE64}')\n${add(SOURCE)}`,
        "a text file": `$script:Files['C:\\Certs\\a.cer'] = [byte[]]@(239, 187, 191) + [Text.Encoding]::ASCII.GetBytes('${PEM}')\n${add(SOURCE, THUMBPRINT.toLowerCase())}`,
        "nothing said": add(""),
        "no file": add(SOURCE),
        "an empty file": `${file("")}\n${add(SOURCE)}`,
        garbage: `${file("0x30, 1, 2, 3, 4")}\n${add(SOURCE)}`,
        "a private key": add("-Content '-----BEGIN PRIVATE KEY-----\nMIIB\n-----END PRIVATE KEY-----'"),
        another: add(`-Content '${PEM}'`, OTHER),
        all: "Select-Certificate 'trusted_people'",
        "all unreadable": "Select-Certificate 'ca'",
        unreadable: "Test-CertificatePresence -Thumbprint 'A' -Store 'ca'",
        "to go": `${there("trustedpublisher")}\nGet-Verdict Certificate -Thumbprint '${OTHER}' -Store 'trusted_publisher' -Absent`,
        gone: "Get-Verdict Certificate -Thumbprint 'A' -Store 'root' -Absent",
        "from Group Policy": `${there("root")}\nSet-Fake 'HKLM\\SOFTWARE\\Policies\\Microsoft\\SystemCertificates\\Root\\Certificates\\${OTHER}' 'Blob' 'Binary' 1\nGet-Verdict Certificate -Thumbprint '${OTHER}' -Store 'root' -Absent`,
        "from Active Directory": `${there("root")}\nSet-Fake 'HKLM\\SOFTWARE\\Microsoft\\EnterpriseCertificates\\Root\\Certificates\\${OTHER}' 'Blob' 'Binary' 1\nGet-Verdict Certificate -Thumbprint '${OTHER}' -Store 'root' -Absent`,
        read: `${there("my", "key")}\nforeach ($name in 'Exists', 'Subject', 'HasPrivateKey') { & "Read-Certificate$name" '${OTHER}' 'my' }; (Read-CertificateExpiresIn '${OTHER}' 'my').TotalSeconds; Read-CertificateExists 'B' 'my'; $null -eq (Read-CertificateExpiresIn 'B' 'my')`,
        "long over": `${there("my")}\n$script:Stores['my|${OTHER}'].NotAfter = [datetime]::new(2020, 1, 1, 0, 0, 0, [DateTimeKind]::Utc); (Read-CertificateExpiresIn '${OTHER}' 'my').Ticks`,
        added: `Repair-CertificatePresence -Thumbprint '${THUMBPRINT}' -Store 'trusted_people' -Content '${PEM}'; $script:Writes`,
        "taken out": `${there("root")}; ${there("my", "key")}\nRepair-CertificateAbsence '${OTHER}' 'root'; Repair-CertificateAbsence '${OTHER}' 'my'; Repair-CertificateAbsence 'B' 'my'; $script:Writes`,
        undone: `${there("root")}; ${there("my", "key")}\n(Get-CertificateState 'root', '${OTHER}').Length; Get-CertificateState 'root', 'B'; Undo-Certificate 'trusted_people', 'B' 'AQI='; Undo-Certificate 'root', '${OTHER}' ''; Undo-Certificate 'my', '${OTHER}' ''; $script:Writes`,
      }).map(([name, text]) => [name, `$script:Stores = @{}; $script:Files = @{}\n${text}`]),
    ),
  });
});

describe("the functions of certificate", () => {
  test("say what is there", () => {
    expect(verdictOf(result("there")).RemedycVerdict).toBe("holds");
    expect(verdictOf(result("gone")).RemedycVerdict).toBe("holds");
    expect(verdictOf(result("to go"))).toEqual({
      RemedycVerdict: "deviates",
      Why: `certificate ${OTHER} (CN=Old) is in trusted_publisher, it should be absent`,
    });
    expect(result("all").output).toEqual(["trustedpeople", "A"]);
    expect(result("all unreadable").error).toBe("the certificates in ca: Access is denied.");
    expect(result("unreadable").error).toBe("the certificates in ca: Access is denied.");
    expect(result("read")).toEqual({ output: [true, "CN=Old", true, 5, false, true], error: "" });
    expect(result("long over")).toEqual({ output: [0], error: "" });
  });

  test.each(["missing", "base64 alone", "words before it", "der", "a text file"])("can add it: %s", (name) => {
    expect(verdictOf(result(name)).Why).toMatch(/^certificate 1496C60F\w+ is missing in root$/i);
    expect(verdictOf(result(name)).RemedycVerdict).toBe("deviates");
  });

  test.each([
    ["nothing said", "neither source nor content says what to add"],
    ["no file", "the source C:\\Certs\\a.cer is missing"],
    ["an empty file", "neither source nor content says what to add"],
    ["garbage", "C:\\Certs\\a.cer is no certificate"],
    ["a private key", "the content is no certificate: "],
    ["another", `the content is another certificate, ${THUMBPRINT} (CN=Contoso Root)`],
    ["from Group Policy", "Group Policy brings it, take it away there"],
    ["from Active Directory", "Active Directory brings it, take it away there"],
  ])("are blocked: %s", (name, why) => {
    expect(verdictOf(result(name)).RemedycVerdict).toBe("blocked");
    expect(verdictOf(result(name)).Why).toContain(`: ${why}`);
  });

  test("add it, take it out, and undo both but for a key", () => {
    const length = BASE64.length;
    expect(result("added")).toEqual({
      output: [`Certificate trusted_people ${THUMBPRINT}: 0 ${length}`, `add trustedpeople ${BASE64}`],
      error: "",
    });
    expect(result("taken out")).toEqual({
      output: [
        `Certificate root ${OTHER}: ${length} 0`,
        `clear root ${OTHER}`,
        `Lost certificate ${OTHER} was taken out of my with its private key: 0 0`,
        `clear my ${OTHER}`,
      ],
      error: "",
    });
    expect(result("undone")).toEqual({
      output: [length, "", "it has got a private key since", "add trustedpeople AQI=", `clear root ${OTHER}`],
      error: "",
    });
  });
});

const RECIPE = String.raw`
remedy certificates {
  title: "Certificates"
  version: 1.0.0
  publisher: "IT"
  targets: [intune.remediation]

  step all "All" {
    ensure certificate("1496c60f2eccd30b356f339ab22ad9ea748ca9eb", store: root) present { content: '''${PEM}''' }
    ensure certificate("${THUMBPRINT}", store: trusted_publisher) present { source: 'C:\Setup\contoso.cer' }
    ensure certificate("${OTHER}", store: ca) absent
    each c in certificate(store: trusted_people, expires_in == 0s, subject matches '^CN=Old') { ensure c absent }
    warn "The certificate of this computer expires soon." when certificate("${"B".repeat(40)}", store: my).expires_in ?? 0s < 30d
  }
}

scenario "two are missing, one is too many" for certificates {
  given {
    file('C:\Setup\contoso.cer') { content: '''${PEM}''' }
    certificate("${OTHER}", store: ca) { subject: "CN=Old", expires_in: 5d }
    certificate("${"B".repeat(40)}", store: my) { has_private_key: true, expires_in: 365d }
    certificate("${"C".repeat(40)}", store: trusted_people) { subject: "CN=Old", expires_in: 0s }
    certificate("${"D".repeat(40)}", store: trusted_people) { subject: "CN=New", expires_in: 0s }
    certificate("${"E".repeat(40)}", store: trusted_people) { subject: "CN=Old", expires_in: 1d }
  }
  expect detect noncompliant
  expect fix succeeded
  expect certificate("${THUMBPRINT}", store: root) present
  expect certificate("${OTHER}", store: ca) absent
  expect certificate("${"C".repeat(40)}", store: trusted_people) absent
  expect certificate("${"D".repeat(40)}", store: trusted_people) present
  expect certificate("${"E".repeat(40)}", store: trusted_people) present
}

scenario "Group Policy brings it" for certificates {
  given {
    file('C:\Setup\contoso.cer') { content: '''${PEM}''' }
    certificate("${OTHER}", store: ca) { policy: true }
  }
  expect detect noncompliant
  expect fix blocked
}

scenario "there is no such file" for certificates {
  expect fix blocked
  expect certificate("${THUMBPRINT}", store: root) present
}
`;

describe("a recipe with certificate", async () => {
  const recipe = await compileRecipeText(RECIPE);
  testRecipe(recipe, { "two are missing, one is too many": 4 });

  test("its text stands in a script as one line of base64", () => {
    expect(recipe.outputs.map(({ script }) => script.text).join("\n")).toContain(`-Content '${BASE64}'`);
  });

  test.each(["14 96 c6 0f 2e cc d3 0b 35 6f 33 9a b2 2a d9 ea 74 8c a9 eb", "14:96:C6:0F:2E:CC:D3:0B:35:6F:33:9A:B2:2A:D9:EA:74:8C:A9:EB"])(
    "a thumbprint as it is shown: %s",
    async (shown) => {
      await expect(compileRecipeText(RECIPE.replace(`"${THUMBPRINT}", store: trusted`, `"${shown}", store: trusted`))).rejects.toThrow(
        new RegExp(`Write '${THUMBPRINT}'`, "i"),
      );
    },
  );
});
