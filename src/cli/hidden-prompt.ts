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
    const answer: string[] = [];
    const finish = (result: string | undefined): void => {
      input.off("data", listen);
      input.setRawMode?.(false);
      input.pause();
      show("\n");
      resolve(result);
    };
    const listen = (chunk: Buffer): void => {
      for (const character of decoder.decode(chunk, { stream: true })) {
        if ("\r\n\u0003\u0004".includes(character)) {
          finish(character === "\r" || character === "\n" ? answer.join("") : undefined);
          return;
        }
        if (character === "\u007F" || character === "\b") answer.pop();
        else answer.push(character);
      }
    };
    input.on("data", listen);
  });
}
