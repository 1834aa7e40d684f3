/** `npx tsx test/powershell/gate-cli.ts [file…]`: the gate's findings for files (default: all templates); templates may call each other. */
import { readFileSync } from "node:fs";
import { checkScripts, formatFindings } from "./gate.ts";
import { readTemplates } from "./templates.ts";

const templates = readTemplates();
const given = process.argv.slice(2);
const findings =
  given.length === 0
    ? await checkScripts(templates)
    : await checkScripts(
        given.map((name) => ({ name, text: readFileSync(name, "utf8") })),
        { library: templates },
      );
const text = findings.length === 0 ? "" : `${formatFindings(findings)}\n`;
// The gate's PowerShell waits for more, and with it this process would.
process.stdout.write(text, () => process.exit(findings.length === 0 ? 0 : 1));
