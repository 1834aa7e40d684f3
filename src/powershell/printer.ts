import type { PsArgument, PsBlock, PsBranch, PsCommand, PsExpression, PsHashtableEntry, PsStatement } from "./ast.ts";
import { group, hardLine, ifBroken, indent, join, line, literalLine, row, softLine, widthOf } from "./document.ts";
import type { Doc } from "./document.ts";
import { layOut } from "./layout.ts";
import { parsePowerShell } from "../syntax/powershell-parser.ts";
import { commentText } from "./literals.ts";

/** Longest line that the printer aims at; a reviewer's window holds it. A single literal may be longer. */
const PRINT_WIDTH = 150;

/**
 * Prints statements as a careful engineer would lay them out: two spaces, one statement a line, blocks on one line while they fit, and a
 * call with many arguments one argument a line. Lines end with LF (the script as a whole is converted to CRLF once, at its end).
 * `level` is the indentation, in steps of two spaces, of the place where the text will stand.
 */
export function printStatements(statements: readonly PsStatement[], level: number): string {
  return " ".repeat(level * 2) + layOut(printBody(statements), PRINT_WIDTH, level * 2);
}

function printBody(statements: readonly PsStatement[]): Doc {
  return join(hardLine, statements.map(printStatement));
}

function printStatement(statement: PsStatement): Doc {
  switch (statement.kind) {
    case "comment":
      return `# ${commentText(statement.text)}`;
    case "expression":
      return statement.expression.kind === "command" ? printCommandStatement(statement.expression) : printRoot(statement.expression);
    case "return":
      return row(["return ", printRoot(statement.value)]);
    case "assign":
      return row([`$${statement.variable} = `, printRoot(statement.value)]);
    case "if":
      return join(
        " ",
        statement.branches.map((branch, i) => {
          const leaves = branch.body.length === 1 && branch.body[0]?.kind === "leave";
          return leaves
            ? row([printBranchHead(branch, i), " ", printBody(branch.body), " }"])
            : row([printBranchHead(branch, i), indent([hardLine, printBody(branch.body)]), hardLine, "}"]);
        }),
      );
    case "foreach":
      return row([
        `foreach ($${statement.variable} in `,
        printOperand(statement.list),
        ") {",
        indent([hardLine, printBody(statement.body)]),
        hardLine,
        "}",
      ]);
    case "try":
      return row([
        "try {",
        indent([hardLine, printBody(statement.body)]),
        hardLine,
        "}",
        hardLine,
        "finally { ",
        printBody([statement.finally]),
        " }",
      ]);
    case "leave":
      return statement.word;
    case "function":
      return row([`function ${statement.name} {`, indent([hardLine, printBody(statement.body)]), hardLine, "}"]);
    case "verbatim":
      return printVerbatim(statement.lines);
    default:
      return unreachable(statement);
  }
}

/** Lines are indented to their place, except those that begin inside a string: there white space counts, and a here-string's end stands at the margin. */
function printVerbatim(lines: readonly string[]): Doc {
  const source = lines.join("\n");
  const inside = new Set<number>();
  for (const string of parsePowerShell(source).strings)
    for (let end = source.indexOf("\n", string.start); end >= 0 && end < string.end; end = source.indexOf("\n", end + 1))
      inside.add(end + 1);
  const docs: Doc[] = [];
  let offset = 0;
  for (const [i, text] of lines.entries()) {
    if (i > 0) docs.push(inside.has(offset) ? literalLine : hardLine);
    docs.push(text);
    offset += text.length + 1;
  }
  return row(docs);
}

function printBranchHead(branch: PsBranch, index: number): Doc {
  if (!branch.condition) return "else {";
  return row([index === 0 ? "if (" : "elseif (", printRoot(branch.condition), ") {"]);
}

/** A call as a statement. Functions (not the engine's words) whose call would be too long get a line for each argument. */
function printCommandStatement(command: PsCommand): Doc {
  const printed = printCommand(command);
  const named = command.arguments.filter((argument) => argument.kind !== "positional");
  if (!command.name.includes("-") || named.length < command.arguments.length || flatWidth(printed) <= PRINT_WIDTH - 8) return printed;
  return row([command.name, indent(named.flatMap((argument) => [" `", hardLine, printArgument(argument)]))]);
}

/** The width on one line; where a line must end, as many characters as there are in all lines. */
function flatWidth(doc: Doc): number {
  const width = widthOf(doc);
  return width === Infinity ? layOut(doc, Infinity, 0).length : width;
}

