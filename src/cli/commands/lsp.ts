import type { CommandModule } from "yargs";

/** `remedyc lsp`: the language server of editors. */
export interface LspArguments {
  readonly stdio: boolean;
}

export const lspCommand: CommandModule<object, LspArguments> = {
  command: "lsp",
  describe: "Start the language server, for an editor: it speaks the Language Server Protocol over standard input and output",
  builder: (yargs) =>
    yargs
      .option("stdio", { type: "boolean", default: true, describe: "Over standard input and output, which is the only way there is" })
      .example("$0 lsp --stdio", "What an editor starts; docs/editors.md tells how"),
  handler: async () => {
    const { runLsp } = await import("../lsp.ts");
    process.exitCode = await runLsp();
  },
};
