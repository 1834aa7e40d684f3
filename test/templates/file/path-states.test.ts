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
    ensure directory('C:\Contoso\Copy') { contents_of: 'C:\Media\Copy\', system: false }
  }
}

scenario "all of it is wrong, and what is not asked for stays" for contoso {
  given {
    directory(data) { grants_read: ["Everyone", "Guests"], owner: "CONTOSO\\ann" }
    file('C:\ProgramData\Contoso\a.txt') { content: "a", read_only: true }
    file('C:\ProgramData\Contoso\below\b [1].txt') { content: "b", hard_linked: true }
    directory('C:\ProgramData\Contoso\link') { link: true }
    file('C:\Contoso\app.ini') { content: "mode=slow", read_only: true, hidden: true, system: true, grants_write: ["Users"] }
    file('C:\Media\Copy\a.txt') { content: "new" }
    file('C:\Media\Copy\bin\its [1].exe') { content: "x" }
    directory('C:\Media\Copy\link') { link: true }
    file('C:\Media\Copy\link\far.txt') { content: "far" }
    file('C:\Contoso\Copy\a.txt') { content: "old" }
    file('C:\Contoso\Copy\own.txt') { content: "own" }
  }
  expect detect noncompliant
  expect fix succeeded
  expect directory(data) { grants_read: ["Guests"], grants_read_and_execute: ["Users"], system: false }
  expect file('C:\ProgramData\Contoso\a.txt') { grants_modify: ["Users"], grants_full_control: ["CONTOSO\\svc"], excludes: ["Users", "Everyone"], read_only: true }
  expect directory('C:\ProgramData\Contoso\below') { grants_modify: ["Users"], excludes: ["Users"], hidden: false }
  expect file('C:\ProgramData\Contoso\below\b [1].txt') { excludes: ["CONTOSO\\svc"], owner: "Administrators" }
  expect file('C:\Contoso\app.ini') { system: false, grants_write: ["Users"] }
  expect file('C:\Contoso\Copy\a.txt') { content: "new" }
  expect file('C:\Contoso\Copy\bin\its [1].exe') { content: "x" }
  expect file('C:\Contoso\Copy\link\far.txt') absent
  expect file('C:\Contoso\Copy\own.txt') present
  expect file('C:\Contoso\plain.txt') { content: "plain", system: true, read_only: false }
}

scenario "a denial comes first, and what has other names is left" for contoso {
  given {
    directory(data) { denies: ["Users"], hidden: true, owner: "Administrators", grants_full_control: ["CONTOSO\\svc"], grants_modify: ["NT SERVICE\\Contoso"] }
    file('C:\Contoso\app.ini') { content: "mode=fast", hard_linked: true }
    file('C:\Contoso\plain.txt') { content: "x", system: true, owner: "SYSTEM" }
    file('C:\Media\Copy\a.txt') { content: "new", writable_by: ["Users"] }
    directory('C:\Contoso\Copy')
  }
  expect detect noncompliant
  expect fix blocked
  expect file('C:\Contoso\Copy\a.txt') absent
  expect file('C:\Contoso\app.ini') { read_only: false }
}

scenario "what cannot be read is not compliant" for contoso {
  given {
    directory(data) { rights_hidden: true, hidden: true, owner: "Administrators" }
    file('C:\Contoso\app.ini') { content: "mode=fast", read_only: true, grants_full_control: ["S-1-5-19"] }
    file('C:\Contoso\plain.txt') { content: "x", system: true, owner: "SYSTEM" }
    directory('C:\Contoso\Copy')
  }
  expect detect blocked
  expect fix blocked
}
`;

const recipe = await compileRecipeText(RECIPE);

describe("a recipe about attributes, owners and rights of files and folders", () => {
  testRecipe(recipe, {});
});

const small = await compileRecipeText(String.raw`
remedy small {
  title:   "A folder is whose it should be"
  version: 1.0.0
  targets: [intune.remediation]
  step access "Access" { ensure directory('C:\Contoso') { grants_modify: ["Users"] } }
}

scenario "it is not, and holds a file" for small {
  given { file('C:\Contoso\a.txt') { content: "a" } }
  expect detect noncompliant
  expect fix succeeded
  expect file('C:\Contoso\a.txt') { grants_modify: ["Users"] }
}
`);

describe("a small one", () => {
  testRecipe(small, { "it is not, and holds a file": 3 });
});