function printCommand(command: PsCommand): Doc {
  const parts: Doc[] = [command.name];
  // A loop, here and wherever each resource comes by: flatMap calls V8's runtime for each element.
  for (const argument of command.arguments) parts.push(" ", printArgument(argument));
  return group(parts);
}

function printArgument(argument: PsArgument): Doc {
  switch (argument.kind) {
    case "positional":
      return printArgumentValue(argument.value);
    case "named":
      return row([`-${argument.name} `, printArgumentValue(argument.value)]);
    case "switch":
      return `-${argument.name}`;
    default:
      return unreachable(argument);
  }
}

/** In argument mode a block is not grouped by itself, so all blocks of a call stand on one line or none does. */
function printArgumentValue(value: PsExpression): Doc {
  if (value.kind === "block") return printBlock(value);
  if (value.kind === "named" && value.shared.uses <= 1) return printArgumentValue(value.value);
  // There `[ordered]` would be a word by itself.
  return value.kind === "hashtable" && value.ordered ? row(["(", printOperand(value), ")"]) : printOperand(value);
}

function printBlock(block: PsBlock): Doc {
  if (block.body.length === 0) return "{ }";
  // The author's last line may end in a comment.
  const end = block.body.some((statement) => statement.kind === "verbatim") ? hardLine : line;
  return row(["{", indent([line, printBody(block.body)]), end, "}"]);
}

/** Where a whole expression stands (after `=`, inside `if (…)`): no parentheses around it. */
function printRoot(expression: PsExpression): Doc {
  switch (expression.kind) {
    case "command":
      return printCommand(expression);
    case "binary":
      return printBinary(expression);
    case "not":
      return row(["-not ", printOperand(expression.operand)]);
    case "join":
      return row(["-join ", printArray(expression.parts)]);
    case "named":
      return expression.shared.uses > 1 ? `$${expression.shared.variable}` : printRoot(expression.value);
    default:
      return printOperand(expression);
  }
}

/** Where an operand or an argument stands: whatever is not a primary gets parentheses. */
function printOperand(expression: PsExpression): Doc {
  switch (expression.kind) {
    case "literal":
      return expression.text;
    case "variable":
      return `$${expression.name}`;
    case "named":
      return expression.shared.uses > 1 ? `$${expression.shared.variable}` : printOperand(expression.value);
    case "member":
      return row([printOperand(expression.object), ".", expression.name]);
    case "method":
      return row([printOperand(expression.object), ".", expression.name, "(", join(", ", expression.arguments.map(printRoot)), ")"]);
    case "array":
      return printArray(expression.elements);
    case "hashtable":
      return printHashtable(expression.ordered, expression.entries);
    case "block":
      return group([printBlock(expression)]);
    case "command":
    case "binary":
    case "not":
    case "join":
      return row(["(", printRoot(expression), ")"]);
    default:
      return unreachable(expression);
  }
}

/** `-and` and `-or` have the same precedence in PowerShell (about_Operator_Precedence): only a chain of one operator goes without parentheses. */
function printBinary(expression: PsExpression & { kind: "binary" }): Doc {
  const chain = flattenChain(expression, expression.operator);
  const isLogical = expression.operator === "-and" || expression.operator === "-or";
  const [first, ...rest] = chain.map(printOperand);
  // A line may end after an operator, so that is where a long condition breaks.
  const others = rest.map((operand) => row([` ${expression.operator}`, isLogical ? line : " ", operand]));
  return group([first ?? "", indent(others)]);
}

function flattenChain(expression: PsExpression, operator: string): PsExpression[] {
  if (expression.kind === "binary" && expression.operator === operator && (operator === "-and" || operator === "-or")) {
    return [...flattenChain(expression.left, operator), ...flattenChain(expression.right, operator)];
  }
  return expression.kind === "binary" && expression.operator === operator && operator !== "-and" && operator !== "-or"
    ? [expression.left, expression.right]
    : [expression];
}

function printArray(elements: readonly PsExpression[]): Doc {
  if (elements.length === 0) return "@()";
  return group(["@(", indent([softLine, join(row([",", line]), elements.map(printOperand))]), softLine, ")"]);
}

function printHashtable(ordered: boolean, entries: readonly PsHashtableEntry[]): Doc {
  const open = ordered ? "[ordered]@{" : "@{";
  if (entries.length === 0) return `${open} }`;
  const printed = entries.map((entry) => row([typeof entry.key === "string" ? entry.key : entry.key.text, " = ", printRoot(entry.value)]));
  return group([open, indent([line, join(row([ifBroken("", ";"), line]), printed)]), line, "}"]);
}

function unreachable(value: never): never {
  throw new Error(`unexpected node ${JSON.stringify(value)}`);
}
