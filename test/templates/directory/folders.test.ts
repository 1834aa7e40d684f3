import { describe } from "vitest";
import { compileRecipeText } from "../../simulator/recipe-support.ts";
import { testRecipe } from "../../simulator/recipe-tests.ts";

/** Marks of an archive with a.txt that was unpacked, and one of another. */
const filled = String.raw`
    registry_value('HKLM\SOFTWARE\Remedyc\contoso', "Unpacked c:\\contoso\\app") { data: "${"A".repeat(64)}\n5 a.txt\n8 bin\\x.exe" }
    registry_value('HKLM\SOFTWARE\Remedyc\contoso', "Unpacked c:\\contoso\\web") { data: "${"B".repeat(64)}\n5 a.txt" }
    file('C:\Contoso\App\a.txt') { content: "a.txt" }
    file('C:\Contoso\App\bin\x.exe') { content: "bin/x.ex" }
    file('C:\Contoso\Web\a.txt') { content: "a.txt" }`;
const media = String.raw`file('C:\Media\app.zip') { sha256: "${"a".repeat(64)}", holds: ["a.txt", "empty/", "bin/x.exe"] }`;

const RECIPE = String.raw`
remedy contoso {
  title:   "Contoso's folders are as they should be"
  version: 1.0.0
  targets: [intune.remediation]
  let logs = 'C:\Contoso\Logs'
  let app = directory('C:\Contoso\App')
  step logs "Logs" {
    each f in file(folder: logs, subfolders: true, name matches '\.log$', age > 30d) { ensure f absent }
    each f in file(folder: 'C:\Contoso', size > 1KB) {
      require f.name != "keep.bin" else "$\{f.path} is kept"
      ensure f absent
    }
    ensure app { source: 'C:\Media\app.zip', sha256: "${"A".repeat(64)}" }
    ensure directory('C:\Contoso\Web') { source: "https://download.contoso.com/web.zip", sha256: "${"b".repeat(64)}" }
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
    ${media}
    file('C:\Contoso\App\a.txt') { content: "an older one" }
    file('C:\Contoso\App\own.ini') { content: "own" }
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
  expect file('C:\Contoso\App\a.txt') { content: "a.txt" }
  expect file('C:\Contoso\App\bin\x.exe') { content: "bin/x.exe" }
  expect file('C:\Contoso\App\own.ini') { content: "own" }
  expect file('C:\Contoso\Web\app.txt') present
}

scenario "a folder that is missing has none, and what was unpacked is there" for contoso {
  given {${filled}
  }
  expect detect compliant
  expect fix succeeded
}

scenario "a file is no folder, and one that is kept is left" for contoso {
  given {${filled}
    file('C:\Contoso\Logs')
    file('C:\Contoso\keep.bin') { size: 2KB }
  }
  expect detect blocked
  expect fix blocked
  expect file('C:\Contoso\keep.bin') present
}

scenario "what is missing is put back, and what is in use as it should be is left" for contoso {
  given {${filled}
    ${media}
    file('C:\Contoso\App\a.txt') { content: "a.txt", in_use: true }
    file('C:\Contoso\App\bin\x.exe') absent
    file('C:\Contoso\Web\a.txt') { content: "an older one" }
    directory('C:\Contoso\Web') { denied: true }
  }
  expect detect noncompliant
  expect fix blocked
  expect file('C:\Contoso\App\bin\x.exe') { content: "bin/x.exe" }
}

scenario "one that leads out of the folder is not begun, and a page is no archive" for contoso {
  given {
    file('C:\Media\app.zip') { sha256: "${"A".repeat(64)}", holds: ["a.txt", "../x.exe"] }
    file("https://download.contoso.com/web.zip") { content: "please sign in" }
  }
  expect detect noncompliant
  expect fix failed
  expect file('C:\Contoso\App\a.txt') absent
  expect file('C:\Contoso\x.exe') absent
  expect directory('C:\Contoso\Web') absent
}
`.replaceAll("$\\{", "${");

const recipe = await compileRecipeText(RECIPE);

describe("a recipe that goes over files, and fills folders from archives", () => {
  testRecipe(recipe, { "what is old goes, whatever it is called, and no link is followed": 27 });
});
