import { createService, toUri } from "../language-server/open-service.ts";
import { summarize } from "./measure.ts";
import type { Measure } from "./measure.ts";

const FILE = toUri("a.remedy");

/** What an editor waits for, in a running server: one character more of a text in the middle of a document, and its findings; then what can stand there. */
export async function measureKeystrokes(text: string): Promise<readonly [findings: Measure, completion: Measure]> {
  const service = createService();
  const document = service.workspace.open(FILE, 0, text);
  const lines = text.split("\n");
  const line = lines.findIndex((one, i) => i >= lines.length / 2 && one.includes('"'));
  const character = (lines[line] ?? "").indexOf('"') + 1;
  const findings: number[] = [];
  const completions: number[] = [];
  for (let i = 1; i <= 40; i++) {
    const start = performance.now();
    document.change([{ range: { start: { line, character }, end: { line, character } }, text: "x" }], i);
    await service.diagnose(FILE);
    const found = performance.now();
    await service.complete(FILE, { line, character: character + 1 });
    // The first ones are compiled by the engine meanwhile.
    if (i <= 10) continue;
    findings.push(found - start);
    completions.push(performance.now() - found);
  }
  return [summarize(findings), summarize(completions)];
}

/** How long a document takes from being opened to its findings, in a running server. */
export async function measureOpening(text: string): Promise<Measure> {
  const times: number[] = [];
  const service = createService();
  for (let i = 0; i < 6; i++) {
    const start = performance.now();
    service.workspace.open(FILE, i, text);
    await service.diagnose(FILE);
    if (i > 0) times.push(performance.now() - start);
    service.close(FILE);
  }
  return summarize(times);
}
