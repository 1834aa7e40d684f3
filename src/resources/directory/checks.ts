import { findConstantText, findOrigin } from "../../checker/constant-text.ts";
import { report } from "../../checker/context.ts";
import type { CheckContext } from "../../checker/context.ts";
import type { KindChecks, Stated } from "../../checker/kind-checks.ts";
import { isAddress } from "../../checker/value-checks/path-texts.ts";
import type { EntryNode, StateNode } from "../../syntax/file.ts";

export const checks: KindChecks = { checkState };

function checkState(context: CheckContext, { state, given, use }: Stated): void {
  if (use !== "ensure") return;
  checkFiles(context, state);
  checkSource(context, given);
}

/** A folder is filled from an archive with this hash: neither is of use alone. Of an address the plan says so. */
function checkSource(context: CheckContext, given: ReadonlyMap<string, EntryNode>): void {
  const [source, sha256] = [given.get("source"), given.get("sha256")];
  const only = source && !sha256 ? source : sha256 && !source ? sha256 : undefined;
  if (!only || (only === source && isAddress(findConstantText(context, only.value, "") ?? ""))) return;
  report(context, "RMD3039", only.name.span, { given: only.name.text, missing: only === source ? "sha256" : "source" });
}

/** A folder is ensured as a whole: `files: ["*.log"]` says what of it is measured and cleared. */
function checkFiles(context: CheckContext, state: StateNode): void {
  const origin = findOrigin(context, state.resource);
  const resolution = origin.kind === "call" ? context.resolutions.get(origin) : undefined;
  if (resolution?.kind !== "resource" || ![...resolution.keys.keys()].some(({ name }) => name === "files")) return;
  report(context, "RMD3038", state.resource.span, {});
}
