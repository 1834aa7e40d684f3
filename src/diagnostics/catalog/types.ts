import { paramMessage } from "../message.ts";

/** RMD3xxx: types (300x to 303x) and values (310x). */
export const typeDiagnostics = {
  RMD3001: { severity: "error", message: paramMessage`This must be ${"expected"}, but it is ${"found"}.${"hint"}` },
  RMD3002: { severity: "error", message: paramMessage`'${"operator"}' cannot compare ${"left"} with ${"right"}.${"hint"}` },
  RMD3004: { severity: "error", message: paramMessage`'${"kind"}' has no ${"what"} '${"name"}'.${"hint"}` },
  RMD3005: {
    severity: "error",
    message: paramMessage`'${"name"}' of ${"kind"} cannot be read: it says what is wanted, and the machine has no such value. Read another property.`,
  },
  RMD3006: { severity: "error", message: paramMessage`'${"name"}' of ${"kind"} can be read, but not ensured.${"hint"}` },
  RMD3007: { severity: "error", message: paramMessage`'${"name"}' stands here twice. Keep one.` },
  RMD3008: { severity: "error", message: paramMessage`${"what"} lacks ${"missing"}. Add it.` },
  RMD3009: { severity: "error", message: paramMessage`${"what"} has no ${"noun"} '${"name"}'.${"hint"}` },
  RMD3010: {
    severity: "error",
    message: paramMessage`${"what"} takes at most ${"count"} ${"noun"}s by position. Remove this one, or write its name before it.`,
  },
  RMD3011: { severity: "error", message: paramMessage`'${"name"}' of ${"what"} is given twice. Keep one.` },
  RMD3012: { severity: "error", message: paramMessage`'${"text"}' needs parentheses that say which one. Write '${"example"}'.` },
  RMD3013: {
    severity: "error",
    message: paramMessage`'${"text"}' is ${"type"} and has no property '${"name"}'. Only resources have properties.`,
  },
  RMD3014: {
    severity: "error",
    message: paramMessage`'${"name"}' is a state that is only passed through ('${"type"}'); it can be read, not ensured. Write ${"members"}.`,
  },
  RMD3015: { severity: "error", message: paramMessage`'${"name"}' is no word for '${"type"}', which takes ${"members"}.${"hint"}` },
  RMD3016: { severity: "error", message: paramMessage`This is ${"found"}, but ${"first"} stands before it. Make both the same.` },
  RMD3017: {
    severity: "error",
    message: paramMessage`'${"text"}' is ${"type"} and has no text to put in. Name one of its properties or elements.`,
  },
  RMD3018: { severity: "warning", message: paramMessage`'${"text"}' always has a value, so the default is never used. Remove it.` },
  RMD3019: { severity: "warning", message: paramMessage`'${"text"}' is never none, so this is always ${"answer"}. Remove the comparison.` },
  RMD3020: {
    severity: "error",
    message: paramMessage`${"what"} takes no filter '${"name"} …': it names exactly one. Write its keys.${"hint"}`,
  },
  RMD3021: {
    severity: "error",
    message: paramMessage`'${"text"}' is a secret and cannot be used as a value here. A secret may only stand as a means, such as 'password'.`,
  },
  RMD3022: {
    severity: "error",
    message: paramMessage`A secret never stands in a remedy, but this is a value of type '${"text"}'. Refer to one: 'secret.env("NAME")' or 'secret.dpapi('path')'.`,
  },
  RMD3023: {
    severity: "error",
    message: paramMessage`'${"text"}' is no reference to a secret. Write 'secret.env("NAME")' or 'secret.dpapi('path')'.`,
  },
  RMD3024: {
    severity: "error",
    message: paramMessage`'${"name"}' is no name of an environment variable. Write one without '=' that is not empty.`,
  },
  RMD3025: { severity: "error", message: paramMessage`${"what"} must be known when compiling. Write a constant.` },
  RMD3026: { severity: "error", message: paramMessage`'${"text"}' is ${"type"} and takes no arguments. Remove the parentheses.` },
  RMD3027: { severity: "error", message: paramMessage`'${"name"}' is written without parentheses. Remove them.` },
  RMD3028: {
    severity: "error",
    message: paramMessage`'${"name"}' is something that ${"kind"} can do, not something to read. Inside 'fix { … }' write '${"example"}'.`,
  },
  RMD3029: { severity: "error", message: paramMessage`'${"type"}' is no property with words of its own.${"hint"}` },
  RMD3030: { severity: "error", message: paramMessage`'${"text"}' may be none: ${"reason"}. ${"guard"}` },
  RMD3031: {
    severity: "error",
    message: paramMessage`A registry value of type '${"type"}' cannot hold ${"found"}. Change 'type' or 'data'.`,
  },
  RMD3032: {
    severity: "error",
    message: paramMessage`The parameter '${"name"}' cannot be a resource. Take its name as a text, and write the resource with it.`,
  },
  RMD3033: {
    severity: "error",
    message: paramMessage`'${"operator"}' takes two numbers, two durations, two sizes, or a date and a duration; this is ${"left"} and ${"right"}.${"hint"}`,
  },
  RMD3034: { severity: "error", message: paramMessage`'data' and 'json' both say what '${"text"}' should be. Remove one of them.` },
  RMD3036: { severity: "error", message: paramMessage`'${"first"}' and '${"second"}' do not go together: ${"reason"}. Remove one.` },
  RMD3038: {
    severity: "error",
    message: paramMessage`A folder is ensured as a whole, and 'files' says what of it is measured and cleared. Remove 'files', or go over the files: each f in file(folder: …, name matches '…') { ensure f absent }.`,
  },
  RMD3039: {
    severity: "error",
    message: paramMessage`A folder is filled from an archive whose hash is known: '${"given"}' needs '${"missing"}' beside it. Add it, or fill it from a folder: 'contents_of'.`,
  },

  RMD3101: {
    severity: "error",
    message: paramMessage`'${"pattern"}' is no regular expression of .NET: ${"reason"} (character ${"position"}). Correct it.`,
  },
  RMD3102: { severity: "error", message: paramMessage`'${"account"}' is no account that has a SID.${"hint"}` },
  RMD3103: {
    severity: "error",
    message: paramMessage`'${"endpoint"}' is no endpoint: ${"reason"}. Write host and port: "login.microsoftonline.com:443".`,
  },
  RMD3104: {
    severity: "error",
    message: paramMessage`'${"path"}' is no registry key: ${"reason"}. Write hive and key, as in 'HKLM\\SOFTWARE\\Contoso'.`,
  },
  RMD3105: { severity: "error", message: paramMessage`Windows has no variable '%${"name"}%'. Did you mean '%${"closest"}%'?` },
  RMD3106: {
    severity: "error",
    message: paramMessage`'${"text"}' names a person's folder, but this remedy runs as SYSTEM, whose own folder it would be. Write 'context: user', or 'each u in profile() { … }' and 'u.folder'.`,
  },
  RMD3107: { severity: "error", message: paramMessage`'${"value"}' cannot be ${"what"}${"reason"}. ${"repair"}` },
  RMD3109: {
    severity: "error",
    message: paramMessage`The part ${"part"} of this version is too large: Windows keeps versions as four numbers up to ${"limit"}. Correct it.`,
  },
  RMD3110: { severity: "error", message: paramMessage`'${"path"}' is no path: ${"reason"}. Correct it.` },
  RMD3111: { severity: "error", message: paramMessage`${"value"} is out of range: it must be ${"range"}.` },
  RMD3112: {
    severity: "error",
    message: paramMessage`'${"text"}' cannot follow '/': a segment is a name or a relative path. Remove what makes it start anew.`,
  },
  RMD3113: {
    severity: "warning",
    message: paramMessage`A single '%' stands in '${"path"}'. If a variable is meant, close it: '%SystemRoot%'.`,
  },
  RMD3114: {
    severity: "warning",
    message: paramMessage`'%${"name"}%' is no variable that Windows sets. On a machine that does not have it, everything that needs this path is blocked.`,
  },
  RMD3115: {
    severity: "warning",
    message: paramMessage`'${"path"}' names the place where 64-bit Windows keeps what 32-bit programs see; a 32-bit Windows has no such key. Write '${"plain"}' with 'view: 32'.`,
  },
  RMD3116: {
    severity: "warning",
    message: paramMessage`'*' is a character of the name '${"text"}' here, and stands for nothing else.${"hint"}`,
  },
  RMD3117: {
    severity: "error",
    message: paramMessage`'${"text"}' is no JSON. Write a value as it stands in a file: "1.5", "null", '"text"' or '{ "name": true }'.`,
  },
  RMD3121: {
    severity: "error",
    message: paramMessage`The definition of a Wi-Fi profile holds a key ('keyMaterial'), and everybody can read it in the script. Put the XML into a file, and name that as 'source', with its 'sha256'.`,
  },
  RMD3122: {
    severity: "error",
    message: paramMessage`The definition is that of the Wi-Fi profile '${"found"}', and it stands at '${"name"}'. Upper and lower case count.`,
  },
  RMD3123: {
    severity: "error",
    message: paramMessage`'${"text"}' is a name for Install-WindowsFeature, and no optional feature of Windows has it. That one is '${"feature"}'.`,
  },
  RMD3124: {
    severity: "error",
    message: paramMessage`'${"address"}' is an address of ${"version"}, and a route to '${"destination"}' goes by one of ${"other"}. Correct one of them.`,
  },
  RMD3125: {
    severity: "error",
    message: paramMessage`Nothing tells whose words those of '${"list"}' are: '${"name"}' stands nowhere below where a word is expected. Are they texts, write '${"texts"}'.`,
  },

  RMD3999: {
    severity: "error",
    message: paramMessage`The compiler failed while it checked this: ${"reason"}. Please report it, with these lines.`,
  },
} as const;
