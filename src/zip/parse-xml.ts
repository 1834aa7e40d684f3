/** An XML document as nested records: elements by name (a list where there are several), attributes with `@`; or why it is none: a verb and its end. */
export type ParsedXml = { readonly root: { readonly [name: string]: unknown } } | { readonly fault: string };

/**
 * Parses UTF-8 or UTF-16, as byte order marks tell; all values stay texts. The parser is lenient: who reads looks whether all is there that must be. Documents
 * with their own entities are refused.
 */
export async function parseXml(bytes: Uint8Array): Promise<ParsedXml> {
  const { XMLParser } = await import("fast-xml-parser");
  const text = decode(bytes);
  if (text === undefined) return { fault: "is no text in UTF-8 or UTF-16" };
  if (/<!DOCTYPE/i.test(text)) return { fault: "declares a document type, which no tool writes" };
  try {
    const parser = new XMLParser({
      ignoreAttributes: false,
      attributeNamePrefix: "@",
      parseTagValue: false,
      parseAttributeValue: false,
      ignoreDeclaration: true,
      removeNSPrefix: true,
    });
    return { root: parser.parse(text) as { readonly [name: string]: unknown } };
  } catch {
    return { fault: "is no well-formed XML" };
  }
}

function decode(bytes: Uint8Array): string | undefined {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : "utf-8";
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
