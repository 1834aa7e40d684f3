import { report } from "../context.ts";
import type { CheckContext } from "../context.ts";
import { unknownPart } from "./text-to-check.ts";
import type { TextToCheck } from "./text-to-check.ts";

/** A name of DNS (RFC 1123, section 2.1: letters, digits, hyphens, at most 63 in a label and 253 in all), or an IPv4 address. */
const hostName =
  /^(?=.{1,253}$)(?:[A-Za-z0-9](?:[A-Za-z0-9_-]{0,61}[A-Za-z0-9])?)(?:\.[A-Za-z0-9](?:[A-Za-z0-9_-]{0,61}[A-Za-z0-9])?)*\.?$/;
const ipv6 = /^\[[0-9A-Fa-f:.]{2,45}\]$/;
const largestPort = 65_535;

/** A constant endpoint: `host:port`. */
export function checkEndpoint(context: CheckContext, constant: TextToCheck): void {
  const reason = findEndpointMistake(constant.text);
  if (reason !== undefined) report(context, "RMD3103", constant.span, { endpoint: constant.text.replaceAll(unknownPart, "${…}"), reason });
}

/** Why a text is no endpoint; undefined when it is one. Parts that are known only later are passed over. */
export function findEndpointMistake(text: string): string | undefined {
  if (text.includes("://")) return "an endpoint has no 'https://' before the host";
  const colon = text.lastIndexOf(":");
  if (colon < 0) return text.includes(unknownPart) ? undefined : "the port is missing";
  const host = text.slice(0, colon);
  const port = text.slice(colon + 1);
  if (!host.includes(unknownPart) && !hostName.test(host) && !ipv6.test(host)) return `'${host}' is no host name`;
  if (port.includes(unknownPart)) return undefined;
  if (port.includes("/")) return "an endpoint has no path behind the port";
  if (!/^\d{1,5}$/.test(port) || Number(port) < 1 || Number(port) > largestPort) return `a port is a number from 1 to ${largestPort}`;
  return undefined;
}
