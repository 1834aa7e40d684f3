import type { AnyNode, CommandNode, Script, Statement, TextNode } from "../syntax/ast.ts";
import { ALIASES } from "../evaluate/aliases.ts";

/** Where in a script a node stands. */
export interface Surroundings {
  readonly isInFunction: boolean;
  readonly isInLoop: boolean;
  readonly isInCatch: boolean;
  /** Within `{ … }` as a value, or brackets that hold statements. */
  readonly isInBlock: boolean;
}

const OUTSIDE: Surroundings = { isInFunction: false, isInLoop: false, isInCatch: false, isInBlock: false };

/** Visits every node of a script, outer ones first. */
export function walk(script: Script, visit: (node: AnyNode, where: Surroundings) => void): void {
  const go = (value: unknown, where: Surroundings): void => {
    if (Array.isArray(value)) for (const item of value) go(item, where);
    else if (typeof value === "object" && value !== null) {
      const node = value as AnyNode & { kind?: string };
      if (typeof node.kind === "string" && "start" in node) visit(node, where);
      const inner: Surroundings =
        node.kind === "function"
          ? { ...OUTSIDE, isInFunction: true }
          : node.kind === "foreach" || node.kind === "loop"
            ? { ...where, isInLoop: true }
            : node.kind === "block" || node.kind === "group"
              ? { ...where, isInBlock: true }
              : where;
      for (const [key, child] of Object.entries(value)) go(child, key === "catches" ? { ...inner, isInCatch: true } : inner);
    }
  };
  go(script.body, OUTSIDE);
}

/** Every list of statements of a script, with whether a function holds it. */
export function listsOf(script: Script): { readonly statements: readonly Statement[]; readonly isInFunction: boolean }[] {
  const lists: { statements: readonly Statement[]; isInFunction: boolean }[] = [{ statements: script.body, isInFunction: false }];
  walk(script, (node, { isInFunction }) => {
    if (node.kind === "if") {
      for (const { body } of node.clauses) lists.push({ statements: body, isInFunction });
      if (node.otherwise) lists.push({ statements: node.otherwise, isInFunction });
    } else if (node.kind === "try") {
      lists.push(
        { statements: node.body, isInFunction },
        { statements: node.last, isInFunction },
        ...node.catches.map(({ body }) => ({ statements: body, isInFunction })),
      );
    } else if (node.kind === "function") lists.push({ statements: node.body, isInFunction: true });
    else if (node.kind === "foreach" || node.kind === "loop") lists.push({ statements: node.body, isInFunction });
  });
  return lists;
}

/** A command's name in lower case, its alias resolved and a program's folder and ending left out; undefined where it is computed. */
export function nameOfCommand({ name }: CommandNode): string | undefined {
  const text = constantText(name);
  if (text === undefined) return undefined;
  const lower = text.toLowerCase();
  return ALIASES[lower] ?? (lower.split(/[\\/]/).at(-1) ?? lower).replace(/\.exe$/, "");
}

export function constantText(node: AnyNode | undefined): string | undefined {
  return node?.kind === "text" && node.parts.every((part) => typeof part === "string") ? node.parts.join("") : undefined;
}

/** The text of a node without what is put into it. */
export function plainText(node: TextNode): string {
  return node.parts.filter((part) => typeof part === "string").join("");
}

/** Whether a command has a parameter, shortened or not. */
export function hasParameter({ args }: CommandNode, name: string): boolean {
  return args.some((arg) => arg.kind === "parameter" && arg.name.length > 1 && name.startsWith(arg.name));
}
