import { toolkitExits } from "./app-deploy-toolkit.ts";
import { crashEvents, readCrash } from "./crash-events.ts";
import { hresults } from "./hresults.ts";
import { installerExits } from "./installer-exit.ts";
import { msiErrors } from "./msi-errors.ts";
import { serviceErrors } from "./service-errors.ts";
import { serviceEvents } from "./service-events.ts";

/*
 * What numbers mean, in the words of compiled scripts: each function is that of templates/ with the name in its comment, and the tests give both the same logs.
 * Here names keep their letters; a script has ASCII alone.
 */

/** Text from outside as one line (ConvertTo-Line). */
export function toLine(text: string, limit = 600): string {
  const line = text.trim().replace(/\s+/g, " ");
  return line.length > limit ? `${line.slice(0, limit - 3)}...` : line;
}

/** A name from outside: as it is when it is one plain word, else in quotation marks (Format-Name). */
export function quoteName(text: string, limit = 80): string {
  const line = toLine(text, limit);
  return /^[\w.$@\\-]+$/.test(line) ? line : `'${line.replaceAll("'", '"')}'`;
}

/** The Win32 error inside an HRESULT, other codes as they are (ConvertFrom-InstallerCode). */
export function unwrapCode(code: number): number {
  return (code & 0xffff0000) === (0x80070000 | 0) ? code & 0xffff : code | 0;
}

/** `0x80070643` as bundles and channels write it. */
export function toHex(code: number): string {
  return `0x${(code >>> 0).toString(16).toUpperCase().padStart(8, "0")}`;
}

/** An exit code with its meaning where it has one (Get-InstallerText). */
export function tellCode(code: number): string {
  const text = installerExits[code]?.text ?? toolkitExits[code]?.text;
  return text !== undefined ? `${code} (${text})` : code < 0 ? toHex(code) : `${code}`;
}

/** The same with what only a channel or a bundle returns. */
export function tellResult(code: number): string {
  const plain = unwrapCode(code);
  const text = hresults[toHex(code)]?.text;
  return text === undefined ? tellCode(plain) : `${toHex(code)} (${text})`;
}

/** The rule that says what a result means. */
export function ruleOfResult(code: number): string | undefined {
  if (hresults[toHex(code)]) return toHex(code);
  if (toolkitExits[code]) return `psadt-${code}`;
  return installerExits[unwrapCode(code)] ? `exit-${unwrapCode(code)}` : undefined;
}

/** Codes with which a setup ends well. */
export function isSuccess(code: number): boolean {
  return [0, 1641, 3010, 1707].includes(unwrapCode(code));
}

/** What an error of Windows Installer means. */
export interface ErrorMeaning {
  readonly rule: string;
  readonly text: string;
  /** The service that could not be started, stopped, deleted or installed. */
  readonly service: string;
  /** The name that people see, by which some events call it; '' where the line lacks it. */
  readonly display: string;
  /** The system error at the end of the line. */
  readonly error?: number;
}

/** What an error means by its number and the rest of its line; nothing where the number is unknown or the line lacks the service's name (Get-ErrorMeaning). */
export function tellError(number: number, rest: string): ErrorMeaning | undefined {
  const known = msiErrors[number] ? `msi-${number}` : `exit-${number}`;
  let text = msiErrors[number]?.text ?? (number >= 1612 ? installerExits[number]?.text : undefined);
  if (text === undefined) return undefined;
  let service = "";
  let display = "";
  let end = rest;
  if (text.includes("{0}")) {
    const name = findServiceName(rest);
    if (!name) return undefined;
    service = name.name.trim();
    display = name.display.trim();
    text = text.replace("{0}", quoteName(service));
    end = rest.slice(name.end);
  }
  const error =
    service !== "" || number === 1714 ? /(?<![\d.,])(-?\d{1,9}|-\d{10})[^\p{L}\p{Mn}\p{Nd}\p{Pc}\r\n]{0,4}$/u.exec(end)?.[1] : undefined;
  if (error !== undefined) text += `: ${service === "" ? tellCode(Number(error)) : `error ${error}`}`;
  return { rule: known, text: `MSI error ${number}, ${text}`, service, display, ...(error === undefined ? {} : { error: Number(error) }) };
}

/** Service 'Name (x64)' (name): what stands in the last balanced parentheses, those behind a quotation mark first; or a record's fields '2: Name (x64) 3: name'. */
function findServiceName(rest: string): FoundName | undefined {
  const fields = /^2: (.{0,300}?) 3: ([^:]{1,256}?)(?= 4: |\s{0,8}$)/.exec(rest);
  if (fields) return { name: fields[2] ?? "", display: fields[1] ?? "", end: fields[0].length };
  return findInside(rest, true) ?? findInside(rest, false);
}

interface FoundName {
  readonly name: string;
  readonly display: string;
  readonly end: number;
}

