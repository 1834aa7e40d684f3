import type { ChannelStory, Finding } from "../model.ts";
import { isSuccess, quoteName, ruleOfResult, tellResult, toHex } from "../rules/meaning.ts";
import { ToolkitReader } from "./app-deploy-toolkit.ts";
import type { ToolkitRun } from "./app-deploy-toolkit.ts";
import type { LogEntry } from "./cmtrace.ts";
import { keep } from "./keep.ts";
import { RemedyReader } from "./remedy.ts";

/*
 * What the Intune management extension (IntuneManagementExtension.log, AppWorkload.log, AgentExecutor.log, HealthScripts.log) and Configuration Manager (AppEnforce.log, execmgr.log)
 * write of setups and scripts that failed. English whatever the language of Windows.
 */

const APP = /policy with id: ([0-9a-f-]{36})|(?:id='|\(id=)([0-9a-f-]{36})/i;
const APP_NAME = /"Id":"([0-9a-f-]{36})","Name":"([^"]{1,200})"|name='([^']{1,200})', id='([0-9a-f-]{36})'/gi;
const INTUNE_CODE = /^\[Win32App\] lpExitCode (-?\d{1,10})\s*$/;
const INTUNE_CLASS = /^\[Win32App\] lpExitCode is defined as (\w{1,30})/;
const UNDETECTED = /-2016345060|0x87D1041C/i;
const SCRIPT_CODE = /^Powershell exit code is (-?\d{1,10})/;
const SCRIPT_TIME = /^Error:\s?Powershell script execution timed out/;
const SCRIPT_SAID = /^write output done\. output = ([\s\S]{0,4000}?), error = ?([\s\S]{0,4000})$/;
const ENFORCE_CODE = /^Process \d{1,10} terminated with exitcode: (-?\d{1,10})/;
const ENFORCE_CLASS =
  /^(?:Matched exit code (-?\d{1,10}) to an? (\w{1,30}) entry|Unmatched exit code \((-?\d{1,10})\) is considered an execution (failure))/;
const PROGRAM_FAILED = /^(?:Script for Package:|Program: ).{1,300} failed with exit code (-?\d{1,10})/;

/** How many failures of one file are told; the newest stay. */
const MOST = 200;

export class ChannelReader {
  readonly #file: string;
  readonly #stories: ChannelStory[] = [];
  readonly #names = new Map<string, string>();
  readonly remedies: RemedyReader;
  readonly #toolkit = new ToolkitReader();
  #app = "";
  #pending: { readonly code: number; readonly entry: LogEntry; readonly intune: boolean } | undefined;
  #script: { readonly code: number; readonly entry: LogEntry } | undefined;

  constructor(file: string) {
    this.#file = file;
    this.remedies = new RemedyReader(file);
  }

  read(entry: LogEntry): void {
    const { message } = entry;
    if (this.#toolkit.read(entry, this.#addToolkit)) return;
    if (message.startsWith("write output done")) this.#readScript(entry);
    else if (this.remedies.read(message, entry.line, entry.time)) return;
    if (message.startsWith("[Win32App]") || message.startsWith("Get policies")) this.#readIntune(entry);
    else if (SCRIPT_CODE.test(message)) this.#script = { code: Number(SCRIPT_CODE.exec(message)?.[1]), entry: keepEntry(entry) };
    else if (SCRIPT_TIME.test(message))
      this.#add("intune-script-timeout", "Intune: a script did not end within its time and was ended", entry);
    else this.#readConfigMgr(entry);
  }

  #readIntune(entry: LogEntry): void {
    const { message } = entry;
    if (message.includes('"Name":"') || message.includes("name='"))
      for (const [, id, name, otherName, otherId] of message.matchAll(APP_NAME))
        if (this.#names.size < 2000) this.#names.set(keep(id ?? otherId ?? "").toLowerCase(), keep(name ?? otherName ?? ""));
    const app = APP.exec(message);
    if (app) this.#app = keep(app[1] ?? app[2] ?? "").toLowerCase();
    const code = INTUNE_CODE.exec(message)?.[1];
    const meant = INTUNE_CLASS.exec(message)?.[1];
    if (code !== undefined) {
      this.#settle();
      this.#pending = { code: Number(code), entry: keepEntry(entry), intune: true };
    } else if (meant !== undefined) this.#settle(meant);
    else if (UNDETECTED.test(message)) {
      const found = /"ApplicationId":"([0-9a-f-]{36})"/i.exec(message)?.[1]?.toLowerCase();
      if (found !== undefined) this.#app = keep(found);
      this.#add("intune-detection", `Intune: application ${this.#tellApp()} was not detected after its setup`, entry, -2016345060);
    }
  }

  #readConfigMgr(entry: LogEntry): void {
    const { message } = entry;
    const code = ENFORCE_CODE.exec(message)?.[1];
    const meant = ENFORCE_CLASS.exec(message);
    const failed = PROGRAM_FAILED.exec(message)?.[1];
    if (code !== undefined) {
      this.#settle();
      this.#pending = { code: Number(code), entry: keepEntry(entry), intune: false };
    } else if (meant) {
      this.#pending ??= { code: Number(meant[1] ?? meant[3]), entry: keepEntry(entry), intune: false };
      this.#settle(meant[2] ?? meant[4]);
    } else if (failed !== undefined)
      this.#add("configmgr-app", `Configuration Manager: the setup returned ${tellResult(Number(failed))}`, entry, Number(failed));
  }

