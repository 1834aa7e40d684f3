import { showText } from "../diagnostics/show-text.ts";
import { getLineColumn } from "../source/source-file.ts";
import type { SourceFile } from "../source/source-file.ts";
import type { Script } from "./syntax/ast.ts";
import type { Subject } from "./evaluate/conditions.ts";
import type { Act, PropertyValue } from "./evaluate/run.ts";
import { toFix, toTest } from "./escape-hatch.ts";
import type { Pair, WantedState } from "./pair.ts";
import { printProperties, printSubject, printText } from "./print-remedy.ts";

/** A pair as it was read. */
export interface ReadPair {
  readonly detect: { readonly file: SourceFile; readonly script: Script };
  readonly remediate: { readonly file: SourceFile; readonly script: Script } | undefined;
  readonly pair: Pair;
}

export interface WrittenRemedy {
  readonly name: string;
  readonly text: string;
  /** Statements of both scripts that say something of the machine, and how many of them a kind says now. */
  readonly statements: number;
  readonly asKinds: number;
  /** What was left, a line each. */
  readonly left: readonly string[];
  /** Whether the pair, or a part of it, stands as `script`. */
  readonly hasScript: boolean;
}

/** Kinds of which `given` makes exactly the state that an `ensure` wants. */
const GIVEN_ALIKE: ReadonlySet<string> = new Set(["registry_value", "service", "environment_variable", "registry_key", "directory"]);

/** Writes the remedy of a pair. `asScript` takes nothing for a kind. */
export function writeRemedy({ detect, remediate, pair }: ReadPair, name: string, asScript = false): WrittenRemedy | undefined {
  const leftovers = [...(pair.remediation?.leftovers.map((left) => ({ ...left, file: remediate?.file ?? detect.file })) ?? [])];
  const states = asScript ? [] : pair.states.filter(canStand);
  const isWhole =
    pair.states.length > 0 &&
    (pair.isDetectionClear || leftovers.length === 0) &&
    !pair.disagreements.some((one) => one.act === undefined && leftovers.length > 0) &&
    states.length > 0;
  const needsScript = asScript || !isWhole;
  const test = needsScript ? toTest(detect.script) : undefined;
  const fix = needsScript ? (remediate ? toFix(remediate.script) : undefined) : undefined;
  if (states.length === 0 && (!test || !fix)) return undefined;
  const place = (file: SourceFile, at: { readonly start: number }): string =>
    `${showText(file.path)}:${getLineColumn(file, at.start).line}`;
  const context = states.length > 0 && states.every((state) => isUsers(state.subject)) && !needsScript ? "user" : undefined;
  const left: string[] = leftovers.map(
    (leftover) => `${place(leftover.file, leftover)}: ${excerpt(leftover.file.text.slice(leftover.start, leftover.end))} (${leftover.why})`,
  );
  left.push(
    ...pair.verbs.map(
      (verb) =>
        `${place(remediate?.file ?? detect.file, verb)}: ${excerpt((remediate?.file ?? detect.file).text.slice(verb.start, verb.end))} (an action; as one of a 'check' it is '${verb.note ?? ""}')`,
    ),
  );
  const unclear = pair.isDetectionClear
    ? []
    : [`${showText(detect.file.path)}: what it tests is not understood as a whole; the remedy tests what the fix sets`];
  const lines = [
    `// From ${showText(detect.file.path)}${remediate ? ` and ${showText(remediate.file.path)}` : ""} by 'remedyc import'. Read it before you build it: nothing was run.`,
    "",
    `/// ${titleOf(detect.script, name)}`,
    `remedy ${name} {`,
    `  title:   ${printText(humanize(name))}`,
    "  version: 1.0.0",
    ...(context === undefined ? [] : ["  context: user"]),
    "  targets: [intune.remediation]",
    "",
    `  step main ${printText(humanize(name))} {`,
  ];
  if (!needsScript) for (const line of [...unclear, ...left]) lines.push(`    // Not carried over: ${line}`);
  for (const group of groupStates(states, context))
    lines.push(...printGroup(group, (state) => linesOf(state, detect.file, remediate?.file, place)));
  const script = needsScript && test && fix ? [...test.notes, ...fix.notes].map((note) => `    // Look at it: ${note}.`) : [];
  if (needsScript && test && fix) {
    for (const line of left) script.push(`    // No kind says: ${line}`);
    lines.push(
      ...script,
      `    ensure script(${printText(humanize(name))}) {`,
      `      test: '''\n${test.text}\n'''`,
      `      fix: '''\n${fix.text}\n'''`,
      "    }",
    );
  } else if (needsScript)
    lines.push("    // The rest has no counterpart: a 'script' could not hold it (see what 'remedyc import' says of the pair).");
  lines.push("  }", "}", "", ...printScenario(name, states, needsScript, context));
  const known = pair.states.filter(canStand);
  const asKinds = asScript ? 0 : known.reduce((sum, state) => sum + state.acts.length + state.literals.length, 0);
  const statements =
    pair.states.reduce((sum, state) => sum + state.acts.length + state.literals.length, 0) +
    leftovers.length +
    pair.verbs.length +
    (pair.isDetectionClear ? 0 : 1);
  return {
    name,
    text: `${lines.join("\n")}\n`,
    statements: Math.max(statements, 1),
    asKinds,
    left: [...unclear, ...left],
    hasScript: needsScript && test !== undefined && fix !== undefined,
  };
}

