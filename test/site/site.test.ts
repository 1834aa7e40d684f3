import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path/posix";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { createParser } from "../../src/cli/run.ts";
import { COMMANDS } from "../../src/cli/usage.ts";
import { diagnosticCatalog } from "../../src/diagnostics/catalog.ts";
import { rules } from "../../src/generated/linter-rules.ts";
import { extractBuiltinCatalog } from "../../src/resources/catalog/generate.ts";
import { channelPage } from "../../src/site/channels.ts";
import { listCommands } from "../../src/site/commands.ts";
import { toPage } from "../../src/site/links.ts";
import { GUIDES } from "../../src/site/navigation.ts";
import { targetNames } from "../../src/targets/targets.ts";
import { requireProgram } from "../entry/requirements.ts";
import { lookAtPage } from "./look.ts";

const PROJECT = fileURLToPath(new URL("../../", import.meta.url));
const DIST = join(PROJECT, ".site/dist");

beforeAll(() => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--import", "tsx", "src/site/build.ts"], {
    cwd: PROJECT,
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`${stdout}${stderr}`);
}, 300_000);

const list = (ending: string): string[] =>
  readdirSync(DIST, { recursive: true, encoding: "utf8" })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => path.endsWith(ending));

const read = (path: string): string => readFileSync(join(DIST, path), "utf8");

const isMissing = (page: string): boolean => !existsSync(join(DIST, `${page}.html`));

describe("the site has a page for", () => {
  test("every kind", () => {
    const kinds = Object.keys(extractBuiltinCatalog().value.kinds);
    expect(kinds.length).toBeGreaterThan(40);
    expect(kinds.filter((name) => isMissing(`reference/${name}`))).toEqual([]);
  });

  test("every diagnostic", () => {
    const codes = Object.keys(diagnosticCatalog);
    expect(codes.length).toBeGreaterThan(300);
    expect(codes.filter((code) => isMissing(`diagnostics/${code}`) || !read("diagnostics/index.html").includes(`/${code}.html`))).toEqual(
      [],
    );
  });

  test("every lint rule, command and channel", () => {
    expect(rules.length).toBeGreaterThan(10);
    expect(rules.filter(({ name }) => isMissing(`lint/${name}`))).toEqual([]);
    expect(COMMANDS.filter((name) => isMissing(`commands/${name}`))).toEqual([]);
    expect(targetNames.filter((name) => isMissing(`channels/${channelPage(name)}`))).toEqual([]);
  });

  test("every recipe and guide, and each guide stands in the navigation once", () => {
    const recipes = readdirSync(join(PROJECT, "examples"), { recursive: true, encoding: "utf8" }).filter((path) =>
      path.endsWith(".remedy"),
    );
    expect(recipes.filter((path) => isMissing(`recipes/${path.split(/[\\/]/).at(-1)?.replace(".remedy", "") ?? ""}`))).toEqual([]);
    const guides = readdirSync(join(PROJECT, "docs")).filter((name) => name.endsWith(".md"));
    expect(GUIDES.flatMap(([, names]) => names).toSorted()).toEqual([...guides.map((name) => name.slice(0, -3)), "templates"].sort());
    expect(guides.filter((name) => isMissing(`guide/${name.slice(0, -3)}`))).toEqual([]);
  });
});

/** The value of an attribute wherever a page has it. */
const listAttributes = (html: string, name: string): string[] =>
  [...html.matchAll(new RegExp(` ${name}="([^"]*)"`, "g"))].map(([, value = ""]) => value.replaceAll("&amp;", "&"));

