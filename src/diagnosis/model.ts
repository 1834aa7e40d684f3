/** Where something stands: a line of a log, or a record of an event log. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly unit: "line" | "record";
}

/** Something that a log says of a failure. */
export interface Finding {
  /** The rule that says what it means. */
  readonly rule: string;
  readonly text: string;
  readonly place: Place;
  /** The line itself, cut to a bounded length. */
  readonly evidence: string;
  /** How telling it is, as compiled scripts order it: 0 names a cause, 4 only says that something failed. */
  readonly rank: 0 | 1 | 2 | 3 | 4;
  /** A service that could not be started, stopped, deleted or installed, and the account that it was to log on with ('' is LocalSystem). */
  readonly service?: string;
  readonly display?: string;
  readonly account?: string;
  /** An error behind the text that says more. */
  readonly error?: number;
  readonly time?: Date;
}

/** One installation of a verbose log of Windows Installer. */
export interface MsiStory {
  readonly kind: "msi";
  readonly file: string;
  readonly product: string | undefined;
  /** Dates that the header may mean: day and month have no fixed order. */
  readonly dates: readonly Date[];
  /** What the engine returned. */
  readonly code: number | undefined;
  readonly ended: "well" | "failed" | "open";
  /** The line with `code`, where it is a failure. */
  readonly result: Finding | undefined;
  /** In the order of their ranks. */
  readonly findings: readonly Finding[];
}

/** A package of a bundle that failed. */
export interface BundlePackage {
  readonly id: string;
  readonly result: number;
  readonly log: string | undefined;
  readonly finding: Finding;
}

/** One run of a bundle. */
export interface BundleStory {
  readonly kind: "bundle";
  readonly file: string;
  readonly name: string | undefined;
  readonly begun: Date | undefined;
  readonly ended: "well" | "failed" | "open";
  readonly packages: readonly BundlePackage[];
  /** The bundle's own error or result. */
  readonly result: { readonly code: number; readonly finding: Finding } | undefined;
}

/** What a deployment channel or a script of ours says of one failure. */
export interface ChannelStory {
  readonly kind: "channel";
  readonly file: string;
  /** The code that a setup returned. */
  readonly code: number | undefined;
  readonly finding: Finding;
  /** What stands behind it in the same log: the causes that a script of ours found, what a script wrote. */
  readonly behind: readonly Finding[];
}

/** An event that a rule knows. */
export interface EventStory {
  readonly kind: "event";
  readonly file: string;
  readonly id: number;
  readonly time: Date | undefined;
  readonly finding: Finding;
  readonly values: readonly string[];
}

export type Story = MsiStory | BundleStory | ChannelStory | EventStory;

/** A file that was read. */
export interface ReadLog {
  readonly file: string;
  readonly bytes: number;
  /** What it is called in a report: `verbose log of Windows Installer, UTF-16`. */
  readonly format: string;
  readonly lines: number;
  /** Lines that were longer than what is looked at. */
  readonly cut: number;
}

/** A line, without its end; `text` is a copy that keeps no more of the file in memory than itself. */
export interface LogLine {
  readonly number: number;
  readonly text: string;
}
