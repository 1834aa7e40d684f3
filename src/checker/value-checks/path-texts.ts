/** What is meant as an address, not as a path. */
export function isAddress(text: string): boolean {
  return /^https?:\/\//i.test(text);
}
