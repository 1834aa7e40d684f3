import { findConstantText, findOrigin } from "../../checker/constant-text.ts";
import { report } from "../../checker/context.ts";
import type { CheckContext } from "../../checker/context.ts";
import type { Action, KindChecks } from "../../checker/kind-checks.ts";
import type { Expression } from "../../syntax/expressions.ts";

export const checks: KindChecks = { checkUse };

/** A file that Windows starts as it is, by its full path. */
const PROGRAM = /^(?:[A-Za-z]:\\|\\\\[^\\?.]|%[^%]+%\\).*\.(?:exe|com)$/is;
/** Where nobody but TrustedInstaller writes, as `Use-Program` has it. */
const OF_WINDOWS = /^(?!.*\\\.\.?\\)(?:%SystemRoot%|%windir%|[A-Za-z]:\\Windows)\\/is;
/** What says which file is meant. */
const PROOFS: readonly string[] = ["signed_by", "sha256"];

/** What is known when compiling of a program that is asked or run: that its file is one, and may be trusted; `start_as_user` runs it with a person's own rights. */
function checkUse(context: CheckContext, object: Expression, action?: Action): void {
  const origin = findOrigin(context, object);
  if (origin.kind !== "call") return;
  const path = origin.arguments.find(
    (argument) => argument.kind === "positional-argument" || (argument.kind === "named-argument" && argument.name.text === "path"),
  );
  const text = path && path.kind !== "filter-argument" ? findConstantText(context, path.value) : undefined;
  if (path === undefined || text === undefined) return;
  const names = origin.arguments.flatMap((argument) => (argument.kind === "named-argument" ? [argument.name.text] : []));
  const isKnown = action?.verb === "start_as_user" || [...names, ...(action?.options ?? [])].some((name) => PROOFS.includes(name));
  if (PROGRAM.test(text) && (isKnown || OF_WINDOWS.test(text))) return;
  if (PROGRAM.test(text)) report(context, "RMD4106", path.span, { text });
  else report(context, "RMD4128", path.span, { path: text });
}
