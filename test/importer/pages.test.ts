import { expect, test } from "vitest";
import { importDiagnostics } from "../../src/diagnostics/catalog/importing.ts";
import pages from "../../src/generated/pages.json" with { type: "json" };
import { examineTexts } from "./support.ts";

const codes = Object.keys(importDiagnostics);
/** Those that the commands raise: test/cli/import.test.ts. */
const OF_COMMANDS = new Set(["RMD8839", "RMD8840", "RMD8841", "RMD8842", "RMD8843"]);

test.each(codes)("the page of %s has an example that raises it, and a repair", (code) => {
  const page = (pages as { readonly [code: string]: string })[code] ?? "";
  expect(page).toMatch(new RegExp(`^# ${code}: \\S`));
  expect(page).toMatch(/\n## Repair\n\n\S/);
  if (OF_COMMANDS.has(code)) return;
  const [detect = "", remediate] = [...page.matchAll(/```powershell\n# \w+\.ps1\n(.*?)```/gs)].map((match) => match[1] ?? "");
  expect(examineTexts(detect, remediate).codes).toContain(code);
});
