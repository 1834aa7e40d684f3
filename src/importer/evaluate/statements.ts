import type { LoopNode, Statement, SwitchNode, TryNode } from "../syntax/ast.ts";
import { NEVER, and, not, or } from "./conditions.ts";
import type { Condition } from "./conditions.ts";
import { evaluatePipeline, toCondition, evaluateExpression, assign } from "./expressions.ts";
import { MOST_STEPS, createFrame, isLive, join, leave, under, unknownCondition } from "./run.ts";
import type { Run } from "./run.ts";
import { NOTHING, choose, constant, textOf, unknown } from "./values.ts";
import type { Value } from "./values.ts";

/** Goes through statements as far as they are reached. */
export function runStatements(run: Run, statements: readonly Statement[]): void {
  for (const statement of statements) if (statement.kind === "function") run.functions.set(statement.name, statement);
  for (const statement of statements) {
    if (!isLive(run)) return;
    if (++run.steps > MOST_STEPS) {
      leave(run, "the script is too long to be followed to its end", statement);
      return;
    }
    runStatement(run, statement);
  }
}

function runStatement(run: Run, statement: Statement): void {
  switch (statement.kind) {
    case "pipeline": {
      const value = evaluatePipeline(run, statement, true);
      if (value !== NOTHING) run.frame.output.push({ when: run.live, value });
      return;
    }
    case "assign":
      assign(run, statement);
      return;
    case "if":
      runIf(run, statement.clauses, statement.otherwise);
      return;
    case "foreach":
      runForeach(run, statement.variable, evaluateStatement(run, statement.list), statement.body);
      return;
    case "loop":
      runLoop(run, statement);
      return;
    case "switch":
      runSwitch(run, statement);
      return;
    case "try":
      runTry(run, statement);
      return;
    case "flow":
      runFlow(run, statement);
      return;
    case "function":
      return;
    case "other":
      leave(run, statement.word === "" ? "it is no PowerShell" : `'${statement.word}' has no counterpart`, statement);
  }
}

/** What a statement gives where a value stands. */
export function evaluateStatement(run: Run, statement: Statement): Value {
  if (statement.kind === "pipeline") return evaluatePipeline(run, statement, false);
  return capture(run, () => runStatement(run, statement));
}

/** What statements give, one value or a list. */
export function capture(run: Run, body: () => void): Value {
  const outer = run.frame.output;
  run.frame.output = [];
  body();
  const { output } = run.frame;
  run.frame.output = outer;
  return fold(output);
}

export function fold(output: readonly { when: Condition; value: Value }[]): Value {
  const [first, ...rest] = output;
  if (!first) return NOTHING;
  if (rest.length === 0) return first.value;
  // What is given on one way or another is a choice; what is given on the same way is a list.
  let value: Value = output.at(-1)?.value ?? NOTHING;
  for (const [i, { when, value: earlier }] of [...output.entries()].reverse().slice(1)) {
    const next = output[i + 1];
    if (next && and(when, next.when) === NEVER) value = choose(when, earlier, value);
    else if (when.op === "constant" || next?.when === when)
      value = { kind: "list", items: [earlier, ...(value.kind === "list" ? value.items : [value])] };
    else value = choose(when, earlier, value);
  }
  return value;
}

function runIf(
  run: Run,
  clauses: readonly { condition: Statement; body: readonly Statement[] }[],
  otherwise: readonly Statement[] | undefined,
): void {
  const [clause, ...rest] = clauses;
  if (!clause) {
    runStatements(run, otherwise ?? []);
    return;
  }
  const condition = toCondition(run, evaluateStatement(run, clause.condition), clause.condition);
  const yes = under(run, condition, () => runStatements(run, clause.body));
  const no = under(run, not(condition), () => runIf(run, rest, otherwise));
  join(run, condition, yes, no);
}

/** A body for each element that is known, or once for all that a selection has. */
export function runForeach(run: Run, variable: string, list: Value, body: readonly Statement[]): void {
  if (list.kind === "choice") {
    const yes = under(run, list.condition, () => runForeach(run, variable, list.yes, body));
    const no = under(run, not(list.condition), () => runForeach(run, variable, list.no, body));
    join(run, list.condition, yes, no);
    return;
  }
  const items = list.kind === "list" ? list.items : list === NOTHING ? [] : [list];
  inLoop(run, () => {
    for (const item of items) {
      if (!isLive(run)) return;
      const exists =
        item.kind === "object" ? item.exists : item.kind === "unknown" ? unknownCondition(run, body[0] ?? { start: 0, end: 0 }) : undefined;
      const turn = (): void => {
        run.variables.set(variable, item);
        runStatements(run, body);
        run.live = or(run.live, run.frame.continued);
        run.frame.continued = NEVER;
      };
      if (exists === undefined) turn();
      else
        join(
          run,
          exists,
          under(run, exists, turn),
          under(run, not(exists), () => undefined),
        );
    }
  });
}

function inLoop(run: Run, body: () => void): void {
  const { broken, continued } = run.frame;
  run.frame.broken = run.frame.continued = NEVER;
  body();
  run.live = or(run.live, run.frame.broken, run.frame.continued);
  run.frame.broken = broken;
  run.frame.continued = continued;
}

/** A loop by a condition: its body once, and what it assigns is not known behind it. */
function runLoop(run: Run, loop: LoopNode): void {
  if (loop.word === "for" && loop.parts[0]) runStatement(run, loop.parts[0]);
  const condition = unknownCondition(run, loop.parts.at(-1) ?? loop);
  const acts = run.acts.length;
  inLoop(run, () => {
    const yes = under(run, condition, () => runStatements(run, loop.body));
    join(
      run,
      condition,
      yes,
      under(run, not(condition), () => undefined),
    );
  });
  for (const name of assignedIn(loop.body)) run.variables.set(name, unknown("it is assigned in a loop"));
  if (run.acts.length > acts) leave(run, `it repeats '${loop.word}' until something changes`, loop);
}

