import { describeInstallation } from "../inspect/suggest-remedy.ts";
import type { Installation } from "../inspect/suggest-remedy.ts";
import type { ExeInspection, InspectedFile } from "../inspect/inspection.ts";
import type { TargetName } from "../targets/target.ts";
import { appTargets } from "./draft.ts";
import type { Draft, DraftScenario } from "./draft.ts";
import { print, quote, tell } from "./questions.ts";
import type { Answers, Question } from "./questions.ts";
import { compliant, fixed } from "./wish.ts";
import type { Wish } from "./wish.ts";

/** A remedy that installs what a setup file brings. */
export interface InstallerWish extends Wish {
  /** What the remedy calls the file, which lies beside it. */
  readonly fileName: string;
  /** What nothing in the file says, so that a person must. */
  toComplete(answers: Answers): readonly string[];
}

/** Forms of such a remedy: Configuration Manager takes short detection scripts, and one by a code is longer than one by a name. */
export interface InstallerForm {
  /** By the product's name instead of its code. */
  readonly byName?: boolean;
  readonly targets?: readonly TargetName[];
}

/** From the best to the one that always fits. */
export const installerForms: readonly InstallerForm[] = [{}, { byName: true }, { targets: ["intune.win32"] }];

/**
 * The wish that a setup file is for; undefined where no kind installs it, or it has no name by which it would be found again. `beside`: its path from the remedy's folder,
 * where it lies in that; where its name cannot stand there on a device, the remedy has another.
 */
export function createInstallerWish(file: InspectedFile, beside: string | undefined, form: InstallerForm = {}): InstallerWish | undefined {
  const described = describeInstallation(withName(file));
  const product = productOf(file);
  if (!described || (form.byName === true && product === undefined)) return undefined;
  const installation = form.byName === true && product !== undefined ? { ...described, selector: quote(product) } : described;
  const isExe = installation.setup !== "msi";
  const place = beside?.split("/").at(-1) === installation.fileName ? beside : installation.fileName;
  return {
    fileName: place,
    questions: [...(isExe ? [nameQuestion(product)] : []), ...(installation.setup === "unknown" ? [silentQuestion] : [])],
    targets: () => form.targets ?? appTargets,
    title: (answers) => `${tell(answers, "package") || (product ?? installation.fileName)} is installed`,
    draft: (answers) => draftInstallation(installation, place, answers),
    toComplete: (answers) => [
      ...(isExe
        ? ["whether the name and the version are those that the list of installed apps shows: a setup often says others of itself"]
        : []),
      ...(installation.setup === "unknown" && !answers.has("arguments")
        ? [
            "'arguments' that make the setup silent: its maker's documentation tells them; without them it waits for a person whom nobody sees",
          ]
        : []),
      ...(isExe && !hasQuietRemoval(installation)
        ? ["'remove_arguments' of 'uninstall', where its entry in the list of installed apps has no quiet command"]
        : []),
    ],
  };
}

/** Setups of these makers register a quiet uninstall command themselves. */
function hasQuietRemoval({ setup }: Installation): boolean {
  return setup === "burn" || setup === "inno";
}

/** A setup program that does not say its name is called what a person says. */
function withName(file: InspectedFile): InspectedFile {
  const { inspection } = file;
  return inspection.kind === "exe" && inspection.product === undefined
    ? { ...file, inspection: { ...inspection, product: "Product" } satisfies ExeInspection }
    : file;
}

function productOf({ inspection }: InspectedFile): string | undefined {
  if (inspection.kind === "msi" || inspection.kind === "exe") return inspection.product;
  return inspection.kind === "intunewin" && inspection.setup ? productOf(inspection.setup) : undefined;
}

function nameQuestion(product: string | undefined): Question {
  return {
    option: "package",
    asks: "What is the product called in the list of installed apps?",
    type: { kind: "string" },
    example: "Contoso Agent",
    ...(product === undefined ? {} : { fallback: product }),
  };
}

const silentQuestion: Question = {
  option: "arguments",
  asks: "Which arguments make the setup silent? Its maker's documentation tells them",
  type: { kind: "list", element: { kind: "string" } },
  example: "/quiet",
  isOptional: true,
};

function draftInstallation(installation: Installation, source: string, answers: Answers): Draft {
  const { sha256, setup, services } = installation;
  const selector = answers.has("package") ? print(answers, "package") : installation.selector;
  const { version } = installation;
  const running = services.filter(({ start }) => start === "automatic");
  const runs = running.map(({ name }) => `service(${quote(name)})`);
  /** Services that it brings and that run when something asks for them. */
  const idle = services
    .filter(({ start }) => start !== "automatic")
    .map(({ name }) => `service(${quote(name)}) { state: stopped, startup: manual }`);
  const words = answers.has("arguments")
    ? print(answers, "arguments")
    : installation.arguments && `[${installation.arguments.map(quote).join(", ")}]`;
  const installed = `product${version === undefined ? "" : ` { version: ${version} }`}`;
  return {
    summary: "What a setup brings is installed, in its version or a newer one, and its services run. As an app it can be taken away again.",
    lets: [
      ["product", `package(${selector})`],
      ["current", version === undefined ? `package(${selector})` : `package(${selector}, version >= ${version})`],
      ["setup", quote(source)],
    ],
    steps: [
      {
        name: "install",
        title: "Install",
        lines: [
          ...(setup === "msi" ? [] : ["// The name and the version have to be those that the list of installed apps shows."]),
          "ensure current present {",
          "  source: setup",
          `  sha256: ${quote(sha256)}`,
          ...(words === undefined ? [] : [`  arguments: ${words}`]),
          ...(words === undefined && setup === "unknown"
            ? ['  // Fill in: arguments: ["..."] that make the setup silent. Its maker\'s documentation tells them.']
            : []),
          ...(services.length === 0 ? [] : [`  provides: [${services.map(({ name }) => `service(${quote(name)})`).join(", ")}]`]),
          "}",
        ],
      },
      ...(runs.length === 0
        ? []
        : [{ name: "services", title: "Its services run", lines: runs.map((service) => `ensure ${service} { state: running }`) }]),
    ],
    uninstall: [`ensure product absent${setup === "nsis" ? ' { remove_arguments: ["/S"] }' : ""}`],
    scenarios: [
      {
        title: "it is installed",
        given: [installed, ...idle, ...runs.map((service) => `${service} { state: running }`)],
        expects: compliant,
      },
      {
        title: "it is missing",
        given: ["product absent"],
        expects: [...fixed, "current present", ...runs.map((service) => `${service} { state: running }`)],
      },
      ...listOlder(version),
      ...(runs[0] === undefined
        ? []
        : [
            {
              title: "a service of it is stopped",
              given: [installed, ...idle, ...runs.map((service, i) => `${service} { state: ${i === 0 ? "stopped" : "running"} }`)],
              expects: [...fixed, `${runs[0]} { state: running }`],
            },
          ]),
      {
        title: "its setup is another file",
        given: ["product absent", `file(setup) { sha256: "${"0".repeat(64)}" }`],
        expects: ["fix blocked"],
      },
      {
        title: "installed, and taken away again",
        given: ["product absent"],
        expects: ["fix succeeded", "uninstall succeeded", "product absent"],
        uninstalls: true,
      },
    ],
  };
}

/** A scenario with an older version, where there is one. */
function listOlder(version: string | undefined): DraftScenario[] {
  if (version === undefined || /^[0.]+1?$/.test(version)) return [];
  return [{ title: "an older version is installed", given: ["product { version: 0.0.0.1 }"], expects: [...fixed, "current present"] }];
}
