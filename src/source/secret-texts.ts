/** Keys within addresses and connection strings: of Azure Storage, shared access signatures, client secrets. */
const ADDRESS_KEY = /(?:\bsig=|AccountKey=|client_secret=)[\w%+/=-]{16,}/i;

/** Whether a text holds a key that an address or a connection string carries along. */
export function hasAddressKey(text: string): boolean {
  return ADDRESS_KEY.test(text);
}

const FORMS: readonly (readonly [pattern: RegExp, what: string])[] = [
  [/-----BEGIN [A-Z ]*PRIVATE KEY-----/, "a private key"],
  [/\b(?:ghp|gho|ghs|ghu)_[A-Za-z0-9]{36}\b|\bgithub_pat_[A-Za-z0-9_]{60,}/, "a token of GitHub"],
  [/\bAKIA[0-9A-Z]{16}\b/, "an access key of AWS"],
  [/\bxox[abprs]-[A-Za-z0-9-]{20,}/, "a token of Slack"],
  [/\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{10,}/, "a JSON web token"],
  // What is a variable, a placeholder or put in by the device is none.
  [
    /(?:^|[\s;/?&_-])(?:password|passwd|pwd|client_?secret|api_?key|access_?key)\s*[=:]\s*["']?(?![$%<{[("'*\s])[^\s"';&]{4,}/i,
    "a password or key",
  ],
];

/** Which secret a text seems to hold: a form that is nothing else, or a value given to a password; undefined for none. */
export function findSecret(text: string): string | undefined {
  return hasAddressKey(text) ? "a key within an address" : FORMS.find(([pattern]) => pattern.test(text))?.[1];
}
