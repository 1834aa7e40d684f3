/** An address of IPv4 (32 bits) or IPv6 (128). */
interface Address {
  readonly bits: bigint;
  readonly length: 32 | 128;
}

/** What is wrong with a text as an address or a network of IP, and what was meant where that can be told. */
export interface IpFault {
  readonly reason: string;
  readonly meant?: string;
}

/** Why a text is no IP address that can be read in one way alone; undefined where it is one. */
export function findAddressFault(text: string): IpFault | undefined {
  if (parseAddress(text)) return undefined;
  if (/\/\d+$/.test(text) && parseAddress(text.replace(/\/\d+$/, "")))
    return { reason: "it is a network, and one address is meant", meant: text.replace(/\/\d+$/, "") };
  return { reason: "it is no IP address; one of IPv4 is four numbers from 0 to 255, without zeros in front" };
}

/** Why a text is no network with the length of its prefix, or is all networks; undefined where it is one. */
export function findNetworkFault(text: string): IpFault | undefined {
  const [host = "", prefix, ...more] = text.split(/ ?[/ ] ?/);
  const address = parseAddress(host);
  if (!address || more.length > 0) return { reason: "it is no network; one is written as '10.20.0.0/16' or '2001:db8:20::/48'" };
  const mask = prefix === undefined ? undefined : findMaskLength(prefix);
  const length = mask ?? (prefix !== undefined && /^\d{1,3}$/.test(prefix) ? Number(prefix) : undefined);
  if (prefix === undefined || length === undefined)
    return {
      reason: "the length of the prefix is missing",
      ...(prefix === undefined && (address.bits & 0xffn) !== 0n ? { meant: `${host}/${address.length}` } : {}),
    };
  if (length > address.length) return { reason: `the prefix of an address with ${address.length} bits is not longer than these` };
  if (length === 0)
    return { reason: "it is all networks, the default route: a computer without one, or with a wrong one, cannot be repaired from afar" };
  const rest = BigInt(address.length - length);
  const network = (address.bits >> rest) << rest;
  const meant = `${showAddress({ bits: network, length: address.length })}/${length}`;
  if (network !== address.bits) return { reason: `it has bits behind the first ${length}`, meant };
  return text === `${host}/${prefix}` && mask === undefined
    ? undefined
    : { reason: "its mask is written as the length of the prefix", meant };
}

/** `255.255.0.0` is 16. */
function findMaskLength(text: string): number | undefined {
  const mask = /^\d+\./.test(text) ? parseAddress(text) : undefined;
  const bits = mask?.bits.toString(2).padStart(32, "0");
  return bits !== undefined && /^1+0*$/.test(bits) ? bits.replaceAll("0", "").length : undefined;
}

/** `::ffff:10.0.0.1`, `10.0.0.1`; no zone (`%12`), and no number with a zero in front, which some take for octal. */
function parseAddress(text: string): Address | undefined {
  if (!text.includes(":")) {
    const parts = text.split(".");
    if (parts.length !== 4 || !parts.every((part) => /^(0|[1-9]\d{0,2})$/.test(part) && Number(part) < 256)) return undefined;
    return { bits: parts.reduce((sum, part) => (sum << 8n) + BigInt(part), 0n), length: 32 };
  }
  const tail = /[^:]*\..*$/.exec(text)?.[0];
  const last = tail === undefined ? undefined : parseAddress(tail);
  if (tail !== undefined && last?.length !== 32) return undefined;
  const plain =
    last === undefined
      ? text
      : `${text.slice(0, -(tail?.length ?? 0))}${(last.bits >> 16n).toString(16)}:${(last.bits & 0xffffn).toString(16)}`;
  const halves = plain.split("::");
  const groups = halves.map((half) => (half === "" ? [] : half.split(":")));
  const given = groups.reduce((sum, half) => sum + half.length, 0);
  if (halves.length > 2 || (halves.length === 2 ? given > 7 : given !== 8)) return undefined;
  const all = [...(groups[0] ?? []), ...Array.from({ length: 8 - given }, () => "0"), ...(groups[1] ?? [])];
  if (!all.every((group) => /^[0-9a-f]{1,4}$/i.test(group))) return undefined;
  return { bits: all.reduce((sum, group) => (sum << 16n) + BigInt(`0x${group}`), 0n), length: 128 };
}

/** As Windows writes it: the longest run of zeros, the first of several, is `::` (RFC 5952). */
function showAddress({ bits, length }: Address): string {
  if (length === 32) return [24n, 16n, 8n, 0n].map((shift) => String((bits >> shift) & 0xffn)).join(".");
  const text = Array.from({ length: 8 }, (_, i) => ((bits >> BigInt(112 - 16 * i)) & 0xffffn).toString(16)).join(":");
  const runs = [...text.matchAll(/(?<![^:])0(:0)+(?![^:])/g)].map(([run]) => run).toSorted((a, b) => b.length - a.length);
  return runs[0] === undefined ? text : text.replace(new RegExp(`:?(?<![^:])${runs[0]}(?![^:]):?`), "::");
}

/** Whether an address or a network is of IPv6. */
export function isIpv6(text: string): boolean {
  return text.includes(":");
}
