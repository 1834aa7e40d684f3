import { deflateRawSync } from "node:zlib";
import { buildBundle, buildCabinet, buildProgram, buildVersion } from "./pe-builder.ts";

/** A manifest longer than a block of a cabinet, so that the second one refers to the first. */
const MANIFEST = `<?xml version="1.0" encoding="utf-8"?><BurnManifest xmlns="http://schemas.microsoft.com/wix/2008/Burn">
<RelatedBundle Id="{aaaaaaaa-0000-4000-8000-000000000001}" Action="Upgrade" /><RelatedBundle Id="{AAAAAAAA-0000-4000-8000-000000000002}" Action="Detect" />
${Array.from({ length: 700 }, (_, i) => `<Variable Id="Variable${i}" Value="${i}" Type="string" Hidden="no" />`).join("\n")}
<Registration Id="{BBBBBBBB-0000-4000-8000-000000000001}" ExecutableName="setup.exe" PerMachine="yes" Version="5.1.0.7"><Arp DisplayName="Contoso &amp; Sons Suite" DisplayVersion="5.1.0" Publisher="Contoso Ltd" /></Registration>
<Chain><ExePackage Id="NetFx" Vital="yes" /><MsiPackage Id="Agent" ProductCode="{3e786878-358d-43ad-82d1-1435adf9f6ea}" Version="2.4.1" /><MsiPackage Id="Tools" ProductCode="{4E786878-358D-43AD-82D1-1435ADF9F6EA}" Version="1.0.0" /></Chain></BurnManifest>`;

function compress(bytes: Buffer): Buffer[] {
  const blocks: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += 32768) {
    const dictionary = bytes.subarray(Math.max(0, at - 32768), at);
    const data = deflateRawSync(bytes.subarray(at, at + 32768), at > 0 ? { dictionary } : {});
    blocks.push(Buffer.concat([Buffer.from("CK"), data]));
  }
  return blocks;
}

const manifest = Buffer.from(MANIFEST);
export const bundleCabinet = buildCabinet("0", manifest.length, compress(manifest), 1);
export const bundle = buildBundle(bundleCabinet, { machine: 0x8664 });

const version = buildVersion({
  ProductName: "Contoso Tool",
  ProductVersion: "3.0.1",
  FileVersion: "3.0.1.200",
  CompanyName: "Contoso Ltd",
  FileDescription: "Contoso Tool Setup",
});
const uac = Buffer.from(`<assembly><requestedExecutionLevel level='requireAdministrator' uiAccess='false'/></assembly>`);

/** A setup of Inno Setup: a resource says where its data begins, which says by which version. */
export function buildInno(layout: 1 | 2): Buffer {
  const table = Buffer.alloc(layout === 1 ? 44 : 64);
  table.write("rDlPtS", 0, "latin1");
  table.writeUInt32LE(layout, 12);
  const make = (): Buffer =>
    buildProgram({
      resources: [
        { type: 16, id: 1, data: version },
        { type: 24, id: 1, data: uac },
        { type: 10, id: 11111, data: table },
      ],
      overlay: Buffer.from(`Inno Setup Setup Data (${layout === 1 ? "5.5.7" : "6.5.0"}) (u)`.padEnd(64, "\0")),
    });
  const offset = make().length - 64;
  if (layout === 1) table.writeUInt32LE(offset, 32);
  else table.writeBigUInt64LE(BigInt(offset), 40);
  return make();
}

const nsisHeader = Buffer.from("00000000efbeadde4e756c6c736f6674496e73740000000000000000", "hex");
export const nsis = buildProgram({
  resources: [{ type: 16, id: 1, data: version }],
  overlay: Buffer.concat([Buffer.alloc(1024), nsisHeader]),
});
export const program = buildProgram({ machine: 0xaa64, resources: [{ type: 16, id: 1, data: version }] });
