import { nulTokens } from './nulTokens';

/** `['branch.main.remote', 'origin']`: section and variable are in small letters, what is between them as written. */
export type ConfigEntry = readonly [key: string, value: string];

/** What `config -z --get-regexp` printed, in its order. A variable without a value has `''`. */
export function configEntries(stdout: Uint8Array): readonly ConfigEntry[] {
  return nulTokens(stdout).map((entry) => {
    const end = entry.indexOf('\n');
    return end < 0 ? [entry, ''] : [entry.slice(0, end), entry.slice(end + 1)];
  });
}
