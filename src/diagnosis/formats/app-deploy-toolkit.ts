import type { Finding } from "../model.ts";
import { isSuccess, quoteName, ruleOfResult, tellResult } from "../rules/meaning.ts";
import type { LogEntry } from "./cmtrace.ts";
import { keep } from "./keep.ts";

/*
 * Logs of PSAppDeployToolkit, versions 3 and 4 (https://psappdeploytoolkit.com/docs/reference): as CMTrace takes them, where the message begins with the part of the script
 * ('[Install] :: Executing [setup.exe /S]...'), and the older lines '[2026-11-23 12:00:35.000] [Install] [Start-ADTProcess] [Error] :: message', whose date version 3 has as
 * month-day-year.
 */

const LEGACY =
  /^\[(?:(\d{4}-\d\d-\d\d)|(\d\d)-(\d\d)-(\d{4})) (\d\d:\d\d:\d\d)[.\d]{0,8}\] \[[^\]]{1,60}\] \[([^\]]{1,120})\] \[(?:Info|Success|Warning|Error)\] :: (.*)$/;
const SECTION = /^\[[\w -]{1,60}\] :: /;
const EXECUTING = /^Executing \[(.{1,2000}?)\](?:\.\.\.)?$/;
const FAILED = /^Execution failed with exit code \[(-?\d{1,10})\]/;
const COMPLETED =
  /^(?:\[(.{1,200}?)\]|(.{1,200}?)) ?(?:de)?(?:un)?(?:install|installation|repair|uninstallation) completed(?: in \[[^\]]{1,60}\] seconds)? with exit code \[(-?\d{1,10})\]/i;

/** What a toolkit's deployment came to: the code that it gave to the channel, and the programs behind it that failed. */
export interface ToolkitRun {
  readonly finding: Omit<Finding, "place" | "evidence"> & { readonly entry: LogEntry };
  readonly code: number;
  readonly behind: readonly (Omit<Finding, "place" | "evidence"> & { readonly entry: LogEntry })[];
}

/** A line of the older format as an entry; undefined where it is none. Cuts no message into lines: those that follow are not looked at. */
export function readLegacyLine(text: string, line: number): LogEntry | undefined {
  const [, iso, month, day, year, time, component, message] = text.startsWith("[") ? (LEGACY.exec(text) ?? []) : [];
  if (component === undefined || message === undefined) return undefined;
  const date = new Date(`${iso ?? `${year}-${month}-${day}`}T${time}Z`);
  return { message: `[] :: ${message}`, component, thread: "", time: Number.isNaN(date.getTime()) ? undefined : date, line };
}

/** Follows one deployment after the other through a log. */
export class ToolkitReader {
  #command = "";
  #failed: ToolkitRun["behind"][number][] = [];
  /** What the newest of them returned. */
  #last: number | undefined;

  /** Whether an entry is the toolkit's; `give` gets what a deployment that failed came to. */
  read(entry: LogEntry, give: (run: ToolkitRun) => void): boolean {
    const isLegacy = entry.message.startsWith("[] :: ");
    if (!isLegacy && !SECTION.test(entry.message)) return false;
    const message = entry.message.slice(entry.message.indexOf(" :: ") + 4).split("\n", 1)[0] ?? "";
    const command = EXECUTING.exec(message)?.[1];
    const failed = FAILED.exec(message)?.[1];
    const completed = COMPLETED.exec(message);
    if (command !== undefined) this.#command = keep(command);
    else if (failed !== undefined) this.#fail(Number(failed), entry);
    else if (completed) this.#complete(keep(completed[1] ?? completed[2] ?? ""), Number(completed[3]), entry, give);
    return true;
  }

  #fail(code: number, entry: LogEntry): void {
    const meant = ruleOfResult(code);
    const what = this.#command === "" ? "a program" : quoteName(this.#command, 200);
    this.#last = code;
    this.#command = "";
    this.#failed.push({
      rule: meant === undefined || meant === "exit-1603" ? "psadt-process" : meant,
      rank: 4,
      text: `PSAppDeployToolkit: ${what} returned ${tellResult(code)}`,
      entry: { ...entry, message: keep(entry.message) },
      ...(entry.time ? { time: entry.time } : {}),
    });
    // a script that goes on after each failure
    if (this.#failed.length > 20) this.#failed.shift();
  }

  #complete(name: string, code: number, entry: LogEntry, give: (run: ToolkitRun) => void): void {
    const behind = this.#failed;
    this.#failed = [];
    this.#command = "";
    this.#last = undefined;
    if (isSuccess(code)) return;
    give({
      code,
      behind,
      finding: {
        rule: ruleOfResult(code) ?? "psadt-60001",
        rank: 4,
        text: `PSAppDeployToolkit: the deployment of ${quoteName(name)} ended with ${tellResult(code)}`,
        entry: { ...entry, message: keep(entry.message) },
        ...(entry.time ? { time: entry.time } : {}),
      },
    });
  }

  /** A deployment whose end the log does not tell: what failed last. */
  end(give: (run: ToolkitRun) => void): void {
    const last = this.#failed.pop();
    if (last && this.#last !== undefined) give({ code: this.#last, behind: [], finding: last });
    this.#failed = [];
  }
}
