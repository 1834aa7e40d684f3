import type { ResourceKind } from "../../resources/catalog/model.ts";
import { getSpanText } from "../../source/source-file.ts";
import type { EntryNode } from "../../syntax/file.ts";
import { findConstantText } from "../constant-text.ts";
import { report } from "../context.ts";
import type { CheckContext } from "../context.ts";

interface Exclusion {
  readonly kind: string;
  readonly name: string;
  /** What excludes it, when it is one of these words. */
  readonly other: string;
  readonly words: readonly string[];
  readonly reason: string;
  /** The one element with which it says nothing. */
  readonly harmless?: string;
}

const PORTS = {
  kind: "firewall_rule",
  other: "protocol",
  words: ["any", "icmpv4", "icmpv6"],
  reason: "ports are those of 'tcp' and of 'udp'",
  harmless: "any",
} as const;

const EXCLUSIONS: readonly Exclusion[] = [
  { ...PORTS, name: "local_ports" },
  { ...PORTS, name: "remote_ports" },
  { kind: "network_interface", name: "dns_servers", other: "dns_source", words: ["automatic"], reason: "they are set by hand" },
];

/** Properties of one block of which one keeps the other from coming true. */
export function checkExclusive(context: CheckContext, kind: ResourceKind, given: ReadonlyMap<string, EntryNode>): void {
  for (const exclusion of EXCLUSIONS) {
    const entry = given.get(exclusion.name);
    const other = given.get(exclusion.other);
    if (kind.name !== exclusion.kind || !entry || other?.value.kind !== "name-expression") continue;
    if (!exclusion.words.includes(other.value.name.text) || isHarmless(context, entry, exclusion.harmless)) continue;
    const text = `${exclusion.other}: ${getSpanText(other.value.span)}`;
    report(context, "RMD4129", entry.name.span, { name: exclusion.name, text, reason: exclusion.reason });
  }
}

function isHarmless(context: CheckContext, { value }: EntryNode, harmless: string | undefined): boolean {
  if (harmless === undefined || value.kind !== "list") return false;
  return value.elements.every((element) => findConstantText(context, element) === harmless);
}
