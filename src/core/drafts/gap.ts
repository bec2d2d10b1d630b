import { plainText, shorten } from '../text/plainText';

/** Something that the reader of a text will miss, or ask back for. It is told, and keeps nobody from anything. */
export interface Gap<Code extends string> {
  readonly code: Code;
  /** Counts from 1. */
  readonly line: number;
  /** The words or the file that it is about, plain, at most 80 characters; `''` where there are none. */
  readonly detail: string;
}

/** @param about Markdown, of which the plain words are kept */
export function gap<Code extends string>(code: Code, line: number, about: string): Gap<Code> {
  return { code, line, detail: shorten(plainText(about), 80) };
}
