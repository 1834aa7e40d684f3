import { compileTried } from "../../src/compiler/tried-remedies.ts";
import { hasErrors } from "../../src/diagnostics/diagnostic.ts";
import { lowerScenario } from "../../src/plan/lower/scenario.ts";
import { parseTemplate } from "../../src/powershell/library.ts";
import { deployScripts } from "../../src/simulator/deploy.ts";
import { runScenario } from "../../src/simulator/run-scenario.ts";
import { describeFailures } from "../simulator/recipe-support.ts";
import type { RecipeWindows } from "../simulator/recipe-support.ts";
import { listGiven } from "./mutation-runs.ts";
import type { Version } from "./mutation-runs.ts";

/** The first scenario of a version that fails for the first target of its remedy, with what was not as it says; undefined where all pass, or nothing can be built. */
export async function findFailing({ path, parameters, compiler }: Version, { windows, store }: RecipeWindows): Promise<string | undefined> {
  const compiled = await compileTried(path, compiler, { targets: undefined, parameters: listGiven(parameters) });
  if (hasErrors(compiled.diagnostics)) return undefined;
  const { program, scripts } = compiled;
  const emit = {
    catalog: program.catalog,
    library: compiler.library,
    userFunctions: [...program.userScripts.values()].flatMap((text) => parseTemplate("user", "any", text)),
    compilerVersion: compiler.version,
  };
  for (const declaration of program.entry.declarations) {
    if (declaration.kind !== "scenario") continue;
    const scenario = lowerScenario(program, declaration);
    const own = scripts.filter(({ plan }) => plan.remedy.name === scenario.remedy);
    const ofTarget = own.filter(({ plan }) => plan.target === own[0]?.plan.target);
    const deployed = deployScripts(ofTarget, ({ file, script }) => store.put(file, script.text));
    try {
      const { result } = await runScenario(scenario, deployed, { windows, store, catalog: program.catalog, emit });
      const [failure] = describeFailures(result.checks);
      if (failure !== undefined) return `${scenario.title}: ${failure}`;
    } catch (error) {
      // A script that does not come to its end.
      return `${scenario.title}: ${(error as Error).message}`;
    }
  }
  return undefined;
}
