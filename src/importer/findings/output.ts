import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { CommandNode } from "../syntax/ast.ts";
import { found, halvesOf } from "./finding.ts";
import type { Check, Half } from "./finding.ts";
import { listsOf, nameOfCommand, plainText, walk } from "./walk.ts";

/** How much of a script's output Intune keeps (learn.microsoft.com/intune/intune-service/fundamentals/remediations: "The maximum allowed output size limit is 2048 characters"). */
const MOST_OUTPUT = 2048;

/** Output that no console shows: streams that are not kept, lines of which the last one remains, too much of it. */
export const checkOutput: Check = (examined) => halvesOf(examined).flatMap(checkHalf);

const SAID = /^write-(?:host|output|information)$/;

function checkHalf(half: Half): Diagnostic[] {
  const findings: Diagnostic[] = [];
  const unseen: CommandNode[] = [];
  const heard: CommandNode[] = [];
  walk(half.script, (node, { isInLoop, isInFunction }) => {
    if (node.kind === "text" && plainText(node).length > MOST_OUTPUT && !plainText(node).includes("\n"))
      findings.push(
        found("RMD8827", half, node, { reason: `the text has ${plainText(node).length} characters, and ${MOST_OUTPUT} are kept` }),
      );
    if (node.kind !== "command") return;
    const name = nameOfCommand(node) ?? "";
    if (SAID.test(name)) heard.push(node);
    if (/^write-(?:verbose|debug|progress)$/.test(name)) unseen.push(node);
    if (half.role === "detection" && isInLoop && !isInFunction && SAID.test(name) && !findings.some(({ code }) => code === "RMD8827"))
      findings.push(
        found("RMD8827", half, node, {
          reason: "each turn of the loop writes a line, and of several only the last one is kept; put them into one",
        }),
      );
    if (half.role === "detection" && /^format-(?:table|list)$/.test(name))
      findings.push(
        found("RMD8827", half, node, { reason: "a table has several lines, of which only the last one is kept; write one line" }),
      );
  });
  const [first] = unseen;
  if (first && heard.length === 0)
    findings.push(
      found("RMD8827", half, first, {
        reason: `'${nameOfCommand(first) ?? ""}' writes to a stream that is not kept, and the script says nothing else; use Write-Output`,
      }),
    );
  if (half.role === "detection") findings.push(...checkLines(half));
  return findings;
}

/** Two lines one after the other, and then an exit. */
function checkLines(half: Half): Diagnostic[] {
  for (const { statements, isInFunction } of listsOf(half.script)) {
    const at = statements.findIndex((statement) => statement.kind === "flow" && statement.word === "exit");
    if (at < 0 || isInFunction) continue;
    const lines = statements
      .slice(0, at)
      .flatMap((statement) => (statement.kind === "pipeline" ? statement.elements : []))
      .filter(
        (element): element is CommandNode => element.kind === "command" && /^write-(?:host|output)$/.test(nameOfCommand(element) ?? ""),
      );
    if (lines.length > 1 && lines[0])
      return [
        found("RMD8827", half, lines[0], {
          reason: `${lines.length} lines are written before the script ends, and only the last one is kept; put them into one`,
        }),
      ];
  }
  return [];
}
