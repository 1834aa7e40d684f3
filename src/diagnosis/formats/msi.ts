import type { Finding, MsiStory } from "../model.ts";
import { quoteName, tellCode, tellError, toLine } from "../rules/meaning.ts";
import { keep } from "./keep.ts";

/*
 * A verbose log of Windows Installer, line by line, in any language: the reading of templates/installer-logs/Find-LogCause.ps1, which has the whole text at once. What comes before
 * the end of another action was got over; a log that ends well names no cause.
 */

/** 'Action ended 12:34:56: InstallFinalize. Return value 3.', whatever the words. */
const ENDED = /^[^\d]{1,80}\d{1,2}\D\d\d\D\d\d[^\d:\uFF1A]{0,12}[:\uFF1A]\s?([A-Za-z_][0-9A-Za-z_.]{0,79})[^\d]{1,80}(\d)[^\d]{0,3}$/;
/** 'Error 1920. ...' in any language, alone or behind 'Product: X -- ', or the fields of a record. */
const ERROR =
  /(?:^|--\s)[^\d]{0,40}?(1\d{3}|250[23])\s?[.:,\u3002\uFF0E\uFF1A\u0081\u00A1\u00A3]\s?(.{0,700})|\b1: (192[0-3]) (2: .{0,700})/g;
