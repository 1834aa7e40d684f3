import { createDiagnostic } from "../../diagnostics/catalog.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { isDeviceName } from "../../source/device-names.ts";
import { labelText } from "../lower/resources.ts";
import type { Plan, PlanEnsure, PlanProperty } from "../plan.ts";
import { visitPlan } from "../provides.ts";

/** Longer ones are refused by servers and proxies: RFC 9110, section 4.1, asks for 8,000 octets at least; 2,048 is this compiler's bound. */
const LONGEST = 2048;

/** Addresses that files are downloaded from: https, with a host, no more than a server is told, and with the hash of what is to come. */
export function checkAddresses(plan: Plan): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const seen = new Set<object>();
  const check = (property: PlanProperty, ensure: PlanEnsure): void => {
    const { span } = property.origin;
    if (!property.address || seen.has(span)) return;
    const url = labelText(property.value);
    const reason = findFault(property);
    const hash = [...ensure.states, ...ensure.means].find((other) => other.name === "sha256");
    const isKnown = hash !== undefined && !(hash.value.kind === "constant" && hash.value.value.kind === "none");
    if (reason !== undefined) diagnostics.push(createDiagnostic("RMD4012", span, { url: shorten(url), reason }));
    else if (!isKnown) diagnostics.push(createDiagnostic("RMD4013", span, { url: shorten(url) }));
    else return;
    seen.add(span);
  };
  visitPlan(plan.steps, (node) => {
    if (node.kind === "ensure") for (const property of node.means) check(property, node);
  });
  return diagnostics;
}

const shorten = (url: string): string => (url.length > 100 ? `${url.slice(0, 99)}…` : url);

/** Why nothing is downloaded from an address, and what to write instead; undefined where something is. */
function findFault({ value, address }: PlanProperty): string | undefined {
  if (value.kind !== "constant" || value.value.kind !== "string")
    return "a part of it is known only on the device; write it whole, or with what is known when compiling";
  const text = value.value.value;
  const [, authority = "", path = ""] = /^[a-z]+:\/\/([^/?#]*)(.*)$/is.exec(text) ?? [];
  const name = (/[^/]*$/.exec(path.replace(/[?#].*$/s, ""))?.[0] ?? "").toLowerCase();
  const endings = address?.endings ?? [];
  return (
    findWrongCharacter(text) ??
    (/^https:/i.test(text) ? undefined : "what comes over http can be changed on the way; write https://") ??
    findWrongHost(authority) ??
    (path.includes("#") ? "what follows '#' is never sent to a server; leave it out" : undefined) ??
    (text.length > LONGEST ? `it has ${text.length} characters, and at most ${LONGEST} are sent` : undefined) ??
    (isDeviceName(name) ? `'${name}' is the name of a device of Windows; give the file another name` : undefined) ??
    (endings.length > 0 && !endings.some((ending) => name.endsWith(ending))
      ? `the file that it names does not end in ${endings.join(" or ")}, so it is not known how to run it; write the address of the file itself`
      : undefined)
  );
}

/** RFC 3986, section 2: what may stand in an address as it is; all else is written by its UTF-8 bytes, `%20`. */
function findWrongCharacter(text: string): string | undefined {
  if (/[\u0000-\u0020\u007F]/.test(text)) return "it holds a blank or a control character; a blank in a name is written %20";
  const character = /[^!#-;=?-[\]_a-z~]/iu.exec(text)?.[0];
  if (character !== undefined) return `it holds '${character}', which is written by its bytes (%20), in a host's name as xn--…`;
  return /%(?![0-9a-f]{2})/i.test(text) ? "'%' begins a byte such as %20 there, and no %Variable%; write a percent sign as %25" : undefined;
}

/** RFC 3986, section 3.2: a host, and a port where it is not 443. */
function findWrongHost(authority: string): string | undefined {
  if (authority.includes("@")) return "a user's name or password would stand in each script; leave it out, and let the server ask for none";
  const [, host = "", port] = /^(\[[0-9a-f:.]+\]|[^:[\]]*)(?::(.*))?$/i.exec(authority) ?? [];
  if (host === "") return "it names no host";
  if (!host.startsWith("[") && !/^(?!-)[a-z0-9_-]{1,63}(?:\.[a-z0-9_-]{1,63})*\.?$/i.test(host)) return `'${host}' is no name of a host`;
  if (port !== undefined && !(/^\d{1,5}$/.test(port) && Number(port) >= 1 && Number(port) <= 65535)) return `'${port}' is no port`;
  return undefined;
}
