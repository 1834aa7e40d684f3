import type { Draft } from "../draft.ts";
import { appTargets } from "../draft.ts";
import { print, tell } from "../questions.ts";
import type { Answers, Question } from "../questions.ts";
import { blocked, compliant, fixed, repairTargets } from "../wish.ts";
import type { Wish } from "../wish.ts";
import { signedByQuestion } from "./trust.ts";

const productQuestion: Question = {
  option: "package",
  asks: "Which product, by its name in the list of installed apps?",
  type: { kind: "string" },
  example: "Contoso Agent",
};

function isAddress(source: string): boolean {
  return /^https?:/i.test(source);
}

/** What a file is like that is not the one that is asked for. */
function anotherFile(answers: Answers): string {
  if (!answers.has("sha256")) return 'signature: "NotSigned"';
  return `sha256: "${(tell(answers, "sha256").startsWith("0") ? "1" : "0").repeat(64)}"`;
}

/** A source that lies beside the remedy, which only apps carry. */
function isRelative(source: string): boolean {
  return !/^(?:[a-z]:|[\\/%]|https?:)/i.test(source);
}

export const packageInstalled: Wish = {
  questions: [
    productQuestion,
    { option: "minimum-version", asks: "Which version at least?", type: { kind: "version" }, example: "1.0" },
    {
      option: "source",
      asks: "Where is its setup: a file beside the remedy, a path on the device, or an https address?",
      type: { kind: "string" },
      example: "C:\\Setup\\agent.msi",
    },
    { option: "sha256", asks: "Which SHA-256 has it?", type: { kind: "string" }, example: "0".repeat(64), isOptional: true },
    signedByQuestion,
    {
      option: "arguments",
      asks: "Which arguments make it silent? An .msi needs none.",
      type: { kind: "list", element: { kind: "string" } },
      example: "/quiet",
      isOptional: true,
    },
  ],
  targets: (answers) => (isRelative(tell(answers, "source")) ? appTargets : repairTargets),
  title: (answers) => `${tell(answers, "package")} is installed`,
  draft(answers): Draft {
    const oldest = print(answers, "minimum-version");
    return {
      summary: "A product is installed, in a certain version or a newer one.",
      lets: [
        ["product", `package(${print(answers, "package")}, version >= ${oldest})`],
        ["older", `package(${print(answers, "package")})`],
        ["setup", print(answers, "source")],
      ],
      steps: [
        {
          name: "install",
          title: "The product",
          lines: [
            "ensure product present {",
            "  source: setup",
            ...(answers.has("sha256") ? [`  sha256: ${print(answers, "sha256")}`] : []),
            ...(answers.has("signed-by") ? [`  signed_by: ${print(answers, "signed-by")}`] : []),
            ...(answers.has("arguments") ? [`  arguments: ${print(answers, "arguments")}`] : []),
            "}",
          ],
        },
      ],
      uninstall: ["ensure older absent"],
      scenarios: [
        { title: "it is installed", given: [`older { version: ${oldest} }`], expects: compliant },
        { title: "it is missing", given: ["older absent"], expects: [...fixed, "product present"] },
        { title: "an older version is installed", given: ["older { version: 0.0.0.1 }"], expects: [...fixed, "product present"] },
        {
          title: "its setup is another file",
          given: ["older absent", `file(setup) { ${anotherFile(answers)} }`],
          // What was downloaded in vain may come right the next time; what lies there stays as it is.
          expects: ["detect noncompliant", isAddress(tell(answers, "source")) ? "fix failed" : "fix blocked"],
        },
        {
          title: "installed, and taken away again",
          given: ["older absent"],
          expects: ["fix succeeded", "uninstall succeeded", "older absent"],
          uninstalls: true,
        },
      ],
    };
  },
};

export const packageRemoved: Wish = {
  questions: [productQuestion],
  targets: () => repairTargets,
  title: (answers) => `${tell(answers, "package")} is not installed`,
  draft: (answers): Draft => ({
    summary: "A product is not installed, whichever way it came.",
    lets: [["product", `package(${print(answers, "package")})`]],
    steps: [{ name: "remove", title: "The product", lines: ["ensure product absent"] }],
    uninstall: [],
    scenarios: [
      { title: "it is not installed", given: ["product absent"], expects: compliant },
      {
        title: "it is installed",
        given: ['product { product_code: "{D793D5F0-2C53-4B3B-9B46-6E6D0A3B7E11}" }'],
        expects: [...fixed, "product absent"],
      },
      {
        title: "nobody knows how to remove it silently",
        given: ["product { installer: exe, uninstall_command: none, quiet_uninstall_command: none }"],
        expects: blocked,
      },
    ],
  }),
};

export const wingetPackage: Wish = {
  questions: [
    { option: "id", asks: "Which package, by its id at winget?", type: { kind: "string" }, example: "7zip.7zip" },
    { option: "minimum-version", asks: "Which version at least?", type: { kind: "version" }, example: "1.0" },
  ],
  targets: () => repairTargets,
  title: (answers) => `${tell(answers, "id")} is installed and current`,
  draft(answers): Draft {
    const oldest = print(answers, "minimum-version");
    return {
      summary: "A package of winget is installed, in a certain version or a newer one.",
      lets: [["product", `winget_package(${print(answers, "id")})`]],
      steps: [{ name: "install", title: "The package", lines: [`ensure product { minimum_version: ${oldest} }`] }],
      uninstall: ["ensure product absent"],
      scenarios: [
        { title: "it is installed", given: [`product { version: ${oldest} }`], expects: compliant },
        {
          title: "it is missing",
          given: [`product { version: none, available: ${oldest} }`, "product absent"],
          expects: [...fixed, "product present"],
        },
        { title: "there is no winget", given: ["product absent", "product { app_installer: missing }"], expects: ["fix blocked"] },
      ],
    };
  },
};
