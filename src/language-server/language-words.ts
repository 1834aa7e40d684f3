/** What a word of the language means, and how it is written; for completion and hovers. Source: docs/language.md. */
export interface LanguageWord {
  readonly documentation: string;
  /** What is inserted, as a snippet of the protocol; the word alone where there is none. */
  readonly snippet?: string;
}

type Words = { readonly [word: string]: LanguageWord };

export const DECLARATION_WORDS: Words = {
  remedy: {
    documentation: "One deployable unit: what it is called, its parameters, its steps.",
    snippet:
      'remedy ${1:name} {\n  title: "${2:What holds afterwards}"\n  version: ${3:1.0.0}\n  targets: [${4:intune.remediation}]\n\n  step ${5:name} "${6:Title}" {\n    $0\n  }\n}',
  },
  part: {
    documentation: "Statements that several remedies or steps use. They are inlined when compiling.",
    snippet: "part ${1:name}(${2}) {\n  $0\n}",
  },
  let: {
    documentation: "A name for a value or a resource. It is no snapshot: it is read where it is used.",
    snippet: "let ${1:name} = $0",
  },
  import: {
    documentation: "Makes the parts, lets and kinds of another file visible, and its remedies to scenarios.",
    snippet: 'import "$0"',
  },
  scenario: {
    documentation: "A machine, and what detection and fix must make of it. `remedyc test` runs it.",
    snippet:
      'scenario "${1:What is so}" for ${2:remedy} {\n  given {\n    $0\n  }\n  expect detect ${3|noncompliant,compliant,blocked,failed|}\n  expect fix ${4|succeeded,blocked,failed,restart_needed|}\n}',
  },
  promise: {
    documentation: "What every run of a remedy keeps, from every start state in which what is given holds. `remedyc prove` proves it.",
    snippet: 'promise "${1:What is kept}" for ${2:remedy} {\n  given {\n    $3\n  }\n  always { $0 }\n}',
  },
};

export const REMEDY_WORDS: Words = {
  param: {
    documentation: "A value that is set when building (`--set name=value`) and, where the target can pass arguments, when the script runs.",
    snippet: "param ${1:name}: ${2:string} = $0",
  },
  let: DECLARATION_WORDS["let"] as LanguageWord,
  step: {
    documentation: "The unit of reporting. Steps run in the order of the source.",
    snippet: 'step ${1:name} "${2:Title}" {\n  $0\n}',
  },
  requires: {
    documentation: "The devices that the remedy is for: asked before anything else, and by the channel of an app.",
    snippet: "requires $0",
  },
  uninstall: { documentation: "What the uninstall script of an app ensures.", snippet: "uninstall {\n  $0\n}" },
  accept: { documentation: "A property that need not hold of this remedy, and why.", snippet: 'accept ${1:idempotent} because "$0"' },
};

export const REMEDY_ENTRIES: Words = {
  title: { documentation: "What holds afterwards, as it stands in reports.", snippet: 'title: "$0"' },
  version: { documentation: "Two to four numbers; a new one clears what earlier runs noted.", snippet: "version: ${0:1.0.0}" },
  publisher: { documentation: "Who answers for the script.", snippet: 'publisher: "$0"' },
  targets: { documentation: "The channels that it is built for.", snippet: "targets: [$0]" },
  context: { documentation: "`user`: it runs as the person who is signed in.", snippet: "context: ${0:user}" },
};

export const STATEMENT_WORDS: Words = {
  ensure: { documentation: "The desired state of a resource: tested, fixed where it differs, tested again.", snippet: "ensure $0" },
  require: {
    documentation: "What must hold for the rest of its block. Where it does not, the run is blocked with the message.",
    snippet: 'require ${1:condition} else "$0"',
  },
  warn: { documentation: "Reported where the condition holds; never a verdict.", snippet: 'warn "${1:message}" when $0' },
  when: { documentation: "What is done on the devices of which the condition holds.", snippet: "when ${1:condition} {\n  $0\n}" },
  each: {
    documentation: "For every element of a list or of a selection on the device.",
    snippet: "each ${1:one} in ${2:package(name matches '')} {\n  $0\n}",
  },
  with: {
    documentation: "Stops services and processes before the first fix inside, and starts afterwards exactly those that ran.",
    snippet: 'with ${1:service("")} stopped {\n  $0\n}',
  },
  check: {
    documentation: "What no resource states: a condition, and the actions that make it true.",
    snippet: 'check "${1:Title}" { ${2:condition} } fix {\n  $0\n}',
  },
  use: { documentation: "The statements of a part.", snippet: "use $0" },
  reboot: {
    documentation: "Asks for a restart of Windows where the condition holds and something was changed.",
    snippet: "reboot when ${0:changed}",
  },
  let: DECLARATION_WORDS["let"] as LanguageWord,
  on: { documentation: "Last in a step: what is read when it fails.", snippet: "on failure {\n  $0\n}" },
};

