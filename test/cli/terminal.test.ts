import { execFileSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { showLines, showText, toJsonText } from "../../src/diagnostics/show-text.ts";
import { createFolder, remedyc, remedyText } from "./support.ts";

/** ESC, CSI of C1, BEL, a mark that turns the text's direction. */
const EVIL = "\u001b[31m\u009b2J\u0007\u202e";
/** All that a terminal could obey; ends of lines are its own. */
const OBEYED = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/;

describe("what is shown holds nothing that a terminal obeys", () => {
  const broken = [
    `ensure service("${EVIL}") { stat: running }`,
    `ensure service("a") { state: "${EVIL}" }`,
    `ensure service("${EVIL}") { state: running }\n    ensure service("${EVIL}") absent`,
    `ensure file('${EVIL}') absent`,
    `require "${EVIL}" == 1 else "x"`,
    `ensure registry_value('HKLX\\${EVIL}', "a") { data: 1 }`,
    `require os.edition matches '${EVIL}(' else "x"`,
    `ensure script("s") { test: '${EVIL}', fix: '1' }`,
    `use ${EVIL}()`,
  ];

  test.each(["text", "json", "sarif"])("findings as %s", async (format) => {
    for (const statement of broken) {
      const folder = createFolder({ "a.remedy": remedyText().replace(/ensure service.*/, statement) });
      const { stdout, stderr, exitCode } = await remedyc(folder, "check", "a.remedy", "--format", format);
      expect(exitCode).toBe(1);
      expect(stdout + stderr).not.toMatch(OBEYED);
      if (format !== "text") expect(JSON.parse(stdout)).toBeTypeOf("object");
    }
  });

  test("stories, sizes, what a build says, its manifest, and wrong usage", async () => {
    const text = remedyText("sample", "standalone, intune.remediation", `  param p: string = "\\u{1b}[31m\\u{202e}"\n`).replace(
      /ensure service.*/,
      `require os.build > 1 else "\${p}\\u{1b}[31m\\u{9b}2J"\n    ensure service("a") { state: running }`,
    );
    const name = `a${EVIL}.remedy`;
    const folder = createFolder({ [name]: text });
    for (const args of [
      ["explain", name],
      ["explain", name, "--size"],
      ["explain", name, "--format", "json"],
      ["build", name],
      ["build", name, "--format", "json"],
      ["check", `${name}x`],
      [EVIL],
      ["build", `--${EVIL}`],
      ["build", name, "--set", `p=${EVIL}`, "--out", `o${EVIL}`],
    ]) {
      const { stdout, stderr } = await remedyc(folder, ...args);
      expect(stdout + stderr, args.join(" ")).not.toMatch(OBEYED);
    }
    expect((await remedyc(folder, "build", name, "--set", `p=${EVIL}`)).stderr).not.toContain("error");
    const manifest = execFileSync("cat", [join(folder, "out/manifest.json")], { encoding: "utf8" });
    expect(manifest).not.toMatch(OBEYED);
    expect(manifest).toContain("\\u001b");
  });

  test("a text, lines and JSON", () => {
    const all = String.fromCharCode(...Array.from({ length: 0x3000 }, (_, i) => i));
    expect(showText(all)).not.toMatch(OBEYED);
    expect(showLines(all)).not.toMatch(OBEYED);
    expect(toJsonText({ [all]: all })).not.toMatch(OBEYED);
    expect(JSON.parse(toJsonText({ [all]: all }))).toEqual({ [all]: all });
    expect(showText("a\r\n  b\tc\u001b")).toBe("a b c\\u{1B}");
    expect(showLines("a\r\nb\rc")).toBe("a\nb\\u{D}c");
  });
});

describe("a file that is read is a plain one of bounded size", () => {
  test.skipIf(process.platform === "win32")("a pipe, a device and a folder are none, whatever they are read for", async () => {
    const folder = createFolder({ "a.remedy": remedyText(), "big.yaml": "a: 1\n".repeat(1_200_000) });
    mkdirSync(join(folder, ".config"));
    const pipes = ["pipe", "pipe.remedy", "pipe.json", "pipe.ts", "pipe.ps1", ".config/dotnet-tools.json"];
    execFileSync(
      "mkfifo",
      pipes.map((name) => join(folder, name)),
    );
    const said = async (...args: readonly string[]): Promise<string> => {
      const { stderr, exitCode } = await remedyc(folder, ...args);
      expect(exitCode).toBe(1);
      return stderr;
    };
    expect(await said("check", "a.remedy", "--params", "pipe")).toContain("it is a device or a pipe");
    expect(await said("check", "a.remedy", "--params", "/dev/zero")).toContain("it is a device or a pipe");
    expect(await said("check", "a.remedy", "--params", ".")).toContain("it is a folder");
    expect(await said("check", "a.remedy", "--params", "big.yaml")).toMatch(/it has \d+ bytes/);
    expect(await said("check", "pipe.remedy")).toContain("it is a device or a pipe");
    expect(await said("verify", "pipe")).toContain("it is a device or a pipe");
    expect(await said("verify", "/dev/zero")).toContain("it is a device or a pipe");
    for (const config of ["pipe.json", "pipe.ts", "/dev/zero"])
      expect(await said("check", "a.remedy", "--config", config)).toContain("it is a device or a pipe");
    expect(await said("sign", "pipe.ps1", "--key", "a.remedy", "--certificate", "a.remedy")).toContain("it is a device or a pipe");
    expect(await said("sign", "a.remedy", "--key", "a.remedy", "--certificate", "pipe")).toContain("it is a device or a pipe");
    expect(await said("sign", "a.remedy", "--pfx", "pipe", "--password-file", "a.remedy")).toContain("it is a device or a pipe");
    expect(await said("test", "pipe.remedy", "--powershell", process.execPath)).toContain("it is a device or a pipe");
    expect(await said("test", "a.remedy", "--params", "pipe", "--powershell", process.execPath)).toContain("it is a device or a pipe");
    // A tool manifest that is none is none; there is no scenario to run.
    expect(await said("test", "a.remedy", "--powershell", process.execPath)).toContain("RMD7051");
    expect(await said("test", "a.remedy", "--powershell", "./pipe")).toContain("RMD7050");
    vi.stubEnv("PATH", "/nowhere");
    vi.stubEnv("REMEDYC_POWERSHELL", undefined);
    expect(await said("test", "a.remedy")).toContain("RMD7050");
    vi.unstubAllEnvs();
  });

  test("50,000 keys take no minute", async () => {
    const folder = createFolder({
      "a.remedy": remedyText(),
      "p.yaml": Array.from({ length: 50_000 }, (_, i) => `key${i}: ${i}\n`).join(""),
    });
    const start = performance.now();
    const { exitCode, stderr } = await remedyc(folder, "check", "a.remedy", "--params", "p.yaml");
    expect(exitCode).toBe(1);
    expect(stderr).toContain("RMD7001");
    expect(performance.now() - start).toBeLessThan(20_000);
  }, 60_000);
});

test.each(["con", "PRN", "aux", "nul", "com1", "lpt9"])("no remedy has the name of the device %s", async (name) => {
  const { stderr } = await remedyc(createFolder({ "a.remedy": remedyText(name) }), "check", "a.remedy");
  expect(stderr).toContain(`error RMD4092: '${name}' is the name of a device`);
  expect((await remedyc(createFolder({ "a.remedy": remedyText(`${name}_x`) }), "check", "a.remedy")).exitCode).toBe(0);
});
