/** From so many files on, loading `node:v8` costs less than it saves. */
const MANY_FILES = 24;

/** The newest Node whose V8 is known to have the flag; V8 prints a complaint about one that it does not know. */
const NEWEST_KNOWN = 24;

/** Set when the flags are no longer those with which a process starts: the launcher then leaves no code cache behind, which none would take. */
const engineIsTuned = Symbol.for("remedyc.engine-is-tuned");

/**
 * Before a fleet is compiled: lets V8 put less of what functions call into the functions that it optimises. A build ends before most of that pays
 * off, and V8's threads would spend more time on it than the compiler needs; measured on two processors, a fifth of a fleet's time.
 */
export async function tuneEngine(files: number): Promise<void> {
  if (files < MANY_FILES || Number(process.versions.node.split(".")[0]) > NEWEST_KNOWN) return;
  const { setFlagsFromString } = await import("node:v8");
  setFlagsFromString("--max-inlined-bytecode-size-cumulative=300");
  Object.assign(globalThis, { [engineIsTuned]: true });
}
