import { describe, expect, test } from "vitest";
import { getLineColumn } from "../../src/source/source-file.ts";
import type { PlanEnsure, PlanNode } from "../../src/plan/plan.ts";
import { outlineText, planText } from "./support.ts";

/** Every `ensure` of a step's body. */
function ensures(nodes: readonly PlanNode[] | undefined): PlanEnsure[] {
  return (nodes ?? []).flatMap((node): PlanEnsure[] => {
    if (node.kind === "ensure") return [node];
    return "body" in node ? [...ensures(node.body), ...(node.kind === "when" ? ensures(node.otherwise) : [])] : [];
  });
}

const condition = async (expression: string, before = "") => {
  const [first] = (await planText(`${before}require ${expression} else "x"\nensure service("S") { state: running }`)).steps[0]?.body ?? [];
  return first?.kind === "require" ? first.guard.condition : undefined;
};
const truth = (value: boolean) => ({ kind: "constant", value: { kind: "bool", value } });

describe("parts", () => {
  const files = {
    "p.remedy":
      'part inner(s: service, m: service.startup) {\n  ensure s { startup: m }\n}\npart outer(name: string) {\n  use inner(service("A${name}"), manual)\n  use inner(s: service(name), m: disabled)\n}\n',
  };

  test("are inlined where they are used, counted on, and every entry knows the uses that lead to it", async () => {
    const plan = await planText(
      'import "./p.remedy"\nremedy sample {\n  title: "x"\n  version: 1.0\n  step only "Only" {\n    ensure service("B") { state: running }\n    use outer("X")\n    ensure service("C") { state: running }\n  }\n}',
      { files },
    );
    const found = ensures(plan.steps[0]?.body);
    expect(found.map((ensure) => `${ensure.id} ${ensure.label}`)).toEqual([
      "only.1 service B: state running",
      "only.2 service AX: startup manual",
      "only.3 service X: startup disabled",
      "only.4 service C: state running",
    ]);
    const { span, via } = found[1]?.origin ?? { span: undefined, via: [] };
    expect(span && `${span.file.path}:${getLineColumn(span.file, span.start).line}`).toBe("p.remedy:2");
    expect(via.map((place) => `${place.file.path}:${getLineColumn(place.file, place.start).line}`)).toEqual([
      "main.remedy:7",
      "p.remedy:5",
    ]);
    expect(plan.sources.map((source) => source.path)).toEqual(["main.remedy", "p.remedy"]);
  });

  test("arguments are those of the place: parameters, elements and let of the caller", async () => {
    const text =
      'part p(n: string) {\n  let s = service("x${n}")\n  ensure s { state: running }\n}\nremedy sample {\n  title: "x"\n  version: 1.0\n  param q: string = "Q"\n  step only "Only" {\n    each e in ["1", "2"] {\n      use p("${e}${q}")\n    }\n  }\n}';
    expect(await outlineText(text, { target: "intune.remediation" })).toEqual([
      "ensure only.1 service x1Q: state running",
      "ensure only.2 service x2Q: state running",
    ]);
    expect(await outlineText(text)).toEqual(["ensure only.1 service x1<q>: state running", "ensure only.2 service x2<q>: state running"]);
  });
});

describe("let, each, when", () => {
  test("a let is a name: of resources, values, lists", async () => {
    expect(
      await outlineText(
        'let a = service("A")\nlet many = [a, service("B")]\neach s in many { ensure s { state: running } }\nwhen a.exists { ensure a { startup: manual } }',
      ),
    ).toEqual([
      "ensure only.1 service A: state running",
      "ensure only.2 service B: state running",
      "when a.exists",
      "  ensure only.3 service A: startup manual",
    ]);
  });

  test("a list that is known is unrolled, also of a parameter that is fixed; a selection and profiles stay loops of their own names", async () => {
    expect(await outlineText('each x in ["A", "B"] { ensure service(x) { state: running } }')).toEqual([
      "ensure only.1 service A: state running",
      "ensure only.2 service B: state running",
    ]);
    expect(
      await outlineText(
        'param names: [string] = ["A", "B"]\nstep only "Only" { each x in names { ensure service(x) { state: running } } }',
        { set: { names: "C" } },
      ),
    ).toEqual(["ensure only.1 service C: state running"]);
    expect(
      await outlineText(
        "each p in package(name matches '^A') { ensure p absent }\neach p in package(name matches '^B') { ensure p absent }",
      ),
    ).toEqual([
      "each p in package(name matches '^A') as p",
      "  ensure only.1 package <p> is absent",
      "each p in package(name matches '^B') as p2",
      "  ensure only.2 package <p2> is absent",
    ]);
    expect(await outlineText('each u in profile() { ensure file(u.folder / "a.txt") absent }')).toEqual([
      "each u in profile() as u",
      "  ensure only.1 file <profile <u> folder>\\a.txt is absent",
    ]);
  });

  test("a guard that is known leaves its branch only; nothing of the other is checked on a device", async () => {
    const text = (value: string) =>
      `param mode: bool = ${value}\nstep only "Only" {\n  when mode { ensure service("A") { state: running } } else { ensure service("B") { state: running } }\n}`;
    expect(await outlineText(text("true"), { target: "intune.remediation" })).toEqual(["ensure only.1 service A: state running"]);
    expect(await outlineText(text("false"), { target: "intune.remediation" })).toEqual(["ensure only.1 service B: state running"]);
    expect(await outlineText(text("true"))).toEqual([
      "when mode",
      "  ensure only.1 service A: state running",
      "else",
      "  ensure only.2 service B: state running",
    ]);
  });

  test("a step whose guard is known false is empty and keeps its place", async () => {
    const plan = await planText(
      'step a "A" when 1 > 2 { ensure service("A") { state: running } }\nstep b "B" when 1 < 2 { ensure service("B") { state: running } }',
    );
    expect(plan.steps.map((step) => [step.name, step.guard, step.body.length])).toEqual([
      ["a", undefined, 0],
      ["b", undefined, 1],
    ]);
  });
});

