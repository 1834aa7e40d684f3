import type { Compiler } from "../compiler/compile.ts";
import { checkFile } from "../compiler/compile.ts";
import type { CheckedFile } from "../compiler/compile.ts";

/** What a server needs of the outside: the compiler, whose host reads files that are not open. Its `library` is not used. */
export type ServerCompiler = Pick<Compiler, "host" | "catalog" | "parse" | "loadUserKinds" | "library" | "version">;

/**
 * Loads, binds and checks a document as it stands in the editor. `openText` gives the text of a file that is open, else undefined;
 * paths are relative to the project root with `/`.
 */
export function analyse(path: string, compiler: ServerCompiler, openText: (path: string) => string | undefined): Promise<CheckedFile> {
  const encoder = new TextEncoder();
  return checkFile(path, {
    ...compiler,
    host: {
      readFile: (wanted) => {
        const text = openText(wanted);
        return text === undefined ? compiler.host.readFile(wanted) : { kind: "bytes", bytes: encoder.encode(text) };
      },
    },
  });
}
