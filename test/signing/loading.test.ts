import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const source = fileURLToPath(new URL("../../src/", import.meta.url));

/** What a module loads at once (not by `import()`, not types): its own files, and the packages of others. */
function followImports(file: string, seen = new Set<string>()): ReadonlySet<string> {
  const text = readFileSync(file, "utf8");
  for (const match of text.matchAll(/^(?:import|export) (?!type )(?:[^;]*? from )?"([^"]+)";/gmu)) {
    const specifier = match[1] ?? "";
    const target = specifier.startsWith(".") ? join(dirname(file), specifier) : specifier;
    if (seen.has(target)) continue;
    seen.add(target);
    if (specifier.startsWith(".")) followImports(target, seen);
  }
  return seen;
}

const packagesOf = (file: string): readonly string[] =>
  [...followImports(join(source, file))].filter((name) => !name.startsWith("/")).sort();
const heavy = [
  "pkijs",
  "asn1js",
  "node-forge",
  "@azure/identity",
  "@noble/curves/abstract/weierstrass.js",
  "@noble/curves/nist.js",
  "@noble/hashes/sha2.js",
];

describe("the libraries of signing", () => {
  it("are each used somewhere", () => {
    const used = [
      ...packagesOf("signing/keys/pfx-pbes2.ts"),
      ...packagesOf("signing/keys/pfx-legacy.ts"),
      ...packagesOf("signing/keys/deterministic-ecdsa.ts"),
    ];
    expect(used).toEqual(expect.arrayContaining(heavy.filter((name) => name !== "@azure/identity")));
    expect(readFileSync(join(source, "signing/keys/azure-token.ts"), "utf8")).toContain('import("@azure/identity")');
  });

  it.each([
    "cli/commands/sign.ts",
    "cli/commands/verify.ts",
    "cli/commands/test-certificate.ts",
    "signing/sign.ts",
    "signing/verify.ts",
    "signing/signing-session.ts",
    "signing/keys/pfx.ts",
    "signing/keys/azure-key-vault.ts",
  ])("are not loaded by %s before they are needed", (file) => {
    expect(packagesOf(file).filter((name) => heavy.includes(name))).toEqual([]);
  });

  it("leave the file system to the command line", () => {
    for (const file of [
      "signing/sign.ts",
      "signing/verify.ts",
      "signing/signing-session.ts",
      "signing/report.ts",
      "signing/test-certificate.ts",
    ]) {
      expect(
        packagesOf(file).filter((name) => /^node:(fs|child_process|http)/u.test(name)),
        file,
      ).toEqual([]);
    }
  });
});
