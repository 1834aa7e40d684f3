import type { CodeLens } from "vscode-languageserver-types";
import { getSpanText } from "../source/source-file.ts";
import type { FileNode } from "../syntax/file.ts";
import { toRange } from "./positions.ts";

/** Commands that lenses start; their arguments are the URI and a name. A client has those that need a window of its own. */
export const COMMANDS = { runScenario: "remedyc.runScenario", prove: "remedyc.prove", showScript: "remedyc.showScript" } as const;

/** Above each remedy: prove it, show its scripts. Above each scenario: run it. Only commands that somebody carries out. */
export function listCodeLenses(file: FileNode, uri: string, carriedOut: ReadonlySet<string>): CodeLens[] {
  return file.declarations.flatMap((node) => {
    if (node.kind !== "remedy" && node.kind !== "scenario") return [];
    const name = node.kind === "remedy" ? node.name.text : getSpanText(node.title.span).replace(/^["']|["']$/g, "");
    if (name === "") return [];
    const at = node.kind === "remedy" ? node.name.span : node.title.span;
    const offered: readonly (readonly [title: string, command: string])[] =
      node.kind === "remedy"
        ? [
            ["Prove", COMMANDS.prove],
            ["Show script", COMMANDS.showScript],
          ]
        : [["Run scenario", COMMANDS.runScenario]];
    return offered
      .filter(([, command]) => carriedOut.has(command))
      .map(([title, command]) => ({ range: toRange(at), command: { title, command, arguments: [uri, name] } }));
  });
}
