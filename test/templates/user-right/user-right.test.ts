import { beforeAll, describe, expect, test } from "vitest";
import { runCases, verdictOf } from "../run-cases.ts";
import type { CaseResult } from "../run-cases.ts";

const RIGHT = "SeServiceLogonRight";
const DENY = "SeDenyServiceLogonRight";
const ALL = "S-1-5-80-0";
const OWN = "S-1-5-80-3359673805-1136148338-3750979468-2874330783-1417224616";
const USER = "S-1-5-21-1-2-3-1105";
const ORPHAN = "S-1-5-21-4-5-6-9999";
const holds = { RemedycVerdict: "holds", Why: "" };
const held = (...sids: string[]) => `$script:Rights['${RIGHT}'] = @(${sids.map((sid) => `'${sid}'`).join(", ")})`;
const policy = (...accounts: string[]) =>
  `$script:Policy = @{ '${RIGHT}' = @(${accounts.map((account) => `'${account}'`).join(", ")}); name = 'Server baseline' }`;
const check = (sid: string, right = RIGHT) => `Get-Verdict UserRight -Right '${right}' -Setting 'LogOnAsService' -Includes '${sid}'`;

let result: (name: string) => CaseResult;
const verdict = (name: string) => verdictOf(result(name));

beforeAll(async () => {
  result = await runCases({
    functions: ["Test-UserRight", "Repair-UserRight"],
    fakes: ["services"],
    cases: {
      reads: `${held(USER, ALL)}; Read-UserRightIncludes -Right '${RIGHT}'`,
      "reads nobody": `(Read-UserRightIncludes -Right '${RIGHT}').Count`,
      "reads the policy": `$null -eq (Read-UserRightPolicy -Right '${RIGHT}' -Setting 'LogOnAsService'); ${policy(USER)}; Read-UserRightPolicy -Right '${RIGHT}' -Setting 'LogOnAsService'; $script:Policy.Remove('name'); Read-UserRightPolicy -Right '${RIGHT}' -Setting 'LogOnAsService'; $script:Policy['broken'] = 1; $null -eq (Read-UserRightPolicy -Right '${RIGHT}' -Setting 'LogOnAsService')`,
      direct: `${held(USER)}; ${check(USER)}; $script:Story.Count`,
      "by ALL SERVICES": `${held(ALL)}; ${check(OWN)}`,
      "by every group of a service": `foreach ($group in 'S-1-5-6', 'S-1-5-11', 'S-1-1-0') { $script:Rights['${RIGHT}'] = @($group); ${check(OWN)} }`,
      "the group needs it itself": `${held("S-1-1-0", OWN)}; ${check(ALL)}`,
      "no groups of a user": `${held(ALL, "S-1-1-0")}; ${check(USER)}`,
      missing: `${held("S-1-5-19", ORPHAN)}; ${check(ALL)}`,
      several: `${held(USER)}; Get-Verdict UserRight -Right '${RIGHT}' -Includes '${ALL}', '${OWN}' -Excludes '${USER}', '${ORPHAN}'`,
      "excludes holds": `${held(ALL)}; Get-Verdict UserRight -Right '${RIGHT}' -Excludes '${USER}'; $script:Story.Count`,
      denied: `${held(ALL)}; $script:Rights['${DENY}'] = @('${OWN}'); ${check(OWN)}; ${check(ALL)}`,
      "denied by the group": `${held(OWN)}; $script:Rights['${DENY}'] = @('${ALL}'); ${check(OWN)}`,
      "a privilege has no twin": `$script:Rights['SeBackupPrivilege'] = @('${USER}'); ${check(USER, "SeBackupPrivilege")}`,
      policy: `${policy("*S-1-5-20", "CONTOSO\\svc", "CONTOSO\\gone")}; ${check(ALL)}`,
      "policy that holds it already": `${policy(`*${ALL}`)}; ${check(ALL)}`,
      "policy that holds it by name": `${policy("NT SERVICE\\ALL SERVICES")}; ${check(OWN)}`,
      "policy without a name": `${policy("S-1-5-20")}; $script:Policy.Remove('name'); ${check(ALL)}`,
      "policy unreadable": `$script:Policy['broken'] = 1; ${check(ALL)}`,
      "the local policy": `${policy("S-1-5-20")}; function Get-RsopUserRight([string] $Right) { [pscustomobject]@{ GpoId = 'LocalGPO'; Accounts = [string[]]@('S-1-5-20') } }; ${check(ALL)}; $null -eq (Read-UserRightPolicy -Right '${RIGHT}' -Setting 'LogOnAsService')`,
      "Intune's policy": `$script:Values['LogOnAsService'] = '*S-1-5-20' + [char]0xF000 + 'CONTOSO\\svc'; ${check(ALL)}; Read-UserRightPolicy -Right '${RIGHT}' -Setting 'LogOnAsService'; Get-Verdict UserRight -Right '${RIGHT}' -Setting 'LogOnAsService' -Includes 'S-1-5-21-1-2-3-1105'`,
      "Intune's policy, RSoP unreadable": `$script:Policy['broken'] = 1; $script:Values['LogOnAsService'] = ''; ${check(ALL)}`,
      "Intune's policy of another right": `$script:Values['LogOnAsBatchJob'] = '*S-1-5-20'; ${check(ALL)}`,
      "names in Intune":
        "foreach ($right in 'SeServiceLogonRight', 'SeDenyServiceLogonRight', 'SeSecurityPrivilege', 'SeInteractiveLogonRight', 'SeTrustedCredManAccessPrivilege') { Get-UserRightSetting -Right $right }; $null -eq (Get-UserRightSetting -Right 'SeMachineAccountPrivilege')",
      "asked only when missing": `${held(ALL)}; ${policy("S-1-5-20")}; ${check(ALL)}; $script:Story.Count`,
      "policy holds what is excluded": `${held(USER)}; ${policy("CONTOSO\\svc")}; Get-Verdict UserRight -Right '${RIGHT}' -Excludes '${USER}'`,
      "policy lacks what is excluded": `${held(USER)}; ${policy("S-1-5-20")}; Get-Verdict UserRight -Right '${RIGHT}' -Excludes '${USER}'`,
      controller: `$script:Values['ProductType'] = 'LanmanNT'; ${policy("S-1-5-20")}; ${check(ALL)}`,
      "controller, unreadable": `$script:Values['ProductType'] = 'LanmanNT'; $script:Policy['broken'] = 1; ${check(ALL)}`,
      "controller without a policy": `$script:Values['ProductType'] = 'LanmanNT'; ${check(ALL)}`,
      repair: `${held(ORPHAN, USER)}; Invoke-Repair UserRight -Right '${RIGHT}' -Includes '${ALL}', '${OWN}' -Excludes '${USER}'; $script:Story; $script:Rights['${RIGHT}'] -join ' '`,
      "second repair": `${held(ALL)}; Invoke-Repair UserRight -Right '${RIGHT}' -Includes '${ALL}' -Excludes '${USER}'; $script:Story.Count`,
      refused: `function Grant-UserRight { throw [System.ComponentModel.Win32Exception]::new(5, 'Access is denied') }; Invoke-Repair UserRight -Right '${RIGHT}' -Includes '${ALL}'`,
      "reads back": `Invoke-Repair UserRight -Right '${RIGHT}' -Includes 'S-1-5-21-9-9-9-9'`,
    },
  });
});