const ACTION = /CustomAction ([\w.]{1,80}) returned actual error code (-?\d{1,10})( but will be translated)?/;
const SAID = /^(?:MSI \([cs]\) \([^()]{1,20}\) \[[^\]]{1,30}\]: \S{1,30}\s?[:\uFF1A] ?.{1,300}? -- |DEBUG: \w{1,20} (?=2\d{3}:))(.{1,500})/;
const PRODUCT = /^MSI \([cs]\) \([^()]{1,20}\) \[[^\]]{1,30}\]: \S{1,30}\s?[:\uFF1A] ?(.{1,200}?) -- /;
const INTERNAL = /(?<!\d)(2[1-9]\d\d)[.:\u3002]\s{0,2}[^:\uFF1A]{1,80}[:\uFF1A]\s?(.+[,.].*)$/;
const SERVICE = /ServiceInstall\(Name=([^,]{1,256}),.{0,4000}?,(?:StartName=([^,]{1,256})|Password=)/;
const ENGINE = /MainEngineThread is returning (\d{1,5})/;

/** How many errors of one number, services and ignored actions are remembered. */
const MOST = 500;

interface Candidate {
  readonly number: number;
  readonly rest: string;
  readonly line: number;
  readonly evidence: string;
}

/** Errors in the order of the log: of one number only the first counts; of 1720 to 1723 the first whose action was not ignored, which is not yet known. */
class Candidates {
  readonly all: Candidate[] = [];
  readonly #counts = new Map<number, number>();

  add(number: number, make: () => Candidate): void {
    const count = this.#counts.get(number) ?? 0;
    if (count >= (isOfAction(number) ? MOST : 1)) return;
    this.#counts.set(number, count + 1);
    this.all.push(make());
  }
}

/** Reads one installation; `end` gives what it says. */
export class MsiReader {
  readonly #file: string;
  #lines = 0;
  #product: string | undefined;
  #dates: readonly Date[] = [];
  #code: { readonly value: number; readonly line: number; readonly evidence: string } | undefined;
  #failed: { readonly name: string; readonly line: number; readonly evidence: string } | undefined;
  readonly #errors = new Candidates();
  /** Those since the last action that ended well. */
  #recent = new Candidates();
  #said: { readonly text: string; readonly line: number; readonly evidence: string } | undefined;
  #action: { readonly name: string; readonly code: string; readonly line: number; readonly evidence: string } | undefined;
  readonly #ignored = new Set<string>();
  readonly #accounts = new Map<string, string>();

  constructor(file: string) {
    this.#file = file;
  }

  /** Whether a line belongs to a log of this kind so far. */
  get isEmpty(): boolean {
    return this.#lines === 0;
  }

  /** Whether a line begins a new installation in the same file (`/L*v+`): its words are translated, 'Build type' is not. */
  static begins(text: string): boolean {
    return text.startsWith("=== ") && text.includes("Build type");
  }

  read(text: string, number: number): void {
    if (MsiReader.begins(text)) {
      this.#lines++;
      this.#dates = readDates(text);
    }
    const last = text.charCodeAt(text.length - 1);
    // most lines have none of the words: looking for them is all that they cost
    if (hasDigitAtEnd(text, last)) this.#readEnd(text, number);
    if (text.startsWith("MSI (") || text.startsWith("DEBUG: ")) {
      this.#lines++;
      if (text.includes(" -- ") || text.startsWith("DEBUG: ")) this.#readSaid(text, number);
      if (text.includes("ServiceInstall(Name=")) this.#readService(text);
      if (text.includes("MainEngineThread is returning ")) this.#readEngine(text, number);
    } else if (text.includes("MainEngineThread is returning ")) this.#readEngine(text, number);
    else if (text.includes("ServiceInstall(Name=")) this.#readService(text);
    if (text.includes("CustomAction ")) this.#readAction(text, number);
    if (mayHoldError(text)) this.#readError(text, number);
  }

  #readEnd(text: string, number: number): void {
    const ended = ENDED.exec(text);
    if (!ended) return;
    this.#lines++;
    if (this.#failed) return;
    if (ended[2] === "3") this.#failed = { name: keep(ended[1] ?? ""), line: number, evidence: keep(text) };
    else {
      this.#recent = new Candidates();
      this.#said = undefined;
    }
  }

  #readSaid(text: string, number: number): void {
    const said = SAID.exec(text)?.[1];
    if (said !== undefined && !this.#failed) this.#said = { text: keep(said), line: number, evidence: keep(text) };
    this.#product ??= keepMaybe(PRODUCT.exec(text)?.[1]);
  }

  #readService(text: string): void {
    const found = SERVICE.exec(text);
    if (found && this.#accounts.size < MOST && !this.#accounts.has(found[1] ?? ""))
      this.#accounts.set(keep(found[1] ?? ""), keep(found[2] ?? ""));
  }

  #readEngine(text: string, number: number): void {
    const found = ENGINE.exec(text);
    if (found) this.#code = { value: Number(found[1]), line: number, evidence: keep(text) };
  }

  #readAction(text: string, number: number): void {
    const found = ACTION.exec(text);
    if (!found) return;
    this.#lines++;
    if (found[3] !== undefined) {
      if (this.#ignored.size < MOST) this.#ignored.add(keep(found[1] ?? ""));
    } else this.#action ??= { name: keep(found[1] ?? ""), code: found[2] ?? "", line: number, evidence: keep(text) };
  }

  #readError(text: string, number: number): void {
    for (const found of text.matchAll(ERROR)) {
      const value = Number(found[1] ?? found[3]);
      if (!tellError(value, found[2] ?? found[4] ?? "")) continue;
      this.#lines++;
      for (const errors of [this.#errors, this.#recent])
        errors.add(value, () => ({ number: value, rest: keep(found[2] ?? found[4] ?? ""), line: number, evidence: keep(text) }));
    }
  }

  /** What the installation says. */
  end(): MsiStory {
    const code = this.#code?.value;
    const well = code !== undefined && [0, 1641, 3010].includes(code);
    const findings = well ? [] : this.#findCauses().sort((a, b) => a.rank - b.rank);
    const ended = well ? "well" : findings.length > 0 || this.#failed || (code ?? 0) !== 0 ? "failed" : "open";
    return {
      kind: "msi",
      file: this.#file,
      product: this.#product,
      dates: this.#dates,
      code,
      ended,
      result: well ? undefined : this.#tellResult(),
      findings,
    };
  }

  #tellResult(): Finding | undefined {
    if (!this.#code || this.#code.value === 0) return undefined;
    const { value, line, evidence } = this.#code;
    const what = this.#product === undefined ? "Windows Installer" : `Windows Installer, with ${quoteName(this.#product)},`;
    return {
      rule: `exit-${value}`,
      rank: 4,
      text: `${what} returned ${tellCode(value)}`,
      place: { file: this.#file, line, unit: "line" },
      evidence,
    };
  }

  #findCauses(): Finding[] {
    const found: Finding[] = this.#findErrors();
    const at = (line: number) => ({ file: this.#file, line, unit: "line" as const });
    if (this.#failed && found.length === 0 && this.#said) {
      const internal = INTERNAL.exec(this.#said.text);
      const text = internal
        ? `MSI error ${internal[1]}: ${quoteName((internal[2] ?? "").replace(/^[ ,]+|[ ,]+$/g, ""), 200)}`
        : `the installer says ${quoteName(this.#said.text, 200)}`;
      const rule = internal ? "msi-internal" : "package-said";
      found.push({ rule, rank: 1, text, place: at(this.#said.line), evidence: this.#said.evidence });
    }
    if (this.#action) {
      const { name, code, line, evidence } = this.#action;
      found.push({ rule: "custom-action", rank: 2, text: `custom action ${name} returned ${code}`, place: at(line), evidence });
    }
    if (this.#code && this.#code.value !== 1603) {
      const { value, line, evidence } = this.#code;
      found.push({ rule: `exit-${value}`, rank: 2, text: `the engine returned ${tellCode(value)}`, place: at(line), evidence });
    }
    if (this.#failed) {
      const { name, line, evidence } = this.#failed;
      found.push({ rule: "action-failed", rank: 3, text: `action ${name.replace(/\.+$/, "")} failed`, place: at(line), evidence });
    }
    return found.map((finding) => ({ ...finding, text: toLine(finding.text) }));
  }

  #findErrors(): Finding[] {
    const known = new Set<number>();
    const found: Finding[] = [];
    for (const { number, rest, line, evidence } of (this.#failed ? this.#recent : this.#errors).all) {
      if (known.has(number) || (isOfAction(number) && this.#isIgnored(rest))) continue;
      const meaning = tellError(number, rest);
      if (!meaning) continue;
      known.add(number);
      const { rule, text, service, display, error } = meaning;
      const account = number === 1920 ? this.#accounts.get(service) : undefined;
      found.push({
        rule,
        rank: service === "" ? 1 : 0,
        text,
        place: { file: this.#file, line, unit: "line" },
        evidence,
        ...(service === "" ? {} : { service, display }),
        ...(account === undefined ? {} : { account }),
        ...(error === undefined ? {} : { error }),
      });
    }
    return found;
  }

  #isIgnored(rest: string): boolean {
    return rest.split(/[^\w]+/).some((word) => this.#ignored.has(word));
  }
}

function isOfAction(number: number): boolean {
  return number >= 1720 && number <= 1723;
}

function hasDigitAtEnd(text: string, last: number): boolean {
  if (isDigit(last)) return true;
  const end = text.length;
  return isDigit(text.charCodeAt(end - 2)) || isDigit(text.charCodeAt(end - 3)) || isDigit(text.charCodeAt(end - 4));
}

function isDigit(unit: number): boolean {
  return unit >= 48 && unit <= 57;
}

/** Cheap, and true of every line that ERROR fits. */
function mayHoldError(text: string): boolean {
  return !text.startsWith("MSI (") || text.includes("--") || text.includes("1: 192");
}

function keepMaybe(text: string | undefined): string | undefined {
  return text === undefined ? undefined : keep(text);
}

/** '11/23/2026  12:00:00' may be the 23rd of November or, with other numbers, two days; a log has local time. */
function readDates(text: string): readonly Date[] {
  const found = /(\d{1,4})[./-](\d{1,2})[./-](\d{1,4})\D{1,4}(\d{1,2})\D(\d\d)\D(\d\d)/.exec(text);
  if (!found) return [];
  const [a = 0, b = 0, c = 0, hour = 0, minute = 0, second = 0] = found.slice(1).map(Number);
  const days =
    a > 31
      ? [[a, b, c]]
      : [
          [c, a, b],
          [c, b, a],
        ];
  return days
    .filter(([, month = 0, day = 0]) => month >= 1 && month <= 12 && day >= 1 && day <= 31)
    .map(([year = 0, month = 0, day = 0]) => new Date(Date.UTC(year < 100 ? 2000 + year : year, month - 1, day, hour, minute, second)));
}
