import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** A remedy of `count` resources, five kinds in turn, in steps of ten; a line a resource and four a step, as people write them. */
export function generateRemedy(name: string, count: number, target = "standalone"): string {
  const steps = splitIntoSteps(count).map(({ first, size }) => {
    const lines = Array.from({ length: size }, (_, i) => `    ${generateResource(first + i)}`);
    return `  step part_${first} "Part ${first}" {\n${lines.join("\n")}\n  }\n`;
  });
  return `/// Generated for measuring.\nremedy ${name} {\n  title:   "Generated ${name}"\n  version: 1.0.0\n  targets: [${target}]\n\n  param limit: size = 500MB\n  let spooler = service("Spooler")\n\n${steps.join("\n")}}\n`;
}

/** A remedy of `count` services that share nothing. */
export function generateServices(name: string, count: number): string {
  const lines = Array.from({ length: count }, (_, i) => `    ensure service("Service${i}") { state: running, startup: automatic }\n`);
  return `/// Generated for measuring.\nremedy ${name} {\n  title:   "Generated ${name}"\n  version: 1.0.0\n  targets: [standalone]\n\n  step services "Services" {\n${lines.join("")}  }\n}\n`;
}

function generateResource(i: number): string {
  switch (i % 5) {
    case 0:
      return `ensure registry_value('HKLM\\SOFTWARE\\Contoso\\Product${i}', "Value${i}") { data: ${i} }`;
    case 1:
      return `ensure service("Service${i}") { state: running, startup: automatic }`;
    case 2:
      return `when spooler.exists and os.build >= ${14393 + i} { ensure registry_key('HKLM\\SOFTWARE\\Contoso\\Key${i}') present }`;
    case 3:
      return `ensure registry_value('HKLM\\SOFTWARE\\Contoso\\Texts', "Text${i}") { data: "Text \${limit} of ${i}" }`;
    default:
      return `ensure package(name matches '^Contoso Product ${i}( |$)') absent`;
  }
}

/** Ten resources a step: the number of each step's first one, and how many it has. */
export function splitIntoSteps(count: number): { readonly first: number; readonly size: number }[] {
  return Array.from({ length: Math.ceil(count / 10) }, (_, i) => ({ first: i * 10, size: Math.min(10, count - i * 10) }));
}

/** How many resources each file has: all of them in one, or twelve in each of many. */
export function splitIntoFiles(count: number, many: boolean): number[] {
  return many ? Array.from({ length: Math.ceil(count / 12) }, (_, i) => Math.min(12, count - i * 12)) : [count];
}

/** Writes one file, or files of twelve resources each; gives their names. */
export function writeInputs(folder: string, count: number, many: boolean): string[] {
  mkdirSync(folder, { recursive: true });
  return splitIntoFiles(count, many).map((size, i) => {
    const file = join(folder, `generated_${i}.remedy`);
    writeFileSync(file, generateRemedy(`generated_${i}`, size));
    return file;
  });
}
