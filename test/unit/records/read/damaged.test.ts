import { strict as assert } from 'node:assert';
import { readRecord } from '../../../../src/core/records/read/readRecord';
import { readSample } from './readSample';

const conflict = (ours: string, theirs: string, base?: string) =>
  `<<<<<<< HEAD\n${ours}\n${base === undefined ? '' : `||||||| merged\n${base}\n`}=======\n${theirs}\n>>>>>>> feature/x\n`;

describe('a record with an unfinished merge', () => {
  const status = conflict('Accepted', 'Superseded by [ADR-1](0001-theirs.md)');
  const texts: readonly (readonly [string, string])[] = [
    ['in its status', `# 7. Use foo\n\n## Status\n\n${status}\n## Context\n\nWords.\n`],
    [
      'with the base between',
      `# 7. Use foo\n\n## Status\n\n${conflict('Accepted', 'Rejected', 'Proposed')}\n## Context\n`,
    ],
    [
      'in its front matter',
      `---\ndate: 2024-01-02\n${conflict('status: accepted', 'status: rejected')}---\n# 7. Use foo\n`,
    ],
    ['around its decision', `# 7. Use foo\n\n## Decision\n\n${conflict('We use foo.', 'We use bar.')}`],
    ['with Windows line ends', `# 7. Use foo\n\n## Status\n\n${status}`.replaceAll('\n', '\r\n')],
    ['that was never closed', '# 7. Use foo\n\n## Context\n\n<<<<<<< HEAD\nWords.\n'],
  ];
  for (const [where, text] of texts) {
    it(`takes no side ${where}`, () => {
      const record = readSample(text);
      const { title, problem, statusText, decision, supersededBy } = record;
      assert.deepEqual([title, problem, statusText, decision, supersededBy], ['Use foo', 'conflict', null, null, []]);
    });
  }

  it('is listed where nothing else is left of it', () => {
    const record = readSample(conflict('# 7. Use foo\n\nStatus: accepted', '# 7. Use bar\n\nStatus: rejected'));
    assert.deepEqual([record.title, record.id, record.problem, record.status], ['Use foo', '0007', 'conflict', 'none']);
  });

  it('keeps what is outside of the conflict, with its lines', () => {
    const record = readSample(`# 7. Use foo\n\nStatus: accepted\n\n${status}\nSee [x](0001-x.md).\n`);
    assert.deepEqual([record.status, record.mentions.at(-1)?.line], ['accepted', 11]);
  });

  it('is none where the markers are an example in code, quoted or a heading', () => {
    const fence = `\`\`\`\n${status}\`\`\``;
    for (const example of [
      fence,
      `    ${status.replaceAll('\n', '\n    ')}`,
      '> > > > > > > quoted',
      'Foo\n=======\n',
    ]) {
      assert.equal(readSample(`# 7. Use foo\n\nStatus: accepted\n\n${example}\n`).problem, null, example);
    }
  });
});

describe('a record in another encoding', () => {
  it('says so, with the name', () => {
    const outcome = readRecord({ path: 'docs/adr/0007-x.md', kind: 'decision' }, '# 7. Größe\n', 'windows-1252');
    assert.ok('record' in outcome);
    assert.deepEqual([outcome.record.title, outcome.record.problem], ['Größe', 'encoding:windows-1252']);
  });
});
