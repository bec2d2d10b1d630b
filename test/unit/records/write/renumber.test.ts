import { deepEqual, equal } from 'node:assert/strict';
import { fileOf } from '../../../../src/core/records/record';
import { renumber } from '../../../../src/core/records/write/renumber';
import { projectOf } from '../../project/projectSupport';
import { memoryFiles } from '../../support/memoryFiles';

const one = 'docs/adr/0001-use-a-queue.md';
const two = 'docs/adr/0002-use-postgresql.md';
const text = (number: number, title: string) => `# ${number}. ${title}\n\n## Status\n\nAccepted\n`;

async function read(files: Readonly<Record<string, string>>) {
  const project = projectOf(memoryFiles(files));
  await project.load();
  return project;
}

async function renumbered(files: Readonly<Record<string, string>>, path: string, typed: string) {
  const project = await read(files);
  const record = project.record(path);
  if (!record) throw new Error(path);
  const own = fileOf(record);
  const answer = renumber(project, record, files[own] ?? '', typed);
  if (typeof answer === 'string') return answer;
  const texts = new Map(Object.entries(files).map(([file, all]) => [file, all.split('\n')]));
  for (const { file, line, column, length, text: own } of [...answer.edits].sort((a, b) => b.column - a.column)) {
    const lines = texts.get(file) ?? [];
    const row = lines[line - 1] ?? '';
    lines[line - 1] = row.slice(0, column - 1) + own + row.slice(column - 1 + length);
  }
  return Object.fromEntries([...texts].map(([file, lines]) => [file === path ? answer.path : file, lines.join('\n')]));
}