describe("items", () => {
  test("ids count items and warnings of a step after inlining; a fix's own come behind its check", async () => {
    expect(
      await outlineText(
        'require os.build > 1 else "x"\nwarn "w" when os.build > 2\ncheck "c" { os.build > 3 } every 2h fix {\n  require os.build > 4 else "y"\n  ensure service("A") { state: running }\n}\nreboot when changed\nensure service("B") { state: running }',
      ),
    ).toEqual([
      "require only.1 os.build > 1",
      "warn only.2 os.build > 2",
      "check only.3 os.build > 3",
      "reboot only.6 changed",
      "ensure only.7 service B: state running",
    ]);
  });

  test("what a check's fix changes, and what guards and ensures read, are known", async () => {
    const plan = await planText(
      'let jobs = directory(registry_value(\'HKLM\\SOFTWARE\\X\', "D").data ?? \'C:\\y\', files: ["*.z"])\ncheck "c" { jobs.size == none or jobs.size < 1GB } fix {\n  with service("S") stopped { clear jobs { older_than: 1h } }\n}',
    );
    const [check] = plan.steps[0]?.body ?? [];
    if (check?.kind !== "check") throw new Error("no check");
    expect(check.changes.map((resource) => resource.resourceKind)).toEqual(["service", "directory"]);
    expect(check.guard.reads.map((resource) => resource.resourceKind)).toEqual(["directory", "registry_value"]);
    expect(check.guard.text).toBe("jobs.size == none or jobs.size < 1GB");
  });

  test("provides are spread over the ensures of the same resource, a removal included", async () => {
    const plan = await planText(
      'let p = package("Agent")\nlet s = service("A")\nwhen s.exists and s.state != running { ensure p absent }\nensure p present { source: \'C:\\a.msi\', sha256: "' +
        "0".repeat(64) +
        '", provides: [s] }\nensure s { state: running }',
    );
    expect(
      ensures(plan.steps[0]?.body)
        .slice(0, 2)
        .map((ensure) => [ensure.presence, ensure.provides.map((resource) => resource.identity)]),
    ).toEqual([
      ["absent", ["service a"]],
      ["present", ["service a"]],
    ]);
  });

  test("what runs at failure is apart from the items", async () => {
    const plan = await planText(
      'ensure service("A") { state: running }\non failure { diagnose event_log("System", source: "X", last: 1h) }',
    );
    expect(plan.steps[0]?.onFailure).toMatchObject([{ kind: "verb", verb: "diagnose", label: "diagnose event log System source X" }]);
    expect(plan.steps[0]?.body).toHaveLength(1);
  });
});

describe("identities and labels", () => {
  const identity = async (reference: string, before = ""): Promise<string | undefined> =>
    ensures((await planText(`${before}ensure ${reference}`)).steps[0]?.body)[0]?.resource.identity;

  test.each<[a: string, b: string, same: boolean]>([
    ['service("Spooler") { state: running }', "service('SPOOLER') { state: running }", true],
    ["registry_value('HKLM\\Software\\A', \"v\") { data: 1 }", "registry_value('hklm\\software\\a', \"V\") { data: 2 }", true],
    ["registry_value('HKLM\\Software\\A', \"v\", view: 32) { data: 1 }", "registry_value('HKLM\\Software\\A', \"v\") { data: 1 }", false],
    ["package(name matches '^A', version < 2.0) absent", "package(version < 2.0, name matches '^A') absent", true],
    ["package(name matches '^A') absent", "package(name matches '^B') absent", false],
    ['service("A") { state: running }', 'process("A") absent', false],
  ])("%s and %s", async (a, b, same) => {
    expect((await identity(a)) === (await identity(b))).toBe(same);
  });

  test("run-time parts stand by their name", async () => {
    const plan = await planText('param Name: string = "x"\nstep only "Only" { ensure service("A${Name}") { state: running } }');
    expect(ensures(plan.steps[0]?.body)[0]?.resource).toMatchObject({ identity: "service a${name}", label: "service A<Name>" });
  });
});

