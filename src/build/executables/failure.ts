/** Why no executable can be made: one line for the person who builds, who can do something about it. */
export class BuildFailure extends Error {
  override readonly name = "BuildFailure";
}
