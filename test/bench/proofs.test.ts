import { expect, test } from "vitest";
import { describeProofs } from "./proofs.ts";

const proof = { verdict: "proved", states: 125, startStates: "10^25", ways: 3667 };

test("the remark of a row of proofs says what was looked at and what came of it", () => {
  const describe = (...proofs: readonly (typeof proof)[]): string => describeProofs(JSON.stringify({ proofs }));
  expect(describe(proof)).toBe("proved: 125 states for 10^25 start states, 3,667 ways");
  expect(describe(proof, proof, { ...proof, verdict: "unfinished", ways: 100_000 })).toBe(
    "2 proved, 1 unfinished: 375 states, 107,334 ways",
  );
});
