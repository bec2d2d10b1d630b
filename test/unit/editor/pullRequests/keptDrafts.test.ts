import assert from 'node:assert/strict';
import { withFingerprints } from '../../../../src/core/drafts/fingerprints';
import { type KeptDraft, KeptDrafts } from '../../../../src/editor/pullRequests/model/keptDrafts';

const draft = (branch: string, sent: string | null = null): KeptDraft => {
  return {
    folder: 'file:///w',
    root: '/w',
    branch,
    base: 'main',
    given: null,
    beginning: { kind: 'own' },
    title: '',
    risks: [],
    sent,
  };
};

/** One that writes as VS Code does, through JSON. */
function memento() {
  const values = new Map<string, string>();
  return {
    get: <T>(key: string, otherwise: T): T => {
      const value = values.get(key);
      return value === undefined ? otherwise : JSON.parse(value);
    },
    update: async (key: string, value: unknown) => {
      values.set(key, JSON.stringify(value));
    },
  };
}

describe('what is kept of descriptions', () => {
  const text = withFingerprints('## Why\n\nIt locks.\n');

  it('is found by the next window, whatever was typed since', async () => {
    const state = memento();
    await new KeptDrafts(state).keep(text, draft('topic'));
    assert.deepEqual(new KeptDrafts(state).find(`Words.\r\n${text.replaceAll('\n', '\r\n')}`), draft('topic'));
  });

  it('is not found for another draft, nor for other text', async () => {
    const kept = new KeptDrafts(memento());
    await kept.keep(text, draft('topic'));
    assert.equal(kept.find(withFingerprints('## Why\n\nOther.\n')), undefined);
    assert.equal(kept.find('## Why\n\nIt locks.\n'), undefined);
  });

  it('is of the ten newest, and of none that is too long', async () => {
    const kept = new KeptDrafts(memento());
    const texts = Array.from({ length: 11 }, (_, at) => withFingerprints(`Draft ${at}\n`));
    for (const [at, each] of texts.entries()) await kept.keep(each, draft(`topic-${at}`));
    assert.deepEqual(
      texts.map((each) => kept.find(each)?.branch),
      [undefined, ...texts.slice(1).map((_, at) => `topic-${at + 1}`)],
    );
    await kept.keep(text, draft('topic', 'x'.repeat(200_000)));
    assert.equal(kept.find(text), undefined);
  });
});
