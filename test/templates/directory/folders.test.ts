import { describe } from "vitest";
import { compileRecipeText } from "../../simulator/recipe-support.ts";
import { testRecipe } from "../../simulator/recipe-tests.ts";

const RECIPE = String.raw`
remedy contoso {
  title:   "Contoso's folders are as they should be"
  version: 1.0.0
  targets: [intune.remediation]
  let logs = 'C:\Contoso\Logs'
  step logs "Logs" {
    each f in file(folder: logs, subfolders: true, name matches '\.log$', age > 30d) { ensure f absent }
    each f in file(folder: 'C:\Contoso', size > 1KB) {
      require f.name != "keep.bin" else "$\{f.path} is kept"
      ensure f absent
    }
  }
}

scenario "what is old goes, whatever it is called, and no link is followed" for contoso {
  given {
    file('C:\Contoso\Logs\a [1].log') { age: 31d }
    file("C:\\Contoso\\Logs\\$(b)\\it's.LOG") { age: 40d }
    file('C:\Contoso\Logs\new.log') { age: 29d }
    file('C:\Contoso\Logs\old.txt') { age: 40d }
    directory('C:\Contoso\Logs\link') { link: true }
    file('C:\Contoso\Logs\link\far.log') { age: 40d }
    file('C:\Contoso\big.bin') { size: 2KB }
    file('C:\Contoso\Other\big.bin') { size: 2KB }
  }
  expect detect noncompliant
  expect fix succeeded
  expect file('C:\Contoso\Logs\a [1].log') absent
  expect file("C:\\Contoso\\Logs\\$(b)\\it's.LOG") absent
  expect file('C:\Contoso\Logs\new.log') present
  expect file('C:\Contoso\Logs\old.txt') present
  expect file('C:\Contoso\Logs\link\far.log') present
  expect file('C:\Contoso\big.bin') absent
  expect file('C:\Contoso\Other\big.bin') present
}

scenario "a folder that is missing has none" for contoso {
  expect detect compliant
  expect fix succeeded
}

scenario "a file is no folder, and one that is kept is left" for contoso {
  given {
    file('C:\Contoso\Logs')
    file('C:\Contoso\keep.bin') { size: 2KB }
  }
  expect detect blocked
  expect fix blocked
  expect file('C:\Contoso\keep.bin') present
}
`.replaceAll("$\\{", "${");

const recipe = await compileRecipeText(RECIPE);

describe("a recipe that goes over files", () => {
  testRecipe(recipe, { "what is old goes, whatever it is called, and no link is followed": 10 });
});
