import { existsSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";
import { compileFile } from "../compiler/compile.ts";
import type { CompiledFile, OutputScript } from "../compiler/compile.ts";
import { createDiagnostic } from "../diagnostics/catalog.ts";
import { hasErrors, uniqueDiagnostics } from "../diagnostics/diagnostic.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { checkAllUsed } from "../parameters/resolve.ts";
import type { BuildArguments } from "./build-arguments.ts";
import { findApps, packApps } from "./app-files.ts";
import { createCompiler } from "./compiler-session.ts";
import { betweenWrites } from "./interrupts.ts";
import { createScriptList } from "./manifest.ts";
import { addPublishers, findSameTitles } from "./publishers.ts";
import { chooseTargets, listParameterFiles, openProject, readParameters } from "./project.ts";
import { startProgress } from "./progress.ts";
import { signOutputs, toFinalScripts } from "./sign-outputs.ts";
import type { FinalScript } from "./sign-outputs.ts";
import { exitCodeOf, reportFindings } from "./report.ts";
import { tuneEngine } from "./tune-engine.ts";
import { version } from "./version.ts";
import { writeBuild } from "./write-build.ts";
import type { WrittenBuild } from "./write-build.ts";

/** One build from start to end: what was compiled, what was found, what was written. */
interface BuildResult extends WrittenBuild {
  readonly scripts: readonly FinalScript[];
  /** Files (relative to the root, or absolute) that the result depends on: what `--watch` watches. */
  readonly sources: readonly string[];
  readonly root: string;
  readonly out: string;
}

/** Runs `remedyc build` in `folder`; gives the exit code. With `--watch` it ends when it is interrupted. */
export async function runBuild(argv: BuildArguments, folder: string): Promise<number> {
  const buildAndReport = async (): Promise<BuildResult> => {
    const result = await build(argv, folder);
    await report(result, argv, folder);
    return result;
  };
  let result = await buildAndReport();
  if (argv.watch) {
    const { watchAndBuild } = await import("./watch.ts");
    result = await watchAndBuild(result, buildAndReport);
  }
  return exitCodeOf(result.diagnostics);
}

async function build(argv: BuildArguments, folder: string): Promise<BuildResult> {
  const project = await openProject(argv, folder);
  const { root, files, config, configFolder } = project.value;
  const out =
    argv.out !== undefined
      ? resolve(folder, argv.out)
      : config.out !== undefined
        ? resolve(configFolder, config.out)
        : resolve(folder, "out");
  const parameters = await readParameters(argv, project.value, folder);
  const diagnostics: Diagnostic[] = [...project.diagnostics, ...parameters.diagnostics];
  const written = argv.out ?? config.out ?? "";
  // On Windows a backslash stands between folders; elsewhere it would be a part of a name, which nobody means.
  if (sep === "/" && written.includes("\\"))
    diagnostics.push(createDiagnostic("RMD7031", undefined, { path: written, right: written.replaceAll("\\", "/") }));
  if (files.length === 0 && diagnostics.length === 0) diagnostics.push(createDiagnostic("RMD7024", undefined, {}));
  const parameterFiles = listParameterFiles(argv, project.value, folder);
  const failed: BuildResult = {
    scripts: [],
    manifest: undefined,
    files: [],
    removed: [],
    diagnostics,
    sources: [...files, ...parameterFiles],
    root,
    out,
  };
  if (hasErrors(diagnostics)) return failed;
  await tuneEngine(files.length);
  const compiler = await createCompiler(root);
  const options = { targets: chooseTargets(argv, config), parameters: parameters.value };
  const progress = startProgress("compiling", files.length);
  const compiled: CompiledFile[] = [];
  for (const file of files) {
    compiled.push(await compileFile(file, compiler, options));
    progress.step();
  }
  progress.stop();
  const outputs = compiled.flatMap((result) => result.scripts);
  diagnostics.push(
    ...compiled.flatMap((result) => result.diagnostics),
    ...checkAllUsed(
      parameters.value,
      compiled.flatMap((result) => result.program.remedies),
    ),
    ...findClashes(outputs),
    ...findSameTitles(outputs),
  );
  const sources = [
    ...new Set([
      ...parameterFiles,
      ...compiled.flatMap((result) => [...result.program.files.map((node) => node.source.path), ...result.program.userScripts.keys()]),
    ]),
  ];
  if (hasErrors(diagnostics)) return { ...failed, diagnostics: uniqueDiagnostics(diagnostics), sources };
  // What an earlier build left of them is told, and goes with --clean.
  if (outputs.length === 0 && !existsSync(join(out, "manifest.json"))) {
    const [file] = files;
    diagnostics.push(
      createDiagnostic("RMD7032", undefined, { files: files.length === 1 ? `'${file}' declares` : `the ${files.length} files declare` }),
    );
    return { ...failed, diagnostics: uniqueDiagnostics(diagnostics), sources };
  }
  const apps = await findApps(outputs, root);
  diagnostics.push(...apps.diagnostics);
  if (hasErrors(diagnostics)) return { ...failed, diagnostics: uniqueDiagnostics(diagnostics), sources };
  const scripts = await addPublishers(outputs, apps.value, argv.sign);
  const final = argv.sign ? await signOutputs(scripts, argv, config, configFolder) : { value: toFinalScripts(scripts), diagnostics: [] };
  diagnostics.push(...final.diagnostics);
  if (hasErrors(diagnostics)) return { ...failed, diagnostics: uniqueDiagnostics(diagnostics), sources };
  // Anywhere else a signal ends the process at once, also where it computes or waits for a file: nothing has been written yet.
  const outcome = await betweenWrites(async (): Promise<WrittenBuild> => {
    const packed = await packApps(apps.value, final.value, out);
    try {
      if (hasErrors(packed.diagnostics)) return { manifest: undefined, files: [], removed: [], diagnostics: packed.diagnostics };
      const place = { folder, root, out, sources: files, targets: argv.target, clean: argv.clean };
      const written = writeBuild(final.value, packed.value, place);
      return { ...written, diagnostics: [...packed.diagnostics, ...written.diagnostics] };
    } finally {
      packed.release();
    }
  });
  return {
    ...outcome,
    scripts: outcome.manifest ? final.value : [],
    diagnostics: uniqueDiagnostics([...diagnostics, ...outcome.diagnostics]),
    sources,
    root,
    out,
  };
}

/** Two remedies of one name write the same files; both places are shown. */
function findClashes(outputs: readonly OutputScript[]): Diagnostic[] {
  const first = new Map<string, OutputScript>();
  return outputs.flatMap((output) => {
    // Windows and macOS ignore case in file names.
    const key = output.file.toLowerCase();
    const other = first.get(key);
    first.set(key, other ?? output);
    if (!other) return [];
    return [
      createDiagnostic(
        "RMD5007",
        output.plan.remedy.origin.span,
        { file: output.file },
        { related: [{ message: "The other remedy is here.", span: other.plan.remedy.origin.span }] },
      ),
    ];
  });
}

async function report(result: BuildResult, argv: BuildArguments, folder: string): Promise<void> {
  const shownOut = relative(folder, result.out) || ".";
  // Of a fleet these are more than a call takes arguments.
  const width = [...result.scripts.map(({ output }) => output.file), ...result.files.map(({ file }) => file), ...result.removed].reduce(
    (most, file) => Math.max(most, file.length),
    0,
  );
  const lines = result.scripts.map(({ output: { file, role }, size }) => {
    const limit = role.maximumBytes === undefined ? "" : ` of ${role.maximumBytes / 1024} KB`;
    return `  ${file.padEnd(width)}  ${showSize(size)}${limit}\n`;
  });
  const others = result.files.map(({ file, size }) => `  ${file.padEnd(width)}  ${showSize(size)}\n`);
  const removed = result.removed.map((file) => `  ${file.padEnd(width)}  removed, left over from an earlier build\n`);
  const signer = result.scripts[0]?.signature;
  const signed = signer ? `signed by ${signer.subject} (${signer.thumbprint})\n` : "";
  const count = result.scripts.length;
  const more = others.length === 0 ? "" : `, ${others.length} more file${others.length === 1 ? "" : "s"}`;
  const cleaned = removed.length === 0 ? "" : `, ${removed.length} left-over file${removed.length === 1 ? "" : "s"} removed`;
  const text = !result.manifest
    ? ""
    : `${[...lines, ...others, ...removed].join("")}${count} script${count === 1 ? "" : "s"}${more} and manifest.json written to ${shownOut}${cleaned}\n${signed}`;
  await reportFindings(result.diagnostics, argv.format, {
    text,
    json: {
      out: shownOut.replaceAll(sep, "/"),
      ...(result.manifest ?? { ...createScriptList([], [], version), files: [], earlier: [], leftOver: [] }),
      removed: result.removed,
    },
  });
}

/** `  98.4 KB`, `1234.5 MB`. */
function showSize(bytes: number): string {
  const [unit, size] = bytes < 10 * 1024 * 1024 ? ["KB", bytes / 1024] : ["MB", bytes / 1024 / 1024];
  return `${size.toFixed(1).padStart(6)} ${unit}`;
}
