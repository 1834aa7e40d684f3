import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { runProcess } from "./measure.ts";
import { TYPESCRIPT } from "./peer-typescript.ts";
import { TYPESPEC } from "./peer-typespec.ts";

/** A compiler that people could use instead for configuration of the same size. It is no dependency of the project. */
export interface Peer {
  readonly title: string;
  /** Its package and the exact version. */
  readonly dependency: readonly [name: string, version: string];
  /** The command line of its compiler, without arguments, below the folder `node_modules`: npx would cost more than what is measured. */
  locate(modules: string): readonly string[];
  /** Writes an input that declares `count` things into a folder that there is not yet. */
  writeInput(folder: string, count: number, many: boolean): PeerInput;
}

/** An input of a peer. */
export interface PeerInput {
  /** What its compiler gets as arguments. */
  readonly arguments: readonly string[];
  /** The folder that its compiler writes; undefined when it writes nothing. */
  readonly out: string | undefined;
}

/** A peer that is there and runs. */
export interface InstalledPeer extends Peer {
  readonly command: readonly string[];
}

/** Where peers are looked for, and what tells a person of it. */
export interface PeerOptions {
  /** The ignored folder that keeps them from run to run. */
  readonly folder: string;
  /** The environment for npm, which may need certificates and settings that measured programs go without. */
  readonly environment: NodeJS.ProcessEnv;
  readonly signal: AbortSignal;
  readonly report: (line: string) => void;
}

const PEERS: readonly Peer[] = [TYPESCRIPT, TYPESPEC];

/** The peers that run on this machine, installed on first use; and why others are missing. */
export async function findPeers(
  options: PeerOptions,
): Promise<{ readonly peers: readonly InstalledPeer[]; readonly missing: readonly string[] }> {
  const { folder, signal } = options;
  try {
    if (!isInstalled(folder)) await install(options);
  } catch (error) {
    signal.throwIfAborted();
    return { peers: [], missing: [`the peers, which npm could not install: ${explainError(error)}`] };
  }
  const peers: InstalledPeer[] = [];
  const missing: string[] = [];
  for (const peer of PEERS) {
    try {
      const command = peer.locate(join(folder, "node_modules"));
      await runProcess([...command, "--version"], { signal });
      peers.push({ ...peer, command });
    } catch (error) {
      signal.throwIfAborted();
      missing.push(`${peer.title}, which does not run here: ${explainError(error)}`);
    }
  }
  return { peers, missing };
}

const manifest = `${JSON.stringify({ private: true, dependencies: Object.fromEntries(PEERS.map(({ dependency }) => dependency)) }, undefined, 2)}\n`;

function isInstalled(folder: string): boolean {
  const file = join(folder, "package.json");
  return existsSync(file) && readFileSync(file, "utf8") === manifest;
}

/** Installs into a folder aside and renames it, so that what is there is whole. */
async function install({ folder, environment, signal, report }: PeerOptions): Promise<void> {
  report(
    `Installing ${PEERS.map(({ dependency }) => dependency.join("@")).join(" and ")} into ${relative(process.cwd(), folder)}, once, to compare with.`,
  );
  const aside = `${folder}-incomplete`;
  rmSync(aside, { recursive: true, force: true });
  try {
    mkdirSync(aside, { recursive: true });
    writeFileSync(join(aside, "package.json"), manifest);
    const flags = ["--ignore-scripts", "--no-audit", "--no-fund", "--no-package-lock", "--loglevel=error", "--fetch-retries=1"];
    await runProcess(["npm", "install", ...flags], { signal, folder: aside, environment, shell: process.platform === "win32" });
    rmSync(folder, { recursive: true, force: true });
    renameSync(aside, folder);
  } finally {
    rmSync(aside, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** The one line that tells most of an error, which may have brought all that a program wrote. */
export function explainError(error: unknown): string {
  const lines = String(error instanceof Error ? error.message : error).split("\n");
  // Of npm's, the ones with codes say less than the sentence after them.
  const telling = lines.filter((line) => /^error\b|^npm error (?!code |errno |syscall )|Error: /.test(line));
  return (telling[0] ?? lines[0] ?? "").trim();
}
