import { readdirSync, readFileSync } from "node:fs";

/** A whole number from 0 on, below another. */
export type Random = ((below: number) => number) & {
  /** What it goes on from. */
  readonly state: () => number;
};

/** The same numbers for the same seed. */
export function createRandom(seed: number): Random {
  let state = seed;
  const next = (below: number): number => {
    state = (state * 48_271) % 0x7fffffff;
    return state % below;
  };
  return Object.assign(next, { state: () => state });
}

export const examples: readonly string[] = readdirSync("examples")
  .filter((name) => name.endsWith(".remedy"))
  .map((name) => readFileSync(`examples/${name}`, "utf8"));

/** What examples import, and the parameters without a default. */
export const beside = {
  files: Object.fromEntries(readdirSync("examples/parts").map((name) => [`parts/${name}`, readFileSync(`examples/parts/${name}`, "utf8")])),
  set: { service_name: "Spooler" },
} as const;
