import { keep } from "../formats/keep.ts";

/*
 * Names of people, computers and domains that logs state as such, collected while they are read, so that they can be blanked wherever else they stand: properties of a verbose log of
 * Windows Installer ("Property(S): LogonUser = ann"), variables of a bundle, folders of profiles, the computer of an event.
 */

export type NameSort = "USER" | "COMPUTER" | "DOMAIN";

/** What MSI properties and bundle variables hold. */
const STATED: { readonly [name: string]: NameSort } = {
  LogonUser: "USER",
  USERNAME: "USER",
  LogonDomain: "DOMAIN",
  USERDOMAIN: "DOMAIN",
  ComputerName: "COMPUTER",
  COMPUTERNAME: "COMPUTER",
};
const STATEMENT =
  /\b(LogonUser|USERNAME|LogonDomain|USERDOMAIN|ComputerName|COMPUTERNAME)'?\s?(?:=|to value)\s?'?([^'"\s=,;\\/<>|]{1,64}(?: [^'"\s=,;\\/<>|]{1,32}){0,2})'?\s*$/;
const PROFILE = /[\\/](?:Users|Documents and Settings)[\\/]{1,2}([^\\/:*?"<>|\s][^\\/:*?"<>|]{0,63})(?=[\\/]|$)/gi;

/** Accounts and words that name nobody. */
const NOBODY = new Set(
  "system,public,default,default user,all users,administrator,admin,guest,user,users,localsystem,local service,localservice,network service,networkservice,nt authority,nt service,builtin,workgroup,manufacturer,none,null,true,false".split(
    ",",
  ),
);

/** How many names are remembered. */
const MOST = 5000;

export class NameCollector {
  readonly names = new Map<string, { readonly sort: NameSort; readonly name: string }>();
  readonly #wanted: boolean;

  /** `wanted`: somebody will ask for the names. */
  constructor(wanted: boolean) {
    this.#wanted = wanted;
  }

  /** Looks for names in a line of a log. */
  read(text: string): void {
    if (!this.#wanted) return;
    if (text.includes("ogon") || text.includes("USER") || text.includes("omputer") || text.includes("COMPUTER")) {
      const found = STATEMENT.exec(text);
      if (found) this.add(STATED[found[1] ?? ""] ?? "USER", found[2] ?? "");
    }
    if (/[\\/](?:users|documents and settings)[\\/]/i.test(text))
      for (const [, name = ""] of text.matchAll(PROFILE)) this.add("USER", name);
  }

  addComputer(name: string): void {
    const [host = "", ...domain] = name.split(".");
    this.add("COMPUTER", host);
    if (domain.length > 1) this.add("DOMAIN", domain.join("."));
  }

  add(sort: NameSort, text: string): void {
    const name = text.trim().replace(/\$$/, "");
    if (name.length < 2 || NOBODY.has(name.toLowerCase()) || this.names.size >= MOST || this.names.has(name.toLowerCase())) return;
    this.names.set(name.toLowerCase(), { sort, name: keep(name) });
  }
}
