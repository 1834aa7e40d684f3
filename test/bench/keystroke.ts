import { checkFile } from "../../src/compiler/compile.ts";
import { createCompiler } from "../../src/cli/compiler-session.ts";
import { createMemoryHost } from "../../src/source/memory-host.ts";
import { PROJECT } from "./cases.ts";
import { summarize } from "./measure.ts";
import type { Measure } from "./measure.ts";

/** What an editor waits for, in a running process: one character of `text` changes, and its findings are wanted again. */
export async function measureKeystroke(text: string, title: string): Promise<Measure> {
  const compiler = await createCompiler(PROJECT);
  const times: number[] = [];
  for (let i = 0; i < 25; i++) {
    const host = createMemoryHost({ "keystroke.remedy": text.replace(title, `${title} ${i}`) });
    const start = performance.now();
    await checkFile("keystroke.remedy", { ...compiler, host });
    if (i >= 5) times.push(performance.now() - start);
  }
  return summarize(times);
}
