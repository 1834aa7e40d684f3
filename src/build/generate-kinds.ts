import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { listKindFolders } from "../resources/catalog/builtin-sources.ts";

const FOLDER = fileURLToPath(new URL("../resources/", import.meta.url));

/** What a kind may say of itself besides its interface: a file of its folder, what that exports, and the module in which all kinds' stand together. */
const PARTS = [
  {
    file: "checks.ts",
    exported: "checks",
    type: "KindChecks",
    from: "../checker/kind-checks.ts",
    module: "kind-checks.ts",
    all: "kindChecks",
  },
  {
    file: "lowering.ts",
    exported: "lowering",
    type: "KindLowering",
    from: "../powershell/lower/kind-lowering.ts",
    module: "kind-lowerings.ts",
    all: "lowerings",
  },
  {
    file: "given-words.ts",
    exported: "givenWords",
    type: "readonly GivenWord[]",
    from: "../resources/catalog/given-words.ts",
    module: "kind-given-words.ts",
    all: "givenWords",
  },
  { file: "model.ts", exported: "model", type: "KindModel", from: "../proof/kind-model.ts", module: "kind-models.ts", all: "kindModels" },
  {
    file: "staged-blockers.ts",
    exported: "stagedBlockers",
    type: "readonly StagedBlocker[]",
    from: "../coverage/staged-blocker.ts",
    module: "kind-staged-blockers.ts",
    all: "stagedBlockers",
  },
  {
    file: "simulated.ts",
    exported: "simulated",
    type: "SimulatedKind",
    from: "../simulator/simulated-kind.ts",
    module: "kind-simulations.ts",
    all: "simulatedKinds",
  },
] as const;

/**
 * Modules of `src/generated/` that gather what the folders of the kinds hold, file name -> text: one for each part, since each stage may import its own
 * only. Keyed by the kind's name, which is its folder's with underscores.
 */
export function renderKindModules(): ReadonlyMap<string, string> {
  return new Map(
    PARTS.map(({ file, exported, type, from, module, all }) => {
      const kinds = listKindFolders().filter((name) => existsSync(`${FOLDER}${name}/${file}`));
      const typeName = type.replace(/^readonly |\[\]$/g, "");
      const lines = [
        `import type { ${typeName} } from "${from}";`,
        ...kinds.map((name) => `import { ${exported} as ${toVariable(name)} } from "../resources/${name}/${file}";`),
        "",
        `export const ${all}: Readonly<Record<string, ${type}>> = {`,
        ...kinds.map((name) => `  ${name.replaceAll("-", "_")}: ${toVariable(name)},`),
        "};",
        "",
      ];
      return [module, lines.join("\n")] as const;
    }),
  );
}

/** `user-right` -> `userRightKind`. */
function toVariable(folder: string): string {
  return `${folder.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())}Kind`;
}