/** Those that may stand among actions, too. */
export const ACTION_WORDS: readonly string[] = ["ensure", "require", "when", "each", "with", "let"];

export const SCENARIO_WORDS: Words = {
  given: { documentation: "What the machine is like; all else is a healthy Windows.", snippet: "given {\n  $0\n}" },
  expect: { documentation: "What detection or the fix comes to, or what is so afterwards.", snippet: "expect $0" },
  restart: { documentation: "Windows restarts." },
};

export const PROMISE_WORDS: Words = {
  given: { documentation: "What holds at the start.", snippet: "given {\n  $0\n}" },
  always: { documentation: "What holds in every state of every run from there.", snippet: "always { $0 }" },
  finally: { documentation: "What holds at the end of the last run.", snippet: "finally { $0 }" },
};

const OTHER_WORDS: Words = {
  absent: { documentation: "It is not there; the fix removes it." },
  present: { documentation: "It is there." },
  else: {
    documentation:
      "Of a `require`: the message. Of a `when`: the other case. Of an `ensure`: what is done where its own fix has not helped.",
  },
  stopped: { documentation: "Of a `with`: they are stopped while what is inside is fixed." },
  fix: { documentation: "Of a `check`: the actions that make its condition true. Of an `expect`: the remediation." },
  every: { documentation: "How often a `check` runs its actions at most; without a condition, how often it is due." },
  failure: { documentation: "`on failure`: what is read when the step fails." },
  for: { documentation: "The remedy that a scenario or a promise is about." },
  detect: { documentation: "The detection script." },
  because: { documentation: "The reason, for who reads it later." },
  any: { documentation: "Whether a condition holds for one element at least." },
  all: { documentation: "Whether a condition holds for each element; also where there is none." },
  as: { documentation: "The type in which the channel compares what an app requires." },
  changed: { documentation: "Whether something above in this remedy was fixed since Windows started." },
  secret: { documentation: "A secret that the device has: `secret.env(\"NAME\")`, `secret.dpapi('path')`. None ever stands in a script." },
  and: { documentation: "Both hold; the second is read only where the first does." },
  or: { documentation: "One holds; the second is read only where the first does not." },
  not: { documentation: "The contrary of a condition." },
  in: { documentation: "One of a list." },
  matches: { documentation: "Whether a text matches a regular expression of .NET, ignoring case." },
  none: { documentation: "What an optional value is where there is none." },
};

/** What a word means where it stands as a keyword; undefined where it is none. */
export function describeWord(word: string, isInScenario: boolean): string | undefined {
  const tables = isInScenario
    ? [SCENARIO_WORDS, PROMISE_WORDS, OTHER_WORDS]
    : [DECLARATION_WORDS, REMEDY_WORDS, STATEMENT_WORDS, OTHER_WORDS, SCENARIO_WORDS, PROMISE_WORDS];
  return tables.find((words) => Object.hasOwn(words, word))?.[word]?.documentation;
}

/** The types that a parameter may have. */
export const TYPE_WORDS: Words = {
  string: { documentation: "A text." },
  int: { documentation: "A whole number." },
  bool: { documentation: "`true` or `false`." },
  version: { documentation: "Two to four numbers: `4.7.2`." },
  duration: { documentation: "`30s`, `5m`, `2h`, `7d`." },
  size: { documentation: "`500MB`, `4GB`, in powers of 1024." },
  path: { documentation: "A path; `%Variables%` are expanded on the device." },
  registry_path: { documentation: "A registry key." },
  account: { documentation: "A name, a well-known name, or a SID." },
  secret: { documentation: "A secret that the device has." },
  endpoint: { documentation: '`"host:443"`.' },
  pattern: { documentation: "A regular expression of .NET." },
};
