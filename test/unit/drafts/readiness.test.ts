import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { draftHandoff } from '../../../src/core/drafts/handoff';
import { checkHandoff } from '../../../src/core/drafts/readiness';
import { readHandoff } from '../../../src/core/handoffs/readHandoff';
import { ordinaryDay } from './days';
import { handoffInput } from './support';

interface Boxes {
  readonly to?: string;
  readonly next?: string;
  readonly state?: string;
  readonly blocked?: string;
  readonly timeCritical?: string;
  readonly questions?: string;
}

const due = 'Mon 23 Nov 08:00 Europe/London (17:00 Asia/Tokyo)';

/** A handoff in which nothing is missing but what the test takes out. */
function note({
  to = 'Kenji',
  next = `- [ ] Run the migration on staging, Kenji, due ${due}`,
  state = '| item | state | if … then … |\n|---|---|---|\n| LED-42 | on track | if it stalls, then step 4 |',
  blocked = '- none',
  timeCritical = '- none',
  questions = '- none',
}: Boxes): string {
  const front = `---\nhandoff: 2026-11-20T17:42:00Z\nfrom: Ann Lee\nto: ${to}\n---\n# Handoff\n`;
  const boxes = { Next: next, State: state, 'Blocked or waiting': blocked, 'Time-critical': timeCritical };
  const sections = Object.entries({ ...boxes, 'Questions for you': questions }).map(
    ([name, text]) => `## ${name}\n\n${text}\n`,
  );
  return [front, ...sections].join('\n');
}

function codes(text: string): string[] {
  return checkHandoff(text).map(({ code }) => code);
}

