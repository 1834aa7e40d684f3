import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { targets } from "../../../src/targets/targets.ts";
import type { ExitAnswer } from "../../../src/targets/target.ts";

function cell({ exitCode, output }: ExitAnswer): string {
  return `${exitCode}${output.kind === "summary" ? ` line${output.onError ? " twice" : ""}` : output.kind === "token" ? ` \`${output.token}\`` : " silent"}`;
}

test("docs/exit-codes.md has the table that the targets are", () => {
  const page = readFileSync(fileURLToPath(new URL("../../../docs/exit-codes.md", import.meta.url)), "utf8");
  const rows = Object.values(targets).flatMap((target) =>
    target.roles.map(({ role, dialect }) => {
      // A detection asks for no restart and waits for nobody.
      const repairs = role === "detect" || role === "requirement" ? ["-", "-"] : [cell(dialect.restartNeeded), cell(dialect.busy)];
      return `| ${[target.name, role, cell(dialect.compliant), cell(dialect.noncompliant), cell(dialect.blocked), cell(dialect.failed), ...repairs].join(" | ")} |`;
    }),
  );
  expect(rows.length).toBeGreaterThan(4);
  expect(page.split("\n").filter((line) => (/^\| (\S+) \|/.exec(line)?.[1] ?? "") in targets)).toEqual(rows);
});
