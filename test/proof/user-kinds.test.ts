import { describe, expect, test } from "vitest";
import { createCompiler } from "../../src/cli/compiler-session.ts";
import { planFile } from "../../src/compiler/compile.ts";
import { kindModels } from "../../src/generated/kind-models.ts";
import type { PropertyName } from "../../src/proof/properties.ts";
import { findModel } from "../../src/proof/find-model.ts";
import { provePlan } from "../../src/proof/prove.ts";
import { createMemoryHost } from "../../src/source/memory-host.ts";
import { beside } from "../fuzz/random.ts";

const compiler = await createCompiler(".");

interface Written {
  /** Tags of the interface, one a line. */
  readonly tags?: readonly string[];
  /** Tags of the state `mode`. */
  readonly mode?: string;
  /** What its `Repair-Agent` does. */
  readonly repair?: string;
  readonly base?: string;
}

/** A kind `agent` of a user's own with two states and a reading, and a remedy that uses it. */
async function load(body: string, { tags = [], mode = "", repair = "", base = "Creatable" }: Written = {}) {
  const declaration = `import type { ${base}, Key, Reading, State } from "remedyc/kinds";
/**
 * An agent.
${tags.map((tag) => ` * ${tag}\n`).join("")} */
export interface Agent extends ${base} {
  /** Its name. */
  name: Key<string>;
  /** How it is. */
  state: State<"running" | "stopped">;
  /** How it works. ${mode} */
  mode: State<"fast" | "slow">;
  /** Its port. */
  port?: Reading<number>;
}
`;
  const absent = base === "Ensurable" ? "" : ", [switch] $Absent";
  const script = `function Read-Agent([string] $Name, [string] $Property) { }
function Test-Agent([string] $Name${absent}, [string] $State, [string] $Mode) { }
function Repair-Agent([string] $Name${absent}, [string] $State, [string] $Mode) { ${repair} }
`;
  const remedy = `import "./agent.ts"\nremedy sample {\n title: "Sample"\n version: 1.0.0\n targets: [standalone]\n step one "One" {\n${body}\n }\n}\n`;
  const host = createMemoryHost({ ...beside.files, "a.remedy": remedy, "agent.ts": declaration, "agent.ps1": script });
  return planFile("a.remedy", { ...compiler, host }, { targets: undefined, parameters: [] });
}

async function refuted(body: string, written: Written = {}): Promise<readonly PropertyName[]> {
  const { plans, program, diagnostics } = await load(body, written);
  expect(diagnostics.filter(({ severity }) => severity === "error").map(({ message }) => message)).toEqual([]);
  const [only] = plans;
  if (!only) throw new Error("no plan");
  const { counterexamples } = provePlan(only.plan, program.catalog, kindModels, { budget: 100_000, mayBeDisturbed: false });
  return [...new Set(counterexamples.map(({ property }) => property))];
}

const SERVICE = (name: string): string => `ensure service("${name}") { startup: manual }`;
const AGENT = `ensure agent("Contoso") { state: running }`;

