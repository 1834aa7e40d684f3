import { describe } from "vitest";
import { testTyped } from "./typed-rows.ts";
import type { Typed } from "./typed-rows.ts";

const typed: readonly Typed[] = [
  [
    "ensure file('C:\\Logs\\app*.log') absent",
    "RMD3110 'C:\\Logs\\app*.log' is no path: '*' cannot stand here; several are 'each f in file(folder: 'C:\\Logs', name matches '^app.*\\.log$') { … }'. Correct it.",
  ],
  [
    "ensure directory('C:\\App') { source: 'C:\\Media\\app.zip' }",
    "RMD3039 A folder is filled from an archive whose hash is known: 'source' needs 'sha256' beside it. Add it, or fill it from a folder: 'contents_of'.",
  ],
  [
    `ensure directory('C:\\App') { sha256: "${"A".repeat(64)}" }`,
    "RMD3039 A folder is filled from an archive whose hash is known: 'sha256' needs 'source' beside it. Add it, or fill it from a folder: 'contents_of'.",
  ],
  [
    "ensure shortcut('C:\\Users\\Public\\App') absent",
    "RMD3110 'C:\\Users\\Public\\App' is no path: a shortcut ends in '.lnk'. Correct it.",
  ],
  [
    "ensure shortcut('C:\\a.lnk') { icon: 'C:\\a.exe,-3' }",
    "RMD3110 'C:\\a.exe,-3' is no path: which icon of the file stands beside it, 'icon_index: -3'. Correct it.",
  ],
  [
    "each f in file(folder: 'C:\\Logs', recurse: true) { ensure f absent }",
    "RMD3009 file has no key 'recurse'. Did you mean 'subfolders'? Possible here: 'folder' or 'subfolders'.",
    "each f in file(folder: 'C:\\Logs', subfolders: true) { ensure f absent }",
  ],
  [
    "ensure file(age > 30d) absent",
    "RMD3020 file takes no filter 'age …': it names exactly one. Write its keys. For several, write 'each x in file(folder: …, age > 30d) { … }'.",
  ],
  [
    "each f in file('C:\\Logs') { ensure f absent }",
    "RMD4110 'each' goes over a list or over things that are found on the device; 'file('C:\\Logs')' is a resource (file). Write 'file(folder: …)' to go over them.",
  ],
];

describe("files, folders and shortcuts typed in a hurry", () => {
  testTyped(typed);
});
