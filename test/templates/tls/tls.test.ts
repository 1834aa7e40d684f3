import { beforeAll, describe, expect, test } from "vitest";
import { runCases, verdictOf } from "../run-cases.ts";
import type { CaseResult, Verdict } from "../run-cases.ts";

const protocols = String.raw`HKLM\SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols`;
const low = protocols.replace("HKLM\\", "hklm|64|").toLowerCase();
const set = (version: string, role: string, name: string, data: string, type = "DWord") =>
  `Set-Fake '${protocols}\\TLS ${version}\\${role}' '${name}' '${type}' ${data}`;

let result: (name: string) => CaseResult;
const verdict = (name: string) => verdictOf(result(name));

beforeAll(async () => {
  result = await runCases({
    functions: ["Test-Tls", "Repair-Tls"],
    fakes: ["registry"],
    cases: {
      unset: "Get-Verdict Tls -Version '1.2' -Client 'on'; Read-TlsClient -Version '1.2'; Read-TlsExists -Version '1.2'",
      exists: `${set("1.2", "Server", "Enabled", "0")}; Read-TlsExists -Version '1.2'; Read-TlsExists -Version '1.1'`,
      "key without values": `${set("1.0", "Client", "", "$null", "")}; Get-Verdict Tls -Version '1.0' -Client 'off'`,
      on: `${set("1.2", "Client", "Enabled", "1")}; ${set("1.2", "Client", "DisabledByDefault", "0")}; Get-Verdict Tls -Version '1.2' -Client 'on'; Read-TlsClient -Version '1.2'`,
      "on by 0xffffffff": `${set("1.2", "Client", "Enabled", "([int]-1)")}; ${set("1.2", "Client", "DisabledByDefault", "0")}; Get-Verdict Tls -Version '1.2' -Client 'on'; Read-TlsClient -Version '1.2'`,
      "not off by 0xffffffff": `${set("1.0", "Client", "Enabled", "([int]-1)")}; ${set("1.0", "Client", "DisabledByDefault", "1")}; Get-Verdict Tls -Version '1.0' -Client 'off'`,
      off: `${set("1.2", "Server", "Enabled", "0")}; ${set("1.2", "Server", "DisabledByDefault", "1")}; Get-Verdict Tls -Version '1.2' -Server 'on'; Read-TlsServer -Version '1.2'`,
      "half off": `${set("1.0", "Server", "Enabled", "0")}; Get-Verdict Tls -Version '1.0' -Server 'off'; Read-TlsServer -Version '1.0'`,
      "text is no number": `${set("1.0", "Server", "Enabled", "'0'", "String")}; ${set("1.0", "Server", "DisabledByDefault", "1")}; Get-Verdict Tls -Version '1.0' -Server 'off'`,
      "both roles": `${set("1.2", "Client", "Enabled", "1")}; ${set("1.2", "Client", "DisabledByDefault", "0")}; Get-Verdict Tls -Version '1.2' -Client 'on' -Server 'on'`,
      policy: String.raw`New-FakePolicy -Path '${protocols.replace("HKLM\\", "")}\TLS 1.1\Client' -Name 'Enabled' -Type 4 -Data @(1, 0, 0, 0); Get-Verdict Tls -Version '1.1' -Client 'off'`,
      "no right": String.raw`$script:Locked = @('hklm|64|system'); Get-Verdict Tls -Version '1.1' -Client 'off'`,
      "fixes what fails only": `${set("1.2", "Client", "Enabled", "([int]-1)")}; ${set("1.2", "Client", "DisabledByDefault", "1")}; Repair-Tls -Version '1.2' -Client 'on' -Server 'on'; Get-Verdict Tls -Version '1.2' -Client 'on' -Server 'on'; $script:Writes`,
      "fix off": `${set("1.2", "Client", "Enabled", "1")}; Repair-Tls -Version '1.0' -Client 'off'; Get-Verdict Tls -Version '1.0' -Client 'off'; $script:Writes`,
      "second run": `Repair-Tls -Version '1.0' -Client 'off' | Out-Null; $script:Writes = @(); Get-Verdict Tls -Version '1.0' -Client 'off'; @(Repair-Tls -Version '1.0' -Client 'off').Count; $script:Writes.Count`,
    },
  });
});

describe("tls", () => {
  test("not set is told from disabled, and is no 'on'", () => {
    expect(result("unset").output).toEqual([
      {
        RemedycVerdict: "deviates",
        Why: "TLS 1.2 client is not set (the default of Windows counts), it should be on: Enabled is missing, DisabledByDefault is missing",
      },
      "default",
      false,
    ]);
    expect(result("exists").output).toEqual([true, false]);
    expect((result("off").output[0] as Verdict).Why).toBe(
      "TLS 1.2 server is explicitly disabled, it should be on: Enabled is dword 0, DisabledByDefault is dword 1",
    );
    expect(result("off").output[1]).toBe("off");
  });
  test("a key without values is not set", () => expect(verdict("key without values").Why).toContain("TLS 1.0 client is not set"));
  test("Enabled is on with 1 and with 0xffffffff", () => {
    expect(result("on").output).toEqual([{ RemedycVerdict: "holds", Why: "" }, "on"]);
    expect(result("on by 0xffffffff").output).toEqual([{ RemedycVerdict: "holds", Why: "" }, "on"]);
    expect(verdict("not off by 0xffffffff").Why).toBe(
      "TLS 1.0 client is only partly set, it should be off: Enabled is dword 4294967295, DisabledByDefault is dword 1",
    );
  });
  test("off needs both values", () => {
    expect(result("half off").output).toEqual([
      {
        RemedycVerdict: "deviates",
        Why: "TLS 1.0 server is explicitly disabled, it should be off: Enabled is dword 0, DisabledByDefault is missing",
      },
      "default",
    ]);
  });
  test("a text is no number", () => expect(verdict("text is no number").Why).toContain('Enabled is string "0"'));
  test("names protocol and role, only those that fail", () => {
    expect(verdict("both roles").Why).toContain("TLS 1.2 server is not set");
    expect(verdict("both roles").Why).not.toContain("client");
  });
  test("a policy that owns one value blocks", () =>
    expect(verdict("policy")).toMatchObject({
      RemedycVerdict: "blocked",
      Why: expect.stringContaining("Enabled cannot be changed: it is set by the Group Policy object") as string,
    }));
  test("no right to write blocks", () => expect(verdict("no right").RemedycVerdict).toBe("blocked"));
});

describe("fixing tls", () => {
  const restart = (version: string) => ({
    RemedycVerdict: "restart",
    Why: `Schannel reads the settings of TLS ${version} when Windows starts`,
  });
  test("writes the failing values only, and asks for a restart", () => {
    expect(result("fixes what fails only").output).toEqual([
      restart("1.2"),
      { RemedycVerdict: "holds", Why: "" },
      `write ${low}\\tls 1.2\\client\\DisabledByDefault DWord 0`,
      `write ${low}\\tls 1.2\\server\\Enabled DWord 1`,
      `write ${low}\\tls 1.2\\server\\DisabledByDefault DWord 0`,
    ]);
  });
  test("off; other protocols are untouched", () => {
    expect(result("fix off").output).toEqual([
      restart("1.0"),
      { RemedycVerdict: "holds", Why: "" },
      `write ${low}\\tls 1.0\\client\\Enabled DWord 0`,
      `write ${low}\\tls 1.0\\client\\DisabledByDefault DWord 1`,
    ]);
  });
  test("a second run changes nothing and asks for no restart", () =>
    expect(result("second run").output).toEqual([{ RemedycVerdict: "holds", Why: "" }, 0, 0]));
});
