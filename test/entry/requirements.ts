import { spawnSync } from "node:child_process";

/** A program beside Node.js that tests start. */
export type RequiredProgram = "git" | "dotnet" | "osslsigncode" | "openssl" | "msiinfo" | "chromium" | "wine";

interface Requirement {
  /** What tests want it for. */
  readonly purpose: string;
  /** How to get it. */
  readonly repair: string;
}

/** All of them. Where one is missing, the tests that need it are left out and the others run. */
export const REQUIREMENTS: Readonly<Record<RequiredProgram, Requirement>> = {
  git: { purpose: "tries README's commands in a fresh clone, and tells which files are the project's", repair: "apt-get install git" },
  dotnet: {
    purpose: "brings PowerShell, which runs the compiled scripts",
    repair: "the .NET SDK 10: https://dot.net, or 'apt-get install dotnet-sdk-10.0' (Ubuntu), 'winget install Microsoft.DotNet.SDK.10'",
  },
  osslsigncode: { purpose: "verifies our signatures independently, and signs for ours to verify", repair: "apt-get install osslsigncode" },
  openssl: { purpose: "makes keys, time stamps and signatures of other origin", repair: "apt-get install openssl" },
  msiinfo: { purpose: "reads the tables of an MSI independently", repair: "apt-get install msitools" },
  chromium: { purpose: "opens the page of a report and pages of the site", repair: "apt-get install chromium" },
  wine: { purpose: "starts the executable for Windows", repair: "apt-get install wine" },
};

/** What a test throws that cannot do without a program: it counts as skipped, not as failed (runner.ts). */
export class MissingProgramError extends Error {
  override readonly name = "MissingProgramError";
  constructor(program: RequiredProgram, reason = "") {
    const { purpose, repair } = REQUIREMENTS[program];
    super(`${program} is missing (it ${purpose}): ${repair}${reason === "" ? "" : ` (${reason})`}`);
  }
}

const known = new Map<RequiredProgram, boolean>();

/** Whether a program can be started. */
export function hasProgram(program: RequiredProgram): boolean {
  const found =
    known.get(program) ?? spawnSync(program, [program === "openssl" ? "version" : "--version"], { stdio: "ignore" }).error === undefined;
  known.set(program, found);
  return found;
}

/** @throws MissingProgramError where a program cannot be started. */
export function requireProgram(program: RequiredProgram): void {
  if (!hasProgram(program)) throw new MissingProgramError(program);
}

/** A line for each program that is missing: what, for what, how to get it. */
export function describeMissing(): string[] {
  return Object.entries(REQUIREMENTS).flatMap(([program, { purpose, repair }]) =>
    hasProgram(program as RequiredProgram) ? [] : [`missing: ${program}, which ${purpose}; those tests are left out. Get it: ${repair}`],
  );
}
