import { describe, expect, it } from "vitest";
import { findPowerShell, type Platform, type ProgramSearch } from "../../src/simulator/powershell.ts";

interface World {
  readonly platform?: Platform;
  readonly path?: string;
  readonly variable?: string;
  /** Files and their texts. */
  readonly files: Readonly<Record<string, string>>;
}

/** A machine with these files; the project is in /work/fleet or C:\\work\\fleet. */
function machine({ platform = "other", path = "", variable, files }: World): ProgramSearch {
  const windows = platform === "windows";
  const slash = windows ? "\\" : "/";
  return {
    platform,
    path,
    variable,
    folder: windows ? "C:\\work\\fleet" : "/work/fleet",
    packages: windows ? "C:\\packages" : "/packages",
    isProgram: (candidate) => candidate in files,
    list: (folder) => [
      ...new Set(
        Object.keys(files)
          .filter((file) => file.startsWith(folder + slash))
          .map((file) => file.slice(folder.length + 1).split(slash)[0] ?? ""),
      ),
    ],
    read: (file) => files[file],
  };
}

const manifest = (version: unknown, name = "powershell"): string =>
  JSON.stringify({ version: 1, isRoot: true, tools: { [name]: { version, commands: ["pwsh"] } } });
const ASSEMBLY = "/packages/powershell/7.6.9/tools/net10.0/any/unix/pwsh.dll";

describe("finding a PowerShell on PATH", () => {
  it("takes pwsh before powershell", () => {
    expect(findPowerShell(machine({ path: "/a:/b", files: { "/a/powershell": "", "/b/pwsh": "" } }))).toEqual({
      kind: "found",
      program: "/b/pwsh",
      leading: [],
      origin: "path",
    });
  });

  it("takes Windows PowerShell where there is no pwsh", () => {
    const program = "C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe";
    const path = "C:\\x;C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\";
    expect(findPowerShell(machine({ platform: "windows", path, files: { [program]: "" } }))).toEqual({
      kind: "found",
      program,
      leading: [],
      origin: "path",
    });
  });

  it("ignores relative entries of PATH", () => {
    expect(findPowerShell(machine({ path: ":.:bin", files: { "/pwsh": "", "./pwsh": "", pwsh: "", "bin/pwsh": "" } }))).toEqual({
      kind: "missing",
      origin: "path",
      named: "",
    });
  });

  it.each([
    ["other", "/tools", "/tools/pwsh", "/dotnet/dotnet", "/tools/.store/powershell/7.6.9/powershell/7.6.9/tools/net10.0/any/unix/pwsh.dll"],
    [
      "windows",
      "C:\\tools",
      "C:\\tools\\pwsh.exe",
      "C:\\dotnet\\dotnet.exe",
      "C:\\tools\\.store\\powershell\\7.6.9\\powershell\\7.6.9\\tools\\net10.0\\any\\win\\pwsh.dll",
    ],
  ] as const)("starts a .NET tool (%s) without its shim, which would leave a child behind", (platform, folder, shim, dotnet, assembly) => {
    const path = platform === "windows" ? `${folder};C:\\dotnet` : `${folder}:/dotnet`;
    const files = { [shim]: "", [dotnet]: "", [assembly]: "" };
    const found = { kind: "found", program: dotnet, leading: [assembly] };
    expect(findPowerShell(machine({ platform, path, files }))).toEqual({ ...found, origin: "path" });
    expect(findPowerShell(machine({ platform, path: path.replace(/^[^;:]*(:\\[^;]*)?[;:]/, ""), files }), shim)).toEqual({
      ...found,
      origin: "option",
    });
  });
});

