import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { findCarriedFiles } from "../apps/carried-files.ts";
import type { CarriedFile, ReadFiles } from "../apps/carried-files.ts";
import { describeWin32App, packageName } from "../apps/win32-app.ts";
import type { AppScript, AppScripts } from "../apps/win32-app.ts";
import type { OutputScript } from "../compiler/compile.ts";
import { hasErrors } from "../diagnostics/diagnostic.ts";
import type { Diagnostic, WithDiagnostics } from "../diagnostics/diagnostic.ts";
import { toJsonText } from "../diagnostics/show-text.ts";
import type { Plan } from "../plan/plan.ts";
import { hashHex } from "../source/sha256.ts";
import { targets } from "../targets/targets.ts";
import { listSources } from "./manifest.ts";
import type { FileOrigin, ManifestApp } from "./manifest.ts";
import type { FinalScript } from "./sign-outputs.ts";
import type { OutputFile } from "./write-outputs.ts";

/** What is written for apps besides their scripts. */
export interface AppFiles {
  readonly apps: readonly ManifestApp[];
  readonly files: readonly AppFile[];
}

/** One of these files, with its size in bytes. */
export type AppFile = FileOrigin & { readonly output: OutputFile; readonly size: number };

/** An app of a build: its scripts, and the files that go with them. */
export interface App {
  readonly plan: Plan;
  readonly scripts: readonly OutputScript[];
  readonly carried: readonly CarriedFile[];
}

/** The apps of a build, each with what it carries; files are looked for beside the remedy that names them. `root`: what paths of sources are relative to. */
export async function findApps(scripts: readonly OutputScript[], root: string): Promise<WithDiagnostics<readonly App[]>> {
  const byApp = new Map<string, OutputScript[]>();
  for (const script of scripts) {
    const { plan } = script;
    if (targets[plan.target].carries === undefined) continue;
    const key = `${plan.target}/${plan.remedy.name}`;
    byApp.set(key, [...(byApp.get(key) ?? []), script]);
  }
  const read: ReadFiles = new Map();
  const value: App[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const ofApp of byApp.values()) {
    const changing = ofApp.filter(({ role }) => role.role === "install" || role.role === "uninstall");
    const install = changing.find(({ role }) => role.role === "install");
    if (!install) continue;
    const { plan } = install;
    const folder = join(root, dirname(plan.sources[0]?.path ?? ""));
    const carried = await findCarriedFiles(
      changing.map((script) => script.plan),
      folder,
      read,
    );
    diagnostics.push(...carried.diagnostics);
    value.push({ plan, scripts: ofApp, carried: carried.value });
  }
  return { value, diagnostics };
}

/**
 * Makes what carries the apps: a package and its settings, or copies in a folder. Packages are written beside their place, in the output folder; `release` takes away
 * those that no output became. `scripts`: those of the build, as they are written.
 */
export async function packApps(
  apps: readonly App[],
  scripts: readonly FinalScript[],
  out: string,
): Promise<WithDiagnostics<AppFiles> & { readonly release: () => void }> {
  const files: AppFile[] = [];
  const entries: ManifestApp[] = [];
  const diagnostics: Diagnostic[] = [];
  if (apps.length === 0) return { value: { apps: [], files }, diagnostics, release: () => undefined };
  const { TemporaryFiles } = await import("../intunewin/temporary-files.ts");
  const temporary = new TemporaryFiles();
  for (const app of apps) {
    const { plan, carried } = app;
    const { remedy, target } = plan;
    const origin = { target, ...listSources(plan) };
    const carries = carried.map(({ name, size, sha256 }) => ({ name, size, sha256 }));
    const entry = { name: remedy.name, version: remedy.version, target, carries };
    if (targets[target].carries === "folder") {
      const content = `${target}/${remedy.name}`;
      for (const { name, path, size, sha256 } of carried) {
        const file = `${content}/${name.replaceAll("\\", "/")}`;
        files.push({ ...origin, file, sha256, size, output: { path: file, copyOf: path } });
      }
      entries.push({ ...entry, content, settings: null });
      continue;
    }
    const content = `${target}/${packageName(plan)}`;
    mkdirSync(out, { recursive: true });
    const moved = temporary.nameBeside(join(out, packageName(plan)));
    const appScripts = findAppScripts(app, scripts);
    const packed = await pack(app, appScripts, moved);
    diagnostics.push(...packed.diagnostics);
    if (packed.value === undefined) break;
    files.push({ ...origin, file: content, sha256: packed.value.sha256, size: packed.value.size, output: { path: content, moved } });
    const settings = `${target}/${remedy.name}.app.json`;
    const bytes = Buffer.from(`${toJsonText(describeWin32App(plan, appScripts))}\n`);
    files.push({ ...origin, file: settings, sha256: hashHex(bytes), size: bytes.length, output: { path: settings, pieces: [bytes] } });
    entries.push({ ...entry, content, settings });
  }
  return { value: { apps: entries, files }, diagnostics, release: () => temporary.end() };
}

/** The package of an app: what it runs on a device, and what that installs from. The rules' scripts are in its settings. */
async function pack(
  app: App,
  { install, uninstall }: AppScripts,
  out: string,
): Promise<WithDiagnostics<{ readonly size: number; readonly sha256: string } | undefined>> {
  const { writeIntunewin } = await import("../intunewin/write-intunewin.ts");
  const written = await writeIntunewin({
    files: [
      ...[install, ...(uninstall ? [uninstall] : [])].map(({ name, bytes }) => ({ name, content: bytes })),
      ...app.carried.map(({ name, path }) => ({ name, content: path })),
    ],
    setupFile: install.name,
    name: app.plan.remedy.title,
    description: app.plan.remedy.documentation,
    out,
  });
  if (written.value === undefined || hasErrors(written.diagnostics)) return { value: undefined, diagnostics: written.diagnostics };
  const { packageSize: size, packageSha256: sha256 } = written.value;
  return { value: { size, sha256 }, diagnostics: written.diagnostics };
}

function findAppScripts(app: App, scripts: readonly FinalScript[]): AppScripts {
  const own = new Set(app.scripts);
  const of = (role: string): AppScript[] =>
    scripts.flatMap(({ output, pieces, signature }) =>
      own.has(output) && output.role.role === role
        ? [{ name: output.file.slice(output.file.lastIndexOf("/") + 1), bytes: Buffer.concat(pieces), isSigned: signature !== undefined }]
        : [],
    );
  const [install] = of("install");
  const [detect] = of("detect");
  if (!install || !detect) throw new Error("an app has a script that installs and one that detects");
  return { install, detect, uninstall: of("uninstall")[0], requirements: of("requirement") };
}
