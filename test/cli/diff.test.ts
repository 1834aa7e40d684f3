import { describe, expect, test } from "vitest";
import { createFolder, remedyc, remedyText } from "./support.ts";

describe("remedyc diff", () => {
  const changed = remedyText().replace("running", "stopped");

  test("two files: exit code 0, with --exit-code 4 where they do not do the same", async () => {
    const folder = createFolder({ "old.remedy": remedyText(), "new.remedy": changed, "same.remedy": `// again\n${remedyText()}` });
    const different = await remedyc(folder, "diff", "old.remedy", "new.remedy");
    expect(different).toMatchObject({ exitCode: 0, stderr: "" });
    expect(different.stdout).toContain("    ~ ensures service Spooler  [new.remedy:7]\n        state: running -> stopped\n");
    expect((await remedyc(folder, "diff", "old.remedy", "new.remedy", "--exit-code")).exitCode).toBe(4);
    expect((await remedyc(folder, "diff", "old.remedy", "same.remedy", "--exit-code")).exitCode).toBe(0);
    expect((await remedyc(folder, "diff", "old.remedy", "new.remedy", "--format", "markdown")).stdout).toContain(
      "- `state`: `running` → `stopped`",
    );
    const json = JSON.parse((await remedyc(folder, "diff", "old.remedy", "new.remedy", "--format", "json")).stdout) as object;
    expect(json).toMatchObject({
      remedies: [
        {
          remedy: "sample",
          change: "changed",
          sets: [
            {
              targets: ["standalone"],
              changes: [{ change: "changed", facts: [{ name: "state", from: "running", to: "stopped" }], place: { path: "new.remedy" } }],
            },
          ],
        },
      ],
      same: 0,
      diagnostics: [],
    });
  });

  test("another working tree: each with its own root, configuration and imports; an empty folder is a state, too", async () => {
    const imports = `import "../parts/names.remedy"\n${remedyText("sample", "standalone", "  param limit: duration = 1h\n").replace('"Spooler"', "name")}`;
    const tree = (name: string, limit: string) => ({
      "remedyc.config.json": `{ "files": ["fleet"], "set": { "limit": "${limit}" } }`,
      "parts/names.remedy": `let name = "${name}"\n`,
      "fleet/a.remedy": imports,
    });
    const at = (place: string, files: object) =>
      Object.fromEntries(Object.entries(files).map(([path, text]) => [`${place}/${path}`, String(text)]));
    const folder = createFolder({ ...at("base", tree("A", "2h")), ...at("now", tree("B", "3h")), "empty/readme.txt": "" });
    const { exitCode, stdout } = await remedyc(folder, "diff", "base/fleet", "now/fleet");
    expect(exitCode).toBe(0);
    for (const line of [
      "parameter limit: 2h (duration) -> 3h (duration)",
      "+ ensures service B: state running  [fleet/a.remedy:9]",
      "- ensures service A: state running",
    ])
      expect(stdout).toContain(line);
    expect((await remedyc(folder, "diff", "empty", "now/fleet")).stdout).toContain("1 remedy added");
    expect((await remedyc(folder, "diff", "empty", "empty")).stdout).toBe("There is no remedy in either of them\n");
  });

  test("what does not compile is not compared", async () => {
    const folder = createFolder({ "good.remedy": remedyText(), "bad.remedy": remedyText().replace("running", "ruining") });
    const old = await remedyc(folder, "diff", "bad.remedy", "good.remedy");
    expect(old).toMatchObject({ exitCode: 1, stdout: "" });
    expect(old.stderr).toContain("RMD8301");
    const now = await remedyc(folder, "diff", "good.remedy", "bad.remedy");
    expect(now.exitCode).toBe(1);
    expect(now.stderr).not.toContain("RMD8301");
    expect((await remedyc(folder, "diff", "none.remedy", "good.remedy")).stderr).toContain("There is no file or folder 'none.remedy'");
    expect((await remedyc(folder, "diff", "good.remedy")).exitCode).toBe(2);
    expect((await remedyc(folder, "diff", "good.remedy", "good.remedy", "--set", "limti=2h")).exitCode).toBe(1);
  });
});