function assignedIn(statements: readonly Statement[]): string[] {
  return statements.flatMap((statement) =>
    statement.kind === "assign" && statement.target.kind === "variable"
      ? [statement.target.name]
      : statement.kind === "if"
        ? [...statement.clauses.flatMap((clause) => assignedIn(clause.body)), ...assignedIn(statement.otherwise ?? [])]
        : [],
  );
}

function runSwitch(run: Run, statement: SwitchNode): void {
  const value = evaluateStatement(run, statement.value);
  const cases = statement.cases.filter((entry) => entry.pattern !== undefined);
  const otherwise = statement.cases.find((entry) => entry.pattern === undefined)?.body;
  const go = (i: number): void => {
    const entry = cases[i];
    if (!entry?.pattern) {
      runStatements(run, otherwise ?? []);
      return;
    }
    const pattern = evaluateExpression(run, entry.pattern);
    const known = textOf(pattern);
    const operator = statement.flags.includes("wildcard") ? "like" : statement.flags.includes("regex") ? "match" : "eq";
    const compared =
      known === undefined
        ? undefined
        : value.kind === "data"
          ? value.compare(operator, known, entry.pattern)
          : value.kind === "constant" && operator === "eq"
            ? constantCondition(String(value.value).toLowerCase() === known.toLowerCase())
            : undefined;
    const condition = compared ?? unknownCondition(run, entry.pattern);
    join(
      run,
      condition,
      under(run, condition, () => runStatements(run, entry.body)),
      under(run, not(condition), () => go(i + 1)),
    );
  };
  inLoop(run, () => go(0));
}

function constantCondition(value: boolean): Condition {
  return { op: "constant", value };
}

/** The body, and a catch as far as it is known what raises; a catch that waits for another error is gone through for what stands in it only. */
function runTry(run: Run, statement: TryNode): void {
  const outer = run.frame.raised;
  const before = new Map(run.variables);
  const entered = run.live;
  run.frame.raised = NEVER;
  runStatements(run, statement.body);
  const { raised } = run.frame;
  run.frame.raised = outer;
  const behind = { variables: run.variables, live: run.live };
  const body = statement.catches[0]?.body;
  if (body === undefined) {
    run.frame.raised = or(outer, raised);
  } else if (raised !== NEVER) {
    run.variables = new Map(before);
    run.live = raised;
    runStatements(run, body);
    const caught = { variables: run.variables, live: run.live };
    run.variables = before;
    join(run, raised, caught, behind);
  } else {
    const wasInCatch = run.inCatch;
    run.inCatch = true;
    run.live = entered;
    run.variables = new Map(before);
    runStatements(run, body);
    run.inCatch = wasInCatch;
    run.live = behind.live;
    run.variables = behind.variables;
  }
  if (statement.last.length > 0) runStatements(run, statement.last);
}

function runFlow(run: Run, statement: Extract<Statement, { kind: "flow" }>): void {
  switch (statement.word) {
    case "exit": {
      const value = statement.value ? evaluateStatement(run, statement.value) : constant(0);
      exitWith(run, value, run.live, statement);
      run.live = NEVER;
      return;
    }
    case "return":
      if (statement.value) {
        const value = evaluateStatement(run, statement.value);
        run.frame.output.push({ when: run.live, value });
      }
      run.live = NEVER;
      return;
    case "throw":
      if (statement.value) evaluateStatement(run, statement.value);
      run.frame.raised = or(run.frame.raised, run.live);
      run.live = NEVER;
      return;
    case "break":
      run.frame.broken = or(run.frame.broken, run.live);
      run.live = NEVER;
      return;
    case "continue":
      run.frame.continued = or(run.frame.continued, run.live);
      run.live = NEVER;
  }
}

function exitWith(run: Run, value: Value, when: Condition, place: { start: number; end: number }): void {
  if (value.kind === "choice") {
    exitWith(run, value.yes, and(when, value.condition), place);
    exitWith(run, value.no, and(when, not(value.condition)), place);
  } else if (value.kind === "condition") {
    exitWith(run, constant(1), and(when, value.condition), place);
    exitWith(run, constant(0), and(when, not(value.condition)), place);
  } else if (when !== NEVER) {
    const code = value.kind === "constant" ? Number(value.value) : Number.NaN;
    run.exits.push({ code: Number.isInteger(code) ? code : undefined, when, afterError: run.inCatch, start: place.start, end: place.end });
  }
}

/** A function's or a block's turn with variables of its own. */
export function runBody(run: Run, statements: readonly Statement[], bound: ReadonlyMap<string, Value>): Value {
  if (run.depth >= 8) return unknown("functions call each other too deep");
  run.depth++;
  const { variables, frame, live } = run;
  run.variables = new Map([...variables, ...bound]);
  run.frame = { ...createFrame() };
  runStatements(run, statements);
  const value = fold(run.frame.output);
  const { raised } = run.frame;
  // What a function sets in the script's own scope is not followed; each of its ways but an exit or an error comes back.
  const exited = or(...run.exits.filter((exit) => !exit.afterError).map((exit) => exit.when));
  run.frame = frame;
  run.variables = variables;
  run.live = and(live, not(raised), not(exited));
  run.frame.raised = or(run.frame.raised, raised);
  run.depth--;
  return value;
}
