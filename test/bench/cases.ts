import { rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { generateRemedy, splitIntoFiles, writeInputs } from "./inputs.ts";
import type { Case } from "./measure.ts";
import type { InstalledPeer } from "./peers.ts";
import type { Limit } from "./rows.ts";

/** The project's folder. */
export const PROJECT = join(dirname(fileURLToPath(import.meta.url)), "..", "..");

/** What every start of Node costs, which no program on Node can go below: all other times are told as multiples of it. */
export const EMPTY: Case = { name: "node -e 0", command: [process.execPath, "-e", "0"] };

/** `remedyc build` of generated remedies, as a process that finds nothing warm. */
export interface Build {
  readonly name: string;
  readonly count: number;
  /** In files of twelve resources each. */
  readonly many: boolean;
  readonly limit: Limit | undefined;
}

const ONE = describeBuild(1, false);
const TWELVE = describeBuild(12, false, 6);
const THOUSAND = describeBuild(1000, false);
const TEN_THOUSAND = describeBuild(10_000, false, 74);

/** The rows of builds, from the smallest to the largest. */
export const BUILDS: readonly Build[] = [
  ONE,
  TWELVE,
  describeBuild(100, false),
  THOUSAND,
  describeBuild(1000, true, 14),
  TEN_THOUSAND,
  describeBuild(10_000, true, 74),
];

/** How time grows with the size of the input; a little more than in proportion is what garbage collection costs. */
export const GROWTH = { name: "growth from 1,000 to 10,000 resources, one file", smaller: THOUSAND, larger: TEN_THOUSAND, most: 11 };

/** The rows of how much memory a build takes. */
export const MEMORY = [TWELVE, TEN_THOUSAND].map((build) => ({ name: `memory, ${build.name}`, build }));

/** Names say how long the one file really is. */
function describeBuild(count: number, many: boolean, ratio?: number): Build {
  const files = many
    ? `${splitIntoFiles(count, many).length} files`
    : `one file of ${formatCount(generateRemedy("generated_0", count).trimEnd().split("\n").length)} lines`;
  return {
    name: `${formatCount(count)} ${count === 1 ? "resource" : "resources"}, ${files}`,
    count,
    many,
    limit: ratio === undefined ? undefined : { ratio },
  };
}

function formatCount(count: number): string {
  return count.toLocaleString("en-US");
}

/** Writes a build's input below `folder`; gives the build as a case. */
export function createBuildCase({ name, count, many }: Build, folder: string): Case {
  const input = join(folder, `remedyc-${count}-${many ? "many" : "one"}`);
  const out = join(folder, "out");
  const [first = "", ...others] = writeInputs(input, count, many);
  const cli = join(PROJECT, "dist", "remedyc.cjs");
  return {
    name,
    command: [process.execPath, cli, "build", others.length > 0 ? input : first, "--root", input, "--out", out, "--target", "standalone"],
    // Every build writes anew: what replacing the files of another one takes is the file system's.
    prepare: () => rmSync(out, { recursive: true, force: true }),
  };
}

/** Writes a peer's input of a build's size below `folder`; gives the peer's run as a case with the name of the peer. */
export function createPeerCase(peer: InstalledPeer, { count, many }: Build, folder: string): Case {
  const name = peer.title;
  const input = peer.writeInput(join(folder, `${name}-${count}-${many ? "many" : "one"}`), count, many);
  const command = [...peer.command, ...input.arguments];
  const { out } = input;
  return out === undefined ? { name, command } : { name, command, prepare: () => rmSync(out, { recursive: true, force: true }) };
}
