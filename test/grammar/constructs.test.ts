import { describe, expect, it } from "vitest";
import { getSpanText } from "../../src/source/source-file.ts";
import type { SyntaxNode } from "../../src/syntax/visitor.ts";
import { find, parseRight, parseStatements, parseValue } from "./parse.ts";

const text = (node: SyntaxNode | undefined): string | undefined => node && getSpanText(node.span);

describe("declarations", () => {
  it("import", () => expect(text(find(parseRight('import "./parts/a.remedy"\nlet x = 1'), "import").path)).toBe('"./parts/a.remedy"'));

  it("remedy, with metadata, parameters, values and steps", () => {
    const remedy = find(
      parseRight(
        '/// What it does.\n///  More.\nremedy r {\n  title: "T", version: 1.0.0\n  param p: int\n  let a = 1\n  step s "S" { }\n}',
      ),
      "remedy",
    );
    expect(remedy.name.text).toBe("r");
    expect(remedy.documentation).toBe("What it does.\n More.");
    expect(remedy.members.map((member) => member.kind)).toEqual(["entry", "entry", "param", "let", "step"]);
    expect(text(remedy)?.startsWith("remedy r {")).toBe(true);
  });

  it("part with parameters", () => {
    const part = find(parseRight("part p(a: string, b: [service.startup?]? = none) { use q(a) }"), "part");
    expect(part.formals.map((formal) => text(formal))).toEqual(["a: string", "b: [service.startup?]? = none"]);
    const type = part.formals[1]?.type;
    expect(type).toMatchObject({
      kind: "list-type",
      optional: true,
      element: { kind: "named-type", optional: true, name: { text: "service" }, member: { text: "startup" } },
    });
  });

  it("part without parameters", () => expect(find(parseRight("part p() { }"), "part").formals).toEqual([]));

  it("param with documentation and default", () => {
    const param = find(parseRight("remedy r {\n  // not this\n  /// Where it lies.\n  param installer: path = 'C:\\a'\n}"), "param");
    expect(param.documentation).toBe("Where it lies.");
    expect(text(param.formal)).toBe("installer: path = 'C:\\a'");
  });

  it("step with a guard on the next line", () => {
    const step = find(parseRight('remedy r {\n  step s "S"\n    when a.b {\n    use p()\n  }\n}'), "step");
    expect([step.name.text, text(step.title), text(step.guard), text(step.body)]).toEqual(["s", '"S"', "a.b", "{\n    use p()\n  }"]);
  });

  it("keywords are names where they mean nothing else", () => {
    const file = parseRight(
      'remedy restart {\n  fix: on\n  let step = detect\n  step param "P" { ensure given { import: for, when: absent } }\n}',
    );
    expect(find(file, "let").name.text).toBe("step");
    expect(find(file, "step").name.text).toBe("param");
    expect(find(file, "state").entries.map((entry) => entry.name.text)).toEqual(["import", "when"]);
  });
});

