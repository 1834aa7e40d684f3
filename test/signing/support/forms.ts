/** One script in every text form that can be signed. */
const text = "Write-Output 'one'\r\n# a comment\r\nWrite-Output 'two'\r\n";

const utf8 = (value: string): Uint8Array => new Uint8Array(Buffer.from(value, "utf8"));

export const scriptForms: Readonly<Record<string, Uint8Array>> = {
  "ASCII with CR LF": utf8(text),
  "LF only": utf8(text.replaceAll("\r\n", "\n")),
  "UTF-8 with a byte order mark": utf8(`\uFEFF${text}Write-Output 'gr\u00FC\u00DFe \u{1F511}'\r\n`),
  "UTF-16LE": new Uint8Array(Buffer.from(`\uFEFF${text}Write-Output 'gr\u00FC\u00DFe \u{1F511}'\r\n`, "utf16le")),
  empty: utf8(""),
  "no line end at the end": utf8(text.trimEnd()),
};
