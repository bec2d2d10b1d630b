import assert from 'node:assert/strict';
import { withAutosquashed } from '../../../src/core/pullRequests/autosquash';
import { branchCommit } from './support';

describe('commits that are to become part of others', () => {
  const first = branchCommit(1, 'Parse dates', { body: 'It is slow.', trailers: 'Refs: LED-1' });
  const told = (...later: readonly (readonly [subject: string, body: string, trailers?: string])[]) => {
    const marked = later.map(([subject, body, trailers = ''], at) => branchCommit(at + 2, subject, { body, trailers }));
    const all = withAutosquashed([...marked.toReversed(), first]);
    assert.deepEqual(all.slice(0, -1), marked.toReversed(), 'the marked ones stay');
    const { subject = '', body = '', trailers = '' } = all.at(-1) ?? {};
    return [subject, body, trailers];
  };

  it('give it the message that an amend has in its place', () => {
    const amend = ['amend! Parse dates', 'Parse dates and zones\n\nA zone alone was refused.', 'Refs: LED-2'] as const;
    assert.deepEqual(told(amend), ['Parse dates and zones', 'A zone alone was refused.', 'Refs: LED-2']);
  });

  it('add what a squash says, and one after the other in their order', () => {
    const squash = ['squash! Parse dates', 'Months, too.', 'Refs: LED-3'] as const;
    assert.deepEqual(told(squash), ['Parse dates', 'It is slow.\n\nMonths, too.', 'Refs: LED-1\nRefs: LED-3']);
    assert.deepEqual(told(['amend! Parse dates', 'Parse all'], squash), ['Parse all', 'Months, too.', 'Refs: LED-3']);
  });

  it('leave it as it is where they say nothing, or are of another', () => {
    const own = [first.subject, first.body, first.trailers];
    assert.deepEqual(told(['fixup! Parse dates', ''], ['amend! Parse dates', ''], ['squash! Parse', 'More.']), own);
  });
});
