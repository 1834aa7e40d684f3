import { analyseGrammar } from "./analyse.ts";
import { printAnalysis } from "./print-analysis.ts";
import { readGrammar } from "./grammar-model.ts";
import { printDiagrams } from "./print-diagrams.ts";
import { printEbnf } from "./print-ebnf.ts";

/** The files of `grammar/generated/` that come from the rules, by name. */
export function createGeneratedFiles(): ReadonlyMap<string, string> {
  const rules = readGrammar();
  return new Map([
    ["remedy.ebnf", printEbnf(rules)],
    ["diagrams.html", printDiagrams(rules)],
    ["analysis.json", printAnalysis(analyseGrammar())],
  ]);
}
