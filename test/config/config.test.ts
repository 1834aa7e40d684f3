import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { createFolder, listFiles, remedyc, remedyText } from "../cli/support.ts";

const remedy = remedyText("sample", "standalone", "  param limit: int = 1\n").replace(
  "ensure",
  'require os.build >= limit else "x"\n    ensure',
);
const settings = {
  files: ["fleet/*.remedy"],
  out: "scripts of mine",
  targets: ["configmgr.baseline"],
  params: ["values.yaml"],
  set: { "sample.limit": "3" },
};

describe("defaults of the command line", () => {
  test.each<[file: string, text: string, type?: string]>([
    ["remedyc.config.json", JSON.stringify(settings)],
    ["remedyc.config.js", `export default ${JSON.stringify(settings)};`],
    ["remedyc.config.ts", `const limit: string = "3";\nexport default ${JSON.stringify(settings).replace('"3"', "limit")};`],
    ["remedyc.config.js", `module.exports = ${JSON.stringify(settings)};`, "commonjs"],
  ])("%s: %s", async (file, text, type = "module") => {
    const folder = createFolder({
      [file]: text,
      "fleet/a.remedy": remedy,
      "values.yaml": "limit: 2\n",
      "package.json": JSON.stringify({ type }),
    });
    const { exitCode, stdout, stderr } = await remedyc(folder, "build", "--format", "json");
    expect([exitCode, stderr]).toEqual([0, ""]);
    expect(JSON.parse(stdout)).toMatchObject({
      out: "scripts of mine",
      scripts: [{ target: "configmgr.baseline", parameters: { limit: "3" } }, {}, {}],
    });
    expect(listFiles(join(folder, "scripts of mine"))).toEqual([
      "configmgr.baseline/sample.discover.ps1",
      "configmgr.baseline/sample.publish.ps1",
      "configmgr.baseline/sample.remediate.ps1",
      "manifest.json",
    ]);
  });

  test("the command line wins, and paths of the configuration are relative to it wherever the command is started", async () => {
    const folder = createFolder({
      "settings/remedyc.config.json": JSON.stringify({ ...settings, out: "../out" }),
      "settings/fleet/a.remedy": remedy,
      "settings/values.yaml": "limit: 2\n",
      "elsewhere/x": "",
    });
    const elsewhere = join(folder, "elsewhere");
    const first = await remedyc(elsewhere, "build", "--config", "../settings/remedyc.config.json", "--format", "json");
    expect(JSON.parse(first.stdout)).toMatchObject({ out: "../out", scripts: [{ source: { path: "fleet/a.remedy" } }, {}, {}] });
    const second = await remedyc(
      elsewhere,
      "build",
      "--config",
      "../settings/remedyc.config.json",
      "--root",
      "..",
      "--target",
      "intune.remediation",
      "--set",
      "limit=9",
      "--out",
      "here",
      "--format",
      "json",
    );
    expect(JSON.parse(second.stdout)).toMatchObject({
      out: "here",
      scripts: [{ target: "intune.remediation", parameters: { limit: "9" }, source: { path: "settings/fleet/a.remedy" } }, {}],
    });
  });

  test("check and explain take its files as well", async () => {
    const folder = createFolder({ "remedyc.config.json": JSON.stringify({ files: ["fleet"] }), "fleet/a.remedy": remedy });
    expect((await remedyc(folder, "check")).stdout).toBe("1 file with 1 remedy: no errors\n");
    expect((await remedyc(folder, "explain")).stdout).toMatch(/^Sample\nsample 1\.0\.0, for standalone/);
  });
});

describe("what is no configuration is told, and nothing is built", () => {
  test.each<[file: string, text: string, reason: RegExp]>([
    ["remedyc.config.json", "{ nonsense", /JSON/],
    ["remedyc.config.json", "[]", /it must hold \(or export by default\) an object/],
    ["remedyc.config.json", '{ "output": "x" }', /it has no setting 'output'; there are files, out, targets, params, set/],
    ["remedyc.config.json", '{ "files": "a.remedy" }', /'files' must be a list of texts/],
    ["remedyc.config.json", '{ "set": { "limit": 3 } }', /'set' must be texts by name/],
    ["remedyc.config.json", '{ "set": ["limit=3"] }', /'set' must be texts by name/],
    [
      "remedyc.config.json",
      '{ "targets": ["intune"] }',
      /'targets' names 'intune', which this version does not build; did you mean 'intune\.remediation'; there are standalone, scheduled_task, intune\.remediation, intune\.platform_script, intune\.win32, configmgr\.baseline, configmgr\.application/,
    ],
    ["remedyc.config.json", '{ "targets": ["constructor"] }', /'targets' names 'constructor'/],
    ["remedyc.config.js", "export const out = 'x';", /it must hold/],
    ["remedyc.config.js", "throw new Error('not today');", /not today/],
    ["remedyc.config.js", "throw 'plain';", /plain/],
    ["remedyc.config.ts", "export default {", /./],
  ])("%s: %s", async (file, text, reason) => {
    const folder = createFolder({ [file]: text, "a.remedy": remedyText(), "package.json": '{ "type": "module" }' });
    const { exitCode, stdout, stderr } = await remedyc(folder, "build", "a.remedy");
    expect([exitCode, stdout]).toEqual([1, ""]);
    expect(stderr).toMatch(
      /^(?:remedyc\.config\.[a-z]+:\d+:\d+: )?error RMD7030: The configuration file '.*remedyc\.config\.[a-z]+' cannot be used: .+\.\n/,
    );
    expect(stderr).toMatch(reason);
    expect(stderr).not.toMatch(/^\s+at /m);
    expect(listFiles(folder)).not.toContain("out/manifest.json");
  });

  test("one that is named and not there", async () => {
    expect((await remedyc(createFolder({ "a.remedy": remedyText() }), "check", "a.remedy", "--config", "my.json")).stderr).toMatch(
      /error RMD7030: .*my\.json' cannot be used: /,
    );
  });
});
