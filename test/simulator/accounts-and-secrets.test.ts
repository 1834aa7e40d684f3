import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { checkText } from "../checker/support.ts";
import { compileRecipeText, startRecipeRunner } from "./recipe-support.ts";
import type { RecipeRunner } from "./recipe-support.ts";

const remedy = (statements: string): string =>
  `remedy agent {\n  title: "Agent"\n  version: 1.0.0\n  targets: [configmgr.baseline]\n  step only "Only" {\n    ${statements}\n  }\n}\n`;
const scenario = (body: string): string => `scenario "s" for agent {\n  ${body}\n}\n`;

const DOMAIN = `ensure service("Agent") { account: 'CONTOSO\\other', password: secret.env("AGENT_PASSWORD"), state: running }`;
const OTHER_LOGON = `service("Agent") { state: stopped, account: 'NT AUTHORITY\\SYSTEM' }`;
const RIGHT = `user_right("SeServiceLogonRight") { includes: ['NT SERVICE\\ALL SERVICES', 'CONTOSO\\other', 'CONTOSO\\gmsa$'] }`;

/** A remedy, and what a machine with these accounts and secrets makes of it. */
const CASES: readonly (readonly [what: string, statements: string, body: string])[] = [
  [
    "an account and a secret that the remedy names are there",
    DOMAIN,
    `given { ${OTHER_LOGON}\n ${RIGHT} }\nexpect detect noncompliant\nexpect fix succeeded\nexpect service("Agent") { account: 'CONTOSO\\other' }`,
  ],
  [
    "a secret that is not there",
    DOMAIN,
    `given { ${OTHER_LOGON}\n ${RIGHT}\n computer { missing_secrets: ["AGENT_PASSWORD"] } }\nexpect detect noncompliant\nexpect fix blocked`,
  ],
  ["an account that is gone", DOMAIN, `given { ${OTHER_LOGON}\n computer { missing_accounts: ['CONTOSO\\other'] } }\nexpect fix blocked`],
  [
    "a secret under DPAPI, in a file",
    DOMAIN.replace('secret.env("AGENT_PASSWORD")', "secret.dpapi('%ProgramData%\\Contoso\\agent.txt')"),
    `given { ${OTHER_LOGON}\n ${RIGHT} }\nexpect fix succeeded`,
  ],
  [
    "a group managed service account, without a password",
    "ensure service(\"Agent\") { account: 'CONTOSO\\gmsa$', state: running }",
    `given { ${OTHER_LOGON}\n ${RIGHT} }\nexpect detect noncompliant\nexpect fix succeeded`,
  ],
  [
    "an account that the scenario says there is, read by the remedy",
    'let agent = service("Agent")\nrequire agent.account != none else "No account."\nensure user_right("SeLockMemoryPrivilege") { includes: [agent.account] }',
    "given { computer { managed_accounts: ['CONTOSO\\sql$'] }\n service(\"Agent\") { account: 'CONTOSO\\sql$' } }\nexpect detect noncompliant\nexpect fix succeeded",
  ],
  [
    "an account of the computer",
    "ensure user_right(\"SeLockMemoryPrivilege\") { includes: ['SRV01\\backup'] }",
    "expect detect noncompliant\nexpect fix succeeded\nexpect user_right(\"SeLockMemoryPrivilege\") { includes: ['SRV01\\backup'] }",
  ],
];

let runner: RecipeRunner;
beforeAll(async () => {
  runner = await startRecipeRunner();
});
afterAll(() => {
  runner.close();
});

test.each(CASES)("%s", async (_, statements, body) => {
  const recipe = await compileRecipeText(remedy(statements) + scenario(body));
  expect(await runner.failuresOf(recipe, "s", "configmgr.baseline")).toEqual([]);
});

describe("an account of a service that no machine knows is told (RMD4127)", () => {
  const codesOf = async (statements: string, body: string): Promise<string[]> =>
    (await checkText(remedy(statements) + scenario(body))).diagnostics.map(({ code }) => code);
  const logon = "service(\"Agent\") { state: running, account: 'CONTOSO\\gone' }";
  const any = 'ensure service("Agent") { state: running }';

  test("as a state and as a value", async () => {
    expect(await codesOf(any, `given { ${logon} }\nexpect detect compliant`)).toEqual(["RMD4127"]);
    expect(await codesOf(any, `given { service("Agent").account: '.\\gone' }\nexpect detect compliant`)).toEqual(["RMD4127"]);
  });

  test.each([
    ["a well-known one", any, "given { service(\"Agent\") { account: 'NT AUTHORITY\\LocalService' } }\nexpect detect compliant"],
    ["one of the healthy machine", any, "given { service(\"Agent\") { account: 'contoso\\SVC' } }\nexpect detect compliant"],
    [
      "one that the scenario says there is",
      any,
      `given { ${logon}\n computer { domain_accounts: ['CONTOSO\\Gone'] } }\nexpect detect compliant`,
    ],
    ["one that is said to be gone", any, `given { ${logon}\n computer { missing_accounts: ['CONTOSO\\gone'] } }\nexpect detect compliant`],
    ["one that the remedy names", "ensure service(\"Agent\") { account: 'CONTOSO\\gone' }", `given { ${logon} }\nexpect detect compliant`],
    ["one that is expected", any, `given { ${logon} }\nexpect service("Agent") { account: 'CONTOSO\\gone' }`],
  ])("not %s", async (_, statements, body) => {
    expect(await codesOf(statements, body)).toEqual([]);
  });
});
