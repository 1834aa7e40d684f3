import { relative, resolve } from "node:path";
import packageJson from "../../package.json" with { type: "json" };
import { loadConfig } from "../config/load-config.ts";
import type { RemedycConfig } from "../config/config.ts";
import { showText, toJsonText } from "../diagnostics/show-text.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { findProgram } from "../simulator/powershell.ts";
import { readPlainFile } from "../source/plain-file.ts";
import type { DoctorArguments } from "./commands/doctor.ts";
import { findMachinePowerShell, searchMachine } from "./find-powershell.ts";
import { version } from "./version.ts";

/** One thing that remedyc uses: there, missing (some commands need it), or there and of no use. */
export interface Finding {
  readonly about: string;
  readonly state: "ok" | "missing" | "wrong";
  readonly text: string;
  /** For what it is needed, and how to get it. */
  readonly advice?: string;
}

/** What the machine says of itself; a test gives another one. */
export interface Surroundings {
  readonly folder: string;
  readonly node: string;
  /** Whether this is the executable, which has its own Node.js. */
  readonly isExecutable: boolean;
  readonly variables: Readonly<Record<string, string | undefined>>;
}

/** Runs `remedyc doctor` in `folder`: looks, changes nothing, asks nobody in a network. Gives the exit code, 1 where something is of no use. */
export async function runDoctor(argv: DoctorArguments, folder: string): Promise<number> {
  const { isSea } = await import("node:sea");
  const findings = await examine(argv, { folder, node: process.versions.node, isExecutable: isSea(), variables: process.env });
  process.stdout.write(argv.format === "json" ? `${toJsonText({ version, findings })}\n` : findings.map(tell).join(""));
  return findings.some(({ state }) => state === "wrong") ? 1 : 0;
}

const MARKS = { ok: "ok     ", missing: "missing", wrong: "WRONG  " } as const;

function tell({ about, state, text, advice }: Finding): string {
  return `${MARKS[state]}  ${about.padEnd(14)}${showText(text)}\n${advice === undefined ? "" : `${" ".repeat(23)}${showText(advice)}\n`}`;
}

/** Everything that is looked at. Of secrets only whether they are there. */
export async function examine(argv: Pick<DoctorArguments, "config">, surroundings: Surroundings): Promise<readonly Finding[]> {
  const { folder } = surroundings;
  const loaded = await loadConfig(folder, argv.config === undefined ? undefined : resolve(folder, argv.config));
  const { path, config } = loaded.value;
  return [
    { about: "remedyc", state: "ok", text: version },
    examineNode(surroundings),
    examineConfiguration(path === undefined ? undefined : relative(folder, path) || path, loaded.diagnostics),
    examinePowerShell(folder),
    await examineSigning(config, path === undefined ? folder : resolve(path, ".."), surroundings),
    examineTenant(surroundings),
    examineNetwork(surroundings),
  ];
}

function examineNode({ node, isExecutable }: Surroundings): Finding {
  const [need = 0, minor = 0] = (/\d+\.\d+/.exec(packageJson.engines.node)?.[0] ?? "").split(".").map(Number);
  const [is = 0, isMinor = 0] = node.split(".").map(Number);
  const about = "Node.js";
  if (isExecutable) return { about, state: "ok", text: `${node}, inside this executable` };
  if (is > need || (is === need && isMinor >= minor)) return { about, state: "ok", text: node };
  return { about, state: "wrong", text: node, advice: `remedyc needs ${need}.${minor} or newer: https://nodejs.org` };
}

function examineConfiguration(path: string | undefined, diagnostics: readonly Diagnostic[]): Finding {
  const about = "configuration";
  const [mistake] = diagnostics;
  if (mistake) return { about, state: "wrong", text: `${mistake.code}: ${mistake.message}` };
  if (path !== undefined) return { about, state: "ok", text: path };
  return {
    about,
    state: "missing",
    text: "no remedyc.config.ts, .js or .json in this folder",
    advice: 'None is needed; it saves naming files, targets and the signing key each time (README.md, "Commands").',
  };
}

