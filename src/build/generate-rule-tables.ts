import { readFileSync } from "node:fs";
import { join } from "node:path";
import { crashEvents } from "../diagnosis/rules/crash-events.ts";
import { installerExits } from "../diagnosis/rules/installer-exit.ts";
import { msiErrors } from "../diagnosis/rules/msi-errors.ts";
import type { RuleTable } from "../diagnosis/rules/rule.ts";
import { serviceErrors } from "../diagnosis/rules/service-errors.ts";
import { serviceEvents } from "../diagnosis/rules/service-events.ts";

/** The tables of templates that hold what numbers in logs mean: `remedyc diagnose` reads the same rules. What stands around a table is written by hand. */
const TABLES: readonly {
  readonly path: string;
  readonly begin: string;
  readonly end: string;
  readonly table: RuleTable;
  readonly indent: number;
}[] = [
  { path: "installer-logs/Get-InstallerRule.ps1", begin: "        Exit = @{\n", end: "        }\n", table: installerExits, indent: 12 },
  { path: "installer-logs/Get-InstallerRule.ps1", begin: "        Log  = @{\n", end: "        }\n", table: msiErrors, indent: 12 },
  { path: "service/Get-ServiceErrorText.ps1", begin: "    $text = @{\n", end: "    }[$Code]\n", table: serviceErrors, indent: 8 },
  { path: "event-log/Format-EventText.ps1", begin: "    $text = @{\n", end: "    }[$Record.Id]\n", table: serviceEvents, indent: 8 },
  { path: "event-log/Format-CrashText.ps1", begin: "    $text = @{\n", end: "    }\n", table: crashEvents, indent: 8 },
];

/** How wide a row may be. */
const WIDTH = 200;

/** The templates with their tables as the rules have them, by path below `templates/`. */
export function renderRuleTables(templates: string): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const { path, begin, end, table, indent } of TABLES) {
    const text = texts.get(path) ?? readFileSync(join(templates, path), "utf8").replaceAll("\r\n", "\n");
    const from = text.indexOf(begin) + begin.length;
    const to = text.indexOf(end, from);
    if (from < begin.length || to < 0) throw new Error(`templates/${path} lacks the table between '${begin.trim()}' and '${end.trim()}'`);
    texts.set(path, text.slice(0, from) + renderRows(table, " ".repeat(indent)) + text.slice(to));
  }
  return texts;
}

/** As many entries in a row as fit. */
function renderRows(table: RuleTable, indent: string): string {
  const rows: string[] = [];
  for (const [key, { text }] of Object.entries(table)) {
    if (!/^[ -&(-~]+$/.test(text)) throw new Error(`the text of ${key} must be ASCII without an apostrophe`);
    const entry = `${/^\d+$/.test(key) ? key : `'${key}'`} = '${text}'`;
    const row = rows.at(-1);
    if (row !== undefined && indent.length + row.length + entry.length + 2 <= WIDTH) rows[rows.length - 1] = `${row}; ${entry}`;
    else rows.push(entry);
  }
  return rows.map((row) => `${indent}${row}\n`).join("");
}
