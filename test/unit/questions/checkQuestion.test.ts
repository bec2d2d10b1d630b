import assert from 'node:assert/strict';
import { checkQuestion } from '../../../src/core/questions/checkQuestion';
import { draftQuestion } from '../../../src/core/questions/question';
import { at } from '../drafts/support';
import { countFloors } from '../support/floors';
import { ordinaryQuestion } from './support';

const filled = `# Question for Kenji: Why is a booking of another region refused?

- **Goal:** Book refunds of the old region.
- **Expected:** The entry is posted.
- **Actual:** RegionMismatch.
- **Tried:** Another account; the same.

- **Urgency:** it can wait
- **Needed by:** Tue 24 Nov 2026 09:00 Europe/London (18:00 Asia/Tokyo)
- **Meanwhile I:** work on LED-43
- **Without an answer I will:** refund by hand
`;

const codes = (text: string) =>
  checkQuestion(text, { now: at('2026-11-20T16:20:00Z') }).map(({ code, line }) => `${code} ${line}`);

describe('checkQuestion', () => {
  it('finds nothing to ask back in a question that is whole', () => assert.deepEqual(codes(filled), []));

  it('names everything that a fresh draft lacks, and nothing twice', () => {
    const found = codes(draftQuestion(ordinaryQuestion()).text);
    assert.deepEqual(found, [
      'no-question 1',
      'no-goal 6',
      'no-expected 7',
      'no-actual 8',
      'no-tried 9',
      'no-urgency 11',
      'no-needed-by 12',
      'prompt-left 13',
      'no-default 14',
    ]);
  });

  const changes: readonly (readonly [why: string, from: string | RegExp, to: string, found: readonly string[]])[] = [
    ['a time that two people read as two', /Tue 24 .*\)/, 'EOD Friday', ['unclear-needed-by 9']],
    ['a time that is none', /Tue 24 .*\)/, 'soon', ['no-needed-by 9']],
    ['no hurry', /Tue 24 .*\)/, 'not urgent', []],
    ['a field that is gone', /- \*\*Tried.*\n/, '', ['no-tried 1']],
    ['a field that goes on below', 'Another account; the same.', '\n  1. Another account', []],
    ['headings instead of labels', /- \*\*Goal:\*\* (.*)/, '## Goal\n\n$1\n', []],
    ['an error in code', 'RegionMismatch.', '\n\n```\n‹x y›\nRegionMismatch\n```\n', []],
    ['other words', 'Without an answer I will:', 'If nobody answers, I will:', []],
    ['no title', /^# .*\n/, '', ['no-question 1']],
    ['a title without the question', /: Why is.*/, '', ['no-question 1']],
    ['a word for what is still to be written', /Book refunds.*/, 'TBD', ['no-goal 3']],
    ['marks for it', 'RegionMismatch.', '???', ['no-actual 5']],
    ["a template's gap", 'The entry is posted.', '<what you expect>', ['no-expected 4']],
    ['all choices, copied', 'it can wait', 'it blocks me / it slows me down / it can wait', ['no-urgency 8']],
    ['a number of a week', /Tue 24 .*\)/, 'CW 48', ['unclear-needed-by 9']],
    ['a length', /Tue 24 .*\)/, 'within the hour', ['unclear-needed-by 9']],
    ['a word that only begins like one', 'Another account; the same.', 'TODOs in the code', []],
    ['a numbered list', /^- /gm, '1. ', []],
    ['an underlined title', /^# (.*)$/m, '$1\n=====', []],
    ['a table', /^- \*\*(.*):\*\* (.*)$/gm, '| $1 | $2 |', []],
    ['an empty cell', /^- \*\*Tried:.*$/m, '| Tried | |', ['no-tried 6']],
    ['a choice that is ticked', 'it can wait', '[ ] it blocks me [x] it slows me down [ ] it can wait', []],
    ['boxes without a tick', 'it can wait', '[ ] it blocks me [ ] it slows me down [ ] it can wait', ['no-urgency 8']],
    ['a choice in bold', 'it can wait', 'it blocks me / **it slows me down** / it can wait', []],
    ['choices struck out', 'it can wait', '~~it blocks me~~ / it slows me down / ~~it can wait~~', []],
    ['no deadline', /Tue 24 .*\)/, 'none', []],
    [
      'settings that were tried',
      'Another account; the same.',
      'other limits:\n  - Deadline: 5 s\n  - Priority: high',
      [],
    ],
    [
      'a setting called default',
      /Another account; the same.([\s\S]*)- \*\*Without.*/,
      'limits:\n  - Default: 30 s$1',
      ['no-default 1'],
    ],
    ['fields below another item', /- \*\*(Tried|Expected):\*\*/g, '- Facts\n  - $1:', []],
    ['labels in italics', /\*\*/g, '*', []],
    ['Windows line ends', /\n/g, '\r\n', []],
  ];
  for (const [why, from, to, found] of changes) {
    it(`takes ${why} for what it is`, () => assert.deepEqual(codes(filled.replace(from, to)), found));
  }

  const others = {
    German: [
      'Frage an Kenji: Warum?',
      'Ziel',
      'Erwartet',
      'Tatsächlich',
      'Versucht',
      'Dringlichkeit',
      'Benötigt bis',
      'Inzwischen',
      'Ohne Antwort werde ich',
    ],
    French: [
      'Question pour Kenji: Pourquoi ?',
      'Objectif',
      'Attendu',
      'Observé',
      'Déjà tenté',
      'Urgence',
      'Échéance',
      'En attendant, je',
      'Sans réponse, je',
    ],
    Spanish: [
      'Pregunta para Kenji: ¿Por qué?',
      'Objetivo',
      'Esperado',
      'Observado',
      'Lo que he probado',
      'Urgencia',
      'Plazo',
      'Mientras tanto',
      'Sin respuesta, haré',
    ],
  };
  for (const [language, [title, ...fields]] of Object.entries(others)) {
    it(`reads what people call the fields in ${language}`, () => {
      const value = (at: number) => (at === 5 ? 'Tue 24 Nov 2026 09:00 Europe/London' : 'x1');
      assert.deepEqual(
        codes(`# ${title}\n\n${fields.map((name, at) => `- **${name}:** ${value(at)}\n`).join('')}`),
        [],
      );
    });
  }

  it('is linear in what it reads', () => {
    const floors = countFloors();
    for (const text of [
      '- **Goal:** '.repeat(20_000),
      '#'.repeat(100_000),
      'what i want '.repeat(20_000),
      '‹'.repeat(100_000),
    ]) {
      checkQuestion(text);
    }
    assert.ok(floors() < 50);
  });
});
