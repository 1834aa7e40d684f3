import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { BaseSequencer } from "vitest/node";
import type { TestSpecification } from "vitest/node";

/** Files that take longest. They begin first, so that no processor is idle while the last one ends; a clean checkout knows no durations. */
const LONGEST = [
  "simulator/recipes",
  "entry/fresh-clone",
  "build/executables",
  "simulator/small-recipes",
  "simulator/intents",
  // Pester runs while its file is collected, so this one counts as quick and is not.
  "templates/pester",
  "proof/conformance-kinds",
  "cli/processes",
  "cli/test-command",
  "simulator/rollback-kinds",
  "simulator/rollback",
  "simulator/conformance",
  "proof/conformance",
  "simulator/forget",
  "cli/interrupts",
  "semantics/rule-05-verdict",
  "semantics/rule-19-else",
  "signing/mutations",
  "scaffold/wishes",
  "publishing/configmgr",
  "powershell/engine-pool",
  "signing/osslsigncode-matrix",
];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => {
      const index = LONGEST.findIndex((name) => moduleId.endsWith(`/test/${name}.test.ts`));
      return index < 0 ? LONGEST.length : index;
    };
    return (await super.sort(files)).toSorted((one, other) => rank(one) - rank(other));
  }
}

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    globalSetup: ["test/global-setup.ts"],
    testTimeout: 30_000,
    // Hooks make keys and start servers, which on a busy machine takes longer than the default of ten seconds.
    hookTimeout: 60_000,
    // Tests that miss a program are skipped, and say so.
    runner: "test/entry/runner.ts",
    reporters: ["test/entry/reporter.ts"],
    pool: "forks",
    // Vitest leaves one processor to itself, and needs none: of two that would be half.
    maxWorkers: "100%",
    // A process runs one file after the other and keeps what takes long to make: compiled modules, the catalogue, a warm PowerShell engine.
    isolate: false,
    sequence: { sequencer: LongestFirst },
    // It lives in the editor alone.
    alias: { vscode: fileURLToPath(new URL("test/editors/vscode-stub.ts", import.meta.url)) },
  },
});
