import { wellKnownAccounts } from "../accounts/well-known.ts";
import type { Catalog } from "../resources/catalog/model.ts";
import { cell } from "./links.ts";

/** What goes across the kinds: all verbs, all facts, all accounts whose SID is known. By their path on the site. */
export function renderReferenceLists({ kinds }: Catalog): ReadonlyMap<string, string> {
  const all = Object.values(kinds);
  const link = (name: string): string => `[\`${name}\`](/reference/${name})`;
  const verbs = all.flatMap(({ name, verbs: own }) =>
    own.map(
      (verb) =>
        `| \`${verb.name} ${name}\` | ${verb.use === "fix" ? "`fix`" : "`on failure`"} | ${link(name)} | ${plain(verb.documentation)} |`,
    ),
  );
  const facts = all.flatMap(({ name, singleton, properties }) =>
    singleton
      ? properties
          .filter(({ readable, role }) => readable !== false && role === "reading")
          .map((property) => `| \`${name}.${property.name}\` | ${link(name)} | ${plain(property.documentation)} |`)
      : [],
  );
  const accounts = wellKnownAccounts.map(({ name, sid }) => `| \`${name}\` | \`${sid}\` |`);
  return new Map([
    [
      "reference/all-verbs.md",
      `# Verbs\n\nWhat a fix may do beside \`ensure\`, and what may stand in \`on failure\`.\n\n| verb | where | kind | what it does |\n|---|---|---|---|\n${verbs.join("\n")}\n`,
    ],
    [
      "reference/all-facts.md",
      `# Facts\n\nWhat a remedy may read of the device without naming a thing.\n\n| fact | kind | meaning |\n|---|---|---|\n${facts.join("\n")}\n`,
    ],
    [
      "reference/all-accounts.md",
      `# Accounts\n\nAccounts and groups with the same SID on every Windows. A remedy names them as an English Windows does; the script has the SID, so it is right in every language.\n\n| name | SID |\n|---|---|\n${accounts.join("\n")}\n`,
    ],
  ]);
}

/** The first paragraph. */
const plain = (text: string): string => cell((text.split("\n\n")[0] ?? "").replace(/<(?!br>)/g, "&lt;").replaceAll("{{", "&#123;&#123;"));
