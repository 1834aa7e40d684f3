import type { Reference } from "./cursor.ts";
import type { TokenList } from "./tokens.ts";

/** What a `{` begins. */
export type Block =
  | { readonly kind: "remedy" }
  /** Of a step, a part, what is inside them, or of `fix` and `on failure`, which hold actions. */
  | { readonly kind: "statements"; readonly isOfActions: boolean; readonly isOfFailure: boolean }
  /** `{ state: running }` behind a resource. */
  | { readonly kind: "state"; readonly resource: Reference; readonly use: "ensure" | "given" | "expect" }
  /** What is said of an action: `clear jobs { older_than: 7d }`. */
  | { readonly kind: "options"; readonly verb: string; readonly resource: Reference }
  | { readonly kind: "scenario" }
  | { readonly kind: "promise" }
  /** The conditions of a promise, or the one of a check. */
  | { readonly kind: "conditions" }
  | { readonly kind: "given" }
  | { readonly kind: "unknown" };

/** Words that begin what has a block, and what that block is; `inherit`: the same as the block around it. */
const HEADS: { readonly [type: string]: "remedy" | "scenario" | "promise" | "statements" | "inherit" | "conditions" } = {
  RemedyKeyword: "remedy",
  ScenarioKeyword: "scenario",
  PromiseKeyword: "promise",
  PartKeyword: "statements",
  StepKeyword: "statements",
  WhenKeyword: "inherit",
  EachKeyword: "inherit",
  WithKeyword: "inherit",
  CheckKeyword: "conditions",
};

/** Tells what the brace at an index begins, by what stands before it. */
export function findBlock(list: TokenList, brace: number): Block {
  const around = findAround(list, brace);
  const statements = (isOfActions: boolean, isOfFailure = false): Block => ({ kind: "statements", isOfActions, isOfFailure });
  switch (list.typeOf(brace - 1)) {
    case "FixKeyword":
      return statements(true);
    case "FailureKeyword":
      return statements(true, true);
    case "UninstallKeyword":
      return statements(false);
    case "ElseKeyword":
    case "StoppedKeyword":
      return around;
    case "AlwaysKeyword":
    case "FinallyKeyword":
      return { kind: "conditions" };
    case "GivenKeyword":
      return around.kind === "promise" ? { kind: "conditions" } : { kind: "given" };
    default:
  }
  const resource = findResource(list, brace);
  if (resource) {
    const ahead = list.typeOf(resource.first - 1);
    if (ahead === "EnsureKeyword") return { kind: "state", resource, use: "ensure" };
    if (ahead === "ExpectKeyword") return { kind: "state", resource, use: "expect" };
    if (around.kind === "given") return { kind: "state", resource, use: "given" };
    const isAction = around.kind === "statements" && around.isOfActions && list.isName(resource.first - 1) && !(ahead in HEADS);
    if (isAction) return { kind: "options", verb: list.imageOf(resource.first - 1), resource };
  }
  const head = findHead(list, brace);
  if (head === undefined) return { kind: "unknown" };
  const kind = HEADS[head];
  if (kind === undefined) return { kind: "unknown" };
  return kind === "inherit" ? around : kind === "statements" ? statements(false) : { kind };
}

/** The block that a brace stands in. */
function findAround(list: TokenList, brace: number): Block {
  const outer = list.listOpen(brace - 1).findLast((index) => list.typeOf(index) === "LeftBrace");
  return outer === undefined ? { kind: "unknown" } : findBlock(list, outer);
}

/** The resource that ends before a brace, `absent` and `present` passed over. */
function findResource(list: TokenList, brace: number): Reference | undefined {
  const hasPresence = ["AbsentKeyword", "PresentKeyword"].includes(list.typeOf(brace - 1));
  const last = hasPresence ? brace - 2 : brace - 1;
  const first = list.findReferenceStart(last);
  return first === undefined ? undefined : { first, last };
}

/** The type of the nearest word before a brace, in the same block, that begins something with a block. */
function findHead(list: TokenList, brace: number): string | undefined {
  for (let i = brace - 1; i >= 0; i--) {
    const type = list.typeOf(i);
    if (type === "LeftBrace" || type === "RightBrace") return undefined;
    const isName = list.typeOf(i - 1) === "Dot" || list.typeOf(i + 1) === "Colon";
    if (Object.hasOwn(HEADS, type) && !isName) return type;
  }
  return undefined;
}
