import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { diagnose } from "../../src/diagnosis/diagnose.ts";
import { createMemorySource } from "../../src/diagnosis/readers/byte-source.ts";
import { renderRulesPage, tellRule } from "../../src/diagnosis/rules/page.ts";
import { rules } from "../../src/diagnosis/rules/rules.ts";
import type { Rule } from "../../src/diagnosis/rules/rule.ts";
import { createEventFile } from "./event-file.ts";

const PROJECT = fileURLToPath(new URL("../../", import.meta.url));
const EVENT =
  /^(Service Control Manager|MsiInstaller|Application Error|Application Hang|\.NET Runtime|Windows Error Reporting|SideBySide|Microsoft-Windows-[\w-]+) (\d+): (.*)$/s;

/** The file that a rule's example stands for. */
function toLog({ example, id }: Rule): Uint8Array {
  const event = EVENT.exec(example);
  if (!event) return Buffer.from(example);
  const values = id === "event-11708" ? [event[3] ?? ""] : [...(event[3] ?? "").matchAll(/'([^']*)'/g)].map((found) => found[1] ?? "");
  return createEventFile([{ source: event[1] ?? "", id: Number(event[2]), classic: event[1] === "MsiInstaller", values }]);
}

const diagnoseBytes = (bytes: Uint8Array) =>
  diagnose([{ name: "a.log", open: (use) => use(createMemorySource(bytes)) }], { codePage: "windows-1252", redact: false });

/** Every rule that a diagnosis of its example speaks of. */
async function findRules(rule: Rule): Promise<readonly string[]> {
  const { value } = await diagnoseBytes(toLog(rule));
  return [
    ...value.causes.flatMap(({ chain, advice }) => [...chain.map((link) => link.rule), advice.rule]),
    ...value.seen.map((finding) => finding.rule),
  ];
}

describe("the rules", () => {
  test("there are many, each with an id of its own", () => {
    expect(rules.length).toBeGreaterThan(90);
    expect(new Set(rules.map(({ id }) => id.toLowerCase())).size).toBe(rules.length);
  });

  test.each(rules.map((rule) => [rule.id, rule] as const))(
    "%s is found in its example, and says why, what to do and where that is documented",
    async (id, rule) => {
      expect(await findRules(rule)).toContain(id);
      expect(rule.why).toMatch(/^[A-Z'].*\.$/);
      expect(rule.todo.length).toBeGreaterThan(0);
      for (const line of rule.todo) expect(line).toMatch(/[.…]$/);
      expect(rule.source).toMatch(
        /^https:\/\/(?:learn\.microsoft\.com|psappdeploytoolkit\.com\/docs|github\.com\/PSAppDeployToolkit\/PSAppDeployToolkit\/blob)\//,
      );
      expect(tellRule(rule)).toContain(rule.example);
      if (rule.recipe) expect(existsSync(`${PROJECT}${rule.recipe.file}`)).toBe(true);
    },
  );

  test("the page of all is up to date: npm run generate", () => {
    expect(readFileSync(`${PROJECT}docs/log-rules.md`, "utf8").replaceAll("\r\n", "\n")).toBe(renderRulesPage());
  });
});
