import { expect, test } from "vitest";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { CompletionItem } from "vscode-languageserver-types";
import { MARK, openAt } from "./open-service.ts";

async function completeAt(marked: string, files: Record<string, string> = {}): Promise<CompletionItem[]> {
  const { service, uri, position } = openAt(marked, files);
  return service.complete(uri, position);
}

async function labelsAt(marked: string, files: Record<string, string> = {}): Promise<string[]> {
  return (await completeAt(marked, files)).map(({ label }) => label);
}

/** What stands in the step of a remedy. */
const inStep = (text: string, before = ""): string =>
  `${before}remedy spooler {\n  title: "The spooler runs"\n  version: 1.0.0\n  targets: [standalone]\n  param limit: duration = 1h\n  let agent = service("Spooler")\n  step one "Spooler" {\n    ${text}\n  }\n}\n`;

/** Of each place: some of what is offered there, and some of what must not be. */
const PLACES: readonly (readonly [what: string, text: string, offered: readonly string[], missing: readonly string[]])[] = [
  ["a file", "¦", ["remedy", "part", "let", "import", "scenario", "promise"], ["ensure", "step"]],
  ["a file, the word begun", "reme¦", ["remedy"], ["ensure"]],
  ["a file, behind a declaration", 'let a = "x"\n¦', ["remedy"], ["ensure"]],
  ["a remedy", "remedy a {\n  ¦\n}\n", ["title", "targets", "param", "step", "uninstall"], ["ensure", "remedy"]],
  ["a remedy, behind an entry", 'remedy a {\n  title: "x"\n  ver¦\n}\n', ["version", "step"], ["ensure"]],
  ["a remedy that is not closed", 'remedy a {\n  title: "x"\n  ¦', ["version", "step"], ["ensure"]],
  ["targets", "remedy a {\n  targets: [¦]\n}\n", ["standalone", "intune.remediation"], ["remedy"]],
  ["targets, the second", "remedy a {\n  targets: [standalone, ¦]\n}\n", ["configmgr.baseline"], ["title"]],
  ["targets, behind a dot", "remedy a {\n  targets: [intune.¦]\n}\n", ["remediation", "win32"], ["standalone"]],
  ["context", "remedy a {\n  context: ¦\n}\n", ["user", "system"], []],
  ["the type of a parameter", "remedy a {\n  param x: ¦\n}\n", ["duration", "path", "service.startup"], ["service"]],
  ["a property that is accepted", "remedy a {\n  accept ¦\n}\n", ["idempotent", "converges"], []],
  ["a step", inStep("¦"), ["ensure", "require", "each", "reboot"], ["step", "title", "run program"]],
  ["a step, the word begun", inStep("ens¦"), ["ensure"], ["step"]],
  ["a step, behind a statement", inStep("ensure agent { state: running }\n    ¦"), ["ensure", "require"], ["startup"]],
  ["behind ensure", inStep("ensure ¦"), ["agent", "service", "user_right"], ["os", "limit"]],
  ["behind ensure, before another line", inStep("ensure ser¦\n    ensure agent { state: running }"), ["service"], ["require"]],
  ["behind a resource", inStep("ensure registry_value('HKLM\\SOFTWARE\\A', \"B\") ¦"), ["absent", "present"], ["state"]],
  ["behind with", inStep("with ¦"), ["service", "process", "agent"], ["package"]],
  ["behind with, the second", inStep("with agent, ¦"), ["process"], ["package"]],
  ["behind use", inStep("use ¦", 'part clean(folder: path) {\n  warn "x" when changed\n}\n'), ["clean"], ["service"]],
  ["behind require", inStep("require ¦"), ["agent", "limit", "os", "not"], ["ensure"]],
  ["behind and", inStep("require changed and ¦"), ["agent", "os"], ["ensure"]],
  ["a state", inStep("ensure agent { ¦ }"), ["state", "startup", "timeout"], ["exit_code", "ensure"]],
  ["a state, the second", inStep("ensure agent { state: running, ¦ }"), ["startup"], ["running"]],
  ["a state over lines", inStep("ensure agent {\n      state: running\n      st¦\n    }"), ["startup"], ["ensure"]],
  ["a word that can be ensured", inStep("ensure agent { state: ¦ }"), ["running", "stopped", "limit"], ["starting", "startup"]],
  ["a word that is compared", inStep('require agent.state == ¦ else "x"'), ["running", "starting"], ["disabled"]],
  ["a duration", inStep("ensure agent { state: running, timeout: ¦ }"), ["30s", "limit"], ["running"]],
  ["true or false", inStep('require computer.is_domain_joined == ¦ else "x"'), ["true", "false"], []],
  ["a member of a let", inStep('require agent.¦ else "x"'), ["state", "exists", "exit_code"], ["password", "running"]],
  ["a member, nothing behind it", inStep("require agent.¦"), ["state", "exists"], ["ensure"]],
  ["a member, the next line goes on", inStep("require agent.\n    ¦ensure agent { state: running }"), [], ["disk"]],
  ["a member of a fact", inStep('require os.¦ else "x"'), ["build", "version"], ["exists"]],
  ["a member of a call", inStep('require service("A").¦ else "x"'), ["state"], ["build"]],
  ["a query", inStep('require network.¦ else "x"'), ["can_connect"], ["exists"]],
  ["a secret", inStep("ensure agent { account: 'CONTOSO\\a', password: secret.¦ }"), ["env", "dpapi"], ["state"]],
  ["arguments by name", inStep("ensure directory('C:\\A', ¦) absent"), ["files"], ["ensure"]],
  ["filters of a selection", inStep("each p in package(¦) { ensure p absent }"), ["name", "version"], ["ensure"]],
  ["the element of an each", inStep("each p in package(name matches 'x') {\n      ensure ¦\n    }"), ["p", "package"], []],
  ["nothing of a block behind it", inStep("each p in package(name matches 'x') { ensure p absent }\n    ensure ¦"), ["agent"], ["p"]],
  ["statements of a when", inStep("when changed {\n      ¦\n    }"), ["ensure"], ["run program"]],
  [
    "actions",
    inStep('check "x" { changed } fix {\n      ¦\n    }'),
    ["run program", "restart service", "ensure"],
    ["warn", "diagnose event_log"],
  ],
  ["the condition of a check", inStep('check "x" { ¦ } fix { restart agent }'), ["agent", "os"], ["ensure"]],
  ["what is read after a failure", inStep("on failure {\n      ¦\n    }"), ["diagnose event_log"], ["warn"]],
  ["behind on", inStep("on ¦"), ["failure"], ["ensure"]],
  ["options of an action", inStep("check \"x\" { changed } fix { run program('C:\\a.exe') { ¦ } }"), ["arguments", "timeout"], ["state"]],
  ["a scenario", `${inStep("")}scenario "a" for spooler {\n  ¦\n}\n`, ["given", "expect", "restart"], ["ensure"]],
  ["the remedy of a scenario", `${inStep("")}scenario "a" for ¦ {\n}\n`, ["spooler"], ["service"]],
  ["what is given", `${inStep("")}scenario "a" for spooler {\n  given {\n    ¦\n  }\n}\n`, ["service", "os"], ["expect"]],
  [
    "a given state",
    `${inStep("")}scenario "a" for spooler {\n  given {\n    service("Spooler") { ¦ }\n  }\n}\n`,
    ["state", "held_open", "exit_code"],
    ["given"],
  ],
  [
    "a given word",
    `${inStep("")}scenario "a" for spooler {\n  given {\n    service("Spooler") { start: ¦ }\n  }\n}\n`,
    ["hangs"],
    ["running"],
  ],
  ["an expectation", `${inStep("")}scenario "a" for spooler {\n  expect ¦\n}\n`, ["detect", "fix", "service"], ["given"]],
  ["an outcome", `${inStep("")}scenario "a" for spooler {\n  expect fix ¦\n}\n`, ["succeeded", "blocked"], ["compliant"]],
  ["a promise", `${inStep("")}promise "a" for spooler {\n  ¦\n}\n`, ["given", "always", "finally"], ["expect"]],
  [
    "the conditions of a promise",
    `${inStep("")}promise "a" for spooler {\n  always { ¦ }\n}\n`,
    ["service", "os", "agent", "limit"],
    ["expect"],
  ],
  ["an interpolation", inStep('warn "It is ${¦}" when changed'), ["agent", "limit"], ["ensure"]],
  ["a comment", inStep("// ens¦"), [], ["ensure"]],
  ["a name that is declared", inStep("let ¦"), [], ["ensure", "service"]],
];

