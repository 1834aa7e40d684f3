import type { CodeLens } from "vscode-languageserver-types";
import { getSpanText } from "../source/source-file.ts";
import type { Span } from "../source/source-file.ts";
import type { FileNode } from "../syntax/file.ts";
import { toRange } from "./positions.ts";

/** Commands that lenses start; their arguments are the URI, a name and the line (from 0). A client has those that need a window of its own. */
export const COMMANDS = { runScenario: "remedyc.runScenario", prove: "remedyc.prove", showScript: "remedyc.showScript" } as const;

/** Above each remedy: prove it, show its scripts. Above each step: show them at its line. Above each scenario: run it. Only commands that somebody carries out. */
export function listCodeLenses(file: FileNode, uri: string, carriedOut: ReadonlySet<string>): CodeLens[] {
  const offer = (title: string, command: string, name: string, at: Span): CodeLens[] => {
    if (name === "" || !carriedOut.has(command)) return [];
    const range = toRange(at);
    return [{ range, command: { title, command, arguments: [uri, name, range.start.line] } }];
  };
  return file.declarations.flatMap((node) => {
    if (node.kind === "scenario")
      return offer("Run scenario", COMMANDS.runScenario, getSpanText(node.title.span).replace(/^["']|["']$/g, ""), node.title.span);
    if (node.kind !== "remedy") return [];
    const { name, members } = node;
    return [
      ...offer("Prove", COMMANDS.prove, name.text, name.span),
      ...offer("Show script", COMMANDS.showScript, name.text, name.span),
      ...members.flatMap((member) =>
        member.kind === "step" ? offer("Show script", COMMANDS.showScript, name.text, member.name.span) : [],
      ),
    ];
  });
}