describe("reading a user right", () => {
  test("direct holders, as SIDs; orphans are SIDs like any other", () => expect(result("reads").output).toEqual([[USER, ALL]]));
  test("nobody is an empty list", () => expect(result("reads nobody").output).toEqual([0]));
  test("the policy that owns it: by its name, else its id; none when unknown", () =>
    expect(result("reads the policy").output).toEqual([true, "Server baseline", "CN={1},DC=contoso", true]));
});

describe("the effective right", () => {
  test("by the account's own SID; no policy is asked then", () => expect(result("direct").output).toEqual([holds, 0]));
  test("a virtual account by ALL SERVICES and the groups of every service", () => {
    expect(verdict("by ALL SERVICES")).toEqual(holds);
    expect(result("by every group of a service").output).toEqual([holds, holds, holds]);
  });
  test("ALL SERVICES must hold it itself", () =>
    expect(verdict("the group needs it itself")).toEqual({ RemedycVerdict: "deviates", Why: `${RIGHT} lacks ${ALL}` }));
  test("an ordinary account by its own SID only", () =>
    expect(verdict("no groups of a user")).toEqual({ RemedycVerdict: "deviates", Why: `${RIGHT} lacks ${USER}` }));
  test("missing; what others hold does not matter", () =>
    expect(verdict("missing")).toEqual({ RemedycVerdict: "deviates", Why: `${RIGHT} lacks ${ALL}` }));
  test("several deviations are one text", () => {
    expect(verdict("several").Why).toBe(`${RIGHT} lacks ${ALL} and ${RIGHT} lacks ${OWN} and ${RIGHT} is held by ${USER}`);
    expect(result("excludes holds").output).toEqual([holds, 0]);
  });
  test("the deny twin supersedes: blocked, and it is named", () => {
    expect(result("denied").output).toEqual([
      {
        RemedycVerdict: "blocked",
        Why: `${DENY} denies ${OWN} the right ${RIGHT} (it lists ${OWN}): the denial supersedes the right, take it away there`,
      },
      holds,
    ]);
    expect(verdict("denied by the group").Why).toBe(
      `${DENY} denies ${OWN} the right ${RIGHT} (it lists NT SERVICE\\ALL SERVICES): the denial supersedes the right, take it away there`,
    );
    expect(verdict("a privilege has no twin")).toEqual(holds);
  });
});

