import { describe } from "vitest";
import { compileRecipeText } from "../../simulator/recipe-support.ts";
import { testRecipe } from "../../simulator/recipe-tests.ts";

const recipe = await compileRecipeText(String.raw`
remedy managed {
  title: "The agent runs as its group managed account"
  version: 1.0.0
  targets: [intune.remediation]
  step agent "Agent" {
    when service("Giver").exists { ensure user_right("SeServiceLogonRight") { includes: ['CONTOSO\agent$'] } }
    ensure service("Agent") { account: 'CONTOSO\agent$', state: running }
  }
}
scenario "no password is asked for" for managed {
  given {
    service("Giver") { state: stopped }
    service("Agent") { state: running, account: "NT AUTHORITY\\SYSTEM" }
  }
  expect detect noncompliant
  expect fix succeeded
  expect service("Agent") { account: 'CONTOSO\agent$', state: running }
  expect user_right("SeServiceLogonRight") { includes: ['CONTOSO\agent$'] }
}
scenario "it may not log on as a service" for managed {
  given { service("Agent") { state: running, account: "NT AUTHORITY\\SYSTEM" } }
  expect detect noncompliant
  expect fix failed
}
`);

describe("a service with a group managed account", () => {
  testRecipe(recipe, {});
});
