import type { CatalogType } from "../../resources/catalog/model.ts";
import type { Draft } from "../draft.ts";
import { oneOf, print, tell } from "../questions.ts";
import type { Answers, GivenAnswers, Question } from "../questions.ts";
import { blocked, compliant, fixed, repairTargets } from "../wish.ts";
import type { Wish } from "../wish.ts";

/** How data is given, by the registry's types; a text that is none of these is the compiler's to refuse. */
const DATA_TYPES: { readonly [type: string]: CatalogType } = {
  dword: { kind: "int" },
  qword: { kind: "int" },
  multi_string: { kind: "list", element: { kind: "string" } },
};

/** Types that follow from the data, so that nobody has to write them. */
const PLAIN_TYPES: ReadonlySet<string> = new Set(["dword", "string", "multi_string"]);

const registryQuestions = (key: Pick<Question, "asks" | "type" | "example">): readonly Question[] => [
  { option: "key", ...key },
  { option: "value-name", asks: "Which value of it?", type: { kind: "string" }, example: "Enabled" },
  {
    option: "type",
    asks: "Which type has it?",
    type: oneOf("dword", "string", "expand_string", "multi_string", "qword", "binary"),
    example: "dword",
    fallback: ({ data = "1" }: GivenAnswers) => (/^\d+$|^0x[0-9a-f]+$/i.test(data) ? "dword" : "string"),
  },
  { option: "data", asks: "What must it hold?", type: ({ type = "dword" }) => DATA_TYPES[type] ?? { kind: "string" }, example: "01" },
];

/** What stands in the braces of the value. */
function stateOf(answers: Answers): string {
  const type = tell(answers, "type");
  return PLAIN_TYPES.has(type) ? `{ data: ${print(answers, "data")} }` : `{ data: ${print(answers, "data")}, type: ${type} }`;
}

export const registryValue: Wish = {
  questions: registryQuestions({ asks: "Which registry key?", type: { kind: "string" }, example: "HKLM\\SOFTWARE\\Contoso" }),
  targets: () => repairTargets,
  title: (answers) => `Registry value ${tell(answers, "value-name")} of ${tell(answers, "key")}`,
  draft(answers): Draft {
    const state = stateOf(answers);
    return {
      summary: "A registry value of the machine is as it must be.",
      lets: [
        ["key", print(answers, "key")],
        ["setting", `registry_value(key, ${print(answers, "value-name")})`],
      ],
      steps: [{ name: "settings", title: "Registry settings", lines: [`ensure setting ${state}`] }],
      uninstall: ["ensure setting absent"],
      scenarios: [
        { title: "it is as it must be", given: [`setting ${state}`], expects: compliant },
        { title: "it is missing", given: ["setting absent"], expects: [...fixed, `setting ${state}`] },
        { title: "the key may be read only", given: ["setting absent", "registry_key(key) { access: read }"], expects: blocked },
        { title: "taken away again", given: [], expects: ["fix succeeded", "uninstall succeeded", "setting absent"], uninstalls: true },
      ],
    };
  },
};

/** `HKCU` is a person's own only inside of `each u in profile()`. */
export const userRegistryValue: Wish = {
  questions: registryQuestions({ asks: "Which registry key, below HKCU?", type: { kind: "string" }, example: "HKCU\\Software\\Contoso" }),
  targets: () => repairTargets,
  title: (answers) => `Registry value ${tell(answers, "value-name")} of ${tell(answers, "key")} for every person`,
  draft(answers): Draft {
    const state = stateOf(answers);
    const value = `registry_value(${print(answers, "key")}, ${print(answers, "value-name")})`;
    const ofPerson = (person: string): string => `${value} ${state.replace(/ \}$/, `, profile: "${person}" }`)}`;
    return {
      summary: "A registry value of every person, present and future, is as it must be.",
      lets: [],
      steps: [
        {
          name: "settings",
          title: "Registry settings",
          lines: [
            "each u in profile() {",
            `  ensure ${value} ${state}`,
            "}",
            "// Who signs in for the first time gets a copy of this profile.",
            "each u in profile(default: true) {",
            `  ensure ${value} ${state}`,
            "}",
          ],
        },
      ],
      uninstall: [`each u in profile() {`, `  ensure ${value} absent`, "}"],
      scenarios: [
        { title: "everybody has it", given: ["ann", "bob", "Default"].map(ofPerson), expects: compliant },
        { title: "one person lacks it", given: [ofPerson("ann"), ofPerson("Default")], expects: fixed },
        { title: "a profile cannot be loaded", given: ['profile(name == "bob") { readable: false }'], expects: ["fix blocked"] },
      ],
    };
  },
};

export const environmentVariable: Wish = {
  questions: [
    { option: "variable", asks: "Which variable?", type: { kind: "string" }, example: "CONTOSO_HOME" },
    { option: "value", asks: "What is its value?", type: { kind: "string" }, example: "C:\\Contoso" },
  ],
  targets: () => repairTargets,
  title: (answers) => `Environment variable ${tell(answers, "variable")}`,
  draft(answers): Draft {
    const state = `{ value: ${print(answers, "value")} }`;
    return {
      summary: "An environment variable of the machine has its value. Programs see it when they are started anew.",
      lets: [["variable", `environment_variable(${print(answers, "variable")})`]],
      steps: [{ name: "variable", title: "Environment variable", lines: [`ensure variable ${state}`] }],
      uninstall: ["ensure variable absent"],
      scenarios: [
        { title: "it has its value", given: [`variable ${state}`], expects: compliant },
        { title: "it is missing", given: ["variable absent"], expects: [...fixed, `variable ${state}`] },
        {
          title: "the registry key may be read only",
          given: [
            "variable absent",
            "registry_key('HKLM\\SYSTEM\\CurrentControlSet\\Control\\Session Manager\\Environment') { access: read }",
          ],
          expects: blocked,
        },
      ],
    };
  },
};

export const windowsFeature: Wish = {
  questions: [
    { option: "feature", asks: "Which feature?", type: { kind: "string" }, example: "SMB1Protocol" },
    { option: "enabled", asks: "Is it to be on?", type: { kind: "bool" }, example: "false", fallback: "true" },
  ],
  targets: () => repairTargets,
  title: (answers) => `Windows feature ${tell(answers, "feature")} is ${tell(answers, "enabled") === "true" ? "on" : "off"}`,
  draft(answers): Draft {
    const isOn = tell(answers, "enabled") === "true";
    return {
      summary: `A feature of Windows is ${isOn ? "on" : "off"}.`,
      lets: [["feature", `windows_feature(${print(answers, "feature")})`]],
      steps: [{ name: "feature", title: "Windows feature", lines: [`ensure feature { enabled: ${isOn} }`] }],
      uninstall: [`ensure feature { enabled: ${!isOn} }`],
      scenarios: [
        { title: "it is so already", given: [`feature { enabled: ${isOn} }`], expects: compliant },
        { title: "it is not so", given: [`feature { enabled: ${!isOn} }`], expects: [...fixed, `feature { enabled: ${isOn} }`] },
        {
          title: "it counts after a restart",
          given: [`feature { enabled: ${!isOn}, needs_restart: true }`],
          expects: ["detect noncompliant", "fix restart_needed", "restart", "detect compliant"],
        },
        isOn
          ? { title: "this Windows has no such feature", given: ["feature { missing: true }"], expects: blocked }
          : {
              title: "Windows refuses",
              given: ["feature { enabled: true, exit_code: 50 }"],
              expects: ["detect noncompliant", "fix failed"],
            },
      ],
    };
  },
};
