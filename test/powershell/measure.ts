/** `npx tsx test/powershell/measure.ts`: what a run on a warm engine costs, for a trivial script and for one of 40 KB. */
import { createEnginePool } from "./engine-pool.ts";

const functions = Array.from(
  { length: 160 },
  (_, i) =>
    `function Get-Part${i} {\n    param([int]$Number)\n    if ($Number -gt ${i}) { return "big $Number" }\n    foreach ($item in 1..3) { if ($item -eq $Number) { return @{ value = $item; text = 'small' } } }\n    return 'none'\n}\n`,
);
const calls = Array.from({ length: 160 }, (_, i) => `$null = Get-Part${i} -Number ${i % 5}`);
const large = `Set-StrictMode -Version Latest\n${functions.join("")}${calls.join("\n")}\nexit 0\n`;

const pool = await createEnginePool(1);
for (const [name, text] of [
  ["trivial", "'ok'; exit 0"],
  [`${Math.round(large.length / 1024)} KB`, large],
] as const) {
  const times: number[] = [];
  for (let i = 0; i < 60; i++) {
    const started = performance.now();
    await pool.run({ text });
    times.push(performance.now() - started);
  }
  const rest = times.slice(10).sort((a, b) => a - b);
  console.log(`${name}: first ${times[0]?.toFixed(0)} ms, then median ${rest[25]?.toFixed(1)} ms, slowest ${rest.at(-1)?.toFixed(1)} ms`);
}
await pool.close();
