import { describe } from "vitest";
import { compileRecipeText } from "../../simulator/recipe-support.ts";
import { testRecipe } from "../../simulator/recipe-tests.ts";

const recipe = await compileRecipeText(`remedy peers {
  title: "Delivery Optimization logs all while it is looked into"
  version: 1.0.0
  targets: [intune.remediation]
  step log "Delivery Optimization" {
    when registry_value('HKLM\\SOFTWARE\\Contoso', "Done").exists { ensure delivery_optimization { verbose_logging: false } }
    else { with service("DoSvc") stopped { ensure delivery_optimization { verbose_logging: true } } }
  }
}
let delivery = 'HKU\\S-1-5-20\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\DeliveryOptimization'
let trace = delivery / "Trace"
let done = registry_value('HKLM\\SOFTWARE\\Contoso', "Done")
scenario "another level, and files that may be larger: it counts at once" for peers {
  given { os.build: 19045, registry_value(trace, "TraceLevel_Override") { data: 4 }, registry_value(trace, "TraceFileSizeKBytes") { data: 300000 } }
  expect detect noncompliant
  expect fix succeeded
  expect registry_value(trace, "TraceFileSizeKBytes") { data: 300000 }
  expect registry_value(trace, "TraceFolderSizeKBytes") { data: 200000 }
  expect delivery_optimization { verbose_logging: true }
  expect service("DoSvc") { state: running }
}
scenario "it logs all" for peers {
  given { delivery_optimization { verbose_logging: true } }
  expect detect compliant
}
scenario "verbose logs were forgotten" for peers {
  given { os.build: 26100, done { data: 1 }, delivery_optimization { verbose_logging: true } }
  expect fix succeeded
  expect registry_value(trace, "TraceFolderSizeKBytes") absent
}
scenario "a Windows that knows no verbose logs" for peers {
  given { os.build: 18363 }
  expect fix blocked "from Windows 10 2004 on"
}
scenario "no Delivery Optimization" for peers {
  given { service("DoSvc") absent }
  expect fix blocked "no Delivery Optimization"
}
scenario "its registry cannot be written" for peers {
  given { os.build: 19045, registry_key(delivery) { access: read } }
  expect fix blocked "no right to write"
}
scenario "its registry cannot be read" for peers {
  given { done { data: 1 }, registry_key(trace) { access: denied } }
  expect detect blocked
}`);

describe("verbose logs of Delivery Optimization", () => {
  testRecipe(recipe, { "verbose logs were forgotten": 3 });
});
