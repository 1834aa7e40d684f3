import { expect, test } from "vitest";
import { measureInTurn, runProcess, summarize } from "./measure.ts";

const signal = new AbortController().signal;

test("summaries have the fastest, the slowest, and the middle of an odd or even number of times", () => {
  expect(summarize([30, 10, 20])).toEqual({ fastest: 10, median: 20, slowest: 30 });
  expect(summarize([100, 10, 20, 40])).toEqual({ fastest: 10, median: 30, slowest: 100 });
  expect(summarize([7])).toEqual({ fastest: 7, median: 7, slowest: 7 });
});

test("cases run in turn, and the first round does not count", async () => {
  const order: string[] = [];
  const [a, b] = ["a", "b"].map((name) => ({ name, command: [process.execPath, "-e", "0"], prepare: () => void order.push(name) }));
  if (!a || !b) throw new Error("Two cases are wanted.");
  const times = await measureInTurn([a, b], { rounds: 1, signal, onRound: (round) => void order.push(String(round)) });
  expect(order).toEqual(["0", "a", "b", "1", "a", "b"]);
  // With one round that counts, its time is all three.
  for (const { fastest, median, slowest } of times.values()) expect([fastest, median]).toEqual([slowest, slowest]);
});

test("a program that fails is an error with what it wrote", async () => {
  const command = [process.execPath, "-e", "console.error('no such thing'); process.exitCode = 3"];
  await expect(runProcess(command, { signal })).rejects.toThrow(/ended with 3:\nno such thing$/);
  await expect(runProcess(["no-such-program-here"], { signal })).rejects.toThrow("ENOENT");
});

test("an interruption ends the program that runs", async () => {
  const interruption = new AbortController();
  const run = runProcess([process.execPath, "-e", "setTimeout(() => {}, 60_000)"], { signal: interruption.signal });
  interruption.abort();
  await expect(run).rejects.toThrow(/abort/);
});
