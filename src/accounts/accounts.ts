import { distance } from "fastest-levenshtein";
import { findServiceSid } from "./service-sid.ts";
import { accountSpellings, closedAuthorities, wellKnownAccounts } from "./well-known.ts";

/** What an account's text stands for. */
export type ResolvedAccount =
  /** Known when compiling. `name` is for people: as English Windows shows it, or the SID where it has no well-known name. */
  | { readonly kind: "sid"; readonly sid: string; readonly name: string }
  /** Only the device can tell; `reason` is a clause: "accounts of a domain or a machine have a SID of their own there". */
  | { readonly kind: "device"; readonly reason: string }
  /** No account, or one of Windows' own that does not exist. `suggestion` is a name that does. */
  | { readonly kind: "unknown"; readonly suggestion?: string };

const byName = new Map([...wellKnownAccounts, ...accountSpellings].map((account) => [account.name.toLowerCase(), account.sid]));
const byBareName = new Map(wellKnownAccounts.map((account) => [bareName(account.name).toLowerCase(), account.sid]));
const nameBySid = new Map(wellKnownAccounts.map((account) => [account.sid, account.name]));
const suggestions = wellKnownAccounts.flatMap((account) =>
  [account.name, bareName(account.name)].map((spelling) => ({ spelling, name: account.name })),
);

/**
 * Resolves an account as an author writes it, ignoring case: a SID, a well-known name with or without its authority (`BUILTIN\Users`, `Everyone`),
 * a service's virtual account (`NT SERVICE\Spooler`), `DOMAIN\name`, `.\name`, or `name@domain`.
 */
export function resolveAccount(text: string): ResolvedAccount {
  const name = text.trim();
  if (/^S-\d/i.test(name)) return resolveSid(name);
  const known = byName.get(name.toLowerCase()) ?? byBareName.get(name.toLowerCase());
  if (known !== undefined) return { kind: "sid", sid: known, name: getAccountName(known) };
  const [authority, account, ...more] = name.split("\\");
  if (authority !== undefined && account !== undefined) return more.length > 0 ? suggest(name) : resolveQualified(name, authority, account);
  if (/^[^@\s"/\\[\]:;|=,+*?<>]+@[^@\s\\/]+$/.test(name))
    return { kind: "device", reason: "the SID of a user principal name is known to its domain" };
  return suggest(name);
}

/** The name of a well-known SID as English Windows shows it; any other SID as it is. */
export function getAccountName(sid: string): string {
  return nameBySid.get(sid.toUpperCase()) ?? sid;
}

/** SID strings: revision 1, an authority of 48 bits, one to fifteen sub-authorities of 32 bits ([MS-DTYP] 2.4.2.1). */
function resolveSid(text: string): ResolvedAccount {
  const match = /^S-1-(\d{1,15}|0X[0-9A-F]{12})((?:-\d{1,10}){1,15})$/.exec(text.toUpperCase());
  const authority = Number(match?.[1]?.replace("0X", "0x"));
  const parts = (match?.[2] ?? "").split("-").slice(1).map(Number);
  if (!match || authority >= 2 ** 48 || parts.some((part) => part > 0xffffffff)) return { kind: "unknown" };
  const shown = authority < 2 ** 32 ? String(authority) : `0x${authority.toString(16).padStart(12, "0")}`;
  const sid = ["S-1", shown, ...parts].join("-");
  return { kind: "sid", sid, name: getAccountName(sid) };
}

function resolveQualified(name: string, authority: string, account: string): ResolvedAccount {
  const upper = authority.toUpperCase();
  if (upper === "NT SERVICE") {
    // Any name gives a SID, so a slip in the one name that is no service's would grant a right to nobody.
    if (distance("ALL SERVICES", account.toUpperCase()) <= 2) return { kind: "unknown", suggestion: "NT SERVICE\\ALL SERVICES" };
    const sid = findServiceSid(account);
    if (sid !== undefined) return { kind: "sid", sid, name: `NT SERVICE\\${account}` };
    return account === "" || account.length > 256 || account.includes("/")
      ? { kind: "unknown" }
      : { kind: "device", reason: "the SID of a service is computed for names in ASCII only" };
  }
  const misspelt = closedAuthorities.find((closed) => closed.includes(" ") && authority.includes(" ") && distance(closed, upper) <= 2);
  if (closedAuthorities.includes(upper) || misspelt !== undefined) return suggest(misspelt ? `${misspelt}\\${account}` : name);
  if (upper === "IIS APPPOOL") return { kind: "device", reason: "the SID of an application pool is made by IIS on the device" };
  // `.` names this machine's own accounts; its groups of Windows' own (Users, Administrators) are in BUILTIN.
  const builtin = authority === "." ? byBareName.get(account.toLowerCase()) : undefined;
  if (builtin?.startsWith("S-1-5-32-") === true) return { kind: "unknown", suggestion: getAccountName(builtin) };
  if (!isAccountName(account) || !(authority === "." || isAccountName(authority))) return { kind: "unknown" };
  return { kind: "device", reason: "accounts of a domain or a machine have a SID of their own there" };
}

/** Characters that no account or domain name holds (learn.microsoft.com/windows/win32/api/lmaccess/ns-lmaccess-user_info_1, usri1_name). */
function isAccountName(text: string): boolean {
  return text.trim() !== "" && text.length <= 256 && !/["/\\[\]:;|=,+*?<>\p{Cc}]/u.test(text);
}

/** The well-known name that is nearest, when it is near enough to be meant: at most two letters off, and less than a third of them. */
function suggest(name: string): ResolvedAccount {
  const exact = resolveExactService(name);
  if (exact !== undefined) return { kind: "unknown", suggestion: exact };
  const wanted = name.toLowerCase();
  let best: { readonly name: string; readonly off: number } | undefined;
  for (const { spelling, name: known } of suggestions) {
    const off = distance(wanted, spelling.toLowerCase());
    if (off <= 2 && off * 3 < spelling.length && (best === undefined || off < best.off)) best = { name: known, off };
  }
  return best ? { kind: "unknown", suggestion: best.name } : { kind: "unknown" };
}

/** `NT SERVCE\Spooler`: with the authority put right it is a service's account. */
function resolveExactService(name: string): string | undefined {
  const [authority, account] = name.split("\\");
  return authority === "NT SERVICE" && account !== undefined && findServiceSid(account) !== undefined ? name : undefined;
}

function bareName(name: string): string {
  return name.slice(name.indexOf("\\") + 1);
}
