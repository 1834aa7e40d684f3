import { MarkupKind } from "vscode-languageserver-types";
import type { Hover } from "vscode-languageserver-types";
import { resolveAccount } from "../accounts/accounts.ts";
import type { CheckedProgram, Symbol } from "../checker/checked-program.ts";
import type { Type } from "../checker/type.ts";
import { describeType } from "../checker/types/describe.ts";
import { pathVariables } from "../checker/value-checks/path-variables.ts";
import { describeMember, renderKind, renderType } from "../resources/catalog/reference.ts";
import type { KeyParameter, Property, Query, ResourceKind } from "../resources/catalog/model.ts";
import { getSpanText } from "../source/source-file.ts";
import type { Span } from "../source/source-file.ts";
import type { Expression, NameNode, StringExpression } from "../syntax/expressions.ts";
import type { FileNode, FormalNode } from "../syntax/file.ts";
import type { SyntaxNode } from "../syntax/visitor.ts";
import { lex } from "../../grammar/lexer.ts";
import { describeWord } from "./language-words.ts";
import { toRange } from "./positions.ts";
import { TokenList } from "./tokens.ts";
import { findPath } from "./tree.ts";
import { wellKnownServices } from "./well-known/services.ts";

/** What stands at an offset, as Markdown: of a name what it is, of a text what it stands for on a device, of a keyword what it means. */
export function hover(program: CheckedProgram, file: FileNode, offset: number): Hover | undefined {
  const path = findPath(file, offset);
  const node = path.at(-1);
  const found = node && (describeName(program, path) ?? describeText(program, path, offset));
  if (found) return toHover(found.markdown, found.span);
  return describeKeyword(file, offset, path);
}

interface Described {
  readonly markdown: string;
  readonly span: Span;
}

function toHover(value: string, span: Span): Hover {
  return { contents: { kind: MarkupKind.Markdown, value }, range: toRange(span) };
}

/** Markdown of code, then what it means. */
function code(text: string, documentation = ""): string {
  return `\`\`\`remedy\n${text}\n\`\`\`${documentation === "" ? "" : `\n\n${documentation}`}`;
}

function describeName(program: CheckedProgram, path: readonly SyntaxNode[]): Described | undefined {
  const name = path.at(-1);
  const parent = path.at(-2);
  if (name?.kind !== "name" || !parent) return undefined;
  const markdown = describeMemberName(program, name, parent, path) ?? describeSymbol(program, name, parent);
  return markdown === undefined ? undefined : { markdown, span: name.span };
}

/** The name of an entry, a member, an argument, a verb. */
function describeMemberName(program: CheckedProgram, name: NameNode, parent: SyntaxNode, path: readonly SyntaxNode[]): string | undefined {
  switch (parent.kind) {
    case "entry": {
      const property = program.entries.get(parent);
      const owner = path.at(-3);
      const kind = owner?.kind === "state" ? program.stateKinds.get(owner) : undefined;
      return property && showProperty(property, kind);
    }
    case "member": {
      const resolution = program.resolutions.get(parent);
      if (resolution?.kind === "property")
        return resolution.property === "exists"
          ? code("exists: bool", "Whether it is there; of a selection, whether one is.")
          : showProperty(resolution.property, kindOf(program.types.get(resolution.object)));
      return resolution?.kind === "key" ? showKey(resolution.key) : undefined;
    }
    case "named-argument":
    case "filter-argument": {
      const call = path.at(-3);
      const resolution = call?.kind === "call" ? program.resolutions.get(call) : undefined;
      if (resolution?.kind !== "resource") return undefined;
      const { keys, properties } = resolution.resourceKind;
      const key = keys.find((one) => one.name === name.text);
      const property = properties.find((one) => one.name === name.text);
      return key ? showKey(key) : property && showProperty(property, resolution.resourceKind);
    }
    case "action": {
      if (name !== parent.verb) return undefined;
      const verb = program.verbs.get(parent);
      return verb && code(`${verb.name} …`, `${verb.documentation}\n\nAfterwards: ${verb.guarantees}`);
    }
    default:
      return undefined;
  }
}

function describeSymbol(program: CheckedProgram, name: NameNode, parent: SyntaxNode): string | undefined {
  const symbol = program.symbols.get(name);
  if (symbol && symbol.kind !== "enum-member") return showSymbol(program, symbol);
  return parent.kind === "name-expression" ? showWord(program, parent, name.text) : undefined;
}

function showSymbol(program: CheckedProgram, symbol: Exclude<Symbol, { readonly kind: "enum-member" }>): string | undefined {
  switch (symbol.kind) {
    case "resource-kind":
      return renderKind(symbol.resourceKind);
    case "let": {
      const value = getSpanText(symbol.node.value.span);
      return code(`let ${symbol.name} = ${shorten(value)}`, symbol.node.documentation ?? "");
    }
    case "param":
      return code(`param ${showFormal(symbol.node)}`, documentationOf(program, symbol.node));
    case "formal":
      return code(showFormal(symbol.node), "A parameter of the part.");
    case "element":
      return code(symbol.name, `Each element: ${describeType(symbol.type)}.`);
    case "part":
      return code(`part ${symbol.name}(${symbol.node.formals.map(showFormal).join(", ")})`, symbol.node.documentation ?? "");
    case "remedy":
      return code(`remedy ${symbol.name}`, symbol.node.documentation ?? "");
    case "changed":
    case "secret-store":
      return describeWord(symbol.name, false);
    default:
      return symbol satisfies never;
  }
}

