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

describe("replacing a file", () => {
  it("keeps its rights and leaves nothing else behind", async () => {
    const { folder, script } = createFolder("rights");
    expect(await host.writeFile(script, toBytes("after"))).toBeUndefined();
    expect(readFileSync(script, "utf8")).toBe("after");
    expect(statSync(script).mode & 0o777).toBe(0o640);
    expect(readdirSync(folder)).toEqual(["script.ps1"]);
  });

  it("follows a link instead of replacing it", async () => {
    const { folder, script } = createFolder("link");
    const link = join(folder, "link.ps1");
    symlinkSync(script, link);
    expect(await host.writeFile(link, toBytes("after"))).toBeUndefined();
    expect(readFileSync(script, "utf8")).toBe("after");
    expect(lstatSync(link).isSymbolicLink()).toBe(true);
  });

  it("says why it failed, and leaves nothing behind then either", async () => {
    const { folder } = createFolder("failing");
    mkdirSync(join(folder, "taken.ps1"));
    expect(await host.writeFile(join(folder, "taken.ps1"), toBytes("after"))).toBe("it is a folder");
    expect(await host.writeFile(join(folder, "none", "script.ps1"), toBytes("after"))).toBe("there is no such file or folder");
    expect(readdirSync(folder).sort()).toEqual(["script.ps1", "taken.ps1"]);
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
    expect(await host.writeNewSecretFile(path, toBytes("one"))).toBeUndefined();
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(await host.writeNewSecretFile(path, toBytes("two"))).toBe("it exists already");
    expect(readFileSync(path, "utf8")).toBe("one");
  });
});