describe("statements", () => {
  it("ensure with properties", () => {
    const { state } = find(parseStatements("ensure agent { state: running, startup: automatic\n account: x }"), "ensure");
    expect(text(state.resource)).toBe("agent");
    expect(state.entries.map((entry) => text(entry))).toEqual(["state: running", "startup: automatic", "account: x"]);
    expect([state.presence, state.presenceSpan]).toEqual([undefined, undefined]);
  });

  it("ensure absent, and present with means", () => {
    const absent = find(parseStatements('ensure package("x") absent'), "state");
    expect([absent.presence, absent.presenceSpan && getSpanText(absent.presenceSpan)]).toEqual(["absent", "absent"]);
    const present = find(parseStatements("ensure product present { timeout: 30m }"), "state");
    expect([present.presence, present.entries.length]).toEqual(["present", 1]);
  });

  it("ensure with what follows where its fix has not helped, also on the next line", () => {
    const node = find(parseStatements("ensure a { state: running } else {\n  use x()\n  ensure b absent\n  else { use y() }\n}"), "ensure");
    expect(text(node.otherwise)).toBe("{\n  use x()\n  ensure b absent\n  else { use y() }\n}");
    expect(text(node)?.endsWith("}\n}")).toBe(true);
    expect(node.otherwise?.statements.map((statement) => statement.kind)).toEqual(["use", "ensure"]);
    expect(find(parseStatements("ensure a absent\nuse x()"), "ensure").otherwise).toBeUndefined();
  });

  it("require, its message on the next line", () => {
    const node = find(parseStatements('require a and b\n  else "No."'), "require");
    expect([text(node.condition), text(node.message)]).toEqual(["a and b", '"No."']);
  });

  it("warn", () => {
    const node = find(parseStatements('warn "W" when a < 4GB'), "warn");
    expect([text(node.message), text(node.condition)]).toEqual(['"W"', "a < 4GB"]);
  });

  it("when and else", () => {
    const node = find(parseStatements("when a { use x() } else { use y() }"), "when");
    expect([text(node.condition), text(node.body), text(node.otherwise)]).toEqual(["a", "{ use x() }", "{ use y() }"]);
    expect(find(parseStatements("when a { }"), "when").otherwise).toBeUndefined();
  });

  it("each", () => {
    const node = find(parseStatements("each p in package(name matches 'x') { ensure p absent }"), "each");
    expect([node.name.text, text(node.selection)]).toEqual(["p", "package(name matches 'x')"]);
  });

  it("with … stopped", () => {
    const node = find(parseStatements('with service("x"), process("y") stopped { use p() }'), "with");
    expect(node.resources.map((resource) => text(resource))).toEqual(['service("x")', 'process("y")']);
  });

  it("check, every, fix with actions of every sort", () => {
    const node = find(
      parseStatements(`check "no job" { a == none or a < 1h } every 1d fix {
        let f = 1
        require b else "No."
        when c { reset winsock } else { flush dns }
        each x in [1] { run program('a') { arguments: ["b"] } }
        with s stopped { clear jobs { older_than: 7d } }
        ensure s { state: running }
        restart service("x")
      }`),
      "check",
    );
    expect([text(node.condition), text(node.every)]).toEqual(["a == none or a < 1h", "1d"]);
    expect(node.fix.statements.map((statement) => statement.kind)).toEqual(["let", "require", "when", "each", "with", "ensure", "action"]);
    const when = node.fix.statements[2];
    expect(when?.kind === "when" && [when.body.kind, when.otherwise?.kind]).toEqual(["actions", "actions"]);
    const action = node.fix.statements[6];
    expect(action?.kind === "action" && [action.verb.text, text(action.object), action.entries]).toEqual(["restart", 'service("x")', []]);
  });

  it("use, reboot, on failure", () => {
    const file = parseStatements('use tls12()\nreboot when changed\non failure { diagnose event_log("System", last: 1h) }');
    expect(text(find(file, "use").part)).toBe("tls12()");
    expect(text(find(file, "reboot").condition)).toBe("changed");
    expect(text(find(file, "on-failure").actions)).toBe('{ diagnose event_log("System", last: 1h) }');
  });
});

describe("promises", () => {
  it("reads blocks of conditions, on lines of their own or with commas", () => {
    const promise = find(
      parseRight(
        'promise "T" for r {\n  given { a.b == 1, c }\n  always {\n    a\n    (b or c)\n    not d,\n    any\n  }\n  finally { a }\n}',
      ),
      "promise",
    );
    expect([text(promise.title), promise.remedy.text]).toEqual(['"T"', "r"]);
    expect(promise.blocks.map(({ time, conditions }) => [time, ...conditions.map(text)])).toEqual([
      ["given", "a.b == 1", "c"],
      ["always", "a", "(b or c)", "not d", "any"],
      ["finally", "a"],
    ]);
  });

  it("leaves arguments on the next line to calls elsewhere", () => {
    expect(find(parseRight('let a = f\n("x")'), "call").arguments.length).toBe(1);
  });

  it("reads what a remedy accepts, and an entry of that name", () => {
    const accept = find(parseRight('remedy r {\n  accept bounded because "x"\n}'), "accept");
    expect([accept.property.text, text(accept.reason)]).toEqual(["bounded", '"x"']);
    expect(find(parseRight("remedy r {\n  accept: 1, promise: 2, because: 3, always: 4, finally: 5\n}"), "entry").name.text).toBe("accept");
  });
});

