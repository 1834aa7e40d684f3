import { DETECTION_NAMES } from "./detection-names.ts";
import { generateRemedy } from "./inputs.ts";
import type { Measure, Series } from "./measure.ts";
import type { Limit } from "./rows.ts";

/** Rows that are no whole processes of Node: what measures them is loaded when their turn comes, so that it burdens no other row. */
export interface Section {
  readonly names: readonly string[];
  readonly limit: Limit | undefined;
  /** A measure for each of the names. */
  readonly measure: (series: Series) => Promise<readonly Measure[]>;
}

const EDITED = generateRemedy("keystroke", 720);

const FORMATTED = generateRemedy("formatted", 7_690);

/** The rows after those of builds. */
export const SECTIONS: readonly Section[] = [
  {
    names: [`diagnostics after a keystroke, in process, ${EDITED.trimEnd().split("\n").length} lines`],
    // What a person who types does not notice.
    limit: { milliseconds: 50 },
    measure: async () => [await (await import("./keystroke.ts")).measureKeystroke(EDITED, "Generated keystroke")],
  },
  {
    names: [`fmt, in process, ${FORMATTED.trimEnd().split("\n").length} lines`],
    limit: { milliseconds: 1000 },
    measure: async () => [(await import("./formatting.ts")).measureFormatting(FORMATTED)],
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
];
