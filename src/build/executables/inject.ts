import { readFileSync, writeFileSync } from "node:fs";
import { inject } from "postject";
import { withMacSignature, withoutMacSignature } from "./mac-signature.ts";
import type { Target } from "./targets.ts";
import { withoutAuthenticode } from "./windows-signature.ts";

/** By this text Node's programs hold the place where is said whether they have a blob: https://nodejs.org/docs/latest-v22.x/api/single-executable-applications.html */
const FUSE = "NODE_SEA_FUSE_fce680ab2cc467b6e072b8b5df1996b2";

/** Writes a target's Node.js with the blob in it to `file`. Its maker's signature goes, as it is no longer true; macOS gets one that names nobody. */
export async function writeExecutable(target: Target, node: string, blob: string, file: string): Promise<void> {
  const program = readFileSync(node);
  const plain =
    target.system === "win" ? withoutAuthenticode(program) : target.system === "darwin" ? withoutMacSignature(program) : program;
  writeFileSync(file, plain, { mode: 0o755 });
  const options = { sentinelFuse: FUSE, ...(target.system === "darwin" ? { machoSegmentName: "NODE_SEA" } : {}) };
  const { warn } = console;
  // It warns of names of sections of debug information, for each of them.
  console.warn = () => undefined;
  try {
    await inject(file, "NODE_SEA_BLOB", readFileSync(blob), options);
  } finally {
    console.warn = warn;
  }
  if (target.system === "darwin") writeFileSync(file, withMacSignature(readFileSync(file), "remedyc"));
}