describe("scenarios", () => {
  it("given, expect, restart", () => {
    const scenario = find(
      parseRight(
        'scenario "T" for r {\n  given {\n    os.build: 17763\n    service("x") absent, user_right("y") { policy: "z" }\n  }\n  expect detect noncompliant\n  expect fix succeeded\n  restart\n  expect package("p") absent\n}',
      ),
      "scenario",
    );
    expect([text(scenario.title), scenario.remedy.text]).toEqual(['"T"', "r"]);
    expect(scenario.steps.map((step) => step.kind)).toEqual(["given", "expect-outcome", "expect-outcome", "restart", "expect-state"]);
    const given = scenario.steps[0];
    expect(given?.kind === "given" && given.items.map((item) => `${item.kind} ${getSpanText(item.span)}`)).toEqual([
      "given-value os.build: 17763",
      'state service("x") absent',
      'state user_right("y") { policy: "z" }',
    ]);
    expect(scenario.steps[1]).toMatchObject({ run: "detect", outcome: { text: "noncompliant" } });
  });

  it("expects the state of what is called detect", () => {
    expect(find(parseRight('scenario "T" for r { expect detect("x") absent }'), "state").presence).toBe("absent");
  });
});

describe("expressions", () => {
  it("bind as written: or, and, not, comparison, ??, /", () => {
    const { value } = parseValue("not a == b ?? c / d and e or f");
    expect(value).toMatchObject({
      kind: "binary",
      operator: "or",
      left: { operator: "and", left: { kind: "not", operand: { operator: "==", right: { operator: "??", right: { operator: "/" } } } } },
    });
    expect(value.kind === "binary" && getSpanText(value.operatorSpan)).toBe("or");
  });

  it("operators of one level lean to the left", () => {
    expect(parseValue("a / b / c").value).toMatchObject({ operator: "/", left: { operator: "/" }, right: { kind: "name-expression" } });
  });

  it("sums bind tighter than ?? and less than /, and lean to the left", () => {
    expect(parseValue("a ?? b + c / d - 1h").value).toMatchObject({
      operator: "??",
      right: { operator: "-", left: { operator: "+", right: { operator: "/" } }, right: { kind: "duration" } },
    });
  });

  it.each(["in", "matches"])("not %s", (operator) => {
    expect(parseValue(`a not ${operator} b and c`).value).toMatchObject({
      operator: "and",
      left: { kind: "not", operand: { kind: "binary", operator } },
    });
  });

  it.each(["any", "all"])("%s: its condition goes on as far as it can, and the word is a name elsewhere", (quantifier) => {
    const { value } = parseValue(`a or not ${quantifier} x in b ?? c: x == 1 and d or ${quantifier}`);
    expect(value).toMatchObject({
      operator: "or",
      right: {
        kind: "not",
        operand: { kind: "quantified", quantifier, name: { text: "x" }, selection: { operator: "??" }, condition: { operator: "or" } },
      },
    });
    expect(parseValue(`${quantifier} in [1]`).value).toMatchObject({ operator: "in", left: { name: { text: quantifier } } });
  });

  it.each(["==", "!=", "<", "<=", ">", ">=", "matches", "in"])("a %s b", (operator) => {
    expect(parseValue(`a ${operator} b`).value).toMatchObject({ kind: "binary", operator });
  });

  it("members and calls with the three sorts of arguments", () => {
    const call = find(parseRight("let x = a.b(name matches 'x', last: 1h, c or d).e"), "call");
    expect(text(call.callee)).toBe("a.b");
    expect(call.arguments.map((argument) => `${argument.kind} ${getSpanText(argument.span)}`)).toEqual([
      "filter-argument name matches 'x'",
      "named-argument last: 1h",
      "positional-argument c or d",
    ]);
    expect(parseValue("a().b").value).toMatchObject({ kind: "member", name: { text: "b" } });
  });

  it.each([
    ["0", { kind: "integer", value: 0 }],
    ["-3", { kind: "integer", value: -3 }],
    ["-0", { kind: "integer", value: 0 }],
    ["0xFFFFFFFF", { kind: "integer", value: 4294967295 }],
    ["9007199254740991", { kind: "integer", value: 9007199254740991 }],
    ["4.7", { kind: "version", parts: [4, 7] }],
    ["1.1.977.0", { kind: "version", parts: [1, 1, 977, 0] }],
    ["500ms", { kind: "duration", milliseconds: 500 }],
    ["30s", { kind: "duration", milliseconds: 30_000 }],
    ["5m", { kind: "duration", milliseconds: 300_000 }],
    ["2h", { kind: "duration", milliseconds: 7_200_000 }],
    ["7d", { kind: "duration", milliseconds: 604_800_000 }],
    ["1KB", { kind: "size", bytes: 1024 }],
    ["500MB", { kind: "size", bytes: 524_288_000, amount: 500, unit: "MB" }],
    ["4GB", { kind: "size", bytes: 4_294_967_296 }],
    ["1TB", { kind: "size", bytes: 1_099_511_627_776 }],
    ["true", { kind: "boolean", value: true }],
    ["false", { kind: "boolean", value: false }],
    ["none", { kind: "none" }],
  ])("%s", (source, expected) => {
    expect(parseValue(source).value).toMatchObject(expected);
    expect(text(parseValue(source).value)).toBe(source);
  });

  it("lists, empty, with a last comma, over several lines", () => {
    const lengths = ["[]", "[1]", "[1, 2,]", "[\n  1,\n  2\n]"].map(
      (source) => find(parseRight(`let x = ${source}`), "list").elements.length,
    );
    expect(lengths).toEqual([0, 1, 2, 2]);
  });

  it("parentheses stay in the tree", () =>
    expect(parseValue("(a)").value).toMatchObject({ kind: "parenthesized", expression: { kind: "name-expression" } }));
});

