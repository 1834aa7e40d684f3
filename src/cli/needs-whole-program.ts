/** Thrown by the small bundled program where it comes to a module that it does not have: the launcher then runs the whole one from the beginning. Each of these comes before anything was written. */
export class NeedsWholeProgram extends Error {}
