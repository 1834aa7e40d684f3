import { readLegacyLine } from "./formats/app-deploy-toolkit.ts";
import { BurnReader } from "./formats/burn.ts";
import { ChannelReader } from "./formats/channel.ts";
import { CmTraceReader } from "./formats/cmtrace.ts";
import { MsiReader } from "./formats/msi.ts";
import type { EventStory, ReadLog, Story } from "./model.ts";
import type { ByteSource } from "./readers/byte-source.ts";
import { readEventFile, isEventFile } from "./readers/evtx/event-file.ts";
import type { EventRecord } from "./readers/evtx/event-file.ts";
import { readLines } from "./readers/lines.ts";
import type { NameCollector } from "./redact/names.ts";
import { CRASH_PROVIDERS } from "./rules/crash-events.ts";
import { tellEvent, toLine } from "./rules/meaning.ts";

/** What one file says. */
export interface LogContent {
  readonly log: ReadLog;
  /** Nothing in it is of a format that is known. */
  readonly known: boolean;
  /** It is packed, in this format, and was not looked into. */
  readonly archive?: string;
  /** Chunks and records of an event log that could not be read. */
  readonly damaged: number;
  readonly stories: readonly Story[];
}

/** How many known events, and how many installations of one file, are kept: the newest. */
const MOST_EVENTS = 5000;
const MOST_RUNS = 200;

/** Reads a log of any format that rules know; names of people and computers are collected as they pass. */
export async function readLog(file: string, source: ByteSource, codePage: string, names: NameCollector): Promise<LogContent> {
  const head = await source.read(0, 4096);
  const archive = findArchive(head);
  if (archive !== undefined)
    return { log: { file, bytes: source.size, format: archive, lines: 0, cut: 0 }, known: false, archive, damaged: 0, stories: [] };
  return isEventFile(head) ? readEvents(file, source, names) : readText(file, source, codePage, names);
}

/** How archives begin: Intune and mdmdiagnosticstool.exe pack what they collect of a device as ZIP and CAB. */
const ARCHIVES = [
  ["ZIP", "PK\u0003\u0004"],
  ["CAB", "MSCF\0\0\0\0"],
  ["GZIP", "\u001f\u008b\u0008"],
  ["7z", "7z\u00bc\u00af\u0027\u001c"],
] as const;

function findArchive(head: Uint8Array): string | undefined {
  const text = Buffer.from(head.subarray(0, 8)).toString("latin1");
  return ARCHIVES.find(([, begin]) => text.startsWith(begin))?.[0];
}

async function readEvents(file: string, source: ByteSource, names: NameCollector): Promise<LogContent> {
  const stories: EventStory[] = [];
  const { records, damaged } = await readEventFile(source, (record) => {
    if (record.source !== "Service Control Manager" && record.source !== "MsiInstaller" && !CRASH_PROVIDERS.has(record.source)) return;
    const story = toStory(file, record);
    if (!story) return;
    names.addComputer(record.computer);
    stories.push(story);
    if (stories.length >= 2 * MOST_EVENTS) stories.splice(0, MOST_EVENTS);
  });
  return {
    log: { file, bytes: source.size, format: "event log", lines: records, cut: 0 },
    known: records > 0 || damaged === 0,
    damaged,
    stories: stories.slice(-MOST_EVENTS),
  };
}

function toStory(file: string, record: EventRecord): EventStory | undefined {
  const meaning = tellEvent(record);
  if (!meaning) return undefined;
  const { rule, text, values, error } = meaning;
  const shown = record.values.map((value) => `'${toLine(value, 300)}'`).join(", ");
  return {
    kind: "event",
    file,
    id: record.id,
    time: record.time,
    values,
    finding: {
      rule,
      rank: 1,
      text,
      place: { file, line: record.number, unit: "record" },
      evidence: `${record.time?.toISOString() ?? ""} ${record.source} ${record.id}: ${shown}`,
      ...(record.time ? { time: record.time } : {}),
      ...(error === undefined ? {} : { error }),
    },
  };
}

async function readText(file: string, source: ByteSource, codePage: string, names: NameCollector): Promise<LogContent> {
  const reader = new TextReader(file, names);
  const { encoding, lines, cut } = await readLines(source, codePage, (text, number) => {
    reader.read(text, number);
  });
  const { stories, formats } = reader.end();
  const name = encoding === "narrow" ? "" : `, ${encoding.toUpperCase()}`;
  return {
    log: { file, bytes: source.size, format: `${formats.join(" and ") || "unknown"}${name}`, lines, cut },
    known: formats.length > 0,
    damaged: 0,
    stories,
  };
}

/** Hands each line to the reader of its format: several may share a file. */
class TextReader {
  readonly #file: string;
  readonly #names: NameCollector;
  readonly #stories: Story[] = [];
  readonly #formats = new Set<string>();
  readonly #channel: ChannelReader;
  readonly #entries: CmTraceReader;
  #msi: MsiReader;
  #burn: BurnReader;

  constructor(file: string, names: NameCollector) {
    this.#file = file;
    this.#names = names;
    this.#channel = new ChannelReader(file);
    this.#entries = new CmTraceReader((entry) => {
      this.#channel.read(entry);
    });
    this.#msi = new MsiReader(file);
    this.#burn = new BurnReader(file);
  }

  read(text: string, number: number): void {
    this.#names.read(text);
    if (this.#entries.read(text, number)) return;
    if (text.startsWith("{") && this.#channel.remedies.readJson(text, number)) {
      this.#formats.add("log of remedyc");
      return;
    }
    const entry = readLegacyLine(text, number);
    if (entry) {
      this.#formats.add("PSAppDeployToolkit");
      this.#channel.read(entry);
      return;
    }
    if (BurnReader.mayBe(text)) {
      if (BurnReader.begins(text) && !this.#burn.isEmpty) this.#endBurn();
      this.#burn.read(text, number);
      return;
    }
    if (text.includes(" | ") && this.#channel.remedies.read(text, number, undefined)) {
      this.#formats.add("summary of remedyc");
      return;
    }
    if (MsiReader.begins(text) && !this.#msi.isEmpty) this.#endMsi();
    this.#msi.read(text, number);
  }

  end(): { readonly stories: readonly Story[]; readonly formats: readonly string[] } {
    this.#entries.end();
    this.#endMsi();
    this.#endBurn();
    if (this.#entries.entries > 0) this.#formats.add("CMTrace");
    return { stories: [...this.#stories.slice(-MOST_RUNS), ...this.#channel.end()], formats: [...this.#formats] };
  }

  #endMsi(): void {
    if (!this.#msi.isEmpty) {
      this.#formats.add("Windows Installer");
      this.#add(this.#msi.end());
    }
    this.#msi = new MsiReader(this.#file);
  }

  #endBurn(): void {
    if (!this.#burn.isEmpty) {
      this.#formats.add("bundle (Burn)");
      this.#add(this.#burn.end());
    }
    this.#burn = new BurnReader(this.#file);
  }

  #add(story: Story): void {
    this.#stories.push(story);
    if (this.#stories.length >= 2 * MOST_RUNS) this.#stories.splice(0, MOST_RUNS);
  }
}