describe("texts", () => {
  const parts = (source: string): unknown =>
    find(parseRight(`let x = ${source}`), "string").parts.map((part) => (part.kind === "text-part" ? part.value : getSpanText(part.span)));

  it.each([
    ['""', []],
    ['"a"', ["a"]],
    ['"a\\\\b\\"c\\n\\r\\t\\$\\u{1F600}"', ['a\\b"c\n\r\t$😀']],
    ['"$5 and 5$"', ["$5 and 5$"]],
    ['"a${b}c"', ["a", "${b}", "c"]],
    ['"${a}${b}"', ["${a}", "${b}"]],
    ['"${f("x${y}")}"', ['${f("x${y}")}']],
    ['"C:\\\\x${a}"', ["C:\\x", "${a}"]],
    ["''", []],
    ["'C:\\Windows\\${x}'", ["C:\\Windows\\${x}"]],
    ["'''a'b''c'''", ["a'b''c"]],
    ["''''''", []],
  ])("%s", (source, expected) => expect(parts(source)).toEqual(expected));

  it("a raw block drops its first line end and the common indent", () => {
    expect(parts("'''\n    if ($a) {\n      'b'\n\n    }\n  '''")).toEqual(["if ($a) {\n  'b'\n\n}\n"]);
    expect(parts("'''\r\n\ta\r\n\tb'''")).toEqual(["a\nb"]);
    expect(parts("'''first\n   a\n  b'''")).toEqual(["first\n a\nb"]);
  });

  it("a text part covers what stands in the source", () => {
    const string = find(parseRight('let x = "a\\n${b}c"'), "string");
    expect(string.parts.map((part) => getSpanText(part.span))).toEqual(["a\\n", "${b}", "c"]);
  });
});

describe("comments and line ends", () => {
  it("are kept beside the tree", () => {
    const { comments } = parseRight("// a\nlet x = 1 // b\n/// c\nlet y = 2");
    expect(comments.map((comment) => [comment.text, comment.ownLine, comment.isDocumentation])).toEqual([
      ["// a", true, false],
      ["// b", false, false],
      ["/// c", true, true],
    ]);
  });

  it.each(["\n", "\r\n", "\r"])("lines may end with %j", (end) => {
    const file = parseRight(["/// D", "let x = [", "\t1", "]", 'let y = "b"'].join(end));
    expect(file.declarations.map((declaration) => getSpanText(declaration.span))).toEqual([
      ["let x = [", "\t1", "]"].join(end),
      'let y = "b"',
    ]);
    expect(find(file, "let").documentation).toBe("D");
  });
});
