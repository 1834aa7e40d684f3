import packageJson from "../../package.json" with { type: "json" };

/** The compiler's version, as in package.json; it stands in every emitted script. */
export const version: string = packageJson.version;
