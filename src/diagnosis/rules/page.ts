import type { Rule } from "./rule.ts";
import { rules } from "./rules.ts";

/** A rule as `remedyc explain msi-1920` tells it. */
export function tellRule(rule: Rule): string {
  return [
    `# ${rule.id}: ${rule.text.replaceAll("{0}", "…").replaceAll("{1}", "…")}`,
    rule.why,
    `## What it is read from\n\n\`\`\`text\n${rule.example}\n\`\`\``,
    `## What to do\n\n${rule.todo.map((line, i) => `${i + 1}. ${escapeMarkdown(line.replaceAll("{service}", "NAME"))}`).join("\n")}`,
    ...(rule.statement === undefined
      ? []
      : [`## As a statement of a remedy\n\n\`\`\`remedy\n${rule.statement.replaceAll(/\{(?:service|product)\}/g, "NAME")}\n\`\`\``]),
    ...(rule.recipe === undefined ? [] : [`The recipe: ${rule.recipe.file}`]),
    `Source: <${rule.source}>. ${rule.notInScripts === undefined ? "Compiled scripts read it, too." : `Only remedyc diagnose reads it: ${rule.notInScripts}.`}`,
  ]
    .join("\n\n")
    .concat("\n");
}

/** All rules on one page, docs/log-rules.md. */
export function renderRulesPage(): string {
  const families = [
    ["msi", "Errors in logs of Windows Installer", "Read by their number, in any language."],
    ["exit", "What setups return", "Exit codes of Windows Installer and of setup programs; bundles and channels write them as 0x8007…."],
    ["event", "Events of the service control manager", "In the System log."],
    ["service", "Errors behind events and behind error 1920", "Numbers that an event or a log gives as the reason."],
    ["hresult", "What bundles and channels return", "Results that are no exit codes of Windows Installer."],
    ["channel", "What channels, packages and scripts say", "Lines of Intune, Configuration Manager, packages and remedyc itself."],
  ] as const;
  const head =
    "# What `remedyc diagnose` knows\n\nWritten by `npm run generate` from `src/diagnosis/rules/`; `remedyc explain ID` shows a rule alone. How logs are read: [diagnose.md](diagnose.md).";
  const parts = families.map(([family, title, text]) => {
    const own = rules
      .filter((rule) => rule.family === family)
      .map((rule) => tellRule(rule).replace(/^(#+) /gm, (_, marks: string) => `${marks}## `));
    return `## ${title}\n\n${text}\n\n${own.join("\n").trimEnd()}`;
  });
  return `${[head, ...parts].join("\n\n")}\n`;
}

/** What markdown would take for a tag or for emphasis. */
function escapeMarkdown(text: string): string {
  return text.replace(/[<>*_]/g, (letter) => `\\${letter}`);
}
