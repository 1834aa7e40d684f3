import { readFileSync } from "node:fs";
import { describe, expect, test, vi } from "vitest";
import { parseDocument } from "yaml";
import { main } from "../../src/cli/run.ts";

const PROJECT = new URL("../../", import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, PROJECT), "utf8");

/** Commands that the parser has let through. */
const run = vi.hoisted(() => [] as string[]);
const accept = vi.hoisted(() => (name: string) => () => {
  run.push(name);
  return Promise.resolve(0);
});
vi.mock("../../src/cli/check.ts", () => ({ runCheck: accept("check") }));
vi.mock("../../src/cli/test.ts", () => ({ runTest: accept("test") }));
vi.mock("../../src/cli/prove.ts", () => ({ runProve: accept("prove") }));
vi.mock("../../src/cli/build.ts", () => ({ runBuild: accept("build") }));
vi.mock("../../src/cli/diff.ts", () => ({ runDiff: accept("diff") }));
vi.mock("../../src/cli/publish.ts", () => ({ runPublish: accept("publish") }));
vi.mock("../../src/cli/report-intune.ts", () => ({ runReport: accept("report") }));
vi.mock("../../src/cli/graph-host.ts", () => ({ connectToGraph: undefined, storageHost: undefined }));

/** All texts in a value of YAML. */
function texts(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(texts) : [];
}

/** The words of each `npx remedyc …` in a shell script: without quotes, and without what is redirected. */
function commandLines(script: string): string[][] {
  return [...script.replace(/\\\n\s*/g, " ").matchAll(/npx remedyc (.*)/g)].map(([, line = ""]) =>
    line
      .replace(/ > .*$/, "")
      .trim()
      .split(/\s+/)
      .map((word) => word.replace(/^"(.*)"$/, "$1")),
  );
}

describe.each(["github-actions.yml", "azure-pipelines.yml"])("examples/pipelines/%s", (file) => {
  const text = read(`examples/pipelines/${file}`);
  const document = parseDocument(text, { strict: true, uniqueKeys: true });
  const lines = texts(document.toJS()).flatMap(commandLines);

  test("is YAML without a finding", () => {
    expect([...document.errors, ...document.warnings]).toEqual([]);
    expect(text).not.toMatch(/[&*]\w+$/m);
  });

  test("checks, tests, proves, compares, signs, verifies, publishes and reports", () => {
    const commands = lines.map(([command = "", ...rest]) =>
      [command, ...rest.filter((word) => ["--faults", "--sign", "--what-if"].includes(word))].join(" "),
    );
    expect(commands.sort()).toEqual(
      ["check", "test", "test --faults", "prove", "diff", "build --sign", "verify", "publish --what-if", "publish", "report"].sort(),
    );
  });

  test("nothing is signed that was not proved: prove comes behind the tests and before build", () => {
    const order = ["test", "prove", "build", "publish"].map((name) => lines.findLastIndex(([command]) => command === name));
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(order).not.toContain(-1);
    expect(lines.find(([command]) => command === "prove")).toEqual(["prove", "fleet"]);
  });

  test("every command line is one that remedyc takes", async () => {
    for (const line of lines.filter(([command]) => command !== "verify")) {
      run.length = 0;
      expect(await main(line), line.join(" ")).toBe(0);
      expect(run).toEqual([line[0]]);
    }
    // This one is let through when it looks for the certificate.
    let told = "";
    const missing = vi.spyOn(process.stderr, "write").mockImplementation((more) => (told += String(more)) !== "");
    for (const line of lines.filter(([command]) => command === "verify")) await main(line);
    missing.mockRestore();
    process.exitCode = undefined;
    expect(told).toContain("RMD8033: 'certificates/contoso-root.cer' cannot be read");
  });

  test("nothing that a pull request names becomes a part of a script", () => {
    const scripts = texts(document.toJS()).filter(
      (value) => value.includes("npx remedyc") || value.includes("gh pr") || value.includes("curl"),
    );
    expect(scripts.length).toBeGreaterThan(4);
    for (const script of scripts) expect(script).not.toMatch(/\$\{\{|\$\((?:System|Build)\./);
  });
});

test("README and documentation lead to the pipelines", () => {
  expect(read("README.md")).toContain("](examples/pipelines/README.md)");
  expect(read("docs/diff.md")).toContain("](../examples/pipelines/README.md)");
  for (const file of ["github-actions.yml", "azure-pipelines.yml"]) expect(read("examples/pipelines/README.md")).toContain(`](${file})`);
});
