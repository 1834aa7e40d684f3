import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { CommandNode, Statement, TryNode } from "../syntax/ast.ts";
import { found, halvesOf } from "./finding.ts";
import type { Check, Half } from "./finding.ts";
import { constantText, hasParameter, listsOf, nameOfCommand, walk } from "./walk.ts";

/** What a detection's exit codes say, and whether an error could pass for "all is well". */
export const checkVerdict: Check = (examined) => [
  ...checkCodes(examined),
  ...halvesOf(examined).flatMap((half) => [...checkErrors(half), ...checkReach(half)]),
  ...checkSilence(examined),
];

function checkCodes({ detection, pair }: Parameters<Check>[0]): Diagnostic[] {
  const { exits } = pair.detection;
  const ends = new Set<string>();
  const findings: Diagnostic[] = [];
  walk(detection.script, (node, { isInFunction }) => {
    if (node.kind !== "flow") return;
    if (node.word === "throw") ends.add("throw");
    if (node.word === "exit") {
      const code = node.value ? detection.file.text.slice(node.value.start, node.value.end).trim() : "0";
      if (code !== "0") ends.add("exit");
      if (isInFunction)
        findings.push(
          found("RMD8834", detection, node, {
            reason:
              "'exit' inside a function ends the whole script, also what its caller wanted to do next; return a value and exit once, at the end",
          }),
        );
    }
    const value =
      node.word === "return" && !isInFunction && node.value ? detection.file.text.slice(node.value.start, node.value.end).trim() : "";
    if (/^(?:\d|\$(?:true|false)$)/i.test(value))
      findings.push(
        found("RMD8834", detection, node, {
          reason: `'return ${value}' is output and no exit code: the script ends with 0, whatever is returned; write 'exit'`,
        }),
      );
  });
  if (ends.size === 0)
    findings.push(
      found(
        "RMD8825",
        detection,
        { start: 0, end: 0 },
        { reason: "no way through the detection ends with another code than 0, so the fix never runs" },
      ),
    );
  else if (!pair.isDetectionClear && pair.compliant.op === "constant" && !pair.compliant.value && exits.length > 0)
    findings.push(
      found("RMD8825", detection, { start: 0, end: 0 }, { reason: "no way through the detection ends with 0, so the fix runs each time" }),
    );
  return findings;
}

function checkErrors(half: Half): Diagnostic[] {
  const findings: Diagnostic[] = [];
  const isDetection = half.role === "detection";
  walk(half.script, (node) => {
    if (node.kind === "assign" && node.target.kind === "variable" && node.target.name === "erroractionpreference" && isDetection) {
      const value = half.file.text.slice(node.value.start, node.value.end);
      if (/silentlycontinue|ignore/i.test(value))
        findings.push(
          found("RMD8824", half, node, {
            reason: "with this every error of the script is passed over, and what could not be read looks as if it were not there",
          }),
        );
    }
    if (node.kind !== "try") return;
    for (const part of node.catches) {
      const body = part.body.filter(({ kind }) => kind !== "function");
      if (body.length === 0)
        findings.push(found("RMD8824", half, part, { reason: "the catch is empty, so the script goes on as if nothing had happened" }));
      else if (endsWith(half, body) === "0")
        findings.push(
          found("RMD8824", half, part, {
            reason: isDetection ? "the catch ends with 0" : "the catch ends with 0, so a fix that failed counts as done",
          }),
        );
    }
    if (isDetection) findings.push(...checkTry(half, node));
  });
  return findings;
}

/** What a list of statements ends with, where that is an exit. */
function endsWith({ file }: Half, body: readonly Statement[]): string | undefined {
  const last = body.find((statement) => statement.kind === "flow" && statement.word === "exit");
  return last?.kind === "flow" ? (last.value ? file.text.slice(last.value.start, last.value.end).trim() : "0") : undefined;
}

/** Commands whose errors do not end a try unless they are told to. */
const GENTLE =
  /^get-(?:item|itemproperty|service|childitem|scheduledtask|localgroupmember|localuser|ciminstance|wmiobject|content|package|process|appxpackage)$/;

function checkTry(half: Half, node: TryNode): Diagnostic[] {
  if (
    /\$ErrorActionPreference\s*=\s*['"]?Stop/i.test(half.file.text) ||
    !node.catches.some(({ body }) => endsWith(half, body) !== undefined)
  )
    return [];
  const seen: { gentle?: CommandNode; isStopped: boolean } = { isStopped: false };
  walk({ ...half.script, body: node.body }, (inner) => {
    if (inner.kind === "flow" && inner.word === "throw") seen.isStopped = true;
    if (inner.kind !== "command") return;
    const stops = inner.args.some((arg, i) => {
      const next = inner.args[i + 1];
      return (
        arg.kind === "parameter" &&
        /^(?:ea|erroraction)$/.test(arg.name) &&
        /^(?:stop|1)$/i.test(constantText(arg.value ?? (next?.kind === "value" ? next.value : undefined)) ?? "")
      );
    });
    if (stops) seen.isStopped = true;
    else if (GENTLE.test(nameOfCommand(inner) ?? "") && !hasParameter(inner, "erroraction") && !hasParameter(inner, "ea"))
      seen.gentle ??= inner;
  });
  const { gentle, isStopped } = seen;
  if (isStopped || !gentle) return [];
  return [
    found("RMD8824", half, gentle, {
      reason: `an error of '${nameOfCommand(gentle) ?? ""}' does not end the try without '-ErrorAction Stop', so the catch is not reached`,
    }),
  ];
}

/** What is missing is well, and what could not be read looks the same. */
function checkSilence({ detection, pair }: Parameters<Check>[0]): Diagnostic[] {
  return pair.states.flatMap(({ literals }) =>
    literals.flatMap(({ atom, holds }) =>
      !holds &&
      atom.test === "exists" &&
      /^(?:registry_value|registry_key|service|scheduled_task)$/.test(atom.subject.kind) &&
      /-(?:ea|erroraction)\s*:?\s*['"]?(?:silentlycontinue|ignore|0)\b/i.test(detection.file.text.slice(atom.start, atom.end))
        ? [
            found("RMD8824", detection, atom, {
              reason:
                "with '-ErrorAction SilentlyContinue' what may not be read looks as if it were not there, which counts as compliant here",
            }),
          ]
        : [],
    ),
  );
}

/** Statements behind one that ends the script or the function. */
function checkReach(half: Half): Diagnostic[] {
  return listsOf(half.script).flatMap(({ statements, isInFunction }) => {
    const at = statements.findIndex((statement) => statement.kind === "flow" && /^(?:exit|return|throw)$/.test(statement.word));
    const next = statements.slice(at + 1).find(({ kind }) => kind !== "function");
    const end = statements[at];
    return at >= 0 && next
      ? [found("RMD8826", half, next, { what: end?.kind === "flow" && end.word === "return" && isInFunction ? "function" : "script" })]
      : [];
  });
}
