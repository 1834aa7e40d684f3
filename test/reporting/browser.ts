import { spawn } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { join } from "node:path";
import type { Readable, Writable } from "node:stream";
import { requireProgram } from "../entry/requirements.ts";

type Fields = { readonly [field: string]: unknown };

/** A page in a browser. */
export interface OpenPage {
  /** The value of an expression of the page; rejects with what it throws. */
  evaluate(expression: string): Promise<unknown>;
  /** What the page threw, and what the browser and the page said as errors. */
  readonly errors: readonly string[];
  close(): Promise<void>;
}

const SWITCHES = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-extensions", "--no-first-run"];

/** Opens a page in Chromium, which is spoken to by its DevTools protocol over two pipes: messages of JSON, each ended by a zero. */
export async function openPage(url: string, folder: string): Promise<OpenPage> {
  requireProgram("chromium");
  const profile = mkdtempSync(join(folder, "profile-"));
  const child = spawn("chromium", [...SWITCHES, `--user-data-dir=${profile}`, "--remote-debugging-pipe", "about:blank"], {
    stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"],
  });
  const [input, output] = [child.stdio[3] as Writable, child.stdio[4] as Readable];
  const errors: string[] = [];
  const waiting = new Map<number, (answer: Fields) => void>();
  let loaded: () => void = () => undefined;
  const hear = (message: Fields): void => {
    const { id, method, params } = message as { readonly id?: number; readonly method?: string; readonly params?: Fields };
    if (id !== undefined) waiting.get(id)?.(message);
    if (method === "Page.loadEventFired") loaded();
    if (
      method === "Runtime.exceptionThrown" ||
      method === "Log.entryAdded" ||
      (method === "Runtime.consoleAPICalled" && params?.["type"] === "error")
    )
      errors.push(JSON.stringify(params));
  };
  const ended = new Promise<void>((resolve) => child.once("close", () => resolve()));
  void ended.then(() => waiting.forEach((answer) => answer({ error: "the browser has ended" })));
  let rest = "";
  output.setEncoding("utf8").on("data", (part: string) => {
    const messages = `${rest}${part}`.split("\0");
    rest = messages.pop() ?? "";
    for (const message of messages) hear(JSON.parse(message) as Fields);
  });
  let count = 0;
  const send = (method: string, params: Fields = {}, sessionId?: string): Promise<Fields> =>
    new Promise((resolve, reject) => {
      const id = ++count;
      waiting.set(id, ({ result, error }) => (error === undefined ? resolve(result as Fields) : reject(new Error(JSON.stringify(error)))));
      input.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    });
  const { targetId } = await send("Target.createTarget", { url: "about:blank" });
  const { sessionId } = (await send("Target.attachToTarget", { targetId, flatten: true })) as { readonly sessionId: string };
  for (const domain of ["Page", "Runtime", "Log"]) await send(`${domain}.enable`, {}, sessionId);
  const isLoaded = new Promise<void>((resolve) => (loaded = resolve));
  await send("Page.navigate", { url }, sessionId);
  await isLoaded;
  return {
    errors,
    evaluate: async (expression) => {
      const { result, exceptionDetails } = await send("Runtime.evaluate", { expression, returnByValue: true }, sessionId);
      if (exceptionDetails !== undefined) throw new Error(JSON.stringify(exceptionDetails));
      return (result as Fields)["value"];
    },
    close: async () => {
      await send("Browser.close");
      await ended;
    },
  };
}
