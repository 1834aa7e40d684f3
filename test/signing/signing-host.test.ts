import { chmodSync, lstatSync, mkdirSync, readFileSync, readdirSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createNodeSigningHost } from "../../src/cli/signing-host.ts";
import { toBytes } from "./support/company.ts";
import { createScratchFolder } from "./support/tools.ts";

const scratch = createScratchFolder();
const host = createNodeSigningHost();

/** A folder with one script that only its owner and group may read. */
function createFolder(name: string): { readonly folder: string; readonly script: string } {
  const folder = scratch(name);
  mkdirSync(folder);
  const script = join(folder, "script.ps1");
  writeFileSync(script, "before");
  chmodSync(script, 0o640);
  return { folder, script };
}

/** A path; whoever asks for it a second time finds a folder there. */
function createMovingPath(path: string): () => string {
  let looks = 0;
  return () => {
    if (looks++ === 1) mkdirSync(path);
    return path;
  };
}

describe("replacing a file", () => {
  it("keeps its rights and leaves nothing else behind", async () => {
    const { folder, script } = createFolder("rights");
    expect(await host.replaceFiles([{ path: script, bytes: toBytes("after") }])).toBeUndefined();
    expect(readFileSync(script, "utf8")).toBe("after");
    expect(statSync(script).mode & 0o777).toBe(0o640);
    expect(readdirSync(folder)).toEqual(["script.ps1"]);
  });

  it("follows a link instead of replacing it", async () => {
    const { folder, script } = createFolder("link");
    const link = join(folder, "link.ps1");
    symlinkSync(script, link);
    expect(await host.replaceFiles([{ path: link, bytes: toBytes("after") }])).toBeUndefined();
    expect(readFileSync(script, "utf8")).toBe("after");
    expect(lstatSync(link).isSymbolicLink()).toBe(true);
  });

  it("says why it failed, and leaves nothing behind then either", async () => {
    const { folder, script } = createFolder("failing");
    mkdirSync(join(folder, "taken.ps1"));
    for (const [name, error] of [
      ["taken.ps1", "it is a folder"],
      ["none/script.ps1", "there is no such file or folder"],
    ] as const) {
      const path = join(folder, name);
      expect(await host.replaceFiles([{ path, bytes: toBytes("after") }])).toEqual({ path, error });
    }
    expect(readdirSync(folder).sort()).toEqual(["script.ps1", "taken.ps1"]);
    expect(readFileSync(script, "utf8")).toBe("before");
  });

  it("replaces none where one cannot be: what has been replaced is put back", async () => {
    const { folder, script } = createFolder("several");
    const [second, last] = [join(folder, "second.ps1"), join(folder, "last.ps1")];
    writeFileSync(second, "second");
    // A folder that appears between the two steps is what a rename stumbles over.
    const files = [script, second, last].map((path) => ({ path, bytes: toBytes("after") }));
    Object.defineProperty(files[2], "path", { get: createMovingPath(last) });
    expect(await host.replaceFiles(files)).toMatchObject({ path: last });
    expect([readFileSync(script, "utf8"), readFileSync(second, "utf8")]).toEqual(["before", "second"]);
    expect(statSync(script).mode & 0o777).toBe(0o640);
    expect(readdirSync(folder).sort()).toEqual(["last.ps1", "script.ps1", "second.ps1"]);
  });
});

describe("reading and secret files", () => {
  it("reads what is there, and says what is not", async () => {
    const { folder, script } = createFolder("reading");
    expect(await host.readFile(script)).toEqual({ bytes: toBytes("before") });
    expect(await host.readFile(folder)).toEqual({ error: "it is a folder" });
    expect(await host.readFile(join(folder, "none"))).toEqual({ error: "there is no such file" });
  });

  it("writes a secret for its owner alone, and never over another", async () => {
    const { folder } = createFolder("secret");
    const path = join(folder, "code.key");
    expect(await host.writeSecretFiles([{ path, bytes: toBytes("one") }])).toBeUndefined();
    expect(statSync(path).mode & 0o777).toBe(0o600);
    const other = { path: join(folder, "other.key"), bytes: toBytes("other") };
    expect(await host.writeSecretFiles([other, { path, bytes: toBytes("two") }])).toEqual({ path, error: "it exists already" });
    expect(readFileSync(path, "utf8")).toBe("one");
    expect(readdirSync(folder).sort()).toEqual(["code.key", "script.ps1"]);
  });
});