test.each(PLACES)("%s", async (_what, text, offered, missing) => {
  const labels = await labelsAt(text);
  expect(labels).toEqual(expect.arrayContaining([...offered]));
  for (const label of missing) expect(labels).not.toContain(label);
});

test("texts: privileges by their constants and by what secpol.msc calls them, accounts with SIDs, services, variables, keys, values", async () => {
  const rights = await completeAt(inStep('ensure user_right("¦") { }'));
  expect(rights.find(({ label }) => label === "SeServiceLogonRight")).toMatchObject({
    detail: "Log on as a service.",
    filterText: "SeServiceLogonRight Log on as a service.",
  });
  const accounts = await completeAt(inStep("ensure user_right(\"SeServiceLogonRight\") { includes: ['¦'] }"));
  expect(accounts.find(({ label }) => label === "NT AUTHORITY\\NETWORK SERVICE")?.detail).toBe("S-1-5-20");
  const virtual = await labelsAt(inStep("ensure user_right(\"SeServiceLogonRight\") { includes: ['NT SERVICE\\¦'] }"));
  expect(virtual).toEqual(expect.arrayContaining(["NT SERVICE\\ALL SERVICES", "NT SERVICE\\Spooler"]));
  expect(await labelsAt(inStep('ensure service("¦")'))).toEqual(expect.arrayContaining(["Spooler", "wuauserv"]));
  expect(await labelsAt(inStep("ensure directory('%¦') absent"))).toContain("%ProgramData%");
  const [key] = (await completeAt(inStep('ensure registry_value("¦")'))).filter(({ label }) => label.endsWith("WindowsUpdate\\AU"));
  // In double quotes a backslash is written twice.
  expect(key?.textEdit).toMatchObject({ newText: "HKLM\\\\SOFTWARE\\\\Policies\\\\Microsoft\\\\Windows\\\\WindowsUpdate\\\\AU" });
  expect(
    await labelsAt(inStep("ensure registry_value('HKLM\\SOFTWARE\\Policies\\Microsoft\\Windows\\WindowsUpdate\\AU', \"¦\")")),
  ).toContain("NoAutoUpdate");
});

