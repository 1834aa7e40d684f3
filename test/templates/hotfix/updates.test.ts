import { describe } from "vitest";
import { compileRecipeText } from "../../simulator/recipe-support.ts";
import { testRecipe } from "../../simulator/recipe-tests.ts";

const recipe = await compileRecipeText(`remedy current {
  title: "Windows is kept current"
  version: 1.0.0
  targets: [intune.remediation]
  step updates "Updates" {
    require os.is_activated else "Windows is not activated."
    require hotfix("KB5034441").exists else "KB5034441 is missing."
    require any h in hotfix(): h.age != none and h.age < 45d else "No update of Windows within 45 days."
    require windows_update.last_search_age != none and windows_update.last_search_age < 7d else "Windows Update has not searched for a week."
    require windows_update.pending_security_age < 30d else "Overdue: \${windows_update.pending_titles}"
    require computer.domain == "contoso.example" else "It belongs to \${computer.domain ?? "no domain"}."
    ensure registry_value('HKLM\\SOFTWARE\\Contoso', "Seen") { data: 1 }
  }
}
scenario "all is well" for current {
  given { hotfix("kb5034441") { age: 40d }, hotfix("KB5034127") absent, windows_update.last_search_age: 1h }
  expect detect noncompliant
  expect fix succeeded
}
scenario "only old updates, and one without a date" for current {
  given { hotfix("KB5034441") { age: none }, hotfix("KB5034127") { age: 46d } }
  expect fix blocked
}
scenario "never searched" for current {
  given { hotfix("KB5034441") { age: 1d }, windows_update.last_search_age: none }
  expect fix blocked
}
scenario "not activated" for current {
  given { hotfix("KB5034441") { age: 1d }, os.is_activated: false }
  expect fix blocked
}
scenario "in a workgroup" for current {
  given { hotfix("KB5034441") { age: 1d }, computer.domain: none }
  expect fix blocked
}
scenario "Windows Update is off, so nothing can be read of it" for current {
  given { hotfix("KB5034441") { age: 1d }, service("wuauserv") { startup: disabled, state: stopped } }
  expect detect blocked
  expect fix blocked
}`);

describe("what Windows tells of its updates", () => {
  testRecipe(recipe, { "all is well": 5 });
});