describe("constants are folded", () => {
  test.each<[expression: string, expected: boolean]>([
    ["1 < 2", true],
    ["4.7 == 4.7.0.0", true],
    ["4.10 > 4.9", true],
    ["90m == 5400s", true],
    ["1GB > 1000MB", true],
    ["'a' == 'A'", false],
    ["'a' == 'a'", true],
    ["not (1 < 2)", false],
    ["3 in [1, 2, 3]", true],
    ["4 in [1, 2, 3]", false],
    ["(none ?? 3) == 3", true],
    ["\"${'a'}b\" == 'ab'", true],
    ["true or os.build > 1", true],
    ["false and os.build > 1", false],
  ])("%s is %j", async (expression, expected) => {
    expect(await condition(expression)).toMatchObject(truth(expected));
  });

  test("and, or keep their order: a constant on the right is dropped only where it changes nothing", async () => {
    expect(await condition("os.build > 1 and true")).toMatchObject({ kind: "compare" });
    expect(await condition("os.build > 1 and false")).toMatchObject({ kind: "and" });
    expect(await condition("not not (os.build > 1)")).toMatchObject({ kind: "compare" });
  });

  test("'matches' is never folded: only .NET knows", async () => {
    expect(await condition("'a' matches '^A$'")).toMatchObject({ kind: "compare", operator: "matches" });
  });

  test("texts hold constants as they are written, paths one backslash", async () => {
    const label = async (reference: string) => ensures((await planText(`ensure ${reference}`)).steps[0]?.body)[0]?.label;
    expect(await label('service("a${1.20}b${30m}c${true}d${7}") { state: running }')).toBe("service a1.20b30mctrued7: state running");
    expect(await label("file('C:\\a\\' / 'b' / \"c\") absent")).toBe("file C:\\a\\b\\c is absent");
  });
});

describe("parameters (Semantics 18)", () => {
  const text = 'title: "x ${label}"\nversion: 1.0\ntargets: [standalone]\n';
  const remedy = `remedy sample {\n${text}param label: string = "L"\nparam limit: int = 3\nparam names: [string] = ["a"]\nparam expression: pattern = '^a'\nparam key: registry_path = 'HKLM\\SOFTWARE\\X'\nparam account: account?\nparam password: secret?\n  step only "Only" {\n    require os.build > limit else "x"\n    ensure service("S") { state: running }\n  }\n}`;

  test("stay parameters where the target can pass them, except those that name output and those that cannot be passed", async () => {
    const plan = await planText(remedy, { set: { limit: "5" } });
    expect(plan.parameters.map((parameter) => [parameter.name, parameter.type.kind, parameter.optional, parameter.defaultValue])).toEqual([
      ["limit", "int", false, { kind: "int", value: 5 }],
      ["account", "account", true, { kind: "none" }],
      ["password", "secret", true, { kind: "none" }],
    ]);
    expect(plan.fixed.map((fixed) => fixed.name)).toEqual(["label", "names", "expression", "key"]);
    expect(plan.remedy.title).toBe("x L");
  });

  test("are all fixed where it cannot", async () => {
    const plan = await planText(remedy, { target: "configmgr.baseline", set: { label: "M", password: "env:P" } });
    expect(plan.parameters).toEqual([]);
    expect(plan.fixed.map((fixed) => fixed.name)).toEqual(["label", "limit", "names", "expression", "key", "account", "password"]);
    expect(plan.remedy.title).toBe("x M");
    expect(plan.fixed.at(-1)?.value).toEqual({ kind: "secret", store: "env", name: "P" });
  });

  test("the title keeps values that are no text", async () => {
    expect((await planText(remedy.replace('label: string = "L"', "label: size = 4GB"))).remedy.title).toBe("x 4GB");
  });

  test("the fingerprint changes with the version and with fixed values, and with nothing else", async () => {
    const of = async (source: string, set = {}) => (await planText(source, { target: "configmgr.baseline", set })).fingerprint;
    const first = await of(remedy);
    expect(first).toMatch(/^[0-9a-f]{64}$/);
    expect(await of(remedy.replace("state: running", "state: stopped").replace('title: "x', 'title: "y'))).toBe(first);
    expect(await of(remedy, { limit: "3" })).toBe(first);
    expect(await of(remedy, { limit: "4" })).not.toBe(first);
    expect(await of(remedy.replace("version: 1.0", "version: 1.1"))).not.toBe(first);
  });
});
