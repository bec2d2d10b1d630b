import { deepEqual, equal, ok } from 'node:assert/strict';
import { draftQuestion } from '../../../src/core/questions/question';
import { questionPath } from '../../../src/core/questions/questionPlaces';
import { issueOf, withoutAskersPart } from '../../../src/core/questions/sentQuestion';
import { packageVersions } from '../../../src/core/questions/versionFiles';
import { ordinaryQuestion } from './support';

describe('a question that is sent', () => {
  const { text } = draftQuestion({ ...ordinaryQuestion(), goal: 'book a ‹refund›\nin another region' });

  it('has its goal as it was typed, on one line and without our marks', () => {
    ok(text.includes("- **Goal:** book a 'refund' in another region\n"), text);
  });

  it('leaves out whom to ask and what may answer it', () => {
    ok(text.includes('Before you send it'));
    const sent = withoutAskersPart(text);
    ok(!/Before you send it|<\/?details>|Why is a booking refused/.test(sent), sent);
    ok(sent.includes('## Context') && sent.endsWith('\n') && !sent.endsWith('\n\n'), sent);
    ok(!withoutAskersPart(text.replaceAll('\n', '\r\n')).includes('Before you send it'));
  });

  it('is any other document as it is', () => {
    const other = '# A note\n\n<details><summary>Facts</summary>\n</details>\n';
    equal(withoutAskersPart(other), other);
  });

  it('leaves out the part for the asker as a formatter or a person has changed it, and each of several', () => {
    const summary = '<details><summary>Before you send it';
    ok(text.includes(summary));
    for (const changed of [
      text.replace(summary, '<details>\n<summary>Before you send it'),
      text.replace(summary, '<details open>\n  <summary>\n    Before you send it'),
      text.replace(summary, '<details><summary>**Before you send it**'),
      text.replace('</details>', ''),
      text.replace(/^/gm, '> '),
      `${text}\n${text}`,
    ]) {
      const sent = withoutAskersPart(changed);
      ok(!/Before you send it|Whom and where|Why is a booking refused/.test(sent), sent);
      ok(sent.includes('## Context'), sent);
    }
  });

  it('leaves out the parts of a text that repeats them thousands of times', () => {
    const fold = '<details><summary>Before you send it: whom to ask</summary>\nKenji\n</details>\n';
    equal(withoutAskersPart(`# Why?\n\n${fold.repeat(8_000)}`), '# Why?\n');
  });

  it('becomes an issue of the heading and the rest', () => {
    const written = text.replace('‹the question, in one sentence›', 'May `post` book **across** regions?');
    const { title, body } = issueOf(written);
    equal(title, 'May post book across regions?');
    ok(!body.includes('# Question') && body.includes('- **Goal:**'), body);
    equal(issueOf(text).title, '');
    equal(issueOf('no heading').title, '');
    deepEqual(issueOf('Why?\n====\n\nBecause.\n'), { title: 'Why?', body: 'Because.\n' });
  });

  it('keeps in the body a heading that the title does not hold whole', () => {
    const long = `# ${'very '.repeat(60)}long?`;
    ok(issueOf(`${long}\n\nBody.\n`).body.startsWith(long));
    equal(issueOf('# Why ‹what› fails\n\nBody.\n').body, '# Why ‹what› fails\n\nBody.\n');
  });

  it('leaves out all of the part for the asker, with a fold in it', () => {
    const [before = '', after = ''] = text.split('</details>');
    const noted = `${before}<details><summary>mine</summary>\n\nx1\n\n</details>\n\nx2\n\n</details>${after}`;
    equal(withoutAskersPart(noted), withoutAskersPart(text));
  });
});

describe('the path of a question', () => {
  it('has the day and the goal, and never that of another', () => {
    const taken = new Set(['docs/questions/2026-11-21-split-the-ledger.md']);
    const path = (goal: string) => questionPath('docs/questions', '2026-11-21', goal, [...taken]);
    equal(path('Split the ledger?'), 'docs/questions/2026-11-21-split-the-ledger-2.md');
    equal(path('../../ etc'), 'docs/questions/2026-11-21-etc.md');
    equal(
      path('retry a posting without booking it twice'),
      'docs/questions/2026-11-21-retry-a-posting-without-booking-it.md',
    );
    equal(path(''), 'docs/questions/2026-11-21-question.md');
  });
});

describe('versions of a package', () => {
  it('are its own and what it asks for; of anything else none', () => {
    const text = JSON.stringify({ name: 'ledger', version: '2.1.0', engines: { node: '>=20', npm: 3 } });
    deepEqual(packageVersions(text), [
      { name: 'ledger', version: '2.1.0' },
      { name: 'node as required:', version: '>=20' },
    ]);
    for (const other of ['', '[]', 'null', '{"version":1,"engines":"x"}']) deepEqual(packageVersions(other), []);
  });
});
