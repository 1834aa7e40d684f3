import { showText } from "../diagnostics/show-text.ts";
import type {
  CustomAction,
  ExeInspection,
  InspectedFile,
  IntunewinInspection,
  MsiInspection,
  MsixInspection,
  MspInspection,
} from "./inspection.ts";
import { suggestRemedy } from "./suggest-remedy.ts";

type Line = readonly [label: string, value: string | undefined];

/** A list under a heading. */
interface List {
  readonly heading: string;
  readonly lines: readonly Line[];
}

/** Of a text and of a list, as much as a person reads; JSON has all. */
const LONGEST_TEXT = 200;
const LONGEST_LIST = 40;

/** All that is told of a file, aligned, without what a terminal would obey. */
export function tellInspection(file: InspectedFile): string {
  const { title, lines, lists } = describe(file);
  const common: Line[] = [...describeSignature(file), ["size", `${file.size.toLocaleString("en")} bytes`], ["sha256", file.sha256]];
  const parts = [
    `${clean(file.path)}: ${title}`,
    ...tellLines([...lines, ...common]),
    ...lists.filter((list) => list.lines.length > 0).flatMap(tellList),
  ];
  if (file.inspection.kind === "intunewin" && file.inspection.setup)
    return `${parts.join("\n")}\n\n${tellInspection(file.inspection.setup)}`;
  const suggestion = suggestRemedy(file);
  if (suggestion) parts.push("", "A step that installs it, from where you put it:", ...suggestion.map((line) => `  ${showText(line)}`));
  return `${parts.join("\n")}\n`;
}

interface Description {
  readonly title: string;
  readonly lines: readonly Line[];
  readonly lists: readonly List[];
}

function describe({ path, inspection }: InspectedFile): Description {
  switch (inspection.kind) {
    case "msi":
      return describeMsi(path, inspection);
    case "msp":
      return describeMsp(path, inspection);
    case "exe":
      return describeExe(inspection);
    case "msix":
      return describeMsix(inspection);
    case "intunewin":
      return describeIntunewin(inspection);
    default:
      return inspection satisfies never;
  }
}

function describeMsi(path: string, msi: MsiInspection): Description {
  const code = msi.customActions.filter((action) => action.isCode);
  const scopes = {
    machine: "all users of the machine",
    "machine if allowed": "all users of the machine (ALLUSERS=2)",
    "user unless told otherwise": "the one who installs it, unless ALLUSERS=1 is given",
  };
  return {
    title: "Windows Installer package",
    lines: [
      ["product", joined(msi.product, msi.version)],
      ["publisher", msi.publisher],
      ["product code", msi.productCode],
      ["upgrade code", msi.upgradeCode],
      ["package code", msi.packageCode],
      ["architecture", msi.architecture],
      ["languages", msi.languages.join(", ") || undefined],
      ["installs for", scopes[msi.scope]],
      ["is listed", msi.isHidden ? "no (ARPSYSTEMCOMPONENT)" : undefined],
      ["silently", `msiexec /i ${quote(path)} /qn /norestart`],
      ["restarts", msi.restart],
      ["replaces", msi.replaces.filter((one) => one.toUpperCase() !== msi.upgradeCode).join(", ") || undefined],
      ["needs beside it", msi.externalCabinets.join(", ") || undefined],
      ["files", String(msi.files)],
    ],
    lists: [
      {
        heading: "services",
        lines: msi.services.map(({ name, displayName, account, start, hasPassword }) => [
          name,
          [
            `as ${account}`,
            start,
            displayName === undefined ? "" : `"${displayName}"`,
            hasPassword ? "its password stands in the package" : "",
          ]
            .filter((part) => part !== "")
            .join(", "),
        ]),
      },
      { heading: "launch conditions", lines: msi.launchConditions.map(({ condition, message }) => [condition, `else: ${message}`]) },
      {
        heading: `custom actions that run code, of ${msi.customActions.length}`,
        lines: code.map((action) => [action.name, describeAction(action)]),
      },
      {
        heading: "features",
        lines: msi.features.map(({ name, title, parent, level }) => [
          name,
          [title === undefined ? "" : `"${title}"`, `level ${level ?? 0}`, parent === undefined ? "" : `below ${parent}`]
            .filter((part) => part !== "")
            .join(", "),
        ]),
      },
      { heading: "properties that can be given", lines: msi.properties.map(({ name, value }) => [name, value]) },
    ],
  };
}

function describeAction({ when, runsAs, ignoresFailure, what, condition, sequence }: CustomAction): string {
  const parts = [
    `${when}, as ${runsAs}: ${what}`,
    condition === undefined ? "" : `when ${condition}`,
    ignoresFailure ? "its failure is ignored" : "",
    sequence === undefined ? "not in the sequence of installation" : "",
  ];
  return parts.filter((part) => part !== "").join("; ");
}

function describeMsp(path: string, msp: MspInspection): Description {
  return {
    title: "Windows Installer patch",
    lines: [
      ["product", msp.product],
      ["publisher", msp.publisher],
      ["patch code", msp.patchCode],
      ["classification", msp.classification],
      ["can be removed", msp.canBeRemoved === undefined ? undefined : msp.canBeRemoved ? "yes" : "no"],
      ["silently", `msiexec /p ${quote(path)} /qn /norestart`],
    ],
    lists: [
      { heading: "product codes that it is for", lines: msp.targets.map((code) => [code, ""]) },
      { heading: "patches that it replaces", lines: msp.replaces.map((code) => [code, ""]) },
      { heading: "sequences", lines: msp.sequences.map((sequence) => [sequence, ""]) },
    ],
  };
}

