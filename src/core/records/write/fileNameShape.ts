import { stem } from '../../files/paths';

/** How a file of a record is named. */
export interface NameShape {
  /** Before the number: `adr-`. */
  readonly prefix: string;
  readonly number: string | null;
  /** `2024-05-06` or `20240506`, or the month alone. */
  readonly date: string | null;
  /** Between number and words. */
  readonly separator: string;
  /** Between words. */
  readonly between: string;
  /** Nothing but its number. */
  readonly isBare: boolean;
}

/** @param name without its folder */
export function nameShape(name: string): NameShape {
  const words = stem(name);
  const date = /^(\d{4}-\d\d-\d\d|\d{8}|(?:19|20)\d\d-?(?:0[1-9]|1[0-2])(?=[- ]))(?!\d)/.exec(words)?.[1] ?? null;
  const [, prefix = '', number = null] = (date === null && /^(\D{0,20})(\d{1,6})(?!\d)/.exec(words)) || [];
  const rest = words.slice(date?.length ?? prefix.length + (number?.length ?? 0));
  const separator = /^[-_. ]{1,3}/.exec(rest)?.[0] ?? '-';
  const between = /[\p{L}\p{N}]([-_ ])[\p{L}\p{N}]/u.exec(rest)?.[1] ?? '-';
  const isBare = number !== null && rest === '';
  return { prefix: number === null ? '' : prefix, number, date, separator, between, isBare };
}