/** Whether a state can be ensured at all: of some things a kind only says that they are there. */
function canStand({ subject, properties }: WantedState): boolean {
  if (
    Object.keys(subject.names).some((name) => name.startsWith("\ue000")) ||
    Object.values(subject.names).some((value) => String(value).includes("\ue000"))
  )
    return false;
  if (subject.kind === "file" && "version" in properties) return false;
  return subject.kind !== "windows_feature" || "enabled" in properties;
}

function isUsers({ kind, names }: Subject): boolean {
  return (
    String(names["key"] ?? "")
      .toUpperCase()
      .startsWith("HKCU") ||
    (kind === "environment_variable" && names["scope"] === "user")
  );
}

interface Group {
  readonly opening: string | undefined;
  readonly states: readonly WantedState[];
}

/** States side by side that stand under one guard, or are people's own. */
function groupStates(states: readonly WantedState[], context: string | undefined): Group[] {
  const groups: { opening: string | undefined; states: WantedState[] }[] = [];
  for (const state of states) {
    const guard =
      state.guard && canGuard(state.guard.subject)
        ? `when ${state.guard.exists ? "" : "not "}${printSubject(state.guard.subject)}.exists`
        : undefined;
    const opening = isUsers(state.subject) && context === undefined ? "each u in profile()" : guard;
    const last = groups.at(-1);
    if (last && last.opening === opening) last.states.push(state);
    else groups.push({ opening, states: [state] });
  }
  return groups;
}

function canGuard({ kind }: Subject): boolean {
  return kind !== "appx_package" && kind !== "script";
}

function printGroup({ opening, states }: Group, comment: (state: WantedState) => string[]): string[] {
  const indent = opening === undefined ? "    " : "      ";
  const lists = loopOver(states);
  const inner = lists
    ? [
        `${indent}// ${comment(states[0] as WantedState)[0] ?? ""}`,
        `${indent}each name in [${lists.map(printText).join(", ")}] {`,
        `${indent}  ${lists.statement}`,
        `${indent}}`,
      ]
    : states.flatMap((state) => [...comment(state).map((line) => `${indent}// ${line}`), `${indent}${printEnsure(state)}`]);
  return opening === undefined ? inner : [`    ${opening} {`, ...inner, "    }"];
}

/** Three or more things that differ by their one name alone are a list. */
function loopOver(states: readonly WantedState[]): (string[] & { statement: string }) | undefined {
  const [first] = states;
  if (!first || states.length < 3) return undefined;
  const names = states.map(({ subject }) => Object.entries(subject.names));
  const isAlike = states.every(
    (state, i) =>
      state.subject.kind === first.subject.kind &&
      state.state === first.state &&
      JSON.stringify(state.properties) === JSON.stringify(first.properties) &&
      names[i]?.length === 1 &&
      /^(?:name|path|id)$/.test(names[i][0]?.[0] ?? ""),
  );
  if (!isAlike) return undefined;
  const texts = names.map(([entry]) => String(entry?.[1]));
  return Object.assign(texts, { statement: `ensure ${first.subject.kind}(name)${tail(first)}` });
}

function printEnsure(state: WantedState): string {
  const atLeast = state.literals.find(({ atom, holds }) => holds && atom.test === "at_least")?.atom.value;
  const subject = printSubject(state.subject);
  const named =
    typeof atLeast === "string" && state.subject.kind === "package" && /^\d+(?:\.\d+){1,3}$/.test(atLeast)
      ? subject.replace(/\)$/, `, version >= ${atLeast})`)
      : subject;
  return `ensure ${named}${tail(state)}`;
}

function tail({ state, properties }: WantedState): string {
  if (state === "absent") return " absent";
  return printProperties(properties) || " present";
}

