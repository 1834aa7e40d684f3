import type { Finding } from "../model.ts";
import type { Cause, Diagnosis } from "../reasoning/diagnosis.ts";
import type { NameCollector, NameSort } from "./names.ts";

/*
 * Blanks who and where: names of people, computers and domains, SIDs and addresses of mail, each with one word wherever it stands (USER-1, COMPUTER-1, …), so that a ticket still
 * tells who is the same. Accounts of Windows itself (NT AUTHORITY, NT SERVICE, BUILTIN, S-1-5-18, S-1-5-80-…) name nobody and stay.
 */

const MAIL = /[\w.+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,8}/g;
/** Of a domain, of Microsoft Entra ID, of a capability of an app package. */
const SID = /\bS-1-(?:5-21|12-1|15-3)(?:-\d{1,10}){1,15}\b/gi;
const ACCOUNT = /(?<![\p{L}\p{N}_\\.:/%-])(\p{L}[\p{L}\p{N}_.-]{0,62})\\{1,2}([\p{L}\p{N}][\p{L}\p{N}_.-]{0,62}\$?)(?![\p{L}\p{N}_\\])/gu;
const UNC = /(?<![\w\\:])\\{2,4}([A-Za-z0-9][\w.-]{0,62})(?=\\)/g;
const HOME = /[\\/](?:Users|Documents and Settings)[\\/]{1,2}([^\\/:*?"<>|\s]{1,64})/gi;
/** What stands before it is the beginning of a path: there only a word in capitals is a domain. */
const IN_PATH = /(?:[A-Za-z]:|\\\\|%\w{1,40}%)[\\/][^"'<>|;,()]{0,200}$/;

/** Before a backslash: no domain but a word of Windows, of the registry or of a path. */
const NO_DOMAIN =
  /^(?:NT AUTHORITY|AUTHORITY|NT SERVICE|SERVICE|BUILTIN|HK\w+|HKEY\w*|SOFTWARE|SYSTEM|System32|SysWOW64|Windows|WINDOWS|Microsoft|Installer|Temp|Logs|Classes|Policies|Services|ProgramData|Users|Program|Files|Package|Cache|Common|AppData|Local|Roaming)$/i;
const NO_USER = /^(?:default|public|all|systemprofile)$/i;
const NO_HOST = /^(?:localhost|\.|\?)$/i;

/** The same diagnosis without names. */
export function redactDiagnosis(diagnosis: Diagnosis, redactor: Redactor): Diagnosis {
  const text = (value: string): string => redactor.redact(value);
  const maybe = (value: string | undefined): string | undefined => (value === undefined ? undefined : text(value));
  const finding = (one: Finding): Finding => ({
    ...one,
    text: text(one.text),
    evidence: text(one.evidence),
    place: { ...one.place, file: text(one.place.file) },
    ...(one.service === undefined ? {} : { service: text(one.service) }),
    ...(one.account === undefined ? {} : { account: text(one.account) }),
  });
  const cause = (one: Cause): Cause => ({
    ...one,
    chain: one.chain.map(finding),
    supposition: maybe(one.supposition),
    advice: {
      ...one.advice,
      todo: one.advice.todo.map(text),
      statement: maybe(one.advice.statement),
      recipe: one.advice.recipe && { ...one.advice.recipe, set: one.advice.recipe.set.map(text) },
    },
  });
  // what patterns find in one text stands without its surroundings in another
  for (const one of [...diagnosis.causes.flatMap(({ chain }) => chain), ...diagnosis.seen]) redactor.learn(`${one.evidence}\n${one.text}`);
  return {
    ...diagnosis,
    logs: diagnosis.logs.map((log) => ({ ...log, file: text(log.file) })),
    causes: diagnosis.causes.map(cause),
    seen: diagnosis.seen.map(finding),
  };
}

/** Gives each name its word. */
export class Redactor {
  readonly #words = new Map<string, string>();
  readonly #counts = new Map<string, number>();
  readonly #names: NameCollector;
  #known: RegExp | undefined;
  #knownSize = -1;

  constructor(names: NameCollector) {
    this.#names = names;
  }

  /** Remembers the names that a text shows as such. */
  learn(text: string): void {
    for (const { index, 1: domain = "", 2: user = "" } of text.matchAll(ACCOUNT)) {
      if (NO_DOMAIN.test(domain)) continue;
      if (!/^[A-Z0-9-]{2,15}$/.test(domain) && IN_PATH.test(text.slice(Math.max(0, index - 210), index))) continue;
      this.#names.add("DOMAIN", domain);
      this.#names.add("USER", user);
    }
    for (const [, host = ""] of text.matchAll(UNC)) if (!NO_HOST.test(host)) this.#names.addComputer(host);
    for (const [, user = ""] of text.matchAll(HOME)) if (!NO_USER.test(user)) this.#names.add("USER", user);
  }

  redact(text: string): string {
    this.learn(text);
    return text
      .replace(MAIL, (mail) => this.#word("MAIL", mail))
      .replace(SID, (sid) => this.#word("SID", sid))
      .replace(this.#pattern(), (name) => this.#word(this.#names.names.get(name.toLowerCase())?.sort ?? "USER", name));
  }

  /** All known names as one pattern, the longest first; whole words only. */
  #pattern(): RegExp {
    const { names } = this.#names;
    if (!this.#known || this.#knownSize !== names.size) {
      const all = [...names.keys()].sort((a, b) => b.length - a.length).map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
      this.#known = all.length === 0 ? /(?!)/g : new RegExp(`(?<![\\p{L}\\p{N}_])(?:${all.join("|")})(?![\\p{L}\\p{N}_])`, "giu");
      this.#knownSize = names.size;
    }
    return this.#known;
  }

  #word(sort: NameSort | "MAIL" | "SID", name: string): string {
    const key = `${sort} ${name.toLowerCase()}`;
    const known = this.#words.get(key);
    if (known !== undefined) return known;
    const count = (this.#counts.get(sort) ?? 0) + 1;
    this.#counts.set(sort, count);
    const word = `${sort}-${count}`;
    this.#words.set(key, word);
    return word;
  }
}
