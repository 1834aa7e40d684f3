import { isAddress } from "../../checker/value-checks/path-texts.ts";
import { isAbsolutePath } from "../../plan/lower/absolute-path.ts";
import type { MachineFile } from "../../simulator/files.ts";
import type { Machine, MachineMedia } from "../../simulator/machine.ts";
import { CARRIED_FOLDER } from "../../simulator/plan-text.ts";
import { changeVersion } from "../../simulator/products.ts";
import { addFolder, deleteRow, findRow, getParent, setRow } from "../../simulator/tables.ts";
import { giveAccess } from "../../simulator/given/access.ts";
import { booleanOf, listOf, numberOf, pathOf, sidOf, textOf } from "../../simulator/given/given-item.ts";
import type { Given } from "../../simulator/given/given-item.ts";
import { isFolderAbove } from "../../simulator/simulated-kind.ts";
import type { SimulatedKind } from "../../simulator/simulated-kind.ts";

export const simulated: SimulatedKind = {
  none: ["content"],
  give: giveFile,
  explains: (change, { named }) =>
    (change.table === "files" || change.table === "folders") &&
    named.some((file) => {
      const [path = ""] = file.split("\u0000");
      return path === "*" || path === change.row || isFolderAbove(change, path);
    }),
};

/** Bytes that are no text in UTF-8. */
const NO_TEXT = Buffer.from([0xff, 0xff]).toString("base64");

/**
 * `file('C:\x') { content: "…", age: 3d }`. A setup file of the machine keeps what it installs, in the `version` that is given; `exit_code`, `log` and `duration`
 * say how it ends.
 */
export function giveFile(machine: Machine, given: Given): undefined {
  const address = textOf(given.key("path")) ?? "";
  if (isAddress(address)) {
    giveDownload(machine, given, address);
    return;
  }
  // A relative path is that of a file which the channel carries beside the script.
  const path = isAbsolutePath(address) ? pathOf(machine, given.key("path")) : `${CARRIED_FOLDER}\\${address.replaceAll("/", "\\")}`;
  const media = findRow(machine.media, path);
  if (given.absent) {
    deleteRow(machine.files, path);
    return;
  }
  addFolder(machine, getParent(path));
  const content = textOf(given.property("content"));
  const size = numberOf(given.property("size"));
  const file: MachineFile = {
    ...(findRow(machine.files, path) ?? { content: "", encoding: "utf8", written: machine.clock.now - 86_400_000 }),
  };
  if (content !== undefined) Object.assign(file, { content, encoding: "utf8" } satisfies Partial<MachineFile>);
  else if (given.property("content")?.kind === "none")
    Object.assign(file, { content: NO_TEXT, encoding: "base64" } satisfies Partial<MachineFile>);
  if (size !== undefined) file.size = size;
  const age = numberOf(given.property("age"));
  if (age !== undefined) file.written = machine.clock.now - age;
  const version = textOf(given.property("version"));
  if (version !== undefined) file.version = [...version.split("."), "0", "0", "0"].slice(0, 4).join(".");
  const sha256 = textOf(given.property("sha256"));
  if (sha256 !== undefined) file.sha256 = sha256;
  const signer = textOf(given.property("signed_by"));
  if (signer !== undefined) file.signature = { status: "Valid", subject: signer, thumbprint: "B".repeat(40) };
  const signature = textOf(given.property("signature"));
  if (signature === "NotSigned") delete file.signature;
  else if (signature !== undefined) file.signature = { subject: "", thumbprint: "B".repeat(40), ...file.signature, status: signature };
  if (given.property("holds") !== undefined) file.entries = textsOf(given.property("holds"));
  file.inUse = booleanOf(given.property("in_use")) ?? file.inUse ?? false;
  file.denied = booleanOf(given.property("denied")) ?? file.denied ?? false;
  if (booleanOf(given.property("hard_linked")) === true) file.hardLinked = true;
  const writers = listOf(given.property("writable_by"));
  if (writers.length > 0)
    file.rules = writers.map((account) => ({ sid: sidOf(machine, account), rights: 0x1301bf, allow: true, inheritOnly: false }));
  giveAccess(machine, given, file, false);
  setRow(machine.files, path, file);
  if (media !== undefined) {
    if (file.version !== undefined && version !== undefined)
      for (const product of Object.values(media.installs)) changeVersion(product, file.version);
    media.outcome.duration = numberOf(given.property("duration")) ?? media.outcome.duration;
    giveOutcome(media, given);
  } else if (given.kind === "file" && given.property("exit_code") !== undefined)
    setRow(machine.programs, path, {
      ...findRow(machine.programs, path),
      exitCode: numberOf(given.property("exit_code")) ?? 0,
      duration: numberOf(given.property("duration")) ?? 1000,
    });
}

const textsOf = (value: Parameters<typeof listOf>[0]): string[] => listOf(value).flatMap((one) => textOf(one) ?? []);

/** How a setup ends. */
function giveOutcome(media: MachineMedia, given: Given): void {
  media.outcome.exitCode = numberOf(given.property("exit_code")) ?? media.outcome.exitCode;
  if (given.property("log") !== undefined) media.outcome.log = textsOf(given.property("log"));
}

/**
 * `file("https://download.contoso.com/agent.msi") { sha256: "…" }`: what a web server has there, in the place of what the remedy expects; `absent`: nothing (404). `duration` is how
 * long the transfer takes, `exit_code` and `log` how the setup ends that was downloaded. `network.can_connect("download.contoso.com", 443): false` says that nobody answers.
 */
function giveDownload(machine: Machine, given: Given, address: string): void {
  const there = machine.network.downloads[address];
  if (given.absent) {
    Reflect.deleteProperty(machine.network.downloads, address);
    return;
  }
  const file: MachineFile = { ...(there?.file ?? { content: "", encoding: "utf8", written: machine.clock.now }) };
  const content = textOf(given.property("content"));
  if (content !== undefined) {
    Object.assign(file, { content, encoding: "utf8" } satisfies Partial<MachineFile>);
    delete file.sha256;
  }
  const sha256 = textOf(given.property("sha256"));
  if (sha256 !== undefined) file.sha256 = sha256;
  const size = numberOf(given.property("size"));
  if (size !== undefined) file.size = size;
  if (given.property("holds") !== undefined) file.entries = textsOf(given.property("holds"));
  machine.network.downloads[address] = { file, duration: numberOf(given.property("duration")) ?? there?.duration ?? 5000 };
  const media = machine.media[address];
  if (media !== undefined) giveOutcome(media, given);
}
