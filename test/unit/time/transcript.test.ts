import { strict as assert } from 'node:assert';
import { findDeadlines } from '../../../src/core/time/deadlines';
import { usual } from './support';

/** What is marked, and each reading that is offered; now is a Tuesday morning. */
const read = (text: string) => {
  const context = { now: Date.parse('2026-11-24T10:00Z'), author: usual('Europe/London'), reader: null };
  return findDeadlines(text, context).map(({ offset, length, fixes }) => {
    return [text.slice(offset, offset + length), ...fixes.map((fix) => fix.text)];
  });
};

describe('what was said in a chat is not taken for the words of the writer', () => {
  for (const text of [
    '[09:02] kim: can it be up before 16:00?\n[09:03] lu: by 15:30',
    '[2026-11-23 14:02] kim: I want it by 16:00',
    '[23.11.26, 14:02] Kim Ode: we meet Thursday 11:00',
    '23/11/2026, 14:02 - Kim: the call is Thursday 11:00',
    'Kim, 23/11/2026 14:02: the call is Thursday 11:00',
  ]) {
    it(text, () => assert.deepEqual(read(text), []));
  }

  it('offers no fix for the words below the name of a sender, and does below the next blank line', () => {
    for (const sender of [
      '**Kim** 10:14 AM',
      'Kim Ode 10:14 AM',
      'Kim [10:14 AM]',
      '[10:14 AM] Kim',
      'Kim — Today at 10:14',
    ])
      assert.deepEqual(read(`${sender}\nI tag it\nby tomorrow 11:00\n\nLet us meet Thursday 11:00`), [
        ['tomorrow 11:00'],
        ['Thursday 11:00', 'Thu 26 Nov 11:00 Europe/London'],
      ]);
  });

  it('reads no hour of a line that begins with its own, and offers no fix for a day', () => {
    assert.deepEqual(read('- 09:05 Kim acks, ETA 14:30'), []);
    assert.deepEqual(read('09:05 kim: I tag it Thursday 11:00'), [['Thursday 11:00']]);
  });

  it('reads a sentence that begins with its hour', () => {
    assert.deepEqual(read('17:00 on Thursday is the limit.'), [
      ['17:00 on Thursday', 'Thu 26 Nov 17:00 Europe/London'],
    ]);
    assert.deepEqual(read('17:00 is the limit, so be there by 16:00.'), [['16:00', 'Tue 24 Nov 16:00 Europe/London']]);
  });
});
