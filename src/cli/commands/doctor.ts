import type { CommandModule } from "yargs";

/** `remedyc doctor`. */
export interface DoctorArguments {
  readonly format: "text" | "json";
  readonly config: string | undefined;
}

export const doctorCommand: CommandModule<object, DoctorArguments> = {
  command: "doctor",
  describe: "Say what is there of what remedyc uses, and what to do where it is not",
  builder: (yargs) =>
    yargs
      .option("format", { choices: ["text", "json"] as const, default: "text" as const, describe: "How it is told" })
      .option("config", { type: "string", describe: "Configuration file (default: remedyc.config.ts, .js or .json in the current folder)" })
      .example("$0 doctor", "In a new folder, on a new computer, in a pipeline that fails"),
  handler: async (argv) => {
    const { runDoctor } = await import("../doctor.ts");
    process.exitCode = await runDoctor(argv, process.cwd());
  },
};
