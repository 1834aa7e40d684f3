import { describe } from "vitest";
import { compileRecipeText } from "../../simulator/recipe-support.ts";
import { testRecipe } from "../../simulator/recipe-tests.ts";

const RECIPE = String.raw`
let data = 'C:\ProgramData\Contoso'
remedy contoso {
  title:   "Contoso's folders are whose they should be"
  version: 1.0.0
  targets: [intune.remediation]
  step access "Access" {
    ensure directory(data) {
      owner:               "Administrators"
      hidden:              true
      grants_modify:       ["Users", 'NT SERVICE\Contoso']
      grants_full_control: ["CONTOSO\\svc"]
      excludes:            ["Everyone"]
    }
    ensure file('C:\Contoso\app.ini') { content: "mode=fast", read_only: true, hidden: false, grants_read: ["S-1-5-19"] }
    ensure file('C:\Contoso\plain.txt') { system: true, owner: "SYSTEM" } else { ensure file('C:\Contoso\plain.txt') { content: "plain", system: true, owner: "SYSTEM" } }
  }
}

scenario "all of it is wrong, and what is not asked for stays" for contoso {
  given {
    directory(data) { grants_read: ["Everyone", "Guests"], owner: "CONTOSO\\ann" }
    file('C:\ProgramData\Contoso\a.txt') { content: "a", read_only: true }
    file('C:\ProgramData\Contoso\below\b [1].txt') { content: "b", hard_linked: true }
    directory('C:\ProgramData\Contoso\link') { link: true }
    file('C:\Contoso\app.ini') { content: "mode=slow", read_only: true, hidden: true, system: true, grants_write: ["Users"] }
    file('C:\Contoso\plain.txt') { content: "x", hidden: true }
  }
  expect detect noncompliant
  expect fix succeeded
  expect directory(data) { grants_read: ["Guests"], grants_read_and_execute: ["Users"], system: false }
  expect file('C:\ProgramData\Contoso\a.txt') { grants_modify: ["Users"], grants_full_control: ["CONTOSO\\svc"], excludes: ["Users", "Everyone"], read_only: true }
  expect directory('C:\ProgramData\Contoso\below') { grants_modify: ["Users"], excludes: ["Users"], hidden: false }
  expect file('C:\ProgramData\Contoso\below\b [1].txt') { excludes: ["CONTOSO\\svc"], owner: "Administrators" }
  expect file('C:\Contoso\app.ini') { system: false, grants_write: ["Users"] }
  expect file('C:\Contoso\plain.txt') { content: "x", hidden: true, read_only: false }
}

scenario "what is missing is made" for contoso {
  given { file('C:\Contoso\app.ini') absent }
  expect detect noncompliant
  expect fix succeeded
  expect file('C:\Contoso\app.ini') { read_only: true, content: "mode=fast" }
  expect file('C:\Contoso\plain.txt') { content: "plain", system: true }
}

scenario "a denial comes first, and what has other names is left" for contoso {
  given {
    directory(data) { denies: ["Users"], hidden: true, owner: "Administrators", grants_full_control: ["CONTOSO\\svc"], grants_modify: ["NT SERVICE\\Contoso"] }
    file('C:\Contoso\app.ini') { content: "mode=fast", hard_linked: true }
    file('C:\Contoso\plain.txt') { content: "x", system: true, owner: "SYSTEM" }
  }
  expect detect noncompliant
  expect fix blocked
  expect file('C:\Contoso\app.ini') { read_only: false }
}

scenario "what cannot be read is not compliant" for contoso {
  given {
    directory(data) { rights_hidden: true, hidden: true, owner: "Administrators" }
    file('C:\Contoso\app.ini') { content: "mode=fast", read_only: true, grants_full_control: ["S-1-5-19"] }
    file('C:\Contoso\plain.txt') { content: "x", system: true, owner: "SYSTEM" }
  }
  expect detect blocked
  expect fix blocked
}
`;

const recipe = await compileRecipeText(RECIPE);

describe("a recipe about attributes, owners and rights of files and folders", () => {
  testRecipe(recipe, { "all of it is wrong, and what is not asked for stays": 20 });
});