  /** What a setup returned counts as the channel takes it, and without a word of it as Windows does. */
  #settle(meant?: string): void {
    const pending = this.#pending;
    this.#pending = undefined;
    if (!pending || (meant === undefined ? isSuccess(pending.code) : !/^fail/i.test(meant))) return;
    const result = tellResult(pending.code);
    if (pending.intune)
      this.#add("intune-app", `Intune: the setup of application ${this.#tellApp()} returned ${result}`, pending.entry, pending.code);
    else this.#add("configmgr-app", `Configuration Manager: the setup returned ${result}`, pending.entry, pending.code);
  }

  /** AgentExecutor says what a script wrote after its exit code. */
  #readScript(entry: LogEntry): void {
    const script = this.#script;
    this.#script = undefined;
    const said = SCRIPT_SAID.exec(entry.message);
    const output = said?.[1]?.trim() ?? "";
    if (this.remedies.read(output, entry.line, entry.time) || !script || script.code === 0) return;
    const words = (said?.[2]?.trim() ?? "") || output;
    const text = `Intune: a script ended with exit code ${script.code}${words === "" ? "" : `: ${quoteName(words, 300)}`}`;
    this.#add("intune-script", text, words === "" ? script.entry : entry);
  }

  #tellApp(): string {
    const name = this.#names.get(this.#app);
    return name === undefined ? this.#app || "(unknown)" : `${quoteName(name)} (${this.#app})`;
  }

  #add(rule: string, text: string, entry: LogEntry, code?: number): void {
    // a code that has a cause of its own says more than that a setup failed
    const meant = code === undefined || rule === "intune-detection" ? undefined : ruleOfResult(code);
    const finding: Finding = {
      rule: meant === undefined || meant === "exit-1603" ? rule : meant,
      rank: 4,
      text,
      place: { file: this.#file, line: entry.line, unit: "line" },
      evidence: keep(entry.message),
      ...(entry.time ? { time: entry.time } : {}),
    };
    this.#put({ kind: "channel", file: this.#file, code, finding, behind: [] });
  }

  readonly #addToolkit = ({ code, finding, behind }: ToolkitRun): void => {
    const toFinding = ({ entry, ...rest }: ToolkitRun["finding"]): Finding => ({
      ...rest,
      place: { file: this.#file, line: entry.line, unit: "line" },
      evidence: entry.message,
    });
    // the program that failed last is the one for which the script ended
    this.#put({ kind: "channel", file: this.#file, code, finding: toFinding(finding), behind: behind.slice(-1).map(toFinding) });
  };

  #put(story: ChannelStory): void {
    const { finding } = story;
    if (this.#stories.length >= MOST) this.#stories.shift();
    // what a newer attempt says of the same thing takes the place of the older
    const same = this.#stories.findIndex((other) => other.finding.text === finding.text);
    if (same >= 0) this.#stories.splice(same, 1);
    this.#stories.push(story);
  }

  end(): readonly ChannelStory[] {
    this.#settle();
    this.#toolkit.end(this.#addToolkit);
    if (this.#script && this.#script.code !== 0)
      this.#add("intune-script", `Intune: a script ended with exit code ${this.#script.code}`, this.#script.entry);
    return [...this.remedies.end(), ...this.#stories];
  }
}

function keepEntry(entry: LogEntry): LogEntry {
  return { ...entry, message: keep(entry.message) };
}

/** As it is written in channels: -2147023293 and 0x80070643 are the same. */
export function sameCode(a: number | undefined, b: number | undefined): boolean {
  return a !== undefined && b !== undefined && normal(a) === normal(b);
}

function normal(code: number): string {
  const hex = toHex(code);
  return hex.startsWith("0x8007") ? `0x0000${hex.slice(6)}` : hex;
}