test("every link and every anchor of the site leads somewhere", () => {
  const pages = new Map(list(".html").map((path) => [path, read(path)]));
  const anchors = new Map([...pages].map(([path, html]) => [path, new Set(listAttributes(html, "id"))]));
  let looked = 0;
  const dead = [...pages].flatMap(([path, html]) =>
    listAttributes(html, "href").flatMap((href) => {
      if (/^[a-z]+:/.test(href)) return [];
      looked++;
      const [target = "", anchor] = href.split("#");
      const place = target === "" ? path : target.startsWith("/") ? target.slice(1) : normalize(join(dirname(path), target));
      const file = place === "" || place.endsWith("/") ? `${place}index.html` : place;
      if (!existsSync(join(DIST, file))) return [`${path}: ${href}`];
      return anchor === undefined || anchor === "" || anchors.get(file)?.has(decodeURIComponent(anchor)) === true
        ? []
        : [`${path}: ${href}`];
    }),
  );
  expect(looked).toBeGreaterThan(5000);
  expect([...new Set(dead)]).toEqual([]);
});

test("nothing is loaded from elsewhere", () => {
  const loaded = list(".html").flatMap((path) => {
    const tags = read(path).match(/<(?:script|link|img|iframe|source|video|audio|object|embed)\b[^>]*>/g) ?? [];
    return tags.flatMap((tag) => [...listAttributes(tag, "src"), ...listAttributes(tag, "href")]);
  });
  expect(loaded.filter((address) => !/^(?:\/(?!\/)|data:)/.test(address))).toEqual([]);
  const styles = list(".css").flatMap((path) =>
    [...read(path).matchAll(/url\(\s*["']?((?:https?:)?\/\/[^)]*)|@import/g)].map(([text]) => text),
  );
  expect(styles).toEqual([]);
});

test("the search has an index, with a diagnostic, a kind and a command in it", () => {
  const index = list(".js").filter((path) => /localSearchIndex/.test(path));
  expect(index).toHaveLength(1);
  const text = read(index[0] ?? "");
  for (const page of ["diagnostics/RMD2001", "reference/service", "commands/prove"]) expect(text).toContain(`/${page}.html`);
});

test("blocks of remedies are coloured", () => {
  expect(read("index.html")).toMatch(/class="language-remedy[\s\S]*?<span style="--shiki-light:/);
});

describe("pages of commands", () => {
  test.each(listCommands())(
    "$name tells every option, argument and example of its help",
    async ({ name, options, positionals, examples }) => {
      const help = await createParser([name]).wrap(null).getHelp();
      const told = [...new Set(help.replace(/Examples:[\s\S]*/, "").match(/(?<=^ +(?:-\w, )*)--[a-z][\w-]*/gm))];
      const own = told.filter((option) => option !== "--help" && option !== "--version").map((option) => option.slice(2));
      expect(options.map(([option]) => option).toSorted()).toEqual(own.toSorted());
      const page = read(`commands/${name}.html`);
      for (const [option] of [...options, ...positionals]) expect(page).toContain(option);
      expect(examples.length).toBeGreaterThan(0);
    },
  );
});

describe("a document becomes a page", () => {
  test.each([
    ["[a](import.md#what-happens)", "[a](/guide/import#what-happens)"],
    ["[RMD2001](../src/diagnostics/pages/RMD2001.md)", "[RMD2001](/diagnostics/RMD2001)"],
    ["[`open`](../src/signing/keys/open-signer.ts)", "`open`"],
    ["[exit-codes.md](exit-codes.md)", "[exit codes](/guide/exit-codes)"],
    ["[recipes](../examples/README.md)", "[recipes](/recipes/)"],
    ["a <name> and {{ x }}", "a &lt;name> and &#123;&#123; x }}"],
    ["`a <name>`<br>", "`a <name>`<br>"],
    ["```ts\n[a](b.md) <T>\n```", "```ts\n[a](b.md) <T>\n```"],
  ])("%s", (text, page) => {
    expect(toPage(text, "docs/x.md")).toBe(page);
  });
});

test.each(["", "guide/from-a-pair.html", "guide/language.html", "reference/service.html", "commands/build.html", "diagnostics/"])(
  "'/%s' can be read by everybody, and says nothing in the console",
  async (path) => {
    requireProgram("chromium");
    expect(await lookAtPage(DIST, path)).toEqual([]);
  },
  60_000,
);