test("a text that is not closed, and one that is, are replaced from their first character on", async () => {
  for (const text of [`ensure service("Spo${MARK}`, `ensure service("Spo${MARK}")`, `ensure service('Spo${MARK}`]) {
    const marked = inStep(text);
    const { service, uri, position, text: plain } = openAt(marked);
    const spooler = (await service.complete(uri, position)).find(({ label }) => label === "Spooler");
    if (!spooler?.textEdit || !("range" in spooler.textEdit)) throw new Error(`nothing for ${text}`);
    const edited = TextDocument.applyEdits(TextDocument.create(uri, "remedy", 1, plain), [spooler.textEdit]);
    expect(edited).toBe(marked.replace(`Spo${MARK}`, "Spooler"));
  }
});

test("imports are offered as the file would name them, and what they declare can be used", async () => {
  const files = { "parts/tls.remedy": 'part tls() {\n  warn "x" when changed\n}\nlet shared = "y"\n', "b.remedy": "" };
  expect(await labelsAt('import "¦"', files)).toEqual(["./parts/tls.remedy", "./b.remedy"]);
  expect(await labelsAt(inStep("use ¦", 'import "./parts/tls.remedy"\n'), files)).toContain("tls");
  expect(await labelsAt(inStep("require ¦", 'import "./parts/tls.remedy"\n'), files)).toContain("shared");
});

/** What a person writes at the last place of a snippet. */
const FILLED: { readonly [label: string]: string } = {
  ensure: "agent { state: running }",
  require: "Start it.",
  warn: "changed",
  when: "ensure agent { state: running }",
  each: "ensure one absent",
  with: "ensure agent { startup: manual }",
  check: "restart agent",
  reboot: "changed",
  on: "diagnose event_log('System', last: 1h)",
  remedy: 'ensure service("Spooler") { state: running }',
  part: 'ensure service("Spooler") { state: running }',
  let: '"x"',
};
const PLACEHOLDERS: { readonly [name: string]: string } = {
  condition: "changed",
  "package(name matches '')": "package(name matches 'x')",
  'service("")': "agent",
};

test.each(Object.entries(FILLED))("the snippet of %s compiles once its places are filled", async (label, fill) => {
  const isDeclaration = ["remedy", "part", "let"].includes(label);
  const other = "ensure agent { startup: automatic }";
  // What is read after a failure stands last.
  const at = isDeclaration ? `${MARK}\n` : inStep(label === "on" ? `${other}\n    ${MARK}` : `${MARK}\n    ${other}`);
  const item = (await completeAt(at)).find((one) => one.label === label);
  if (!item?.textEdit) throw new Error(`${label} is not offered`);
  const filled = item.textEdit.newText
    .replace(/\$\{\d+:([^}]*)\}/g, (_all, name: string) => PLACEHOLDERS[name] ?? name)
    .replace(/\$\{\d+\}|\$[1-9]/g, "")
    .replace("$0", fill);
  const { service, uri } = openAt(`${at.replace(MARK, filled)}${MARK}`);
  const wrong = (await service.diagnose(uri)).filter(({ severity }) => severity === 1);
  expect(wrong.map(({ message }) => message)).toEqual([]);
});
