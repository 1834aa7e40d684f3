import { GROUPS } from "../cli/usage.ts";
import type { Catalog } from "../resources/catalog/model.ts";
import { targetNames } from "../targets/targets.ts";
import { channelPage } from "./channels.ts";

interface Entry {
  readonly text: string;
  readonly link?: string;
  readonly items?: readonly Entry[];
  readonly activeMatch?: string;
  readonly collapsed?: boolean;
}

/** The documents of `docs/`, by task. Each stands in one of them, which a test holds. */
export const GUIDES: readonly (readonly [title: string, names: readonly string[]])[] = [
  ["Begin", ["start", "install", "init", "language", "by-problem", "editors"]],
  ["Come from elsewhere", ["from-a-pair", "import", "coming-from"]],
  ["Check and try out", ["testing", "prove", "lint", "fmt", "diff"]],
  ["Build and sign", ["build-output", "signing", "custom-kinds"]],
  ["Deploy", ["intune", "configmgr", "standalone", "scheduled-task", "publish-and-report"]],
  ["When something fails", ["diagnose", "log-rules", "log-format", "exit-codes", "rollback", "inspect"]],
  ["Why it can be trusted", ["proof", "security"]],
  ["Work on remedyc", ["contributing", "templates"]],
];

/** What stands above every page. A page for trying remedies out would come after the recipes. */
export const nav: readonly Entry[] = [
  { text: "Start", link: "/guide/start" },
  { text: "Guides", link: "/guide/language", activeMatch: "^/guide/(?!start)" },
  { text: "Recipes", link: "/recipes/" },
  {
    text: "Reference",
    activeMatch: "^/(reference|commands|channels|diagnostics|lint)/",
    items: [
      { text: "Kinds and facts", link: "/reference/" },
      { text: "Commands", link: "/commands/" },
      { text: "Channels", link: "/channels/" },
      { text: "Diagnostics", link: "/diagnostics/" },
      { text: "Lint rules", link: "/lint/" },
    ],
  },
];

/** What stands beside the pages of a folder. `titles` are the headings of all pages, by path. */
export function createSidebar(titles: ReadonlyMap<string, string>, { kinds }: Catalog): { readonly [folder: string]: readonly Entry[] } {
  const titled = (page: string): Entry => ({ text: shorten(titles.get(`${page}.md`) ?? page), link: `/${page}` });
  const inFolder = (folder: string): Entry[] =>
    [...titles.keys()]
      .filter((path) => path.startsWith(`${folder}/`) && !path.endsWith("/index.md"))
      .map((path) => titled(path.slice(0, -3)));
  return {
    "/guide/": GUIDES.map(([text, names]) => ({ text, items: names.map((name) => titled(`guide/${name}`)) })),
    "/recipes/": [{ text: "Recipes", items: [{ text: "By problem", link: "/recipes/" }, ...inFolder("recipes")] }],
    "/reference/": [
      {
        text: "Across the kinds",
        items: [
          { text: "All kinds", link: "/reference/" },
          ...["all-verbs", "all-facts", "all-accounts"].map((name) => titled(`reference/${name}`)),
        ],
      },
      {
        text: "Kinds",
        items: Object.keys(kinds)
          .toSorted()
          .map((name) => ({ text: name, link: `/reference/${name}` })),
      },
    ],
    "/commands/": [
      { text: "Commands", link: "/commands/" },
      ...GROUPS.map(({ title, commands }) => ({ text: title, items: commands.map((name) => ({ text: name, link: `/commands/${name}` })) })),
    ],
    "/channels/": [
      {
        text: "Channels",
        items: [
          { text: "All channels", link: "/channels/" },
          ...targetNames.map((name) => ({ text: name, link: `/channels/${channelPage(name)}` })),
        ],
      },
    ],
    // Not each code: some hundred entries beside each of some hundred pages.
    "/diagnostics/": [
      {
        text: "Diagnostics",
        items: RANGES.map(([first, text]) => ({ text: `${first.slice(0, -2)}xx ${text}`, link: `/diagnostics/#${first}` })),
      },
    ],
    "/lint/": [{ text: "Lint rules", items: [{ text: "All rules", link: "/lint/" }, ...inFolder("lint")] }],
  };
}

/** What diagnostics are about, by the first code that may be theirs. */
export const RANGES: readonly (readonly [first: string, text: string])[] = [
  ["RMD1000", "files and syntax"],
  ["RMD2000", "names and imports"],
  ["RMD3000", "types and values"],
  ["RMD4000", "the plan"],
  ["RMD5000", "targets and output"],
  ["RMD6000", "kinds of your own, lint"],
  ["RMD7000", "parameters and configuration"],
  ["RMD8000", "signing"],
  ["RMD8100", "installers and packages"],
  ["RMD8200", "publishing"],
  ["RMD8300", "comparing"],
  ["RMD8500", "logs"],
  ["RMD8600", "first remedies"],
  ["RMD8700", "formatting"],
  ["RMD8800", "imported pairs"],
  ["RMD9000", "proofs"],
];

/** The part of a heading before its colon, where that says enough, without marks of code. */
function shorten(title: string): string {
  const text = title.replaceAll("`", "");
  return text.length > 34 && text.includes(": ") ? (text.split(": ")[0] ?? text) : text;
}