describe("a PowerShell that is named", () => {
  const files = {
    "./my/pwsh": "",
    "/b/pwsh-preview": "",
    "/b/pwsh": "",
    "/work/fleet/.config/dotnet-tools.json": manifest("7.6.9"),
    [ASSEMBLY]: "",
  };

  it("is the option's, by path or by name on PATH, before all others", () => {
    const search = machine({ path: "/b", variable: "/b/pwsh", files });
    expect(findPowerShell(search, "./my/pwsh")).toMatchObject({ program: "./my/pwsh", origin: "option" });
    expect(findPowerShell(search, "pwsh-preview")).toMatchObject({ program: "/b/pwsh-preview", origin: "option" });
  });

  it("is the variable's before that of the manifest", () => {
    expect(findPowerShell(machine({ path: "/b", variable: "pwsh-preview", files }))).toMatchObject({
      program: "/b/pwsh-preview",
      origin: "variable",
    });
    expect(findPowerShell(machine({ path: "/b", variable: "", files: { ...files, "/b/dotnet": "" } }))).toMatchObject({
      origin: "manifest",
    });
  });

  it.each(["option", "variable"] as const)("is missing where the %s names nothing, whatever else there is", (origin) => {
    const named = "/nope/pwsh";
    const search = machine({ path: "/b", files, ...(origin === "variable" ? { variable: named } : {}) });
    expect(findPowerShell(search, origin === "option" ? named : undefined)).toEqual({ kind: "missing", origin, named });
  });
});

describe("a PowerShell that the project's tool manifest pins", () => {
  it.each([
    "/work/fleet/.config/dotnet-tools.json",
    "/work/fleet/dotnet-tools.json",
    "/work/.config/dotnet-tools.json",
    "/dotnet-tools.json",
  ])("is found through %s, and comes before PATH", (path) => {
    const files = { [path]: `\uFEFF${manifest("7.6.9", "PowerShell")}`, [ASSEMBLY]: "", "/b/pwsh": "", "/b/dotnet": "" };
    expect(findPowerShell(machine({ path: "/b", files }))).toEqual({
      kind: "found",
      program: "/b/dotnet",
      leading: [ASSEMBLY],
      origin: "manifest",
    });
  });

  it("gives way to PATH where it is not restored, and is told where PATH has none", () => {
    const files = { "/work/fleet/.config/dotnet-tools.json": manifest("7.6.9") };
    expect(findPowerShell(machine({ path: "/b", files: { ...files, "/b/pwsh": "" } }))).toMatchObject({
      program: "/b/pwsh",
      origin: "path",
    });
    expect(findPowerShell(machine({ path: "/b", files }))).toEqual({
      kind: "missing",
      origin: "manifest",
      named: "/work/fleet/.config/dotnet-tools.json names PowerShell 7.6.9",
      isRestored: false,
    });
  });

  it("gives way to PATH where no .NET on PATH can start it, and is told where PATH has none", () => {
    const files = { "/work/fleet/.config/dotnet-tools.json": manifest("7.6.9"), [ASSEMBLY]: "" };
    expect(findPowerShell(machine({ path: "/b", files: { ...files, "/b/pwsh": "" } }))).toMatchObject({
      program: "/b/pwsh",
      origin: "path",
    });
    expect(findPowerShell(machine({ path: "/b", files }))).toMatchObject({ kind: "missing", origin: "manifest", isRestored: true });
  });

  it.each([
    ["a version that leads elsewhere", manifest("../../evil")],
    ["a version that is no text", manifest(7)],
    ["no tools", JSON.stringify({ version: 1 })],
    ["tools that are none", JSON.stringify({ tools: { powershell: null } })],
    ["no JSON", "{"],
    ["no object", "7"],
  ])("is none in a manifest with %s", (_what, text) => {
    const files = { "/work/fleet/.config/dotnet-tools.json": text, [ASSEMBLY]: "", "/evil/tools/net10.0/any/unix/pwsh.dll": "" };
    expect(findPowerShell(machine({ files }))).toEqual({ kind: "missing", origin: "path", named: "" });
  });

  it("is not looked for above the manifest that is the root", () => {
    const files = {
      "/work/fleet/.config/dotnet-tools.json": JSON.stringify({ isRoot: true, tools: {} }),
      "/work/.config/dotnet-tools.json": manifest("7.6.9"),
      [ASSEMBLY]: "",
    };
    expect(findPowerShell(machine({ files }))).toMatchObject({ kind: "missing" });
  });
});
