/** An MSI file with another class in its root entry: 0x86 is that of patches, 0x82 that of transforms. */
export function withClass(bytes: Buffer, kind: number): Buffer {
  const copy = Buffer.from(bytes);
  copy[copy.indexOf(Buffer.from("84100c0000000000c000000000000046", "hex"))] = kind;
  return copy;
}