describe("of a kind of a user's own nobody knows what its fix does", () => {
  test("to what it names anything may happen, to others nothing", async () => {
    expect(await refuted(`${SERVICE("Contoso")}\n${AGENT}`)).toContain("idempotent");
    expect(await refuted(`${SERVICE("Other")}\n${AGENT}`)).toEqual([]);
    // It may take away what is ensured behind it.
    expect(await refuted(`${AGENT}\n${SERVICE("Contoso")}`)).toEqual(["nothing_left_broken"]);
  });

  test("one with states alone may be missing, too", async () => {
    const body = `when not agent("Other").exists {\n${SERVICE("Contoso")}\n${AGENT}\n}`;
    expect(await refuted(body, { base: "Ensurable" })).toContain("idempotent");
  });

  test("@changes: to others of that kind, too", async () => {
    expect(await refuted(`${SERVICE("Other")}\n${AGENT}`, { tags: ["@changes service"] })).toContain("idempotent");
    expect(await refuted(`${SERVICE("Other")}\n${AGENT}`, { tags: ["@changes file, package"] })).toEqual([]);
  });

  test("@exact: it leaves its other states as they are", async () => {
    const body = `ensure agent("Contoso") { state: running }\nensure agent("Contoso") { mode: fast }`;
    expect(await refuted(body)).toContain("idempotent");
    expect(await refuted(body, { tags: ["@exact"] })).toEqual([]);
  });

  test("@serves: it is broken with another word", async () => {
    const served = (mode: string): Promise<readonly PropertyName[]> =>
      refuted(`${AGENT}\nwhen agent("Contoso").exists and agent("Contoso").mode == slow { ${SERVICE("Other")} }`, { mode });
    expect(await served("@serves fast")).toContain("nothing_left_broken");
    expect(await served("")).not.toContain("nothing_left_broken");
  });
});

describe("whether its fix asks for a restart", () => {
  const restartOf = async (written: Written): Promise<unknown> => {
    const { program } = await load(AGENT, written);
    const kind = program.catalog.kinds["agent"];
    return kind && findModel(kind, kindModels).restart;
  };
  test("is seen in its script, of which comments do not count", async () => {
    expect(await restartOf({})).toBeUndefined();
    expect(await restartOf({ repair: "NeedsRestart 'it was replaced'" })).toEqual({ absent: "may", present: "may" });
    expect(await restartOf({ repair: "# NeedsRestart never" })).toBeUndefined();
  });
  test("@restart says more", async () => {
    const repair = "NeedsRestart 'it was replaced'";
    expect(await restartOf({ repair, tags: ["@restart always"] })).toEqual({ absent: "always", present: "always" });
    expect(await restartOf({ repair, tags: ["@restart absent never"] })).toEqual({ present: "may" });
  });
});

test.each<[string, Written, RegExp]>([
  ["never, and the script asks", { tags: ["@restart never"], repair: "NeedsRestart 'x'" }, /'@restart never', and a function/],
  ["always, and the script does not ask", { tags: ["@restart always"] }, /no function of its script calls NeedsRestart/],
  ["two words", { tags: ["@restart may", "@restart always"], repair: "NeedsRestart 'x'" }, /says 'may' and 'always'/],
  ["absent, which cannot be", { tags: ["@restart absent never"], base: "Ensurable" }, /cannot be ensured absent/],
  ["a new one that does not serve", { mode: "@fresh slow\n   * @serves fast" }, /a new one has 'mode' slow, with which it does not serve/],
  ["every word serves", { mode: "@serves fast, slow" }, /names every word/],
  ["made, by what makes none", { mode: "@makes", base: "Removable" }, /it does not extend Creatable/],
  ["new, of what makes none", { mode: "@fresh fast", base: "Removable" }, /'@fresh' of 'mode'/],
  ["no such kind", { tags: ["@changes services"] }, /no kind of that name/],
])("RMD9011: %s", async (_, written, reason) => {
  const { diagnostics } = await load(AGENT, written);
  const found = diagnostics.filter(({ code }) => code === "RMD9011");
  expect(found).toHaveLength(1);
  expect(found[0]?.message).toMatch(reason);
});

test.each<[string, Written, RegExp]>([
  ["@lasting", { mode: "@lasting" }, /readings alone/],
  ["@fresh", { mode: "@fresh quick" }, /'quick' is no word of it/],
  ["@restart", { tags: ["@restart sometimes"] }, /none of 'may', 'always' and 'never'/],
])("RMD6013: %s in a wrong way", async (_, written, reason) => {
  const { diagnostics } = await load(AGENT, written);
  expect(diagnostics.map(({ code }) => code)).toContain("RMD6013");
  expect(diagnostics.map(({ message }) => message).join()).toMatch(reason);
});
