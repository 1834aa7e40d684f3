import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { runTool } from "./tools.ts";

/** Packages of NuGet in which scripts stand that Microsoft signed, each in one version; a published version never changes. */
const packages = {
  "Microsoft.CodeAnalysis.Analyzers": "5.9.0",
  "Microsoft.CodeAnalysis.NetAnalyzers": "9.0.0",
  "Microsoft.EntityFrameworkCore.Tools": "9.0.0",
} as const;

/** Not checked in (see .gitignore): the scripts are Microsoft's. */
const cache = fileURLToPath(new URL("../../../generated-local/microsoft-scripts/", import.meta.url));

/** The signed scripts, modules and module manifests in the packages, by their path; downloaded the first time. */
export async function fetchMicrosoftScripts(): Promise<ReadonlyMap<string, Uint8Array>> {
  const folders = Object.entries(packages).map(([id, version]) => join(cache, "packages", id.toLowerCase(), version));
  if (!folders.every((folder) => existsSync(folder))) {
    mkdirSync(cache, { recursive: true });
    const items = Object.entries(packages).map(([id, version]) => `<PackageDownload Include="${id}" Version="[${version}]" />`);
    const project = join(cache, "packages.csproj");
    writeFileSync(
      project,
      `<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>netstandard2.0</TargetFramework></PropertyGroup><ItemGroup>${items.join("")}</ItemGroup></Project>\n`,
    );
    const restored = await runTool("dotnet", ["restore", project, "--packages", join(cache, "packages")]);
    if (restored.exitCode !== 0) throw new Error(`the packages cannot be downloaded:\n${restored.output}`);
  }
  const files = folders.flatMap((folder) =>
    readdirSync(join(folder, "tools"))
      .filter((name) => /\.ps[dm]?1$/u.test(name))
      .map((name) => join(folder, "tools", name)),
  );
  return new Map(files.map((file) => [file.slice(cache.length), new Uint8Array(readFileSync(file))]));
}
