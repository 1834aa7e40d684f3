import { describe } from "vitest";
import { compileRecipeText } from "../../simulator/recipe-support.ts";
import { testRecipe } from "../../simulator/recipe-tests.ts";

const RECIPE = String.raw`
let key = 'HKLM\SOFTWARE\Contoso'
let its = "HKLM\\SOFTWARE\\It's $(x) [1]"
remedy contoso {
  title: "Keys are whose they should be"
  version: 1.0.0
  targets: [intune.remediation]
  step keys "Keys" {
    ensure registry_key(key) { owner: "Administrators" }
    ensure registry_key(its, view: 32) { owner: "SYSTEM" }
    when registry_key('HKLM\SOFTWARE').owner != "Administrators" { ensure registry_key('HKLM\SOFTWARE\Other') absent }
  }
}

scenario "another's key that cannot be written to, one that is missing, and what lies below" for contoso {
  given {
    registry_key(key) { owner: "CONTOSO\\ann", access: read }
    registry_key(key / "Below") { owner: "CONTOSO\\ann" }
    registry_key('HKLM\SOFTWARE\Other')
    registry_key(its) { owner: "Users" }
    registry_key('HKLM\SOFTWARE') { owner: "SYSTEM" }
  }
  expect detect noncompliant
  expect fix succeeded
  expect registry_key(key) { owner: "Administrators" }
  expect registry_key(key / "Below") { owner: "CONTOSO\\ann" }
  expect registry_key('HKLM\SOFTWARE\Other') absent
  expect registry_key(its) { owner: "Users" }
  expect registry_key(its, view: 32) { owner: "SYSTEM" }
}

scenario "what TrustedInstaller owns is left, the other key is not" for contoso {
  given {
    registry_key(key) { owner: 'NT SERVICE\TrustedInstaller' }
    registry_key('HKLM\SOFTWARE\Other')
    registry_key(its, view: 32) { owner: "Guests" }
  }
  expect detect noncompliant
  expect fix blocked
  expect registry_key(key) { owner: 'NT SERVICE\TrustedInstaller' }
  expect registry_key('HKLM\SOFTWARE\Other') present
  expect registry_key(its, view: 32) { owner: "SYSTEM" }
}

scenario "an owner that cannot be read is not the wanted one" for contoso {
  given {
    registry_key(key) { owner: "Administrators", access: denied }
    registry_key(its, view: 32) { owner: "SYSTEM" }
  }
  expect detect blocked
  expect fix blocked
}
`;

const recipe = await compileRecipeText(RECIPE);

describe("a recipe about owners of registry keys", () => {
  testRecipe(recipe, { "what TrustedInstaller owns is left, the other key is not": 4 });
});
