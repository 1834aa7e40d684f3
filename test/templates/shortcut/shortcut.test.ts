import { describe } from "vitest";
import { compileRecipeText } from "../../simulator/recipe-support.ts";
import { testRecipe } from "../../simulator/recipe-tests.ts";

const RECIPE = String.raw`
let app = shortcut('%Public%\Desktop\Contoso [1].lnk')
let portal = shortcut('%ProgramData%\Microsoft\Windows\Start Menu\Programs\Contoso\Portal.lnk')

remedy contoso {
  title:   "Everybody has Contoso's shortcuts"
  version: 1.0.0
  targets: [intune.remediation]
  step shortcuts "Shortcuts" {
    ensure app {
      target: '%ProgramFiles%\Contoso\app.exe'
      arguments: '--user "$(whoami)"; & x'
      icon: '%SystemRoot%\System32\imageres.dll'
      icon_index: -109
    }
    ensure portal { target: 'C:\Contoso\portal.exe', working_directory: 'C:\Contoso', icon: 'C:\Contoso\portal.ico', description: "The portal" }
    ensure shortcut(known_folder.public_desktop / "Old.lnk") absent
  }
}

scenario "missing, changed, too many" for contoso {
  given {
    portal { target: 'C:\Contoso\Portal.EXE', working_directory: 'C:\', icon: 'C:\Contoso\portal.ico', icon_index: 2, arguments: "kept" }
    known_folder.public_desktop: 'D:\Public Desktop'
    shortcut('D:\Public Desktop\Old.lnk') { target: 'C:\Windows\notepad.exe' }
    shortcut('C:\Users\Public\Desktop\Old.lnk') { target: 'C:\Windows\notepad.exe' }
  }
  expect detect noncompliant
  expect fix succeeded
  expect app { target: 'C:\Program Files\Contoso\app.exe', arguments: '--user "$(whoami)"; & x', icon: 'C:\Windows\System32\imageres.dll', icon_index: -109, description: "" }
  expect portal { working_directory: 'C:\Contoso', icon_index: 2, arguments: "kept", description: "The portal" }
  expect shortcut('D:\Public Desktop\Old.lnk') absent
  expect shortcut('C:\Users\Public\Desktop\Old.lnk') present
}

scenario "as they should be" for contoso {
  given {
    app { target: 'C:\Program Files\contoso\app.exe', arguments: '--user "$(whoami)"; & x', icon: 'C:\Windows\System32\imageres.dll', icon_index: -109 }
    portal { target: 'C:\Contoso\portal.exe', working_directory: 'C:\Contoso', icon: 'C:\Contoso\portal.ico', icon_index: 1, description: "The portal" }
  }
  expect detect compliant
  expect fix succeeded
}

scenario "what is no shortcut is left, and nothing is written behind a junction" for contoso {
  given {
    file('C:\Users\Public\Desktop\Contoso [1].lnk') { content: "no shortcut, whatever it is called" }
    directory('C:\ProgramData\Microsoft\Windows\Start Menu\Programs\Contoso') { link: true }
  }
  expect detect noncompliant
  expect fix blocked
  expect file('C:\Users\Public\Desktop\Contoso [1].lnk') { content: "no shortcut, whatever it is called" }
  expect portal absent
}
`;

const recipe = await compileRecipeText(RECIPE);

describe("a recipe with shortcuts", () => {
  testRecipe(recipe, { "missing, changed, too many": 17 });
});
