import { loadBundled } from "./bundled.ts";
import { DETECTION_NAMES } from "./detection-names.ts";
import { generateRemedy } from "./inputs.ts";
import type * as Keystroke from "./keystroke.ts";
import type { Measure, Series } from "./measure.ts";
import type { Limit } from "./rows.ts";

/** Rows that are no whole processes of Node: what measures them is loaded when their turn comes, so that it burdens no other row. */
export interface Section {
  readonly names: readonly string[];
  readonly limit: Limit | undefined;
  /** A measure for each of the names, of milliseconds where it does not say another unit. */
  readonly measure: (series: Series) => Promise<readonly (Measure & { readonly unit?: "MB" })[]>;
}

const EDITED = generateRemedy("keystroke", 720);

const OPENED = generateRemedy("opened", 10_000);

const FORMATTED = generateRemedy("formatted", 7_690);

/** The rows after those of builds. */
export const SECTIONS: readonly Section[] = [
  {
    names: ["findings after a keystroke", "completion"].map((name) => `${name}, in the language server, ${countLines(EDITED)} lines`),
    limit: { milliseconds: 10 },
    measure: async () => (await loadBundled<typeof Keystroke>("keystroke")).measureKeystrokes(EDITED),
  },
  {
    names: [`a document of ${countLines(OPENED)} lines opened, in the language server`],
    limit: { milliseconds: 1000 },
    measure: async () => [await (await loadBundled<typeof Keystroke>("keystroke")).measureOpening(OPENED)],
  },
  {
    names: [`fmt, in process, ${countLines(FORMATTED)} lines`],
    limit: { milliseconds: 1000 },
    measure: async () => [(await import("./formatting.ts")).measureFormatting(FORMATTED)],
  },
  {
    names: [`lint, in process, ${countLines(FORMATTED)} lines`],
    limit: { milliseconds: 1000 },
    measure: async () => [await (await import("./linting.ts")).measureLinting(FORMATTED)],
  },
  { names: DETECTION_NAMES, limit: undefined, measure: async (series) => (await import("./detection.ts")).measureDetection(series) },
  ...(["rsa-3072", "p256"] as const).map((key) => ({
    names: ["sign", "verify"].map((name) => `${name} a script of 29 KB, in process, ${key}`),
    limit: { ratio: 0.75 },
    measure: async () => (await import("./signing.ts")).measureSigning(key),
  })),
  {
    names: ["read and group the runs of 5,000 devices, in process", "the page of their report, in process"],
    limit: { milliseconds: 1000 },
    measure: async () => (await import("./fleet-report.ts")).measureReport(),
  },
  {
    names: ["an empty program on the executable's Node.js", "the executable, a build of 12 resources", "the executable, its size"],
    limit: undefined,
    measure: async (series) => (await import("./executable.ts")).measureExecutable(series),
  },
];

function countLines(text: string): number {
  return text.trimEnd().split("\n").length;
}
