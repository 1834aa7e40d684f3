import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { renderRuleTables } from "../../src/build/generate-rule-tables.ts";
import type { Finding, Story } from "../../src/diagnosis/model.ts";
import { readLog } from "../../src/diagnosis/read-log.ts";
import { createMemorySource } from "../../src/diagnosis/readers/byte-source.ts";
import { NameCollector } from "../../src/diagnosis/redact/names.ts";
import { tellEvent } from "../../src/diagnosis/rules/meaning.ts";
import { tellRule } from "../../src/diagnosis/rules/page.ts";
import { findRule, rules } from "../../src/diagnosis/rules/rules.ts";
import { events, samples } from "../templates/installer-logs/log-samples.ts";

/*
 * Compiled scripts and remedyc diagnose find the same in the same logs: these are the samples of the scripts' test. Left out is what a script sees on its device beside the log (events, the right
 * to log on), and letters that are not ASCII, which a script's texts do not have.
 */

const TEMPLATES = fileURLToPath(new URL("../../templates", import.meta.url));

function encode(text: string, encoding = "UTF8"): Buffer {
  if (encoding === "Unicode") return Buffer.from(text, "utf16le");
  return Buffer.from(text, encoding === "UTF8" ? "utf8" : "latin1");
}

const findingsOf = (story: Story): readonly Finding[] => {
  if (story.kind === "msi") return story.findings;
  if (story.kind !== "bundle") return [];
  return story.packages.length > 0 ? story.packages.map(({ finding }) => finding) : story.result ? [story.result.finding] : [];
};

async function find(log: readonly string[], encoding: string | undefined): Promise<Finding[]> {
  const { stories } = await readLog(
    "a.log",
    createMemorySource(encode(log.join("\r\n"), encoding)),
    "windows-1252",
    new NameCollector(false),
  );
  return stories
    .flatMap(findingsOf)
    .sort((a, b) => a.rank - b.rank)
    .slice(0, 5);
}

const show = ({ text, place, rank }: Finding): string =>
  `${text.replace(/[^ -~]/g, "?")} (${rank === 4 ? "bundle" : "MSI"} log line ${place.line})`;
/** Rules of which their page says that scripts do not read them. */
const notInScripts = (ids: readonly (string | undefined)[]): readonly (string | undefined)[] =>
  ids.filter((id) => findRule(id ?? "")?.notInScripts !== undefined || findRule(id ?? "") === undefined);

const OF_THE_DEVICE = /; (?:the service may not log on as a service \([^)]*\)|event \d+: .*?)(?= \(MSI log line)/;

describe("what a script and remedyc diagnose find", () => {
  test.each(Object.entries(samples))("in a log: %s", async (_name, { log, encoding, found, diagnosed }) => {
    const expected = diagnosed ?? found.filter((text) => !text.startsWith("event ")).map((text) => text.replace(OF_THE_DEVICE, ""));
    const told = await find(log, encoding);
    expect(told.map(show)).toEqual(expected);
    if (diagnosed === undefined) expect(notInScripts(told.map(({ rule }) => rule))).toEqual([]);
  });

  test.each(Object.entries(events))("in an event: %s", (_name, { text, ...event }) => {
    const told = tellEvent(event);
    expect(told?.text).toBe(text);
    expect(notInScripts([told?.rule])).toEqual([]);
  });

  test("by every rule, but for those whose page says why scripts do not have it", async () => {
    const tables = [...renderRuleTables(TEMPLATES).values()].join("\n");
    const alike = Object.values(samples).filter(({ diagnosed }) => diagnosed === undefined);
    const inLogs = (await Promise.all(alike.map(({ log, encoding }) => find(log, encoding)))).flat();
    const told = new Set([...inLogs.map(({ rule }) => rule), ...Object.values(events).map((event) => tellEvent(event)?.rule)]);
    for (const rule of rules) {
      const key = rule.id.replace(/^(?:msi|exit|event|service|psadt)-(?=\d)/, "");
      const row = `${/^\d+$/.test(key) ? key : `'${key}'`} = '${rule.text}'`;
      const isCarried = tables.includes(` ${row}`) || told.has(rule.id);
      expect([rule.id, isCarried]).toEqual([rule.id, rule.notInScripts === undefined]);
      if (!isCarried) expect(tellRule(rule)).toMatch(/Only remedyc diagnose reads it: a [^.]+\./);
    }
  });

  test("by the same tables", () => {
    const tables = renderRuleTables(TEMPLATES);
    expect([...tables.keys()]).toEqual([
      "installer-logs/Get-InstallerRule.ps1",
      "service/Get-ServiceErrorText.ps1",
      "event-log/Format-EventText.ps1",
      "event-log/Format-CrashText.ps1",
    ]);
    for (const [path, text] of tables) expect(readFileSync(`${TEMPLATES}/${path}`, "utf8").replaceAll("\r\n", "\n"), path).toBe(text);
  });
});
