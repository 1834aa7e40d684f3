import { FormatFault } from "../file-bytes.ts";
import { decodeCodepage } from "./codepage.ts";

/** Numbers of the properties (learn.microsoft.com/windows/win32/msi/summary-property-descriptions). */
export const SUMMARY = { title: 2, subject: 3, author: 4, template: 7, revision: 9, pageCount: 14, wordCount: 15 } as const;

/** Types of values ([MS-OLEPS] 2.15). */
const INT16 = 2;
const INT32 = 3;
const TEXT = 30;

/** The summary information's texts and numbers ([MS-OLEPS]: learn.microsoft.com/openspecs/windows_protocols/ms-oleps). What is of other types is left out. */
export function readSummary(bytes: Buffer): ReadonlyMap<number, string | number> {
  const values = new Map<number, string | number>();
  if (bytes.length < 48) throw new FormatFault("it has no summary information");
  const start = bytes.readUInt32LE(44);
  if (start + 8 > bytes.length) throw new FormatFault("its summary information is damaged");
  const section = bytes.subarray(start);
  const count = Math.min(section.readUInt32LE(4), 1000);
  const places: { readonly id: number; readonly at: number }[] = [];
  for (let i = 0; i < count && 16 + i * 8 <= section.length; i++)
    places.push({ id: section.readUInt32LE(8 + i * 8), at: section.readUInt32LE(12 + i * 8) });
  let codepage = 1252;
  for (const { id, at } of places.toSorted((one, other) => one.id - other.id)) {
    if (at + 8 > section.length) continue;
    const type = section.readUInt16LE(at);
    if (type === INT16) {
      values.set(id, section.readInt16LE(at + 4));
      if (id === 1) codepage = section.readUInt16LE(at + 4);
    } else if (type === INT32) {
      values.set(id, section.readInt32LE(at + 4));
    } else if (type === TEXT) {
      const length = section.readUInt32LE(at + 4);
      if (at + 8 + length > section.length) throw new FormatFault("its summary information is damaged");
      values.set(id, decodeCodepage(section.subarray(at + 8, at + 8 + length), codepage).replace(/\0[^]*$/, ""));
    }
  }
  return values;
}