const INSTALLERS = { burn: "WiX bundle (Burn)", inno: "Inno Setup", nsis: "NSIS installer", unknown: "program" } as const;

function describeExe(exe: ExeInspection): Description {
  const { bundle } = exe;
  return {
    title: exe.installerVersion === undefined ? INSTALLERS[exe.installer] : `${INSTALLERS[exe.installer]} ${clean(exe.installerVersion)}`,
    lines: [
      ["product", joined(exe.product, exe.version)],
      ["publisher", exe.publisher],
      ["description", exe.description === exe.product ? undefined : exe.description],
      ["file version", exe.fileVersion === exe.version ? undefined : exe.fileVersion],
      ["bundle code", bundle?.bundleCode],
      ["upgrade code", bundle && (bundle.upgradeCodes.join(", ") || undefined)],
      ["architecture", exe.installer === "unknown" ? exe.architecture : `${exe.architecture} (of the setup program itself)`],
      ["runs as", exe.executionLevel],
      [
        "installs for",
        bundle?.isPerMachine === undefined ? undefined : bundle.isPerMachine ? "all users of the machine" : "the one who installs it",
      ],
      ["silently", exe.silentArguments?.join(" ") ?? "not known: its maker's documentation tells the arguments"],
    ],
    lists: [
      {
        heading: "packages in it",
        lines: (bundle?.packages ?? []).map(({ id, kind, version, productCode }) => [id, joined(kind, version, productCode)]),
      },
    ],
  };
}

function describeMsix(msix: MsixInspection): Description {
  return {
    title: msix.isBundle ? "bundle of app packages (MSIX)" : "app package (MSIX)",
    lines: [
      ["product", msix.product],
      ["publisher", msix.publisherName],
      ["name", msix.name],
      ["family name", msix.familyName],
      ["signer must be", msix.publisher],
      ["version", msix.version],
      ["architecture", msix.architectures.join(", ")],
      ["for", msix.families.join(", ") || undefined],
      ["capabilities", msix.capabilities.join(", ") || undefined],
    ],
    lists: [{ heading: "services", lines: msix.services.map(({ name, account, start }) => [name, `as ${account}, ${start}`]) }],
  };
}

function describeIntunewin(inspection: IntunewinInspection): Description {
  return {
    title: "package for Intune (.intunewin), its content verified",
    lines: [
      ["name", inspection.name],
      ["setup file", inspection.setupFile],
      [
        "made by",
        inspection.toolVersion === undefined ? undefined : `Win32 Content Prep Tool ${inspection.toolVersion}, or one of its form`,
      ],
      [
        "content",
        `${inspection.unencryptedContentSize.toLocaleString("en")} bytes, encrypted ${inspection.encryptedContentSize.toLocaleString("en")}`,
      ],
    ],
    lists: [
      { heading: "what it says of its MSI", lines: Object.entries(inspection.msi ?? {}) },
      {
        heading: `files (${inspection.files.length})`,
        lines: inspection.files.map(({ name, size }) => [name, `${size.toLocaleString("en")} bytes`]),
      },
    ],
  };
}

function describeSignature({ inspection, signature }: InspectedFile): Line[] {
  if (inspection.kind === "intunewin") return [];
  if (!signature) return [["signed by", "nobody"]];
  if ("detail" in signature) return [["signed by", `somebody, but that cannot be read: ${signature.detail}`]];
  const { signer, time, isSound } = signature.value;
  const isDamaged = !isSound || (inspection.kind === "exe" && inspection.digestMatches === false);
  return [
    ["signed by", signer.subject],
    ["", isDamaged ? "BUT the file was changed after it was signed" : undefined],
    ["thumbprint", signer.thumbprint],
    ["valid until", signer.notAfter.toISOString().slice(0, 10)],
    ["time stamp", time?.toISOString().slice(0, 10) ?? "none"],
  ];
}

function tellList({ heading, lines }: List): string[] {
  const more = lines.length - LONGEST_LIST;
  return [
    "",
    clean(heading),
    ...tellLines(lines.slice(0, LONGEST_LIST)),
    ...(more > 0 ? [`  and ${more} more, which --format json has`] : []),
  ];
}

/** Values begin in one column, unless a label is long. */
function tellLines(lines: readonly Line[]): string[] {
  const shown = lines.flatMap(([label, value]) => (value === undefined ? [] : [{ label: clean(label), value: clean(value) }]));
  const width = Math.min(32, Math.max(14, ...shown.map(({ label }) => label.length)));
  return shown.map(({ label, value }) => `  ${label.padEnd(width)}  ${value}`.trimEnd());
}

function joined(...parts: readonly (string | undefined)[]): string | undefined {
  return parts.filter((part) => part !== undefined && part !== "").join(" ") || undefined;
}

function quote(path: string): string {
  const name = path.replace(/^.*[/\\]/, "");
  return /[\s"']/.test(name) ? `"${name}"` : name;
}

/** One line, of a length that a person reads. */
function clean(text: string): string {
  const line = showText(text);
  return line.length > LONGEST_TEXT ? `${line.slice(0, LONGEST_TEXT - 1)}…` : line;
}