describe('readiness of a handoff', () => {
  const cases: readonly [why: string, boxes: Boxes, expected: readonly string[]][] = [
    ['nothing is missing', {}, []],
    ['nobody is addressed', { to: '' }, ['no-addressee']],
    ['no next action', { next: '' }, ['no-next']],
    ['the next action is the prompt', { next: '- [ ] ‹what›, ‹who›, due ‹when, like Mon›' }, ['no-next']],
    ['none, said', { next: 'None, all is merged' }, []],
    ['an action without owner', { next: `- [ ] Run the migration, due ${due}` }, ['no-owner']],
    ['an action without due', { next: '- [ ] Run the migration, Kenji' }, ['no-due']],
    ['only the due left as drafted', { next: '- [ ] Run it, Kenji, due ‹when›' }, ['no-due']],
    ['an action of a person of the note', { next: `1. Kenji runs the migration by ${due}` }, []],
    ['an action for you', { next: `* could you run it by ${due}?` }, []],
    ['an action of a third person', { next: `- Maria Silva: check the numbers by ${due}` }, []],
    ['an action of a mention', { next: `- check the numbers by ${due} @maria` }, []],
    ['a month is no person', { next: '- check the numbers, Friday 27 November 2026 17:00 UTC' }, ['no-owner']],
    ['a day is no person', { next: '- check the numbers, Friday' }, ['no-owner']],
    ['done already', { next: '- [x] Run the migration' }, []],
    ['without hurry', { next: '- Kenji: tidy up, no hurry' }, []],
    ['an action over two lines', { next: `- [ ] Run the migration,\n  Kenji, due ${due}` }, []],
    ['a paragraph instead of a list', { next: `Kenji, run the migration by ${due}.` }, []],
    ['a due that two read as two times', { next: '- [ ] Run it, Kenji, by EOD Friday' }, ['unclear-due']],
    ['a due without zone', { timeCritical: '- the certificate ends; renew by Mon 23 Nov 17:00' }, ['unclear-due']],
    [
      'a state left as drafted',
      { state: '| i | s | if |\n|---|---|---|\n| LED-42 | ‹on track / needs watching / blocked› | if ‹a›, then ‹b› |' },
      ['no-state'],
    ],
    ['a state in other words', { state: '| i | s |\n|---|---|\n| LED-42 | fine |' }, ['no-state']],
    ['a state in a list', { state: '- LED-42: needs watching\n- LED-43 is on track' }, []],
    ['a list item without state', { state: '- LED-42: needs watching\n- LED-43' }, ['no-state']],
    [
      'blocked, and nothing if it goes on',
      { state: '| i | s | if |\n|---|---|---|\n| LED-42 | Blocked | if ‹what may happen›, then ‹what to do› |' },
      ['no-contingency'],
    ],
    ['blocked, with a way out', { state: '- LED-42 **blocked** on legal; if they say no, ship without it' }, []],
    ['no work under way', { state: '- none' }, []],
    ['an empty "Blocked or waiting"', { blocked: '' }, ['no-blockers']],
    ['its prompt', { blocked: '- ‹none, or: what, on whom, since when›' }, ['no-blockers']],
    ['waiting on somebody', { blocked: '- LED-42: on Priya, since Tue 17 Nov' }, []],
    ['a question without needed-by', { questions: '- Shall we ship? If nobody answers I will.' }, ['no-needed-by']],
    ['a question without default', { questions: `- Shall we ship? Needed by ${due}` }, ['no-default']],
    ['a whole question', { questions: `- Shall we ship? Needed by ${due}; otherwise I ship.` }, []],
    ['a question left as drafted', { questions: '- ‹none, or: the question›' }, ['prompt-left']],
  ];
  for (const [why, boxes, expected] of cases) {
    it(`tells: ${why}`, () => assert.deepEqual(codes(note(boxes)), expected));
  }

  it('tells everything of a draft that nobody touched, by line', () => {
    const { text } = draftHandoff(ordinaryDay());
    const gaps = checkHandoff(text);
    const lines = text.split('\n');
    const all = ['no-next', 'no-contingency', 'not-visible', 'prompt-left'];
    assert.deepEqual(
      gaps.map(({ code }) => code),
      all,
    );
    for (const { code, line } of gaps) {
      assert.match(lines[line - 1] ?? '', code === 'not-visible' ? /not pushed/ : /‹/);
    }
  });

  it('asks nothing for a stash, which its writer may well keep', () => {
    const stash = '> **Not visible to you yet**\n>\n> - a stash of Fri 20 Nov: "half-done parser"\n\n';
    const without = note({});
    assert.deepEqual(codes(without.replace(/^## Next/m, `${stash}## Next`)), codes(without));
    const branch = stash.replace('a stash of', '`x` was never pushed, a stash of');
    assert.deepEqual(codes(without.replace(/^## Next/m, `${branch}## Next`)), ['not-visible', ...codes(without)]);
  });

  it('takes whoever is next for an addressee', () => {
    const { text } = draftHandoff(handoffInput({ to: { kind: 'anybody' } }));
    assert.match(text, /^to: next$/m);
    assert.ok(!codes(text).includes('no-addressee'));
    assert.deepEqual(readHandoff('docs/handoffs/2026-11-20.md', text)?.to, []);
  });

  it('says that there is no addressee where the name was taken out', () => {
    const { text } = draftHandoff(handoffInput({ to: { kind: 'anybody' } }));
    const [first] = checkHandoff(text.replace(/^to: next$/m, 'to:'));
    assert.deepEqual(first, { code: 'no-addressee', line: 4, start: 0, end: 3, detail: '' });
  });

  it('misses the next action where it is gone, and no part that can be left out', () => {
    assert.deepEqual(codes('# Note\n\nAll is well.\n'), ['no-addressee', 'no-next']);
  });

  it('asks nothing of what it has proposed itself, and of a step that was typed what each step needs', () => {
    const { text } = draftHandoff(ordinaryDay());
    const step = `run it on staging, Kenji, due ${due}`;
    const filled = text
      .replace(/‹next step[^›]*›/, step)
      .replace('If ‹this happens›, then ‹do that›.', 'If it stalls, then ask Tom.')
      .replace(/^- ‹question.*$/m, '- none');
    assert.deepEqual(codes(filled), ['not-visible']);
    assert.deepEqual(codes(filled.replace(step, 'run it on staging')), ['no-owner', 'no-due', 'not-visible']);
  });

  it('takes a step that was carried over for one', () => {
    const carried = { next: ['Rotate the key, Bo, due Fri 27 Nov 17:00 UTC'], waiting: [], questions: [] };
    const { text } = draftHandoff(handoffInput({ carried }));
    assert.deepEqual(codes(text), ['prompt-left', 'no-contingency', 'prompt-left']);
  });

  it('takes any text, with lines that exist', () => {
    const pieces = [
      '## Next',
      '## State',
      '|',
      '- [ ] ',
      '‹what›',
      '```',
      '<details>',
      'EOD Friday',
      'blocked',
      '\n',
      '---',
    ];
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string()), { maxLength: 30 }), (parts) => {
        const text = parts.join('\n');
        const count = text.split(/\r\n?|\n/).length;
        for (const { line, detail } of checkHandoff(text)) assert.ok(line >= 1 && line <= count && detail.length <= 80);
      }),
    );
  });
});