function documentationOf({ files }: CheckedProgram, formal: FormalNode): string {
  for (const file of files)
    for (const declaration of file.declarations)
      if (declaration.kind === "remedy")
        for (const member of declaration.members)
          if (member.kind === "param" && member.formal === formal) return member.documentation ?? "";
  return "";
}

function showFormal(formal: FormalNode): string {
  const value = formal.defaultValue ? ` = ${getSpanText(formal.defaultValue.span)}` : "";
  return `${formal.name.text}: ${getSpanText(formal.type.span)}${value}`;
}

const LONGEST = 300;

function shorten(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

function showWord({ types }: CheckedProgram, expression: Expression, word: string): string | undefined {
  const type = types.get(expression);
  const plain = type?.kind === "optional" ? type.of : type;
  const member = plain?.kind === "enum" ? plain.members.find(({ name }) => name === word) : undefined;
  return member && plain?.kind === "enum" ? code(`${plain.id}: ${word}`, member.documentation) : undefined;
}

function kindOf(type: Type | undefined): ResourceKind | undefined {
  const plain = type?.kind === "optional" ? type.of : type;
  return plain?.kind === "resource" ? plain.resourceKind : undefined;
}

function showProperty(property: Property, kind: ResourceKind | undefined): string {
  const roles = {
    state: "a state: tested, and fixed where it differs",
    means: "a means: serves the fix alone",
    reading: "a reading: never ensured",
  };
  const value = property.defaultValue === undefined ? "" : ` = ${property.defaultValue}`;
  const owner = kind ? `${kind.name}.` : "";
  return `${code(`${owner}${property.name}: ${plainType(property)}${value}`, describeMember(property))}\n\n*${roles[property.role]}*`;
}

function showKey(key: KeyParameter): string {
  const value = key.defaultValue === undefined ? "" : ` = ${key.defaultValue}`;
  return code(`${key.name}: ${plainType(key)}${value}`, describeMember(key));
}

function plainType({ type }: Property | KeyParameter | Query): string {
  return renderType(type).replaceAll("`", "");
}

/** A text: the SID of an account, a right's name in secpol.msc, a service's name in services.msc, whose a variable of a path is. */
function describeText(program: CheckedProgram, path: readonly SyntaxNode[], offset: number): Described | undefined {
  const node = path.findLast((one): one is StringExpression => one.kind === "string");
  if (!node || path.some((one) => one.kind === "interpolation")) return undefined;
  const text = node.parts.map((part) => (part.kind === "text-part" ? part.value : "")).join("");
  const type = program.types.get(node);
  const plain = type?.kind === "optional" ? type.of : type;
  const markdown = ((): string | undefined => {
    if (plain?.kind === "account") return describeAccount(text);
    if (plain?.kind === "enum") {
      const member = plain.members.find(({ name }) => name.toLowerCase() === text.toLowerCase());
      return member && code(`"${member.name}"`, member.documentation);
    }
    const shown = isServiceName(program, path, node)
      ? [...wellKnownServices].find(([name]) => name.toLowerCase() === text.toLowerCase())
      : undefined;
    return shown ? `**${shown[1]}** (\`${shown[0]}\`)` : describeVariable(node, offset);
  })();
  return markdown === undefined ? undefined : { markdown, span: node.span };
}

/** What the compiler makes of an account. */
export function describeAccount(text: string): string {
  const account = resolveAccount(text);
  switch (account.kind) {
    case "sid":
      return `**${account.name}**\n\n\`${account.sid}\`, the same on every Windows: the script knows it by this SID.`;
    case "device":
      return `Resolved to its SID on the device: ${account.reason}.`;
    case "unknown":
      return `No account of Windows.${account.suggestion === undefined ? "" : ` Did you mean \`${account.suggestion}\`?`}`;
    default:
      return account satisfies never;
  }
}

function isServiceName(program: CheckedProgram, path: readonly SyntaxNode[], node: StringExpression): boolean {
  const argument = path.at(path.indexOf(node) - 1);
  const call = path.at(path.indexOf(node) - 2);
  if (argument?.kind !== "positional-argument" || call?.kind !== "call") return false;
  const resolution = program.resolutions.get(call);
  return resolution?.kind === "resource" && resolution.resourceKind.name === "service";
}

function describeVariable(node: StringExpression, offset: number): string | undefined {
  const text = getSpanText(node.span);
  for (const { 0: image, 1: name, index } of text.matchAll(/%([^%\s]+)%/g)) {
    const start = node.span.start + index;
    const known = pathVariables.get((name ?? "").toLowerCase());
    if (start <= offset && offset <= start + image.length && known)
      return `\`%${known.name}%\`: ${known.owner === "user" ? "a folder of the person for whom the script runs" : "a folder of the machine, resolved on the device"}.`;
  }
  return undefined;
}

function describeKeyword(file: FileNode, offset: number, path: readonly SyntaxNode[]): Hover | undefined {
  const list = new TokenList(lex(file.source).tokens);
  let index = list.findBefore(offset + 1);
  if (list.endOf(index) < offset || !/^[a-z]+$/.test(list.imageOf(index))) index = list.findBefore(offset);
  const word = list.imageOf(index);
  if (offset < list.startOf(index) || offset > list.endOf(index) || !/Keyword$/.test(list.typeOf(index))) return undefined;
  const markdown = describeWord(
    word,
    path.some(({ kind }) => kind === "scenario" || kind === "promise"),
  );
  if (markdown === undefined) return undefined;
  const span = { file: file.source, start: list.startOf(index), end: list.endOf(index) };
  return toHover(`**${word}**: ${markdown}`, span);
}
