import { parseArgs } from "node:util";
import { BuildFailure } from "./failure.ts";
import { TARGETS } from "./targets.ts";
import type { Target } from "./targets.ts";

/** What `npm run build:executables` is asked for. */
export interface Options {
  readonly targets: readonly Target[];
  /** The folder of the executables, as it was written. */
  readonly out: string;
  readonly help: boolean;
}

/** Where the executables go unless another folder is named. */
const OUT = "out-executables";

/** What `--help` shows. */
export const USAGE = `npm run build:executables -- [--only PLATFORM]… [--out FOLDER]

Makes remedyc's executables, which need no Node.js, their checksums and their bill of materials.

  --only PLATFORM  only this one, can be given several times: ${TARGETS.map(({ name }) => name).join(", ")}
  --out FOLDER     where they go (${OUT})
`;

/** @throws BuildFailure where an option or a platform is not known. */
export function readOptions(args: readonly string[]): Options {
  const { values } = parse(args);
  const targets = (values.only ?? TARGETS.map(({ name }) => name)).map((wanted) => {
    const target = TARGETS.find(({ name }) => name === wanted);
    if (!target) throw new BuildFailure(`there is no platform '${wanted}', but ${TARGETS.map(({ name }) => name).join(", ")}`);
    return target;
  });
  return { targets: [...new Set(targets)], out: values.out ?? OUT, help: values.help ?? false };
}

function parse(args: readonly string[]) {
  try {
    const options = { only: { type: "string", multiple: true }, out: { type: "string" }, help: { type: "boolean", short: "h" } } as const;
    return parseArgs({ args: [...args], options, allowPositionals: false });
  } catch (error) {
    throw new BuildFailure(error instanceof Error ? (error.message.split(". ")[0] ?? "") : String(error));
  }
}
