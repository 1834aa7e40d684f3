import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { CatalogType, ResourceKind } from "../../src/resources/catalog/model.ts";
import { targetNames } from "../../src/targets/targets.ts";
import { catalog } from "../checker/support.ts";
import { compileText } from "../plan/support.ts";
import { checkScripts, formatFindings } from "../powershell/gate.ts";

const word = fc.stringMatching(/^[A-Za-z][A-Za-z0-9]{0,8}$/);
/** What a quoted text may hold, hostile things among it; quotes and backslashes are escaped by JSON's rules, which the language shares. */
const hostile = fc.constantFrom("it's", '\\"', "\\$(x)", "`n", "\u2018", "\\u{1F600}", "#>", "%", "]LOG]", "{0}", "\\n", " ");
const quoted = fc.array(fc.oneof(word, hostile), { minLength: 1, maxLength: 4 }).map((parts) => `"${parts.join("")}"`);

/** Conditions over facts, services and packages, nested. */
const { condition } = fc.letrec<{ condition: string }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom(
      "os.build > 17763",
      'service("S").exists',
      "computer.is_domain_joined",
      "os.product_type == server",
      "os.uptime < 2h",
      "computer.memory >= 4GB",
      "reboot.pending",
      'service("S").state in [running, stopped]',
      "os.version >= 10.0",
      "file('C:\\a').exists",
      'network.can_connect("h", 443)',
    ),
    word.map((name) => `package(name matches '^${name} ', version < 2.0).exists`),
    quoted.map((text) => `service(${text}).exists`),
    fc
      .tuple(tie("condition"), fc.constantFrom("and", "or"), tie("condition"))
      .map(([left, operator, right]) => `(${left} ${operator} ${right})`),
    tie("condition").map((inner) => `not (${inner})`),
  ),
}));

/** A value of a state's type as it stands in a remedy; undefined for types that are tried elsewhere. */
function valueOf(type: CatalogType, name: string): fc.Arbitrary<string> | undefined {
  switch (type.kind) {
    case "enum":
      return fc.constantFrom(...type.members.filter((member) => member.ensurable).map((member) => member.name));
    case "bool":
      return fc.constantFrom("true", "false");
    case "string":
      return name === "sha256" ? fc.constant(`"${"a".repeat(64)}"`) : quoted;
    case "data":
      return fc.oneof(quoted, fc.integer({ min: 0, max: 0x7fffffff }).map(String), fc.constantFrom('["a", "b"]', "true"));
    default:
      return undefined;
  }
}

/** Names of things: a service, a key and a value, a file, a process, each from a word. */
const references: { readonly [kind: string]: (name: string) => string } = {
  service: (name) => `service("${name}")`,
  registry_value: (name) => `registry_value('HKLM\\SOFTWARE\\${name}', "${name}")`,
  registry_key: (name) => `registry_key('HKLM\\SOFTWARE\\${name}')`,
  tls: () => 'tls("1.2")',
  file: (name) => `file('C:\\${name}\\x.txt')`,
  process: (name) => `process("${name}.exe")`,
  package: (name) => `package(name matches '^${name}$')`,
};

function ensureOf(kind: ResourceKind): fc.Arbitrary<string> {
  const states = kind.properties
    .filter((property) => property.role === "state")
    .flatMap((property) => {
      const value = kind.name === "service" && property.name === "account" ? undefined : valueOf(property.type, property.name);
      return value ? [value.map((text) => `${property.name}: ${text}`)] : [];
    });
  const forms: fc.Arbitrary<string>[] = [];
  if (kind.ensure === "presence") forms.push(fc.constant(" absent"));
  if (states.length > 0) forms.push(fc.oneof(...states).map((state) => ` { ${state} }`));
  return fc.tuple(word, fc.oneof(...forms)).map(([name, form]) => `ensure ${references[kind.name]?.(name) ?? ""}${form}`);
}

const kinds = Object.keys(references)
  .flatMap((name) => catalog.kinds[name] ?? [])
  .filter((kind) => kind.ensure !== "none");
const ensure = fc.oneof(...kinds.map(ensureOf));

const { statement } = fc.letrec<{ statement: string }>((tie) => ({
  statement: fc.oneof(
    { maxDepth: 3 },
    { weight: 4, arbitrary: ensure },
    { weight: 1, arbitrary: fc.tuple(condition, quoted).map(([guard, text]) => `require ${guard} else ${text}`) },
    { weight: 1, arbitrary: fc.tuple(quoted, condition).map(([text, guard]) => `warn ${text} when ${guard}`) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(condition, tie("statement"), tie("statement"))
        .map(([guard, one, other]) => `when ${guard} {\n${one}\n} else {\n${other}\n}`),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(word, tie("statement"))
        .map(([name, inner]) => `each E in package(name matches '^${name}') {\n${inner}\nensure E absent\n}`),
    },
    {
      weight: 1,
      arbitrary: tie("statement").map(
        (inner) => `each u in profile() {\n${inner}\nensure registry_value('HKCU\\Software\\X', "v") { data: 1 }\n}`,
      ),
    },
    { weight: 1, arbitrary: fc.tuple(word, tie("statement")).map(([name, inner]) => `with service("${name}") stopped {\n${inner}\n}`) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(quoted, condition, condition)
        .map(
          ([title, guard, inner]) =>
            `check ${title} { ${guard} } every 3h fix {\nrequire ${inner} else "no"\nwhen ${inner} { restart service("S") }\n}`,
        ),
    },
    { weight: 1, arbitrary: condition.map((guard) => `reboot when changed and ${guard}`) },
  ),
}));

describe("random remedies", () => {
  test("that have no error compile, for every target, to scripts in which the engine's parser and the gate find nothing", async () => {
    const seen = { compiled: 0, scripts: 0, codes: new Map<string, number>() };
    await fc.assert(
      fc.asyncProperty(fc.array(statement, { minLength: 1, maxLength: 4 }), fc.constantFrom(...targetNames), async (statements, target) => {
        const text = statements.join("\n");
        const { scripts, diagnostics } = await compileText(text, { target });
        for (const { code } of diagnostics.filter((diagnostic) => diagnostic.severity === "error"))
          seen.codes.set(code, (seen.codes.get(code) ?? 0) + 1);
        if (scripts.length === 0) return;
        seen.compiled++;
        seen.scripts += scripts.length;
        for (const { file, script } of scripts)
          expect(formatFindings(await checkScripts([{ name: file, text: script.text }])), text).toBe("");
      }),
      { numRuns: 60, seed: 7 },
    );
    // Most of what is generated is valid; the rest says twice what it wants (RMD4001) or names what Windows does not take.
    expect(seen.compiled, JSON.stringify([...seen.codes])).toBeGreaterThan(35);
  }, 60_000);
});