function examinePowerShell(folder: string): Finding {
  const about = "PowerShell";
  const { value, diagnostics } = findMachinePowerShell(undefined, folder);
  if (value) return { about, state: "ok", text: [value.program, ...value.leading].join(" ") };
  const state = diagnostics.some(({ message }) => message.includes("REMEDYC_POWERSHELL")) ? "wrong" : "missing";
  return { about, state, text: "none was found; 'remedyc test' needs one", advice: diagnostics[0]?.message ?? "" };
}

async function examineSigning({ signing }: RemedycConfig, base: string, { variables, folder }: Surroundings): Promise<Finding> {
  const about = "signing key";
  if (signing === undefined) {
    const text = "the configuration names none";
    return {
      about,
      state: "missing",
      text,
      advice: "'remedyc sign' takes one as an option; 'remedyc test-certificate' makes one for trying out (docs/signing.md).",
    };
  }
  const { readSigningSection } = await import("../signing/read-signing-section.ts");
  const section = readSigningSection(signing);
  if (!section.value) return { about, state: "wrong", text: section.diagnostics[0]?.message ?? "" };
  const { signer } = section.value;
  const files = [
    ...(signer.source === "pfx" ? [signer.file] : []),
    ...(signer.source === "pem" ? [signer.key, signer.certificate] : []),
    ...(signer.source === "command" ? [signer.certificate] : []),
    ...(signer.chain ?? []),
  ];
  for (const file of files) {
    const read = readPlainFile(resolve(base, file), LARGEST_KEY);
    if ("error" in read) return { about, state: "wrong", text: `${file}: ${read.error}` };
  }
  const password = "password" in signer ? signer.password : undefined;
  if (password?.from === "env" && (variables[password.name] ?? "") === "")
    return {
      about,
      state: "missing",
      text: `the variable ${password.name}, which has its password, is not set`,
      advice: "Signing needs it.",
    };
  const [program] = signer.source === "command" ? signer.command : [];
  if (program !== undefined && findProgram(searchMachine(folder), program) === undefined)
    return { about, state: "wrong", text: `'${program}', which the configuration signs with, is no program` };
  return { about, state: "ok", text: `by ${signer.source}${files.length > 0 ? `: ${files.join(", ")}` : ""}` };
}

/** Bytes of a file with keys or certificates. */
const LARGEST_KEY = 16 * 1024 * 1024;

function examineTenant({ variables }: Surroundings): Finding {
  const about = "tenant";
  const [tenant, client] = [variables["AZURE_TENANT_ID"], variables["AZURE_CLIENT_ID"]];
  if (tenant && client) return { about, state: "ok", text: `${tenant}, signed in to as ${client}` };
  const missing = [...(tenant ? [] : ["AZURE_TENANT_ID"]), ...(client ? [] : ["AZURE_CLIENT_ID"])].join(" and ");
  return {
    about,
    state: "missing",
    text: `${missing} not set`,
    advice: "'remedyc publish intune' and 'report intune' take --tenant and --client-id in their place (docs/publish-and-report.md).",
  };
}

/** How it reaches the network, for those commands that do: what stands in the way of a sign-in is most often here. */
function examineNetwork({ variables }: Surroundings): Finding {
  const about = "network";
  const proxy = ["HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy"].find((name) => variables[name]);
  const authorities = variables["NODE_EXTRA_CA_CERTS"];
  if (authorities) {
    const read = readPlainFile(authorities, LARGEST_KEY);
    if ("error" in read) return { about, state: "wrong", text: `NODE_EXTRA_CA_CERTS names ${authorities}: ${read.error}` };
  }
  if (proxy !== undefined && variables["NODE_USE_ENV_PROXY"] !== "1")
    return {
      about,
      state: "missing",
      text: `${proxy} is set, and Node.js does not use it`,
      advice: "Set NODE_USE_ENV_PROXY=1 (Node.js 22.21, or 24 and newer) for publish, report and time stamps.",
    };
  return {
    about,
    state: "ok",
    text: `${proxy === undefined ? "direct" : `through the proxy of ${proxy}`}${authorities ? `, also trusting ${authorities}` : ""}`,
  };
}
