import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { createCompiler } from "../../src/cli/compiler-session.ts";
import { rules } from "../../src/generated/linter-rules.ts";
import { lintFile, settle } from "../../src/linter/lint-file.ts";
import { summarize } from "../checker/support.ts";

const root = fileURLToPath(new URL("../../examples/", import.meta.url));
const files = readdirSync(root, { recursive: true, encoding: "utf8" })
  .map((name) => name.replaceAll("\\", "/"))
  .filter((name) => name.endsWith(".remedy"));
/** Without a default, the build must be told it. */
const parameters = [{ remedy: undefined, name: "service_name", value: "Spooler", span: undefined }];

test("there are some", () => expect(files.length).toBeGreaterThan(15));

test("no example has anything that should not ship", async () => {
  const compiler = await createCompiler(root);
  for (const file of files) {
    const linted = await lintFile(file, compiler, { targets: undefined, parameters }, rules);
    expect([file, summarize([...linted.compiler, ...settle([linted], { known: rules, active: rules })])]).toEqual([file, []]);
  }
});
