import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { signingDiagnostics } from "../../src/diagnostics/catalog/signing.ts";

const here = fileURLToPath(new URL(".", import.meta.url));
const codes = Object.keys(signingDiagnostics) as (keyof typeof signingDiagnostics)[];
const tests = readdirSync(here)
  .filter((name) => name.endsWith(".test.ts") && name !== "catalog.test.ts")
  .map((name) => readFileSync(`${here}${name}`, "utf8"));

describe("the diagnostics of signing", () => {
  it("are found", () => {
    expect(codes.length).toBeGreaterThan(30);
    expect(tests.length).toBeGreaterThan(10);
  });

  it.each(codes)("%s has a page with its parts, a test, and a text that ends as a sentence", (code) => {
    const page = readFileSync(`${here}../../src/diagnostics/pages/${code}.md`, "utf8");
    expect(page).toMatch(new RegExp(`^# ${code}: \\S.*\n\n\\S[^]*\n## Example\n\n\`\`\`text\n[^]*\n\`\`\`\n\n## Repair\n\n\\S`, "u"));
    const severity = signingDiagnostics[code].severity;
    expect(page).toContain(`${severity} ${code}: `);
    expect(
      tests.some((test) => test.includes(`"${code}"`)),
      `no test raises ${code}`,
    ).toBe(true);
    const message: { readonly parameters: readonly string[]; (args: never): string } = signingDiagnostics[code].message;
    expect(message(Object.fromEntries(message.parameters.map((name) => [name, name])) as never)).toMatch(/^\S.*[.]$/u);
  });
});
