/** The parts of a terminal that a hidden question needs. */
export interface TerminalInput {
  readonly isTTY?: boolean | undefined;
  setRawMode?(on: boolean): unknown;
  on(event: "data", listener: (chunk: Buffer) => void): unknown;
  off(event: "data", listener: (chunk: Buffer) => void): unknown;
  resume(): unknown;
  pause(): unknown;
}

/** Asks a question and reads the answer without showing it; undefined when there is no terminal, or the user gives up (Ctrl+C, Ctrl+D). */
export function askHidden(question: string, input: TerminalInput, show: (text: string) => void): Promise<string | undefined> {
  if (!input.isTTY || !input.setRawMode) return Promise.resolve(undefined);
  show(question);
  input.setRawMode(true);
  input.resume();
  return new Promise((resolve) => {
    // Streaming: a pasted password may come in pieces that part a character.
    const decoder = new TextDecoder();
    let answer = "";
    const finish = (result: string | undefined): void => {
      input.off("data", listen);
      input.setRawMode?.(false);
      input.pause();
      show("\n");
      resolve(result);
    };
    const listen = (chunk: Buffer): void => {
      for (const character of decoder.decode(chunk, { stream: true })) {
        if (character === "\r" || character === "\n") return finish(answer);
        if (character === "\u0003" || character === "\u0004") return finish(undefined);
        if (character === "\u007F" || character === "\b") answer = [...answer].slice(0, -1).join("");
        else answer += character;
      }
    };
    input.on("data", listen);
  });
}
