import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PROJECT } from "./cases.ts";
import { generateRemedy, generateServices } from "./inputs.ts";
import type { MeasuredCommand } from "./measured-command.ts";

/** What `remedyc prove --format json` says of one remedy, as far as it is told here. */
interface ToldProof {
  readonly verdict: string;
  readonly states: number;
  readonly startStates: string;
  readonly ways: number;
}

const EXAMPLES = join(PROJECT, "examples");
const ENTRA = join(EXAMPLES, "entra-provisioning-agent.remedy");
const SIZES = [10, 30, 100];

/** The rows of `remedyc prove`: how it grows with services that share nothing and with resources that do, and what the examples take. */
export const PROOFS: readonly MeasuredCommand[] = [
  ...SIZES.map((count) => prove(`${count} services`, (folder) => [write(folder, generateServices(`services_${count}`, count))])),
  ...SIZES.map((count) => prove(`${count} resources of five kinds`, (folder) => [write(folder, generateRemedy(`mixed_${count}`, count))])),
  // Two of them have no default for the service that they are about.
  prove("all examples", () => [EXAMPLES, "--root", EXAMPLES, "--set", "service_name=ContosoAgent"]),
  prove("the Entra agent", () => [ENTRA, "--root", EXAMPLES]),
  {
    ...prove("the Entra agent, calm, at most 2,000,000 ways", () => [ENTRA, "--root", EXAMPLES, "--calm", "--budget", "2000000"]),
    isRare: true,
    isRepeated: false,
  },
];

function prove(what: string, getArguments: (folder: string) => readonly string[]): MeasuredCommand {
  const name = `prove ${what}`;
  return {
    name,
    isRare: false,
    isRepeated: true,
    create: (folder) => ({
      name,
      command: [process.execPath, join(PROJECT, "dist", "remedyc.cjs"), "prove", ...getArguments(folder), "--format", "json"],
    }),
    remark: describeProofs,
  };
}

function write(folder: string, text: string): string {
  const inner = join(folder, "proofs");
  const file = join(inner, `${/^remedy (\w+)/m.exec(text)?.[1] ?? ""}.remedy`);
  mkdirSync(inner, { recursive: true });
  writeFileSync(file, text);
  return file;
}

/** What was looked at, and what came of it. */
export function describeProofs(output: string): string {
  const { proofs } = JSON.parse(output) as { readonly proofs: readonly ToldProof[] };
  const sum = (get: (proof: ToldProof) => number): string => proofs.reduce((total, proof) => total + get(proof), 0).toLocaleString("en-US");
  const verdicts = [...new Set(proofs.map(({ verdict }) => verdict))].map(
    (verdict) => `${proofs.length === 1 ? "" : `${proofs.filter((proof) => proof.verdict === verdict).length} `}${verdict}`,
  );
  const [only, ...others] = proofs;
  const starts = only && others.length === 0 ? ` for ${only.startStates} start states` : "";
  return `${verdicts.join(", ")}: ${sum(({ states }) => states)} states${starts}, ${sum(({ ways }) => ways)} ways`;
}
