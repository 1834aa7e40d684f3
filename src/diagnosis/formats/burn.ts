import type { BundlePackage, BundleStory, Finding } from "../model.ts";
import { quoteName, ruleOfResult, tellResult } from "../rules/meaning.ts";
import { keep } from "./keep.ts";

/*
 * The log of a bundle of the WiX Toolset (Burn), always English: '[pid:thread][time]i319: Applied execute package: X, result: 0x80070643, restart: None'.
 * Numbers of messages: https://github.com/wixtoolset/wix/blob/main/src/burn/engine/engine.mc
 */

/** Every line begins so; what follows the level is the number of the message. */
const LINE = /^\[[0-9A-Fa-f:]{3,17}\]\[([^\]]{1,40})\]([a-z])(\d{1,5}): ?/;
const APPLIED = /^Applied execute package: ([^,]{1,256}), result: (0x[0-9A-Fa-f]{1,8})\b/;
const ERROR = /^Error (0x[1-9A-Fa-f][0-9A-Fa-f]{0,7})\b/;
const ENDED = /^(?:Apply complete, result|Exit code): (0x[0-9A-Fa-f]{1,8})\b/;
const VARIABLE = /^(?:Setting|Initializing) string variable '(WixBundleName|WixBundleLog_([^']{1,256}))' to value '([^']{0,1000})'/;

/** Packages that are told, as in compiled scripts. */
const MOST = 5;

export class BurnReader {
  readonly #file: string;
  #lines = 0;
  #name: string | undefined;
  #begun: Date | undefined;
  #end: number | undefined;
  readonly #logs = new Map<string, string>();
  readonly #packages: { readonly id: string; readonly result: number; readonly finding: Finding }[] = [];
  #error: { readonly code: number; readonly finding: Finding } | undefined;

  constructor(file: string) {
    this.#file = file;
  }

  get isEmpty(): boolean {
    return this.#lines === 0;
  }

  static mayBe(text: string): boolean {
    return text.startsWith("[") && LINE.test(text);
  }

  /** Whether a line begins another run in the same file: bundles append. */
  static begins(text: string): boolean {
    return /^\[[^\]]{3,17}\]\[[^\]]{1,40}\]i001: /.test(text);
  }

  read(text: string, number: number): void {
    const head = LINE.exec(text);
    if (!head) return;
    this.#lines++;
    const message = text.slice(head[0].length);
    const time = readTime(head[1] ?? "");
    this.#begun ??= time;
    const level = head[2];
    if (level === "i" && head[3] === "319") this.#readPackage(text, message, number, time);
    else if (level === "e") this.#readError(text, ERROR.exec(message)?.[1], "the bundle failed with", number, time);
    else if (head[3] === "000") this.#readVariable(message);
    else if (head[3] === "399" || head[3] === "007" || head[3] === "7") {
      const code = ENDED.exec(message)?.[1];
      if (code !== undefined && this.#end === undefined) this.#end = Number(code);
      if (code !== undefined && Number(code) !== 0) this.#readError(text, code, "the bundle ended with", number, time);
    }
  }

  #readVariable(message: string): void {
    const found = VARIABLE.exec(message);
    if (!found) return;
    if (found[2] === undefined) this.#name = keep(found[3] ?? "");
    else if (this.#logs.size < 1000) this.#logs.set(keep(found[2]), keep(found[3] ?? ""));
  }

  #readPackage(text: string, message: string, number: number, time: Date | undefined): void {
    const found = APPLIED.exec(message);
    const result = Number(found?.[2] ?? 0);
    if (!found || result === 0 || this.#packages.length >= MOST) return;
    const id = keep(found[1] ?? "");
    const said = `package ${quoteName(id)} of the bundle failed with ${tellResult(result)}`;
    this.#packages.push({ id, result, finding: this.#make(said, result, text, number, time) });
  }

  #readError(text: string, code: string | undefined, words: string, number: number, time: Date | undefined): void {
    if (code === undefined || this.#error) return;
    const result = Number(code);
    this.#error = { code: result, finding: this.#make(`${words} ${tellResult(result)}`, result, text, number, time) };
  }

  #make(said: string, result: number, text: string, number: number, time: Date | undefined): Finding {
    return {
      rule: ruleOfResult(result) ?? "exit-1603",
      rank: 4,
      text: said,
      place: { file: this.#file, line: number, unit: "line" },
      evidence: keep(text),
      ...(time ? { time } : {}),
    };
  }

  end(): BundleStory {
    const well = this.#end === 0;
    const packages: BundlePackage[] = well ? [] : this.#packages.map((one) => ({ ...one, log: this.#logs.get(one.id) }));
    const result = well ? undefined : this.#error;
    const ended = well ? "well" : packages.length > 0 || result ? "failed" : "open";
    return { kind: "bundle", file: this.#file, name: this.#name, begun: this.#begun, ended, packages, result };
  }
}

function readTime(text: string): Date | undefined {
  const time = new Date(`${text}Z`);
  return Number.isNaN(time.getTime()) ? undefined : time;
}
