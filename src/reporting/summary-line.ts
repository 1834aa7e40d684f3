/** The words that a summary line begins with (docs/log-format.md). */
export type SummaryWord = "COMPLIANT" | "NONCOMPLIANT" | "FIXED" | "FAILED" | "BLOCKED" | "RESTART" | "UNDONE";

/** What is wrong with one item. */
export interface Finding {
  readonly item: string;
  readonly reason: string;
  /** What an installer's log or an event says of it; empty where nothing does. */
  readonly cause: string;
}

/** A summary line, read back. */
export interface SummaryLine {
  readonly word: SummaryWord;
  readonly remedy: string;
  readonly version: string;
  readonly findings: readonly Finding[];
  readonly needsRestart: boolean;
  /** How the last run of the remediation ended, where a detection tells it. */
  readonly last: { readonly date: string; readonly word: SummaryWord; readonly findings: readonly Finding[] } | undefined;
}

const WORDS = "COMPLIANT|NONCOMPLIANT|FIXED|FAILED|BLOCKED|RESTART|UNDONE";
const LINE = new RegExp(`^(${WORDS}) (\\S+) (\\S+) \\| (.*)$`);
const LAST = new RegExp(`^(.*?) ?\\| last run (\\S+): (${WORDS}) (.*)$`);
/** What Intune keeps of an output; a longer one is none of ours. */
const LONGEST = 20_000;

/** The last summary line in an output; undefined where it has none. */
export function readSummaryLine(output: string): SummaryLine | undefined {
  const lines = output.slice(-LONGEST).split(/\r?\n/);
  const match = lines.map((line) => LINE.exec(line.trim())).findLast((found) => found !== null);
  if (!match) return undefined;
  const [, word = "", remedy = "", version = "", rest = ""] = match;
  const [, own = rest, date, lastWord, lastRest = ""] = LAST.exec(rest) ?? [];
  return {
    word: word as SummaryWord,
    remedy,
    version,
    ...readParts(own),
    last: date !== undefined ? { date, word: lastWord as SummaryWord, findings: readParts(lastRest).findings } : undefined,
  };
}

/** Parts are separated by `; `, which a reason may have in it as well: what does not begin as a part goes on with the one before. */
function readParts(text: string): { readonly findings: readonly Finding[]; readonly needsRestart: boolean } {
  const findings: { item: string; reason: string; cause: string }[] = [];
  let needsRestart = false;
  for (const part of text.replace(/^\d+ of \d+: /, "").split("; ")) {
    const [, cause] = /^(?:cause: |seen in the )(.*)$/.exec(part) ?? [];
    const [, item, reason = ""] = /^([A-Za-z_]\w*(?:\.\d+)?): (.*)$/.exec(part) ?? [];
    const before = findings.at(-1);
    if (part === "restart needed" || part.startsWith("a restart is due: ")) needsRestart = true;
    else if (cause !== undefined && before) before.cause = cause;
    else if (/^warning: |^and \d+ more$|^\d+ of \d+ fixed: |^\d+ checks? in |^[A-Za-z_]\w*(?:\.\d+)? (?:waits for|after) /.test(part))
      continue;
    else if (item !== undefined) findings.push({ item, reason, cause: "" });
    else if (before) before.reason += `; ${part}`;
  }
  return { findings, needsRestart };
}
