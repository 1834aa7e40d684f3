import { createProgramPool } from "./program-pool.ts";
import type { CommandLine, ProgramAnswer } from "./program-pool.ts";

/** PowerShell source with one text argument, and how long it may take. */
export interface EngineRequest {
  readonly text: string;
  readonly argument: string;
  /** Milliseconds. */
  readonly limit: number;
}

/** What came of a request. `failure` is the message of the exception that ended it; `position` the call stack when the time was up. */
export interface EngineAnswer extends ProgramAnswer {
  readonly output: readonly string[];
  readonly failure: string;
  readonly timedOut: boolean;
  readonly position: readonly string[];
}

/** Warm engines: PowerShell processes with the simulator loaded, each working on one request at a time. */
export interface EnginePool {
  run(request: EngineRequest): Promise<EngineAnswer>;
  close(): void;
}

/**
 * What engines are started with. Windows PowerShell knows none of these variables.
 * - Runs make many short-lived objects. With 64 MB for them .NET collects less often: a seventh less processor time was measured (Microsoft Learn, "Runtime
 *   configuration options for garbage collection", Gen0 size).
 * - A run lasts a fraction of a second: code that starts quickly beats code that is optimised later ("Runtime configuration options for compilation", TieredPGO).
 * - Texts compare alike on every machine, whatever its language ("Runtime configuration options for globalization", Invariant mode).
 * - Nothing is sent anywhere (about_Telemetry, about_Update_Notifications).
 */
export const ENGINE_ENVIRONMENT: Readonly<Record<string, string>> = {
  DOTNET_GCgen0size: "0x4000000",
  DOTNET_TieredPGO: "0",
  DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: "1",
  POWERSHELL_TELEMETRY_OPTOUT: "1",
  POWERSHELL_UPDATECHECK: "Off",
};

/**
 * A settings file for PowerShell on Unix, where it writes the start and end of every command to the system's log unless the level is higher
 * (about_PowerShell_Config, LogLevel): a third of the processor time of a run was measured. On Windows a settings file of ours would put the execution policy
 * of the installed one out of force, and nothing is written to a log there.
 */
export const ENGINE_SETTINGS = '{ "LogLevel": "Critical" }\n';

/** The command line of an engine that runs `script`; `settings` is the path of a file with ENGINE_SETTINGS, undefined on Windows. */
export function createEngineCommand({ program, leading }: CommandLine, script: string, settings: string | undefined): CommandLine {
  const options = settings === undefined ? [] : ["-SettingsFile", settings];
  return { program, leading: [...leading, ...options, "-NoProfile", "-NonInteractive", "-File", script] };
}

/** How much longer than its script's limit an engine may take to stop it and say so; then it is killed. */
const STOP_LIMIT = 15_000;

/** Paths of what an engine reads: engine-server.ps1, the simulator's functions, and the settings (undefined on Windows). */
export interface EngineFiles {
  readonly server: string;
  readonly prelude: string;
  readonly settings: string | undefined;
}

/**
 * Starts up to `size` engines, each when it is first needed, with `environment` besides what all engines have. An engine that dies costs its request an
 * error and is replaced.
 */
export function createEnginePool(
  powershell: CommandLine,
  { server, prelude, settings }: EngineFiles,
  size: number,
  environment: Readonly<Record<string, string>> = {},
): EnginePool {
  const { program, leading } = createEngineCommand(powershell, server, settings);
  const command = { program, leading: [...leading, "-Prelude", prelude] };
  const pool = createProgramPool<EngineRequest, EngineAnswer>("PowerShell", command, { ...ENGINE_ENVIRONMENT, ...environment }, size);
  return { run: (request) => pool.run(request, request.limit + STOP_LIMIT), close: () => pool.close() };
}
