import { describe, expect, test } from "vitest";
import { getAccountName, resolveAccount } from "../../src/accounts/accounts.ts";
import { findServiceSid } from "../../src/accounts/service-sid.ts";
import { accountSpellings, wellKnownAccounts } from "../../src/accounts/well-known.ts";

describe("SIDs of services", () => {
  // The first is published by Microsoft; the others were computed by another implementation.
  test.each([
    ["TrustedInstaller", "S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464"],
    ["AADConnectProvisioningAgent", "S-1-5-80-3359673805-1136148338-3750979468-2874330783-1417224616"],
    ["AzureADConnectAgentUpdater", "S-1-5-80-3530293369-2705551933-885409129-1855006277-3415192756"],
    ["ADSync", "S-1-5-80-3245704983-3664226991-764670653-2504430226-901976451"],
    ["mssqlserver", "S-1-5-80-3880718306-3832830129-1677859214-2598158968-1052248003"],
  ])("%s", (name, sid) => {
    expect(findServiceSid(name)).toBe(sid);
  });

  test.each(["", "a/b", "a\\b", "Drückerwarteschlange", "x".repeat(257)])("none for %j", (name) => {
    expect(findServiceSid(name)).toBeUndefined();
  });
});

describe("accounts", () => {
  test("every well-known name resolves to its SID, in any case, and back", () => {
    expect(wellKnownAccounts.length).toBeGreaterThan(50);
    for (const { name, sid } of wellKnownAccounts) {
      expect(resolveAccount(name.toUpperCase())).toEqual({ kind: "sid", sid, name });
      expect(getAccountName(sid)).toBe(name);
      expect(resolveAccount(sid.toLowerCase())).toEqual({ kind: "sid", sid, name });
    }
  });

  test("names and SIDs are unique", () => {
    expect(new Set(wellKnownAccounts.map((account) => account.sid)).size).toBe(wellKnownAccounts.length);
    const names = [...wellKnownAccounts, ...accountSpellings].map((account) => account.name.toLowerCase());
    expect(new Set(names).size).toBe(names.length);
    const bare = wellKnownAccounts.map((account) => account.name.toLowerCase().replace(/^.*\\/, ""));
    expect(new Set(bare).size).toBe(bare.length);
  });

  test.each([
    ["Everyone", "S-1-1-0"],
    ["Administrators", "S-1-5-32-544"],
    ["LocalSystem", "S-1-5-18"],
    ["NT AUTHORITY\\NetworkService", "S-1-5-20"],
    ["nt service\\all services", "S-1-5-80-0"],
    ["NT SERVICE\\ADSync", "S-1-5-80-3245704983-3664226991-764670653-2504430226-901976451"],
    ["S-1-5-21-1-2-3-1001", "S-1-5-21-1-2-3-1001"],
    ["S-1-0x000000000005-18", "S-1-5-18"],
  ])("%s is %s", (text, sid) => {
    expect(resolveAccount(text)).toMatchObject({ kind: "sid", sid });
  });

  test("a service account keeps the name that was written, for messages", () => {
    expect(resolveAccount("NT SERVICE\\Spooler")).toMatchObject({ name: "NT SERVICE\\Spooler" });
    expect(resolveAccount("S-1-5-21-1-2-3-500")).toMatchObject({ name: "S-1-5-21-1-2-3-500" });
  });

  test.each([
    "CONTOSO\\svc",
    ".\\svc",
    "contoso.com\\svc$",
    "svc@contoso.com",
    "IIS APPPOOL\\DefaultAppPool",
    "NT SERVICE\\Dienst-Ä",
    "CONTOSO\\Domain Admins",
  ])("%s is for the device to resolve", (text) => {
    const resolved = resolveAccount(text);
    expect(resolved.kind).toBe("device");
    expect(resolved.kind === "device" && resolved.reason).toMatch(/^[a-z].*[^.]$/);
  });

  test.each([
    ["NT SERVICE\\ALL SERVICE", "NT SERVICE\\ALL SERVICES"],
    ["NT SERVCE\\ALL SERVICES", "NT SERVICE\\ALL SERVICES"],
    ["NT SERVCE\\Spooler", "NT SERVICE\\Spooler"],
    ["BUILTIN\\Administrator", "BUILTIN\\Administrators"],
    ["NT AUTHORITY\\SYSTM", "NT AUTHORITY\\SYSTEM"],
    [".\\Users", "BUILTIN\\Users"],
    ["Everione", "Everyone"],
    ["BUILTIN\\Nobody at all", undefined],
    ["Domain Admins", undefined],
    ["", undefined],
    ["a\\b\\c", undefined],
    ["CONTOSO\\a:b", undefined],
    ["S-1-5-4294967296", undefined],
    ["S-1-281474976710656-1", undefined],
    ["S-2-5-18", undefined],
    ["S-1-5", undefined],
  ])("%j: suggestion %j", (text, suggestion) => {
    const resolved = resolveAccount(text);
    expect(resolved).toEqual(suggestion === undefined ? { kind: "unknown" } : { kind: "unknown", suggestion });
  });
});
