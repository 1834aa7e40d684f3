import type { GrammarAnalysis } from "./analysis.ts";

/** The analysis as JSON with a line for each of its rows, so that a change of the rules shows as a change of few lines. */
export function printAnalysis({ decisions, startCharacters }: GrammarAnalysis): string {
  const rows = decisions.map((row) => `    ${JSON.stringify(row)}`);
  const tokens = Object.entries(startCharacters).map(([name, ranges]) => `    ${JSON.stringify(name)}: ${JSON.stringify(ranges)}`);
  return `{\n  "decisions": [\n${rows.join(",\n")}\n  ],\n  "startCharacters": {\n${tokens.join(",\n")}\n  }\n}\n`;
}