describe('another number for a record', () => {
  const files = {
    [one]: text(1, 'Use a queue'),
    [two]: `---\nid: ADR-0002\n---\n# ADR-0002: Use PostgreSQL\n\n## Status\n\nAccepted\n\nSupersedes [ADR-1](0001-use-a-queue.md)\n`,
    'src/a.ts': '// ADR-0001, ADR 1/2 and docs/adr/0001-use-a-queue.md\n',
    'src/b.py': '# see adr-001 (adr/0002-use-postgresql)\n',
    'notes.md': '[[0001-use-a-queue]]\n',
  };

  it('is in its name, its title and all that cites it, in each one’s own width', async () => {
    const after = await renumbered(files, one, 'ADR-31');
    deepEqual(after, {
      'docs/adr/0031-use-a-queue.md': text(31, 'Use a queue'),
      [two]: files[two]?.replace('[ADR-1](0001-', '[ADR-31](0031-'),
      'src/a.ts': '// ADR-0031, ADR 31/2 and docs/adr/0031-use-a-queue.md\n',
      'src/b.py': '# see adr-031 (adr/0002-use-postgresql)\n',
      'notes.md': '[[0031-use-a-queue]]\n',
    });
  });

  it('is not in the name by which a link of reStructuredText leads', async () => {
    const named = 'See `ADR-1`_.\n\n.. _ADR-1: adr/0001-use-a-queue.md\n';
    const after = await renumbered({ ...files, 'docs/a.rst': named }, one, '31');
    if (typeof after === 'string') throw new Error(after);
    equal(after['docs/a.rst'], named.replace('0001-use', '0031-use'));
  });

  it('is in its fields, and every citation leads where it led', async () => {
    const after = await renumbered(files, two, '7');
    if (typeof after === 'string') throw new Error(after);
    equal(
      after['docs/adr/0007-use-postgresql.md']?.startsWith('---\nid: ADR-0007\n---\n# ADR-0007: Use PostgreSQL\n'),
      true,
    );
    const moved = (path: string) => (path === two ? 'docs/adr/0007-use-postgresql.md' : path);
    const cited = async (all: Readonly<Record<string, string>>) => {
      const references = (await read(all)).allReferences();
      return references.map(({ file, reference }) => [moved(file), reference.line, moved(reference.target ?? '')]);
    };
    deepEqual((await cited(after)).sort(), (await cited(files)).sort());
  });

  for (const [path, title] of [
    ['docs/adr/0003-words.rst', '3. Words\n========'],
    ['docs/adr/0003-words.rst', '==============\nADR-0003 Words\n=============='],
    ['docs/adr/0003-words.adoc', '= ADR-0003: Words'],
    ['docs/adr/0003-words.md', 'ADR 3: Words\n============'],
    ['docs/adr/0003-words.md', '---\ntitle: "3. Words"\nid: 3\n---\n\n# 3. Words'],
    ['docs/adr/0003-words.md', '# Words\n\n- ID: ADR-0003'],
  ] as const) {
    it(`is in the title as ${JSON.stringify(title)} has it`, async () => {
      const document = `${title}\n\nOf 3 kinds, see 0003.\n`;
      const after = await renumbered({ [one]: files[one], [path]: document }, path, '7');
      if (typeof after === 'string') throw new Error(after);
      const expected = title.replaceAll(/(0{0,3})3(?=\.|:|$| W|"|\n---)/g, (_, zeros: string) => `${zeros}7`);
      equal(after[path.replace('0003', '0007')], `${expected}\n\nOf 3 kinds, see 0003.\n`);
    });
  }

  describe('that shares its file with others', () => {
    const log = 'docs/DECISIONS.md';
    const shared = {
      [log]: [
        '# Decisions\n\n- [a queue](#adr-001-use-a-queue), [again](#adr-001-use-a-queue)\n',
        '## ADR-001: Use a queue\n\n- Status: accepted\n',
        '## ADR-002: Use Go\n\n- Status: accepted\n\nAs ADR-001 says, [here](#adr-001-use-a-queue).\n',
      ].join('\n'),
      'src/a.ts': '// ADR-1 and ADR-002, docs/DECISIONS.md#adr-001-use-a-queue\n',
    };
    const first = `${log}#adr-001-use-a-queue`;

    it('is in its heading alone, and links to that follow', async () => {
      deepEqual(await renumbered(shared, first, '31'), {
        [log]: shared[log]?.replaceAll('adr-001-', 'adr-031-').replaceAll('ADR-001', 'ADR-031'),
        'src/a.ts': '// ADR-31 and ADR-002, docs/DECISIONS.md#adr-031-use-a-queue\n',
      });
    });

    it('is not one that another there has, and none where the heading has none', async () => {
      equal(await renumbered(shared, first, 'ADR-2'), 'taken');
      const forms = ['D1: Use Go', '[ADR-2] Use C', '3. Use D'].map((head) => `## ${head}\n\nStatus: accepted\n`);
      const other = { [log]: `# Decisions\n\n${forms.join('\n')}` };
      equal(await renumbered(other, `${log}#d1-use-go`, '7'), 'no-number');
      deepEqual(await renumbered(other, `${log}#adr-2-use-c`, '7'), { [log]: other[log]?.replace('ADR-2', 'ADR-7') });
      deepEqual(await renumbered(other, `${log}#3-use-d`, '7'), { [log]: other[log]?.replace('3. Use', '7. Use') });
    });
  });

  for (const [typed, why] of [
    ['2', 'taken'],
    ['two', 'not-a-number'],
    ['0', 'not-a-number'],
    ['1.5', 'not-a-number'],
  ] as const) {
    it(`is not ${typed}: ${why}`, async () => equal(await renumbered(files, one, typed), why));
  }

  it('is not one that another folder of a record has', async () => {
    const folders = { 'docs/adr/0003-c/README.md': text(3, 'C'), 'docs/adr/0004-d/README.md': text(4, 'D') };
    equal(await renumbered(folders, 'docs/adr/0003-c/README.md', '4'), 'taken');
  });

  it('is for a number in the name of the file only', async () => {
    const named = { 'docs/adr/use-a-queue.md': '# Use a queue\n\n## Status\n\nAccepted\n' };
    equal(await renumbered(named, 'docs/adr/use-a-queue.md', '3'), 'no-number');
  });
});
