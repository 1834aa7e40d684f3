import { createCompiler } from "../../src/cli/compiler-session.ts";
import { rules } from "../../src/generated/linter-rules.ts";
import { lintFile } from "../../src/linter/lint-file.ts";
import { createMemoryHost } from "../../src/source/memory-host.ts";
import { PROJECT } from "./cases.ts";
import { summarize } from "./measure.ts";
import type { Measure } from "./measure.ts";

/** What `remedyc lint` takes for a text beyond its start: compiling it, one plan, and all rules. */
export async function measureLinting(text: string): Promise<Measure> {
  const compiler = { ...(await createCompiler(PROJECT)), host: createMemoryHost({ "a.remedy": text }) };
  const times: number[] = [];
  for (let i = 0; i < 6; i++) {
    const start = performance.now();
    await lintFile("a.remedy", compiler, { targets: undefined, parameters: [] }, rules);
    times.push(performance.now() - start);
  }
  return summarize(times);
}
