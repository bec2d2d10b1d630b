import { CodeFence } from '../text/codeFence';
import { quotedChanges } from './ticketCues';

const mostLines = 200;
const indented = /^(?: {4}|\t)/;

/**
 * The lines of a message's body that are about its own change: without quotations, and without fenced or indented code.
 * Where every line is indented, the indent does not mean code.
 */
export function ownLines(body: string): readonly string[] {
  const lines = body.split(/\r?\n/, mostLines);
  const quoted = lines.findIndex((line) => quotedChanges.test(line));
  const isSet = lines.some((line) => line.trim() !== '' && !indented.test(line));
  const fence = new CodeFence();
  return lines
    .slice(0, quoted < 0 ? undefined : quoted)
    .filter((line) => fence.take(line) === null && !/^\s*>/.test(line) && !(isSet && indented.test(line)));
}
