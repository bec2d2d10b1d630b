/**
 * Whether an address is a page of the forge that it is said to be of: `https`, and nothing else's host
 * (docs/security.md#hostile-input, A6).
 */
export function isForgePage(url: string, host: string): boolean {
  if (!URL.canParse(url)) return false;
  const parsed = new URL(url);
  return parsed.protocol === 'https:' && parsed.host === host && parsed.username + parsed.password === '';
}
