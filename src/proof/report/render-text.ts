import { groupCauses } from "../causes.ts";
import { ASSUMPTIONS } from "./told.ts";
import type { ToldItem, ToldProof, ToldRefutation, ToldStep, ToldUnfinished } from "./told.ts";

/** Proofs as a person would tell them: a line for what is proved, and for what is not its shortest story. */
export function renderProofText(proofs: readonly ToldProof[]): string {
  if (proofs.length === 0) return "";
  const assumed = ["Assumed:", ...ASSUMPTIONS.map((text) => `  - ${text}.`)];
  return [...proofs.flatMap(tellOne), ...assumed, ""].join("\n");
}

function tellOne(proof: ToldProof): string[] {
  const size = `${count(proof.states, "state")} for ${proof.startStates === "1" ? "1 start state" : `${proof.startStates} start states`}, ${count(proof.ways, "way")}, ${proof.milliseconds} ms`;
  const head: { readonly [verdict in ToldProof["verdict"]]: string } = {
    proved: `proved: ${proof.remedy} (${size})`,
    refuted: `refuted: ${proof.remedy} (${size})`,
    unfinished: `not finished: ${proof.remedy} (${size}); nothing was refuted, and nothing is proved`,
  };
  return [head[proof.verdict], ...groupCauses(proof.refutations).flatMap(tellRefutation), ...tellUnfinished(proof.unfinished), ""];
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}

/** The shortest story of several that differ in what stood in the way alone, and in a line each what that was in the others. */
function tellRefutation([shortest, ...others]: readonly [ToldRefutation, ...ToldRefutation[]]): string[] {
  const { code, property, promise, summary, cause, accepted, start, moves } = shortest;
  const name = promise === undefined ? property : `promise '${promise}'`;
  const runs = { number: 0 };
  return [
    "",
    `  ${code} ${name}: ${summary}${cause === undefined ? "" : `: ${cause}`}`,
    ...(accepted === undefined ? [] : [`    accepted: ${accepted}`]),
    "    at the start",
    ...(start.length === 0
      ? ["      whatever the machine is like"]
      : start.map(({ name: thing, facts }) => `      ${thing}: ${facts.join(", ")}`)),
    ...moves.flatMap((move) => tellMove(move, runs)),
    ...others.map((other, i) => `    ${i === 0 ? "also where" : "          "} ${other.cause}`),
  ];
}

function tellMove(move: ToldStep, runs: { number: number }): string[] {
  if (move.kind === "restart") return ["    Windows restarts"];
  runs.number++;
  return [`    run ${runs.number}: ${move.outcome}`, ...move.items.flatMap(tellItem)];
}

function tellItem({ outcome, text, why, details }: ToldItem): string[] {
  const line = text === "" ? [] : [`      ${outcome.padEnd(8)} ${text}${why === "" ? "" : ` - ${why}`}`];
  return [...line, ...details.map((detail) => `               ${detail}`)];
}

function tellUnfinished(unfinished: readonly ToldUnfinished[]): string[] {
  return unfinished.flatMap(({ about, states, widest }) => [
    "",
    `  not looked at to the end: ${about}${states === undefined ? "" : ` (${count(states, "state")} so far)`}`,
    ...(widest.length === 0 ? [] : [`    multiplied by ${widest.map(({ label, classes }) => `${label} (${classes} classes)`).join(", ")}`]),
  ]);
}
