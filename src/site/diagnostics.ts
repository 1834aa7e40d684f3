import { diagnosticCatalog } from "../diagnostics/catalog.ts";
import type { DiagnosticCode } from "../diagnostics/catalog.ts";
import { rules } from "../generated/linter-rules.ts";
import { toPage } from "./links.ts";
import { RANGES } from "./navigation.ts";

/** The pages of diagnostics and lint rules, by their path on the site; `pages` is what `remedyc explain` tells, by code. */
export function renderDiagnostics(pages: { readonly [code: string]: string }): ReadonlyMap<string, string> {
  const codes = Object.keys(pages).toSorted();
  const made = new Map(codes.map((code) => [`diagnostics/${code}.md`, withSeverity(render(pages, code), code)]));
  const sections = RANGES.map(([first, text], i) => {
    const next = RANGES[i + 1]?.[0];
    const own = codes.filter((code) => code >= first && (next === undefined || code < next));
    const rows = own.map(
      (code) =>
        `| [${code}](/diagnostics/${code}) | ${severityOf(code)} | ${headingOf(pages[code] ?? "")
          .replace(/^RMD\d+: /, "")
          .replaceAll("|", "\\|")} |`,
    );
    return `<h2 id="${first}">${first.slice(0, -2)}xx: ${text}</h2>\n\n| code | severity | |\n|---|---|---|\n${rows.join("\n")}\n`;
  });
  made.set(
    "diagnostics/index.md",
    `# Diagnostics\n\nWhat remedyc tells, by code. \`remedyc explain RMD2001\` shows the same at a terminal.\n\n${sections.join("\n")}`,
  );
  const lintRows = rules.map(({ name, code, isFixSafe }) => {
    const page = render(pages, code);
    const extra = `[${code}](/diagnostics/${code}), ${severityOf(code)}${isFixSafe === true ? "; `remedyc lint --fix` repairs it" : ""}. Off-switches and severities: [lint](/guide/lint).`;
    made.set(`lint/${name}.md`, page.replace(/^# .*\n/, `# ${name}\n\n${extra}\n`));
    return `| [\`${name}\`](/lint/${name}) | ${code} | ${severityOf(code)} | ${isFixSafe === true ? "yes" : ""} | ${headingOf(page).replace(/^RMD\d+: /, "")} |`;
  });
  made.set(
    "lint/index.md",
    `# Lint rules\n\nWhat [\`remedyc lint\`](/commands/lint) tells: what compiles and still should not ship. [The guide](/guide/lint) says how a rule is switched off.\n\n| rule | code | severity | \`--fix\` | what it finds |\n|---|---|---|---|---|\n${lintRows.join("\n")}\n`,
  );
  return made;
}

const render = (pages: { readonly [code: string]: string }, code: string): string =>
  toPage(pages[code] ?? "", `src/diagnostics/pages/${code}.md`);

const withSeverity = (page: string, code: string): string => page.replace(/^(# .*\n)/, `$1\n*${severityOf(code)}*\n`);

const severityOf = (code: string): string => diagnosticCatalog[code as DiagnosticCode].severity;

/** The first heading of a page. */
export const headingOf = (page: string): string => /^# +(.+)$/m.exec(page)?.[1] ?? "";
