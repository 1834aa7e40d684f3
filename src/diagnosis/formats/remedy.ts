import type { ChannelStory, Finding, Place } from "../model.ts";
import { quoteName, toLine } from "../rules/meaning.ts";
import { keep } from "./keep.ts";

/*
 * What scripts of remedyc write (docs/log-format.md): the summary line, alone or within a channel's log; 'item: cause: text' in the log; both as lines of JSON. Of each remedy the
 * newest run counts.
 */

const SUMMARY =
  /(?:^|[\s=])(COMPLIANT|NONCOMPLIANT|FIXED|FAILED|BLOCKED|RESTART|UNDONE) ([a-z][a-z0-9_]{0,99}) (\d[\w.+-]{0,30}) \| ([^\r\n]{1,2048})/;

/** How many remedies of one file are told apart. */
const MOST = 200;

/** Reads what our scripts left in one file. */
export class RemedyReader {
  readonly #file: string;
  #causes: Finding[] = [];
  readonly #stories = new Map<string, ChannelStory | undefined>();

  constructor(file: string) {
    this.#file = file;
  }

  /** Whether a message is ours. */
  read(message: string, line: number, time: Date | undefined): boolean {
    const cause = /^\S{1,100}: cause: ([^\r\n]{1,1000})/.exec(message)?.[1];
    if (cause !== undefined) {
      this.#add(cause, line, message, time);
      return true;
    }
    const summary = SUMMARY.exec(message);
    if (!summary) return false;
    const [, word = "", remedy = "", , parts = ""] = summary;
    this.#end(word, remedy, parts, line, message, time);
    return true;
  }

  /** A line of our .jsonl; false when it is none. */
  readJson(text: string, line: number): boolean {
    if (!text.startsWith("{") || !text.includes('"remedy"')) return false;
    const row = parse(text);
    const [kind, remedy] = [row?.["kind"], row?.["remedy"]];
    if (!row || typeof kind !== "string" || typeof remedy !== "string") return false;
    const time = typeof row["time"] === "string" ? new Date(row["time"]) : undefined;
    const when = time && Number.isNaN(time.getTime()) ? undefined : time;
    if (kind === "finding" && typeof row["why"] === "string") this.#add(row["why"], line, text, when);
    if (kind === "summary" && typeof row["summary"] === "string") {
      const found = SUMMARY.exec(row["summary"]);
      if (found) this.#end(found[1] ?? "", found[2] ?? "", found[4] ?? "", line, text, when);
    }
    return true;
  }

  end(): readonly ChannelStory[] {
    return [...this.#stories.values()].filter((story) => story !== undefined);
  }

  #add(cause: string, line: number, evidence: string, time: Date | undefined): void {
    if (this.#causes.length < 20) this.#causes.push(readCause(cause, this.#at(line), keep(evidence), time));
  }

  #at(line: number): Place {
    return { file: this.#file, line, unit: "line" };
  }

  #end(word: string, remedy: string, parts: string, line: number, evidence: string, time: Date | undefined): void {
    const causes = this.#causes;
    this.#causes = [];
    if (this.#stories.size >= MOST && !this.#stories.has(remedy)) return;
    // a detection's line ends with what the last run said: that run's own line tells it better
    const said = keep(parts.replace(/, error = .*$/, ""));
    const failed = word === "FAILED" || word === "BLOCKED";
    if (!failed) {
      this.#stories.set(keep(remedy), undefined);
      return;
    }
    const [reason = "", ...behind] = said.split(/; cause: /);
    const name = quoteName(remedy);
    const verb = word === "FAILED" ? "failed" : "is blocked";
    const finding: Finding = {
      rule: word === "FAILED" ? "remedy-failed" : "remedy-blocked",
      rank: word === "FAILED" ? 4 : 0,
      text: toLine(`remedy ${name} ${verb}: ${reason}`),
      place: this.#at(line),
      evidence: keep(evidence),
      ...(time ? { time } : {}),
    };
    const known = causes.length > 0 ? causes : behind.map((cause) => readCause(cause, this.#at(line), keep(evidence), time));
    const code = /returned (-?\d{1,10})/.exec(reason)?.[1];
    this.#stories.set(keep(remedy), {
      kind: "channel",
      file: this.#file,
      code: code === undefined ? undefined : Number(code),
      finding,
      behind: known,
    });
  }
}

/** A cause in the words of a script, which are those of the rules. */
function readCause(text: string, place: Place, evidence: string, time: Date | undefined): Finding {
  const event = /event (\d{4,5}):/.exec(text)?.[1];
  const msi = /MSI error (\d{4}),/.exec(text)?.[1];
  const code = /(?:returned|failed with) (\d{1,5}) \(/.exec(text)?.[1];
  const rule = event
    ? `event-${event}`
    : msi
      ? `msi-${msi}`
      : code
        ? `exit-${code}`
        : text.includes("custom action ")
          ? "custom-action"
          : "remedy-failed";
  const service = /service ('[^']{1,256}'|[\w.$@\\-]{1,256}) /.exec(text)?.[1]?.replace(/^'|'$/g, "");
  return {
    rule,
    rank: event !== undefined || text.includes("may not log on as a service") ? 0 : msi ? 1 : 3,
    text: toLine(text),
    place,
    evidence,
    ...(service === undefined ? {} : { service }),
    ...(time ? { time } : {}),
  };
}

function parse(text: string): { readonly [name: string]: unknown } | undefined {
  try {
    return JSON.parse(text) as { readonly [name: string]: unknown };
  } catch {
    return undefined;
  }
}
