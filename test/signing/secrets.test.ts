import { EventEmitter } from "node:events";
import { describe, expect, it } from "vitest";
import { askHidden } from "../../src/cli/hidden-prompt.ts";
import { readSecret } from "../../src/signing/secrets.ts";
import { codesOf, toBytes } from "./support/company.ts";
import { createFakeHost } from "./support/fake-host.ts";

describe("a password", () => {
  it("comes from an environment variable as it stands", async () => {
    const host = createFakeHost({ getEnvironment: (name) => (name === "SECRET" ? " with spaces\n" : undefined) });
    expect((await readSecret({ from: "env", name: "SECRET" }, "'code.pfx'", host)).value).toBe(" with spaces\n");
    expect(codesOf((await readSecret({ from: "env", name: "OTHER" }, "'code.pfx'", host)).diagnostics)).toEqual(["RMD8026"]);
  });

  it.each(["secret", "secret\n", "secret\r\n"])("comes from a file and from standard input without the line end: %j", async (content) => {
    const host = createFakeHost({ readStandardInput: () => Promise.resolve(toBytes(content)) });
    host.written.set("password.txt", toBytes(content));
    expect((await readSecret({ from: "file", path: "password.txt" }, "'code.pfx'", host)).value).toBe("secret");
    expect((await readSecret({ from: "stdin" }, "'code.pfx'", host)).value).toBe("secret");
  });

  it("keeps line ends within, and one more at the end", async () => {
    const host = createFakeHost({ readStandardInput: () => Promise.resolve(toBytes("a\nb\n\n")) });
    expect((await readSecret({ from: "stdin" }, "'code.pfx'", host)).value).toBe("a\nb\n");
  });

  it("is missing when its file is", async () => {
    expect(codesOf((await readSecret({ from: "file", path: "none.txt" }, "'code.pfx'", createFakeHost())).diagnostics)).toEqual([
      "RMD8026",
    ]);
  });

  it("is asked for with the name of what it opens", async () => {
    const questions: string[] = [];
    const host = createFakeHost({ askSecret: (question) => Promise.resolve((questions.push(question), "secret")) });
    expect((await readSecret({ from: "prompt" }, "'code.pfx'", host)).value).toBe("secret");
    expect(questions).toEqual(["Password for 'code.pfx': "]);
    expect(codesOf((await readSecret({ from: "prompt" }, "'code.pfx'", createFakeHost())).diagnostics)).toEqual(["RMD8025"]);
  });
});

/** A terminal whose keys are pressed by the test. */
class Terminal extends EventEmitter {
  readonly isTTY = true;
  readonly modes: boolean[] = [];
  setRawMode(on: boolean): void {
    this.modes.push(on);
  }
  resume(): void {}
  pause(): void {}
  press(keys: string): void {
    this.emit("data", Buffer.from(keys));
  }
}

describe("the hidden question", () => {
  it("shows the question and none of the answer, and leaves the terminal as it was", async () => {
    const terminal = new Terminal();
    let shown = "";
    const answer = askHidden("Password: ", terminal, (text) => (shown += text));
    terminal.press("s\u00E4c");
    terminal.press("x\u007F");
    terminal.emit("data", Buffer.from([0xc3]));
    terminal.emit("data", Buffer.from([0xa9]));
    terminal.press("ret\r");
    expect(await answer).toBe("s\u00E4c\u00E9ret");
    expect(shown).toBe("Password: \n");
    expect(terminal.modes).toEqual([true, false]);
    expect(terminal.listenerCount("data")).toBe(0);
  });

  it.each(["\u0003", "\u0004"])("may be left without an answer", async (key) => {
    const terminal = new Terminal();
    const answer = askHidden("Password: ", terminal, () => undefined);
    terminal.press(`half${key}`);
    expect(await answer).toBeUndefined();
    expect(terminal.modes).toEqual([true, false]);
  });

  it("is not asked where there is no terminal", async () => {
    let shown = "";
    expect(await askHidden("Password: ", Object.assign(new Terminal(), { isTTY: false }), (text) => (shown += text))).toBeUndefined();
    expect(shown).toBe("");
  });
});