describe("a right that a domain policy owns", () => {
  test("blocked: names the policy and what to add there", () => {
    expect(verdict("policy")).toEqual({
      RemedycVerdict: "blocked",
      Why: `${RIGHT} lacks ${ALL}: it is set by the domain GPO 'Server baseline'; add NT SERVICE\\ALL SERVICES there`,
    });
    expect(verdict("policy without a name").Why).toContain("the domain GPO 'CN={1},DC=contoso'");
  });
  test("the winning list holds the account already: repair is right", () => {
    expect(verdict("policy that holds it already").RemedycVerdict).toBe("deviates");
    expect(verdict("policy that holds it by name").RemedycVerdict).toBe("deviates");
  });
  test("the local policy owns nothing: what is granted here is in it", () =>
    expect(result("the local policy").output).toEqual([{ RemedycVerdict: "deviates", Why: `${RIGHT} lacks ${ALL}` }, true]));
  test("Intune's policy is named like one of the domain", () => {
    const why = `${RIGHT} lacks ${ALL}: it is set by Intune's policy UserRights/LogOnAsService; add NT SERVICE\\ALL SERVICES there`;
    expect(result("Intune's policy").output).toEqual([
      { RemedycVerdict: "blocked", Why: why },
      "UserRights/LogOnAsService",
      { RemedycVerdict: "deviates", Why: `${RIGHT} lacks S-1-5-21-1-2-3-1105` },
    ]);
    expect(verdict("Intune's policy, RSoP unreadable")).toEqual({ RemedycVerdict: "blocked", Why: why });
    expect(verdict("Intune's policy of another right").RemedycVerdict).toBe("deviates");
  });
  test("every right has the name of its policy, where there is one", () =>
    expect(result("names in Intune").output).toEqual([
      "LogOnAsService",
      "DenyLogOnAsService",
      "ManageAuditingAndSecurityLog",
      "AllowLocalLogOn",
      "AccessCredentialManagerAsTrustedCaller",
      true,
    ]));
  test("unreadable is unknown: then repair", () =>
    expect(verdict("policy unreadable")).toEqual({ RemedycVerdict: "deviates", Why: `${RIGHT} lacks ${ALL}` }));
  test("asked only when the right is missing", () => expect(result("asked only when missing").output).toEqual([holds, 0]));
  test("excludes: blocked only when the policy lists the account", () => {
    expect(verdict("policy holds what is excluded")).toEqual({
      RemedycVerdict: "blocked",
      Why: `${RIGHT} is held by ${USER}: it is set by the domain GPO 'Server baseline'; take ${USER} away there`,
    });
    expect(verdict("policy lacks what is excluded").RemedycVerdict).toBe("deviates");
  });
  test("a domain controller is said to be one", () => {
    const why = `${RIGHT} lacks ${ALL} (this is a domain controller, whose user rights belong to the Default Domain Controllers Policy)`;
    expect(verdict("controller")).toEqual({
      RemedycVerdict: "blocked",
      Why: `${why}: it is set by the domain GPO 'Server baseline'; add NT SERVICE\\ALL SERVICES there`,
    });
    expect(verdict("controller, unreadable")).toEqual({ RemedycVerdict: "deviates", Why: why });
    expect(verdict("controller without a policy")).toEqual({ RemedycVerdict: "deviates", Why: why });
  });
});

describe("repairing a user right", () => {
  test("adds what is missing and takes away what is named; others and orphans stay", () => {
    expect(result("repair").output).toEqual([
      `grant ${RIGHT} ${ALL}`,
      `grant ${RIGHT} ${OWN}`,
      `revoke ${RIGHT} ${USER}`,
      `${ORPHAN} ${ALL} ${OWN}`,
    ]);
  });
  test("a second run changes nothing", () => expect(result("second repair").output).toEqual([0]));
  test("what Windows refuses is named", () => expect(result("refused").error).toBe(`Windows refused to change ${RIGHT}: Access is denied`));
  test("reads back what Windows accepted", () =>
    expect(result("reads back").error).toBe(`Windows accepted S-1-5-21-9-9-9-9 for ${RIGHT}, but the right does not list it`));
});