function findInside(text: string, behindQuote: boolean): FoundName | undefined {
  let found: FoundName | undefined;
  for (let i = 0; i < text.length; i++) {
    if (!isOpen(text[i]) || (behindQuote && !/['"\u00BB\u2019\u201C\u201D\u300D\u300F]\s{0,2}$/.test(text.slice(Math.max(0, i - 3), i))))
      continue;
    const end = findClose(text, i);
    if (end === undefined || end - i < 2) continue;
    const display = /['"\u00AB\u00BB\u201C\u201E\u2018\u300C\u300E]\s?(.{1,256}?)\s?['"\u00BB\u2019\u201C\u201D\u300D\u300F]\s{0,2}$/.exec(
      text.slice(0, i),
    );
    found = { name: text.slice(i + 1, end), display: display?.[1] ?? "", end: end + 1 };
    i = end;
  }
  return found;
}

const isOpen = (letter: string | undefined): boolean => letter === "(" || letter === "\uFF08";

/** Where the parenthesis ends that begins at `start`, within 300 characters. */
function findClose(text: string, start: number): number | undefined {
  let depth = 0;
  for (let i = start; i < text.length && i <= start + 302; i++) {
    if (isOpen(text[i])) depth++;
    else if (text[i] === ")" || text[i] === "\uFF09") {
      depth--;
      if (depth === 0) return i;
    }
  }
  return undefined;
}

/** A record of an event log, as far as rules read it. */
export interface EventFields {
  readonly source: string;
  readonly id: number;
  readonly values: readonly string[];
}

/** What an event means (Format-EventRecord). */
export interface EventMeaning {
  readonly rule: string;
  readonly text: string;
  /** The texts that may name a service. */
  readonly values: readonly string[];
  readonly error?: number;
}

export function tellEvent({ source, id, values }: EventFields): EventMeaning | undefined {
  if (source === "Service Control Manager") return tellServiceEvent(id, values);
  if (source !== "MsiInstaller") return tellCrash(source, id, values);
  const said = values[0] ?? "";
  if (id === 11708) return { rule: "event-11708", text: "event 11708: an installation failed", values };
  const meaning = tellError(id - 10000, said);
  if (meaning)
    return {
      rule: meaning.rule,
      text: `event ${id}: ${meaning.text}`,
      values: meaning.service === "" ? values : [meaning.service, meaning.display],
    };
  const sentence = id === 10005 ? / -- (.+)/.exec(said)?.[1] : undefined;
  return sentence === undefined
    ? undefined
    : { rule: "package-said", text: `event 10005: the installer says ${quoteName(sentence, 200)}`, values };
}

function tellCrash(source: string, id: number, values: readonly string[]): EventMeaning | undefined {
  const crash = readCrash(source, id, values);
  const rule = crash && crashEvents[crash.rule];
  if (!rule) return undefined;
  const { holes } = crash;
  const text = rule.text.replace(/\{(\d)\}/g, (_, place: string) => {
    const hole = holes[Number(place)] ?? "?";
    return hole.startsWith(" (") || hole === "" ? hole : quoteName(hole, 200);
  });
  return { rule: crash.rule, text: `event ${id}: ${text}`, values: holes };
}

function tellServiceEvent(id: number, values: readonly string[]): EventMeaning | undefined {
  const rule = serviceEvents[id];
  if (!rule) return undefined;
  const fill = (texts: readonly string[]): string => rule.text.replace(/\{(\d)\}/g, (_, place: string) => texts[Number(place)] ?? "?");
  const [only = ""] = values;
  if (values.length === 1 && only.includes(" "))
    return { rule: `event-${id}`, text: `event ${id}: ${fill(["(see text)", "(see text)"])}; ${quoteName(only, 200)}`, values };
  const code = values.map((value) => /^%%(-?\d{1,10})$/.exec(value)?.[1]).find((value) => value !== undefined);
  const error = code === undefined ? undefined : Number(code);
  const shown = error === undefined ? "" : `: error ${error < 0 || error > 2147483647 ? toHex(error) : error}`;
  return {
    rule: `event-${id}`,
    text: `event ${id}: ${fill(values.map((value) => quoteName(value)))}${shown}`,
    values,
    ...(error === undefined ? {} : { error }),
  };
}

/** What an error of the service control manager means, where it is known (Get-ServiceErrorText). */
export function tellServiceError(error: number): string | undefined {
  return serviceErrors[error]?.text;
}

/** Whether an event names a service: as one of its texts, at the end of one, or in a message without texts of its own (Test-EventName). */
export function namesService(values: readonly string[], service: string): boolean {
  const word = service.toLowerCase();
  if (word === "") return false;
  return values.some((value) => {
    const text = value.toLowerCase();
    if (values.length === 1) {
      for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
        if (!/[\w.]/.test(text[at - 1] ?? " ") && !/[\w.]/.test(text[at + word.length] ?? " ")) return true;
      return false;
    }
    return (
      text === word || text.endsWith(`\\${word}`) || text.endsWith(`(${word}`) || text.endsWith(`(${word})`) || text.endsWith(`\\${word})`)
    );
  });
}
