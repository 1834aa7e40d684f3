import { expect, test } from "vitest";
import { createCompiler } from "../../src/cli/compiler-session.ts";
import { compileFile } from "../../src/compiler/compile.ts";
import { createMemoryHost } from "../../src/source/memory-host.ts";

const remedy = (body: string): string =>
  `remedy sample {\n  title: "A sample"\n  version: 1.0.0\n  targets: [standalone, intune.remediation]\n  step one "One" {\n${body}\n  }\n}\n`;

// A step that names no service has none whose events could tell why, and is diagnosed all the same.
const DIAGNOSED = `ensure registry_value('HKLM\\SOFTWARE\\Contoso', "Enabled") { data: 1 }
  on failure { diagnose event_log("System", last: 1h) diagnose installer_logs('%TEMP%\\x*.log') }`;
const STOPPED = `with service("Spooler") stopped { ensure file('%ProgramData%\\x.txt') { content: "x" } }\nreboot when reboot.pending`;

/** Keys of `$Remedy` that a script reads as members and nowhere gives a value: StrictMode refuses them. */
function findMissing(text: string): string[] {
  const [, table = ""] = /\$Remedy = @\{\r\n(.*?)\r\n {2}\}/s.exec(text) ?? [];
  const reads = new Set([...text.matchAll(/\$Remedy\.([A-Z]\w+)\b(?!\()/g)].map(([, key = ""]) => key));
  const isGiven = (key: string): boolean =>
    new RegExp(String.raw`(?<![\w.$])${key} = `).test(table) ||
    [`$Remedy.${key} = `, `$Remedy['${key}']`, `ContainsKey('${key}')`].some((words) => text.includes(words));
  return [...reads].filter((key) => !isGiven(key));
}

test.each([
  ["diagnosed without a service", DIAGNOSED],
  ["with what is stopped for a while", STOPPED],
])("a script reads no key of its state that it has not: %s", async (_about, body) => {
  const compiler = await createCompiler(".");
  const host = createMemoryHost({ "sample.remedy": remedy(body) });
  const targets = ["standalone", "intune.remediation"] as const;
  const { scripts, diagnostics } = await compileFile("sample.remedy", { ...compiler, host }, { targets, parameters: [] });
  expect(diagnostics.filter((one) => one.severity === "error")).toEqual([]);
  expect(scripts.map(({ script }) => findMissing(script.text))).toEqual([[], [], []]);
});
