import { resolve } from "node:path";
import { settingSpan } from "../config/load-config.ts";
import { createDiagnostic } from "../diagnostics/catalog.ts";
import { hasErrors, uniqueDiagnostics } from "../diagnostics/diagnostic.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { rules as allRules } from "../generated/linter-rules.ts";
import { lintFile, repairFile, settle } from "../linter/lint-file.ts";
import type { LintedFile } from "../linter/lint-file.ts";
import type { Rule } from "../linter/rule.ts";
import type { RuleDescription } from "../diagnostics/renderers/sarif.ts";
import { readSeverities, regrade } from "../linter/severities.ts";
import { suggestRule } from "../linter/switches.ts";
import { checkAllUsed } from "../parameters/resolve.ts";
import type { LintArguments } from "./commands/lint.ts";
import { createCompiler } from "./compiler-session.ts";
import { betweenWrites } from "./interrupts.ts";
import { startProgress } from "./progress.ts";
import { chooseTargets, openProject, readParameters } from "./project.ts";
import { replaceFiles } from "./replace-files.ts";
import { exitCodeOf, reportFindings } from "./report.ts";

/** Runs `remedyc lint` in `folder`; gives the exit code: 1 where a file does not compile, a finding is an error, or there are more warnings than are allowed. */
export async function runLint(argv: LintArguments, folder: string): Promise<number> {
  const project = await openProject(argv, folder);
  const { root, files, config, configPath } = project.value;
  const parameters = await readParameters(argv, project.value, folder);
  const before: Diagnostic[] = [...project.diagnostics, ...parameters.diagnostics];
  if (files.length === 0 && before.length === 0) before.push(createDiagnostic("RMD7024", undefined, {}));
  const { byCode, unknown } = readSeverities(allRules, config.lint ?? {});
  for (const name of unknown)
    before.push(
      createDiagnostic("RMD6093", configPath === undefined ? undefined : settingSpan(configPath, "lint"), {
        name,
        hint: suggestRule(allRules, name),
      }),
    );
  const diagnostics: Diagnostic[] = [...before];
  const linted: LintedFile[] = [];
  const repaired: { readonly file: string; readonly count: number }[] = [];
  const active = allRules.filter(({ code }) => byCode.get(code) !== "off");
  if (!hasErrors(before)) {
    const compiler = await createCompiler(root);
    const options = { targets: chooseTargets(argv, config), parameters: parameters.value };
    const progress = startProgress("linting", files.length);
    const rules = { known: allRules, active };
    for (const file of files) {
      if (argv.fix) {
        const result = await repairFile(file, compiler, options, rules);
        if (result.kind === "broken") diagnostics.push(createDiagnostic("RMD6096", undefined, { path: file, code: result.code }));
        else if (result.kind === "repaired") {
          const failure = await betweenWrites(() => Promise.resolve(replaceFiles([{ path: resolve(root, file), bytes: result.bytes }])));
          if (failure) diagnostics.push(createDiagnostic("RMD6094", undefined, { path: file, reason: failure.error }));
          else repaired.push({ file, count: result.count });
        }
      }
      linted.push(await lintFile(file, compiler, options, active));
      progress.step();
    }
    progress.stop();
    diagnostics.push(...linted.flatMap(({ compiler: found }) => found), ...settle(linted, rules).map((one) => regrade(one, byCode)));
    const remedies = linted.flatMap((each) => each.remedies);
    if (linted.every(({ compiler: found }) => !hasErrors(found))) diagnostics.push(...checkAllUsed(parameters.value, remedies));
  }
  const all = uniqueDiagnostics(diagnostics);
  const warnings = all.filter(({ severity }) => severity === "warning").length;
  const most = argv["max-warnings"];
  if (most !== undefined && warnings > most) all.push(createDiagnostic("RMD6095", undefined, { found: warnings, most }));
  const described = argv.format === "sarif" ? await describeRules(active) : [];
  await reportFindings(all, argv.format, { text: tell(files.length, repaired, all), json: { files, repaired } }, described);
  return exitCodeOf(all);
}

function tell(files: number, repaired: readonly { readonly file: string; readonly count: number }[], found: readonly Diagnostic[]): string {
  const lines = repaired.map(({ file, count }) => `repaired ${file}: ${count} finding${count === 1 ? "" : "s"}\n`);
  return found.length > 0 ? lines.join("") : `${lines.join("")}${files} file${files === 1 ? "" : "s"}: nothing found\n`;
}

/** What a code-scanning service shows of the rules, from their pages. */
async function describeRules(rules: readonly Rule[]): Promise<RuleDescription[]> {
  const { default: pages } = (await import("../generated/pages.json", { with: { type: "json" } })) as {
    default: { readonly [code: string]: string };
  };
  return rules.map(({ code, name }) => {
    const page = pages[code] ?? "";
    const [, title = name, first = ""] = /^# \w+: (.*)\n\n(.*)/.exec(page) ?? [];
    return { id: code, name, short: title, full: first, help: page };
  });
}
