import { join } from "node:path";
import { createDiagnostic } from "../diagnostics/catalog.ts";
import type { Diagnostic, WithDiagnostics } from "../diagnostics/diagnostic.ts";
import { isFields, readText } from "../graph/shape.ts";
import type { Fields } from "../graph/shape.ts";
import { openIntunewin } from "../intunewin/open-intunewin.ts";
import type { OpenIntunewin } from "../intunewin/open-intunewin.ts";
import type { BuiltScript } from "../publishing/remediation.ts";
import type { AppOutput, BuiltApp } from "../publishing/win32/plan-app.ts";
import { describeReadError, measurePlainFile, readPlainFile } from "../source/plain-file.ts";
import { hashHex } from "../source/sha256.ts";
import { findEntryFault, readEarlierNames, readManifest, readScript } from "./built-remediations.ts";
import type { OutputOptions } from "./built-remediations.ts";
import { findPathFault, showManifestText } from "./left-over/output-path.ts";

const TARGET = "intune.win32";
const LARGEST_SETTINGS = 16 * 1024 * 1024;

/** Apps whose packages are open. */
export interface OpenApps extends AppOutput {
  close(): Promise<void>;
}

/**
 * The apps that the last build wrote into a folder: settings, package and every script as the manifest says, byte for byte, and the scripts that devices run in settings
 * and package the same as those whose signatures were verified.
 */
export async function readBuiltApps(out: string, options: OutputOptions): Promise<WithDiagnostics<OpenApps | undefined>> {
  const found = readManifest(out, options);
  if ("fault" in found) return { value: undefined, diagnostics: [found.fault] };
  const { manifest } = found;
  const apps: BuiltApp[] = [];
  const close = async (): Promise<void> => {
    for (const app of apps) await app.package.close();
  };
  const diagnostics: Diagnostic[] = [];
  for (const entry of toList(manifest["apps"]).filter((each) => isFields(each) && each["target"] === TARGET)) {
    const read = await readApp(out, entry as Fields, manifest, options);
    if (read.value) apps.push(read.value);
    diagnostics.push(...read.diagnostics);
  }
  if (diagnostics.length === 0)
    return { value: { apps, earlier: readEarlierNames(manifest["earlier"], TARGET, ".app.json"), close }, diagnostics };
  await close();
  return { value: undefined, diagnostics };
}

async function readApp(
  out: string,
  entry: Fields,
  manifest: Fields,
  options: OutputOptions,
): Promise<WithDiagnostics<BuiltApp | undefined>> {
  const refuse = (reason: string) => failWith(createDiagnostic("RMD8201", undefined, { path: options.show("manifest.json"), reason }));
  const [name, content, settings] = ["name", "content", "settings"].map((field) => readText(entry, field)) as [string, string, string];
  if (name === "") return refuse(`an app for ${TARGET} has no 'name'`);
  const hashes = new Map(
    toList(manifest["files"]).flatMap((file) => (isFields(file) ? [[readText(file, "path"), readText(file, "sha256")] as const] : [])),
  );
  for (const file of [content, settings]) {
    const fault = findPathFault(file);
    if (fault !== undefined) return refuse(`the app '${showManifestText(name)}' has the path '${showManifestText(file)}', which ${fault}`);
    if (!hashes.has(file)) return refuse(`it lists no file '${showManifestText(file)}'`);
  }
  const scripts: (BuiltScript & { readonly role: string })[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const script of toList(manifest["scripts"])) {
    if (!isFields(script) || script["target"] !== TARGET || script["name"] !== name) continue;
    const fault = findEntryFault(script);
    if (fault !== undefined) return refuse(`a script of the app '${showManifestText(name)}' ${fault}`);
    const read = readScript(out, script, options);
    if ("code" in read) diagnostics.push(read);
    else scripts.push({ ...read, role: readText(script, "role") });
  }
  if (diagnostics.length > 0) return { value: undefined, diagnostics };
  const differ = (file: string, reason: string) => failWith(createDiagnostic("RMD8202", undefined, { file: options.show(file), reason }));
  const read = readPlainFile(join(out, settings), LARGEST_SETTINGS);
  if ("error" in read) return differ(settings, read.error);
  if (hashHex(read.bytes) !== hashes.get(settings)) return differ(settings, "it was changed since");
  const body = parse(read.bytes);
  if (!isFields(body) || readText(body, "displayName") === "") return differ(settings, "it is no JSON of an app");
  const stranger = findStrangeRule(body, scripts);
  if (stranger !== undefined) return differ(settings, `its rule '${showManifestText(stranger)}' has another script than the build's`);
  try {
    const { sha256 } = await measurePlainFile(join(out, content));
    if (sha256 !== hashes.get(content)) return differ(content, "it was changed since");
  } catch (error) {
    return differ(content, describeReadError(error));
  }
  const opened = await openIntunewin(join(out, content));
  if (!opened.value) return { value: undefined, diagnostics: opened.diagnostics };
  const other = await findStrangeContent(opened.value, scripts);
  if (other === undefined)
    return { value: { name, title: readText(body, "displayName"), settings: body, package: opened.value }, diagnostics: [] };
  await opened.value.close();
  return differ(content, `its '${other}' is another than the build's`);
}

const fileNameOf = ({ file }: BuiltScript): string => file.slice(file.lastIndexOf("/") + 1);

/** A rule whose script is none of those that were read. */
function findStrangeRule(settings: Fields, scripts: readonly BuiltScript[]): string | undefined {
  const known = new Set(scripts.map(({ bytes }) => Buffer.from(bytes).toString("base64")));
  const rules = toList(settings["rules"]).filter(isFields);
  const strange = rules.find((rule) => !known.has(readText(rule, "scriptContent")));
  return strange && readText(strange, "displayName");
}

/** A script of the package that is not the one that was read. */
async function findStrangeContent(
  { content }: OpenIntunewin,
  scripts: readonly (BuiltScript & { readonly role: string })[],
): Promise<string | undefined> {
  for (const script of scripts.filter(({ role }) => role === "install" || role === "uninstall")) {
    const name = fileNameOf(script);
    const member = content.members.find((each) => each.name === name);
    if (member?.size !== script.bytes.length || Buffer.compare(await content.read(member, script.bytes.length), script.bytes) !== 0)
      return name;
  }
  return undefined;
}

const failWith = (diagnostic: Diagnostic): WithDiagnostics<undefined> => ({ value: undefined, diagnostics: [diagnostic] });

const toList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}
