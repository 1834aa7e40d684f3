import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { publishingDiagnostics } from "../../src/diagnostics/catalog/publishing.ts";
import pages from "../../src/generated/pages.json" with { type: "json" };

const folder = fileURLToPath(new URL("../", import.meta.url));
const texts = ["graph", "publishing", "reporting"].flatMap((room) =>
  readdirSync(join(folder, room))
    .filter((name) => name.endsWith(".test.ts") && name !== "catalog.test.ts")
    .map((name) => readFileSync(join(folder, room, name), "utf8")),
);
const codes = Object.keys(publishingDiagnostics) as (keyof typeof publishingDiagnostics)[];

test("diagnostics of publishing are found", () => {
  expect(codes.length).toBeGreaterThan(10);
  expect(texts.length).toBeGreaterThan(4);
});

test.each(codes)("%s has a page with its parts, and a test that names it", (code) => {
  const page = (pages as { readonly [code: string]: string })[code] ?? "";
  expect(page).toMatch(
    new RegExp(
      `^# ${code}: \\S.*\n\n\\S[^]*\n## Example\n\n\`\`\`text\n[^]*error ${code}: [^]*\n\`\`\`\n\n## How to repair it\n\n\\S`,
      "u",
    ),
  );
  expect(
    texts.some((text) => text.includes(code)),
    `no test raises ${code}`,
  ).toBe(true);
});
