import { UsageError } from './usage';

/** Keys of projects, as `LED,OPS`. @throws UsageError that says what to write instead */
export function checkedKeys(text: string): readonly string[] {
  const keys = text.split(',').map((key) => key.trim());
  const wrong = keys.find((key) => !/^[A-Za-z][A-Za-z0-9_]{1,9}$/.test(key));
  if (wrong === undefined) return keys;
  throw new UsageError(`--tickets: "${wrong}" is no key of a project; write keys with commas, such as LED,OPS`);
}
