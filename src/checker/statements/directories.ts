import type { ResourceKind } from "../../resources/catalog/model.ts";
import type { EntryNode, StateNode } from "../../syntax/file.ts";
import { findConstantText, findOrigin } from "../constant-text.ts";
import { report } from "../context.ts";
import type { CheckContext } from "../context.ts";
import { isAddress } from "../value-checks/paths.ts";

/** A folder is filled from an archive with this hash: neither is of use alone. Of an address the plan says so. */
export function checkDirectorySource(context: CheckContext, kind: ResourceKind, given: ReadonlyMap<string, EntryNode>): void {
  if (kind.name !== "directory") return;
  const [source, sha256] = [given.get("source"), given.get("sha256")];
  const only = source && !sha256 ? source : sha256 && !source ? sha256 : undefined;
  if (!only || (only === source && isAddress(findConstantText(context, only.value, "") ?? ""))) return;
  report(context, "RMD3039", only.name.span, { given: only.name.text, missing: only === source ? "sha256" : "source" });
}

/** A folder is ensured as a whole: `files: ["*.log"]` says what of it is measured and cleared. */
export function checkDirectoryFiles(context: CheckContext, kind: ResourceKind, state: StateNode): void {
  if (kind.name !== "directory") return;
  const origin = findOrigin(context, state.resource);
  const resolution = origin.kind === "call" ? context.resolutions.get(origin) : undefined;
  if (resolution?.kind !== "resource" || ![...resolution.keys.keys()].some(({ name }) => name === "files")) return;
  report(context, "RMD3038", state.resource.span, {});
}
