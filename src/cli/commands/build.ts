import type { CommandModule } from "yargs";
import { targetNames } from "../../targets/targets.ts";
import type { BuildArguments } from "../build-arguments.ts";
import { addBuildInputOptions, addCommonOptions } from "./common-options.ts";
import { addSigningOptions } from "./signing-options.ts";

export const buildCommand: CommandModule<object, BuildArguments> = {
  command: "build [files..]",
  describe: "Compile remedies into PowerShell scripts",
  builder: (yargs) =>
    addSigningOptions(
      addBuildInputOptions(addCommonOptions(yargs, "Files, folders or patterns (default: those of the configuration file)"), targetNames),
    )
      .option("out", { type: "string", requiresArg: true, describe: "Output folder (default: out)" })
      .option("watch", { type: "boolean", default: false, describe: "Build again whenever a source file changes" })
      .option("clean", {
        type: "boolean",
        default: false,
        describe: "Remove what is left over from earlier builds in the output folder (renamed or no longer built, and not changed since)",
      })
      .option("sign", {
        type: "boolean",
        default: false,
        describe: "Sign the scripts, with the key that an option or the configuration names",
      })
      .example("$0 build fleet.remedy --out dist", "All targets that the remedies name")
      .example("$0 build 'fleet/**/*.remedy' --target configmgr.baseline", "Many files, one target")
      .example("$0 build agent.remedy --set 'installer=C:\\Setup\\agent.exe'", "With a parameter")
      .example("$0 build agent.remedy --params contoso.yaml --format json", "Parameters from a file, findings as JSON")
      .example("$0 build fleet --clean", "After a remedy was renamed: its old scripts go")
      .example("$0 build agent.remedy --sign --pfx code.pfx --password-env PFX_PASSWORD", "Signed"),
  handler: async (argv) => {
    const { runBuild } = await import("../build.ts");
    process.exitCode = await runBuild(argv, process.cwd());
  },
};
