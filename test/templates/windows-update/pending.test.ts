import { describe } from "vitest";
import { compileRecipeText } from "../../simulator/recipe-support.ts";
import { testRecipe } from "../../simulator/recipe-tests.ts";

const recipe = await compileRecipeText(`remedy in_time {
  title: "Updates of Windows are installed in time"
  version: 1.0.0
  targets: [intune.remediation]
  step overdue "Nothing is overdue" when windows_update.pending_age > 14d {
    check "The update components are renewed" every 14d fix {
      with service("wuauserv"), service("bits") stopped { clear directory('%SystemRoot%\\SoftwareDistribution\\Download') }
    }
    require windows_update.pending_security_age <= 30d else "\${windows_update.pending_security} of \${windows_update.pending} are of security: \${windows_update.pending_titles}"
  }
}
scenario "nothing is pending" for in_time {
  given { windows_update.pending: 0 }
  expect detect compliant
}
scenario "overdue: the components are renewed" for in_time {
  given { windows_update { pending: 2, pending_age: 20d } }
  expect detect noncompliant
  expect fix succeeded
}
scenario "fresh ones" for in_time {
  given { windows_update { pending_titles: ["Signatures (KB2267602)", "Cumulative (KB5035001)"], pending_security_age: 3d } }
  expect detect compliant
}
scenario "a security update that does not come: a person must look" for in_time {
  given { windows_update { pending: 2, pending_age: 50d, pending_security_age: 40d } }
  expect fix blocked
}
scenario "the data store cannot be read" for in_time {
  given { windows_update { search_error: 0x80248007 } }
  expect detect blocked
  expect fix blocked
}
scenario "never searched, nothing known" for in_time {
  given { windows_update.last_search_age: none }
  expect detect blocked
}`);

describe("updates that are pending", () => {
  testRecipe(recipe, {});
});
