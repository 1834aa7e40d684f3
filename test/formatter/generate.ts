import { readFileSync } from "node:fs";
import { globSync } from "tinyglobby";
import { endOf, lex } from "../../grammar/lexer.ts";
import { usualLayout } from "../../src/formatter/format.ts";
import type { Layout } from "../../src/formatter/format.ts";
import { createSourceFile } from "../../src/source/source-file.ts";
import type { Random } from "../fuzz/random.ts";
import { parse } from "./faithful.ts";

/** Every remedy of the examples and the tests. */
export function listRemedies(): string[] {
  return globSync(["examples/**/*.remedy", "test/**/*.remedy"]).toSorted();
}

/** The usual layout, or a narrow one with tabs or spaces. */
export function generateLayout(random: Random): Layout {
  return random(2) === 0
    ? usualLayout
    : { printWidth: 10 + random(130), tabWidth: 1 + random(8), useTabs: random(2) === 0, endOfLine: "lf" };
}

/** Whole declarations of files, each of which parses by itself. */
export function collectDeclarations(files: readonly string[]): string[] {
  return files.flatMap((file) => {
    const text = readFileSync(file, "utf8");
    const tree = parse(text);
    return (tree?.declarations ?? []).map(({ span }) => text.slice(span.start, span.end)).filter((piece) => parse(piece));
  });
}

const GAPS = [
  "\n",
  "\n\n",
  "\n\n\n\n",
  "  ",
  " \t ",
  "\r\n",
  " // at the end\n",
  "//tight\n",
  "\n// of its own\n",
  "\n\n// spaced\n\n",
  " // one\n // two\n",
  " // one\n\n\n // two\n\n",
  "\n/// documents\n",
  "\n// fmt: ignore\n",
  " // trailing blanks  \n",
  "",
];

/** Some declarations with other white space and comments between some of their tokens; what does not parse so stays as it was. */
export function generateText(declarations: readonly string[], random: Random): string {
  const pieces = Array.from({ length: 1 + random(3) }, () => declarations[random(declarations.length)] ?? "");
  let text = pieces.join(random(2) === 0 ? "\n\n" : "\n");
  for (let round = 0; round < 6; round++) {
    const changed = changeGaps(text, 1 + random(8), random);
    if (parse(changed)) text = changed;
  }
  return text;
}

function changeGaps(text: string, count: number, random: Random): string {
  const tokens = lex(createSourceFile("x.remedy", text, "")).tokens;
  const gaps = tokens.map((token, i) => ({ start: i === 0 ? 0 : endOf(tokens[i - 1] ?? token), end: token.startOffset }));
  gaps.push({ start: endOf(tokens.at(-1) ?? ({ startOffset: 0, image: "" } as never)), end: text.length });
  const chosen = new Set(Array.from({ length: count }, () => random(gaps.length)));
  let changed = "";
  let done = 0;
  gaps.forEach(({ start, end }, i) => {
    const gap = text.slice(start, end);
    changed += text.slice(done, start);
    changed += chosen.has(i) ? `${random(3) === 0 ? gap : ""}${GAPS[random(GAPS.length)] ?? ""}` : gap;
    done = end;
  });
  return changed;
}
