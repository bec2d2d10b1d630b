import { ok } from 'node:assert/strict';
import { anchorsOf, nearAnchor } from '../../../src/core/rules/anchors';
import { readDocument } from '../../../src/core/text/document';
import { countFloors } from '../support/floors';
import { adr, findingsIn } from './support';

const path = 'docs/adr/0002-b.md';
const many = (count: number, line: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => line(at)).join('\n\n');

/** What any of them takes is a few dozen floors; a loop inside a loop takes thousands. */
const most = 400;

describe('no record costs more to check than its length', () => {
  it('for headings and links that are nearly alike', () => {
    const text = `# 2. B\n\n${many(1000, (at) => `## ${'ab'.repeat(37)}${1000 + at}`)}\n`;
    const anchors = anchorsOf(readDocument(path, text), text);
    const floors = countFloors();
    for (let at = 0; at < 500; at++) nearAnchor(`#${'cd'.repeat(37)}${2000 + at}`, '', anchors);
    ok(floors() < most, `${floors().toFixed(0)} floors`);
  });

  it('for a list of names for addresses', async () => {
    const names = many(1500, (at) => `[d${at}]: ./gone-${at}.md`).replaceAll('\n\n', '\n');
    const text = adr(
      '2. B',
      'Accepted',
      many(1500, (at) => `See [w][d${at}].`),
      '',
      names,
      '',
      many(4000, () => 'x '.repeat(50)),
    );
    const floors = countFloors();
    await findingsIn({ [path]: text });
    ok(floors() < most, `${floors().toFixed(0)} floors`);
  });
});
