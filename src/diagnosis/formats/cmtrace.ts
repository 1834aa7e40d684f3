/*
 * Logs of CMTrace's format: <![LOG[message]LOG]!><time="12:00:00.000+000" date="11-23-2026" component="x" context="" type="3" thread="1" file="">, where a message may have
 * several lines; and the older 'message  $$<component><11-23-2026 12:00:00.000+000><thread=1>'. ConfigMgr, the Intune management extension and our own scripts write the former.
 * https://learn.microsoft.com/intune/configmgr/core/support/cmtrace
 */

/** One entry. Time is as it is written: whether it is local time, and the sign of what is added to it, differ from writer to writer. */
export interface LogEntry {
  readonly message: string;
  readonly component: string;
  readonly thread: string;
  readonly time: Date | undefined;
  readonly line: number;
}

const BEGIN = "<![LOG[";
const END = "]LOG]!>";
/** A message that never ends takes no more than this. */
const MOST = 32_768;
const LONGEST = 1000;

export class CmTraceReader {
  readonly #give: (entry: LogEntry) => void;
  #open: { message: string; readonly line: number } | undefined;
  entries = 0;

  constructor(give: (entry: LogEntry) => void) {
    this.#give = give;
  }

  /** Whether the line was a part of an entry. */
  read(text: string, line: number): boolean {
    let rest = text;
    if (this.#open) {
      const end = rest.indexOf(END);
      if (end < 0 && !rest.startsWith(BEGIN) && line - this.#open.line < LONGEST) {
        if (this.#open.message.length + rest.length <= MOST) this.#open.message += `\n${rest}`;
        return true;
      }
      if (end >= 0 && !rest.slice(0, end).includes(BEGIN)) {
        this.#finish(`${this.#open.message}\n${rest.slice(0, end)}`, rest.slice(end + END.length), this.#open.line);
        return true;
      }
      // cut off: another one begins
      this.#finish(this.#open.message, "", this.#open.line);
    }
    if (!rest.startsWith(BEGIN)) return this.#readOld(rest, line);
    rest = rest.slice(BEGIN.length);
    const end = rest.indexOf(END);
    if (end < 0) this.#open = { message: rest.slice(0, MOST), line };
    else this.#finish(rest.slice(0, end), rest.slice(end + END.length), line);
    return true;
  }

  /** The last entry may lack its end. */
  end(): void {
    if (this.#open) this.#finish(this.#open.message, "", this.#open.line);
  }

  #finish(message: string, attributes: string, line: number): void {
    this.#open = undefined;
    this.entries++;
    const get = (name: string): string => new RegExp(`\\b${name}="([^"]{0,260})"`).exec(attributes)?.[1] ?? "";
    this.#give({ message, component: get("component"), thread: get("thread"), time: readTime(get("date"), get("time")), line });
  }

  #readOld(text: string, line: number): boolean {
    if (!text.includes("$$<")) return false;
    const found = /^(.{0,8000}?)\s{0,4}\$\$<([^<>]{0,260})><([\d-]{8,10}) ([\d:.+-]{8,20})><thread=([^<>]{0,40})>/.exec(text);
    if (!found) return false;
    this.entries++;
    const [, message = "", component = "", date = "", time = "", thread = ""] = found;
    this.#give({ message, component, thread, time: readTime(date, time), line });
    return true;
  }
}

function readTime(date: string, time: string): Date | undefined {
  const [, month, day, year] = /^(\d{1,2})-(\d{1,2})-(\d{4})$/.exec(date) ?? [];
  const [, hour, minute, second] = /^(\d{1,2}):(\d{1,2}):(\d{1,2})/.exec(time) ?? [];
  if (year === undefined || second === undefined) return undefined;
  const read = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second)));
  return Number.isNaN(read.getTime()) ? undefined : read;
}
