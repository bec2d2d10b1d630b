import assert from 'node:assert/strict';
import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { asPlain } from '../../../src/core/drafts/formats';
import { draftQuestion } from '../../../src/core/questions/question';
import type { QuestionInput } from '../../../src/core/questions/questionInput';
import { fencedCode } from '../../../src/core/text/markdownText';
import { assertGolden } from '../drafts/support';
import { hostileQuestion, ordinaryQuestion, questionCode, questionInput } from './support';

const inputs: Readonly<Record<string, () => QuestionInput>> = {
  ordinary: ordinaryQuestion,
  hostile: hostileQuestion,
  unpushed: () =>
    questionInput({
      to: { kind: 'anybody' },
      code: questionCode({
        permalink: {
          url: null,
          problem: 'lines-not-pushed',
          lines: null,
          commit: null,
          unknownHost: null,
          unpushed: 1,
          missing: [41, 42, 43, 44],
        },
      }),
    }),
  'without-code': () => questionInput({ to: { kind: 'anybody' }, code: null }),
};

const wantedElements = [
  'a',
  'blockquote',
  'code',
  'details',
  'h1',
  'h2',
  'h3',
  'li',
  'p',
  'pre',
  'strong',
  'summary',
  'ul',
];

describe('a question draft', () => {
  for (const [name, input] of Object.entries(inputs)) {
    it(`reads well: ${name}`, () => assertGolden(`question/${name}.md`, draftQuestion(input()).text));

    it(`has its prompts as stops: ${name}`, () => {
      const { text, stops } = draftQuestion(input());
      const shown = stops.map(({ offset, length }) => text.slice(offset, offset + length));
      assert.deepEqual(shown, text.match(/‹[^›]*›/g));
    });
  }

  it('says what of a long selection is not shown', () => {
    const { text } = draftQuestion(questionInput({ code: questionCode({ cut: 480 }) }));
    assert.match(text, /^> \*\*Not all of it:\*\* 480 selected lines after line 44 are not shown here\.$/m);
    assert.doesNotMatch(draftQuestion(questionInput()).text, /Not all of it/);
  });

  it('says of lines that are not committed that who changed them before is not who did now', () => {
    const { people } = ordinaryQuestion().code ?? {};
    const changed = (uncommitted: readonly number[]) =>
      draftQuestion(questionInput({ code: questionCode({ people: people ?? [], uncommitted }) })).text;
    assert.match(changed([42]), /Refuse entries of another region\); line 42 has changes that are not committed$/m);
    assert.match(changed([41, 42]), /\); lines 41-42 have changes that are not committed$/m);
    assert.doesNotMatch(changed([]), /not committed/);
  });

  it('asks for the goal before what fails', () => {
    const { text } = draftQuestion(ordinaryQuestion());
    assert.ok(text.indexOf('Goal') < text.indexOf('Actual'));
  });

  it('leaves out of a chat what is for the asker', () => {
    const { text } = draftQuestion(ordinaryQuestion());
    assert.match(asPlain(text), /Tom Beck · changed these lines last/);
    assert.doesNotMatch(asPlain(text, 'left out'), /changed these lines last|Why is a booking refused/);
  });

  it('has nothing in it that others wrote and that is more than text', () => {
    const html = new MarkdownIt({ html: true }).render(draftQuestion(hostileQuestion()).text);
    const elements = html.match(/<[a-z][^>]*>/g) ?? [];
    const names = new Set(elements.map((element) => /[a-z]\w*/.exec(element)?.[0]));
    assert.deepEqual([...names].sort(), wantedElements);
    assert.equal(html.match(/<h1>/g)?.length, 1);
    const prose = html.replace(/<code[^>]*>[^<]*<\/code>/g, '').replace(/<[^>]*>/g, '');
    assert.doesNotMatch(prose, /@kenji|#1|\u202E/);
    assert.ok(
      elements.every((element) => !/href="(?!\.|%3C|#)/.test(element)),
      elements.join('\n'),
    );
  });
});

/** One text in every place whose text comes from outside. */
function saidEverywhere(evil: string): QuestionInput {
  const hostile = hostileQuestion();
  return {
    ...hostile,
    branch: evil,
    code: questionCode({
      path: evil,
      text: evil.replace(/[‹›]/g, ''),
      language: evil,
      symbol: evil,
      problems: [{ line: 1, severity: 'error', message: evil, source: evil }],
      people: [{ name: evil, address: evil, commit: evil, subject: evil, instant: 0, lines: 1 }],
    }),
    places: { ...hostile.places, otherOwners: [evil], channels: [{ name: evil, purpose: evil, url: evil }] },
    answers: [{ title: evil, href: evil, passage: evil, line: 1 }],
  };
}

describe('a question about anything', () => {
  it('has only the elements of a question, whatever others wrote', () => {
    const piece = fc.constantFrom(
      '<b>',
      '</details>',
      '`',
      '```',
      '\n',
      '# x',
      '[a](b)',
      '![a](b)',
      '‹a›',
      '|',
      '~~~',
      '-->',
      '\\',
    );
    const written = fc.array(fc.oneof(piece, fc.string({ unit: 'binary', maxLength: 4 })), { maxLength: 8 });
    const renderer = new MarkdownIt({ html: true });
    fc.assert(
      fc.property(written, (pieces) => {
        const evil = pieces.join('');
        const { text, stops } = draftQuestion(saidEverywhere(evil));
        const html = renderer.render(text);
        const names = new Set(
          (html.match(/<[a-z][^>]*>/g) ?? []).map((element) => /[a-z]\w*/.exec(element)?.[0] ?? ''),
        );
        assert.deepEqual(
          [...names].filter((name) => !wantedElements.includes(name)),
          [],
          html,
        );
        assert.equal(html.match(/<h1>/g)?.length, 1);
        assert.equal(html.match(/<details>/g)?.length, 1);
        assert.ok(stops.every(({ offset, length }) => /^‹[^‹›]+›$/.test(text.slice(offset, offset + length))));
      }),
      { numRuns: 50 },
    );
  });
});

describe('code in a question', () => {
  it('loses only the indentation that all lines have', () => {
    assert.deepEqual(fencedCode('\n\t\ta\n\n\t\t\tb\n\n', 'go'), ['```go', 'a', '', '\tb', '```']);
  });

  it('says what it leaves out', () => {
    const lines = fencedCode('x\n'.repeat(500), 'text');
    assert.equal(lines.length, 123);
    assert.equal(lines.at(-2), '… 380 more lines');
  });

  it('cannot end its fence', () => {
    const hostile = fc.array(fc.constantFrom('`', '```', '~~~', '\n', ' ', 'a', '````'), { maxLength: 30 });
    fc.assert(
      fc.property(hostile, (parts) => {
        const [open, ...rest] = fencedCode(parts.join(''), 'ts');
        if (open === undefined) return;
        const fence = open.replace('ts', '');
        const inside = rest.slice(0, -1);
        assert.equal(rest.at(-1), fence);
        assert.ok(inside.every((line) => !(line.trim().startsWith(fence) && /^[`\s]*$/.test(line))));
      }),
    );
  });
});
