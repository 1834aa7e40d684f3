import { spawnSync } from "node:child_process";
import packageJson from "../../../package.json" with { type: "json" };
import type { BundledPackage } from "./collect-assets.ts";
import { BuildFailure } from "./failure.ts";
import { NODE_VERSION } from "./targets.ts";

/** What is read of CycloneDX's JSON; the rest stays as npm wrote it. */
interface Bom {
  readonly metadata: { readonly component: { readonly "bom-ref": string } };
  readonly components: readonly Component[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn: readonly string[] }[];
}

interface Component {
  readonly "bom-ref": string;
}

const NODE = {
  "bom-ref": `node@${NODE_VERSION}`,
  type: "platform",
  name: "node",
  version: NODE_VERSION,
  scope: "required",
  description: "Node.js, the program that each executable is made of",
  purl: `pkg:generic/node@${NODE_VERSION}`,
  cpe: `cpe:2.3:a:nodejs:node.js:${NODE_VERSION}:*:*:*:lts:*:*:*`,
  licenses: [{ license: { id: "MIT" } }],
  externalReferences: [{ type: "website", url: "https://nodejs.org" }],
} as const;

/**
 * The bill of materials of the executables as CycloneDX: of what npm knows of the project the packages that are inside, and Node.js.
 * @throws BuildFailure where npm makes none.
 */
export function createSbom(project: string, packages: readonly BundledPackage[]): string {
  const { status, stdout, stderr, error } = spawnSync("npm", ["sbom", "--sbom-format=cyclonedx"], {
    cwd: project,
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
    shell: process.platform === "win32",
  });
  if (status !== 0)
    throw new BuildFailure(`npm makes no bill of materials: ${error?.message ?? (stderr.trim().split("\n")[0] || "it said nothing")}`);
  return selectComponents(
    stdout,
    packages.map(({ id }) => id),
  );
}

/** Of npm's list of everything that is installed those packages (`name@version`), with how they depend on each other and on Node.js. */
export function selectComponents(bom: string, packages: readonly string[]): string {
  const all = JSON.parse(bom) as Bom;
  const { component: program } = all.metadata;
  const listed = new Map(all.components.map((component) => [component["bom-ref"], component]));
  const components = packages.map((name) => {
    const component = listed.get(name);
    if (!component) throw new BuildFailure(`npm's bill of materials lacks ${name}, which is inside`);
    // What npm installs for developers alone is inside nevertheless.
    return { ...component, scope: "required", properties: [] };
  });
  const known = new Set([program["bom-ref"], ...packages]);
  const dependencies = all.dependencies
    .filter(({ ref }) => known.has(ref))
    .map(({ ref, dependsOn }) => ({
      ref,
      dependsOn: [...dependsOn.filter((other) => known.has(other)), ...(ref === program["bom-ref"] ? [NODE["bom-ref"]] : [])],
    }));
  // npm names the project after its folder.
  const metadata = { ...all.metadata, component: { ...program, type: "application", name: packageJson.name } };
  const result = {
    ...all,
    metadata,
    components: [...components, NODE],
    dependencies: [...dependencies, { ref: NODE["bom-ref"], dependsOn: [] }],
  };
  return `${JSON.stringify(result, undefined, 2)}\n`;
}