/** Where in the pair a state is from, and what must be known of it. */
function linesOf(
  { literals, acts }: WantedState,
  detect: SourceFile,
  remediate: SourceFile | undefined,
  place: (file: SourceFile, at: { readonly start: number }) => string,
): string[] {
  const from = [...literals.map(({ atom }) => place(detect, atom)), ...(remediate ? acts.map((act) => place(remediate, act)) : [])];
  const notes = acts.flatMap((act: Act) => (act.note === undefined ? [] : [`${act.note[0]?.toUpperCase() ?? ""}${act.note.slice(1)}.`]));
  return [[...new Set(from)].join(", "), ...new Set(notes)].filter((line) => line !== "");
}

/** Who runs a remedy with `context: user` in its scenarios. */
const SIGNED_IN = String.raw`powershell { account: 'CONTOSO\ann' }`;

/** Whether a Windows as it comes is so already, as the simulated one is. */
function isSoAtFirst({ subject, state, properties }: WantedState): boolean {
  const names = Object.keys(properties);
  if (state === "absent") return true;
  if (subject.kind === "windows_feature" || subject.kind === "local_user") return names.length === 1 && properties["enabled"] === false;
  if (subject.kind === "firewall_profile") return names.length === 1 && properties["enabled"] === true;
  return subject.kind === "local_group" && names.every((name) => name === "excludes");
}

function printScenario(name: string, states: readonly WantedState[], hasScript: boolean, context: string | undefined): string[] {
  const isTryable =
    !hasScript &&
    states.length > 0 &&
    states.every(
      (state) =>
        state.guard === undefined &&
        (state.state === "absent" || GIVEN_ALIKE.has(state.subject.kind)) &&
        (!isUsers(state.subject) || context === "user"),
    );
  if (hasScript)
    return [
      "// A scenario says what the machine is like and what must come of it: docs/testing.md.",
      `// scenario "…" for ${name} { given { … } expect detect noncompliant expect fix succeeded }`,
    ];
  if (!isTryable) {
    const verdict = states.every((state) => state.guard?.exists === true || isSoAtFirst(state)) ? "compliant" : "noncompliant";
    return [
      `scenario "as a machine comes" for ${name} {`,
      ...(context === "user" ? [`  given { ${SIGNED_IN} }`] : []),
      `  expect detect ${verdict}`,
      "}",
    ];
  }
  const given = [
    ...(context === "user" ? [`    ${SIGNED_IN}`] : []),
    ...states
      .filter((state) => state.state === "present")
      .map((state) => `    ${printSubject(state.subject)}${printGiven(state.properties)}`),
  ];
  return [
    `scenario "all is as it must be" for ${name} {`,
    ...(given.length === 0 ? [] : ["  given {", ...given, "  }"]),
    "  expect detect compliant",
    "  expect fix succeeded",
    "}",
  ];
}

function printGiven(properties: Readonly<Record<string, PropertyValue>>): string {
  return printProperties(properties) || " present";
}

function excerpt(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > 100 ? `${line.slice(0, 97)}…` : line;
}

/** A remedy's name from the file's or its folder's, without what only says which half it is. */
export function nameOfPair(path: string): string {
  const parts = path
    .replaceAll("\\", "/")
    .split("/")
    .filter((part) => part !== "" && part !== "." && part !== "..");
  for (const part of parts.reverse()) {
    const bare = part
      .replace(/\.ps1$/i, "")
      .replace(/([a-z0-9])([A-Z])/g, "$1_$2")
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, "_")
      .split("_")
      .filter(
        (word) =>
          word !== "" &&
          !/^(?:detect|detection|detector|remediate|remediation|remedy|remediaton|check|script|intune|get|ps1|\d+)$/.test(word),
      )
      .join("_");
    const name = bare.replace(/^(\d)/, "_$1").slice(0, 60);
    if (name.length > 1) return /^[a-z]/.test(name) ? name : `remedy${name}`;
  }
  return "imported";
}

function humanize(name: string): string {
  const words = name.replaceAll("_", " ");
  return `${words[0]?.toUpperCase() ?? ""}${words.slice(1)}`;
}

/** What the script's help says that it is for, in a line. */
function titleOf(script: Script, name: string): string {
  const help = /\.(?:SYNOPSIS|DESCRIPTION)\s+([^\r\n.][^\r\n]*)/i.exec(script.text.slice(0, 5000))?.[1]?.trim();
  const text = help ?? `${humanize(name)}.`;
  return text.replace(/[\p{Cc}]/gu, " ").slice(0, 200);
}
