import assert from 'node:assert/strict';
import type { GitReader } from '../../../src/core/ports';
import type { Project } from '../../../src/core/project';
import { memoryFiles } from '../support/memoryFiles';
import { projectOf, silent } from './projectSupport';

const nygard = (title: string, status = 'Accepted') => `# ${title}\n\nDate: 2025-03-03\n\n## Status\n\n${status}\n`;
const undated = '# 4. Keep queues\n\n## Status\n\nAccepted\n';

describe('project', () => {
  it('has no records and says that it is not loaded before it was', () => {
    const project = projectOf(memoryFiles({ 'docs/adr/0001-a.md': nygard('1. A') }));
    assert.equal(project.loaded, false);
    assert.deepEqual(project.records(), []);
    assert.deepEqual(project.referencesIn('a.ts', '// ADR-0001'), []);
  });

  it('knows the records before it has read the code', async () => {
    const project = projectOf(memoryFiles({ 'docs/adr/0001-a.md': nygard('1. A'), 'a.ts': '// ADR-0001' }));
    await project.loadRecords();
    assert.equal(project.loaded, true);
    assert.equal(project.referencesIn('b.ts', '// see ADR-1')[0]?.target, 'docs/adr/0001-a.md');
    assert.deepEqual(project.backlinks('docs/adr/0001-a.md'), []);
    await project.scanReferences();
    assert.deepEqual(
      project.backlinks('docs/adr/0001-a.md').map(({ file, lineText }) => [file, lineText]),
      [['a.ts', '// ADR-0001']],
    );
  });

  it('takes what an open file cites from its text while the code is still being read', async () => {
    const project = projectOf(memoryFiles({ 'docs/adr/0001-a.md': nygard('1. A'), 'a.ts': '// ADR-0001' }));
    await project.loadRecords();
    assert.deepEqual(project.linksFor('a.ts'), []);
    project.prefetch('a.ts', () => '// ADR-0001, not saved yet');
    assert.equal(project.linksFor('a.ts')[0]?.record.path, 'docs/adr/0001-a.md');
    const { version } = project;
    project.prefetch('a.ts', () => assert.fail('read twice'));
    project.prefetch('ignored.ts', () => assert.fail('not a file of the folder'));
    assert.equal(project.version, version);
  });

  it('reads a file that a limit left out once it is open', async () => {
    const deep = `${'d/'.repeat(70)}a.ts`;
    const project = projectOf(memoryFiles({ 'docs/adr/0001-a.md': nygard('1. A'), '.gitignore': 'out', [deep]: '' }));
    await project.load();
    assert.deepEqual([project.truncated, project.isRead(deep), project.isRead('out/a.ts')], [true, false, true]);
    project.prefetch('out/a.ts', () => assert.fail('ignored'));
    assert.equal(
      project.prefetch(deep, () => '// ADR-0001'),
      true,
    );
    assert.equal(project.isRead(deep), true);
    assert.equal(project.linksFor(deep)[0]?.record.path, 'docs/adr/0001-a.md');
  });

  it('says which files were not read whole, as long as they are so', async () => {
    const files = memoryFiles({
      'docs/adr/0001-a.md': nygard('1. A'),
      'big.ts': 'x'.repeat(2 ** 20 + 1),
      'many.md': 'ADR-0001 ADR-0001\n'.repeat(2_501),
      'small.ts': '// ADR-0001',
    });
    const project = projectOf(files);
    await project.load();
    assert.deepEqual(project.partlyRead(), [
      { file: 'big.ts', problem: 'too-large' },
      { file: 'many.md', problem: 'too-many' },
    ]);
    assert.equal(project.problemOf('small.ts'), null);
    files.set('big.ts', '// ADR-0001');
    files.delete('many.md');
    await project.apply([
      { path: 'big.ts', kind: 'changed' },
      { path: 'many.md', kind: 'deleted' },
    ]);
    assert.deepEqual(project.partlyRead(), []);
  });

  it('does not take a file for read before its turn has come', async () => {
    const files = { 'docs/adr/0001-a.md': nygard('1. A'), 'a.ts': '// ADR-0001', 'b.ts': '', 'c.png': '' };
    const project = projectOf(memoryFiles(files));
    const read = () =>
      ['docs/adr/0001-a.md', 'a.ts', 'b.ts', 'c.png', 'ignored.ts'].map((path) => project.isRead(path));
    assert.deepEqual([project.complete, ...read()], [false, false, false, false, false, false]);
    await project.loadRecords();
    assert.deepEqual([project.complete, ...read()], [false, true, false, false, true, true]);
    assert.equal(
      project.prefetch('a.ts', () => '// ADR-0001'),
      true,
    );
    assert.deepEqual([project.complete, ...read()], [false, true, true, false, true, true]);
    await project.scanReferences(AbortSignal.abort());
    assert.equal(project.complete, false);
    await project.scanReferences();
    assert.deepEqual([project.complete, ...read()], [true, true, true, true, true, true]);
  });

  it('lists a record that cannot be read with the reason, and all others', async () => {
    const files = memoryFiles({
      'docs/adr/0001-a.md': nygard('1. A'),
      'docs/adr/0002-b.md': new Uint8Array([0, 1, 2, 0, 0, 255]),
      'docs/adr/0003-c.md': 'x'.repeat(1024 * 1024 + 1),
    });
    const project = projectOf(files);
    await project.load();
    assert.deepEqual(
      project.records().map(({ path, problem }) => [path, problem]),
      [
        ['docs/adr/0001-a.md', null],
        ['docs/adr/0002-b.md', 'not-text'],
        ['docs/adr/0003-c.md', 'too-large'],
      ],
    );
  });

  it('reads each file once', async () => {
    const files = memoryFiles({ 'docs/adr/0001-a.md': nygard('1. A'), 'a.ts': '// ADR-0001' });
    await projectOf(files).load();
    const counted = files.reads.filter((path) => path === 'a.ts' || path.startsWith('docs/'));
    assert.deepEqual(counted.sort(), ['a.ts', 'docs/adr/0001-a.md']);
  });

  it('reads only the files that an event names', async () => {
    const files = memoryFiles({ 'docs/adr/0001-a.md': nygard('1. A'), 'a.ts': '// ADR-0001', 'b.ts': '// ADR-0002' });
    const project = projectOf(files);
    await project.load();
    files.reads.length = 0;
    files.set('docs/adr/0002-b.md', nygard('2. B'));
    await project.apply([{ path: 'docs/adr/0002-b.md', kind: 'changed' }]);
    assert.deepEqual(files.reads, ['docs/adr/0002-b.md']);
    assert.equal(project.linksFor('b.ts')[0]?.record.title, 'B');
  });

  it('does not speak of an edit that changes no answer', async () => {
    const files = memoryFiles({ 'docs/adr/0001-a.md': nygard('1. A'), 'a.ts': 'let a = 1;' });
    const project = projectOf(files);
    await project.load();
    const { version } = project;
    files.set('a.ts', 'let a = 2;');
    await project.apply([{ path: 'a.ts', kind: 'changed' }]);
    assert.equal(project.version, version);
    files.set('a.ts', 'let a = 2; // ADR-1');
    await project.apply([{ path: 'a.ts', kind: 'changed' }]);
    assert.ok(project.version > version);
  });

  it('takes a folder that came or went as one event', async () => {
    const files = memoryFiles({ 'docs/adr/0001-a.md': nygard('1. A'), 'a.ts': '// ADR-0001' });
    const project = projectOf(files);
    await project.load();
    files.delete('docs');
    await project.apply([{ path: 'docs', kind: 'deleted' }]);
    assert.deepEqual(project.records(), []);
    files.set('docs/adr/0007-g.md', nygard('7. G'));
    files.set('docs/adr/deep/0008-h.md', nygard('8. H'));
    await project.apply([{ path: 'docs', kind: 'changed' }]);
    assert.deepEqual(
      project.records().map(({ title }) => title),
      ['G', 'H'],
    );
  });

  it('reads everything again when what is ignored or configured changes', async () => {
    const files = memoryFiles({ 'notes/0001-a.md': nygard('1. A'), 'docs/adr/0002-b.md': nygard('2. B') });
    const project = projectOf(files);
    await project.load();
    assert.equal(project.record('notes/0001-a.md'), undefined);
    files.set('.adr-dir', 'notes\n');
    files.set('.gitignore', 'docs/\n');
    await project.apply([{ path: '.adr-dir', kind: 'changed' }]);
    assert.deepEqual(
      project.records().map(({ path }) => path),
      ['notes/0001-a.md'],
    );
  });

  it('keeps its answers while everything is read again, and changes them all at once', async () => {
    const files = memoryFiles({ 'docs/adr/0001-a.md': nygard('1. A'), 'src/a.ts': '// ADR-0001' });
    const seen = new Set<string>();
    const project: Project = projectOf(files, {
      pacer: {
        async breathe() {
          const title = project?.record('docs/adr/0001-a.md')?.title ?? '';
          seen.add(`${title} ${project?.linksFor('src/a.ts').length ?? 0} ${project?.complete}`);
        },
      },
    });
    await project.load();
    seen.clear();
    files.set('docs/adr/0001-a.md', nygard('1. Other'));
    const before = project.version;
    await project.load();
    assert.deepEqual([...seen], ['A 1 true']);
    assert.deepEqual([project.record('docs/adr/0001-a.md')?.title, project.version - before], ['Other', 1]);
    assert.equal(project.linksFor('src/a.ts').length, 1);
  });

  it('takes the events of a batch in any order', async () => {
    const files = memoryFiles({ 'docs/adr/0001-a.md': nygard('1. A'), 'old/b.ts': '// ADR-0001' });
    const project = projectOf(files);
    await project.load();
    files.delete('old');
    files.set('new/b.ts', '// ADR-0001');
    const changes = ['new/b.ts', 'new'].map((path) => ({ path, kind: 'changed' as const }));
    await project.apply([...changes, { path: 'old', kind: 'deleted' }, { path: 'old/b.ts', kind: 'changed' }]);
    assert.deepEqual(
      project.backlinks('docs/adr/0001-a.md').map(({ file }) => file),
      ['new/b.ts'],
    );
  });

  it('regression: keeps a record that git has deleted and written anew, though only the deletion was told yet', async () => {
    const files = memoryFiles({ 'docs/adr/0001-a.md': nygard('1. A'), 'docs/logo.png': '' });
    const project = projectOf(files);
    await project.load();
    files.set('docs/adr/0001-a.md', nygard('1. Other'));
    files.delete('docs/logo.png');
    await project.apply([
      { path: 'docs', kind: 'deleted' },
      { path: 'docs/adr/0001-a.md', kind: 'deleted' },
    ]);
    assert.equal(project.record('docs/adr/0001-a.md')?.title, 'Other');
    assert.equal(project.tree?.has('docs/logo.png'), false);
  });

  it('does not speak of a file that came and went', async () => {
    const project = projectOf(memoryFiles({ 'docs/adr/0001-a.md': nygard('1. A') }));
    await project.load();
    const before = project.version;
    await project.apply([{ path: 'docs/adr/0001-a.md.tmp.md', kind: 'changed' }]);
    assert.equal(project.version, before);
  });

  it('keeps its answers when a load is cancelled', async () => {
    const files = memoryFiles({ 'docs/adr/0001-a.md': nygard('1. A') });
    const project = projectOf(files);
    await project.load();
    files.delete('docs');
    await project.load(AbortSignal.abort());
    assert.equal(project.records().length, 1);
  });

  it('keeps what was read when a person has had enough, and says how far it came', async () => {
    const names = Array.from({ length: 40 }, (_, at) => `docs/adr/${String(at + 1).padStart(4, '0')}-a.md`);
    const files = memoryFiles({
      ...Object.fromEntries(names.map((name, at) => [name, nygard(`${at + 1}. A`)])),
      'src/a.ts': '// ADR-0001',
    });
    const enough = new AbortController();
    let breaths = 0;
    let coming: readonly string[] = [];
    const project = projectOf(files, {
      pacer: {
        breathe: async () => {
          coming = [...coming, ...Array.from(project.coming, ({ path }) => path)];
          // After the list is made, amid the records.
          if (++breaths > 60 && project.progress !== null && project.progress.done > 20) enough.abort();
        },
      },
    });
    await project.loadRecords(undefined, enough.signal);
    await project.scanReferences(undefined, enough.signal);
    const { stoppedAt } = project;
    assert.ok(
      stoppedAt && stoppedAt.done > 20 && stoppedAt.done < 41 && stoppedAt.total === 41,
      String(stoppedAt?.done),
    );
    assert.equal(project.records().length, stoppedAt.done);
    assert.ok(coming.length > stoppedAt.done && coming.every((path) => names.includes(path)), 'told while it goes on');
    assert.deepEqual([...project.coming], []);
    assert.deepEqual([project.loaded, project.complete], [true, false]);
    await project.load();
    assert.deepEqual([project.stoppedAt, project.records().length, project.complete], [null, 40, true]);
  });

  it('dates what states no date, and goes on without git', async () => {
    const files = memoryFiles({ 'docs/adr/0001-a.md': nygard('1. A'), 'docs/adr/0004-q.md': undated });
    const asked: string[] = [];
    const git: GitReader = {
      async addedDates(paths) {
        asked.push(...paths);
        return new Map([['docs/adr/0004-q.md', '2024-02-29']]);
      },
    };
    const project = projectOf(files, { git: () => git });
    await project.load();
    await project.dateFromGit();
    assert.deepEqual(asked, ['docs/adr/0004-q.md']);
    assert.deepEqual(
      project.records().map(({ date, dateSource }) => [date, dateSource]),
      [
        ['2025-03-03', 'record'],
        ['2024-02-29', 'git'],
      ],
    );
    asked.length = 0;
    const before = project.version;
    await project.dateFromGit(undefined, true);
    assert.deepEqual([asked, project.version], [[], before]);
    files.set('docs/adr/0005-r.md', undated);
    await project.apply([{ path: 'docs/adr/0005-r.md', kind: 'changed' }]);
    await project.dateFromGit(undefined, true);
    assert.deepEqual(asked, ['docs/adr/0005-r.md']);
    assert.equal(project.record('docs/adr/0004-q.md')?.date, '2024-02-29');
    files.delete('docs/adr/0005-r.md');
    const warnings: string[] = [];
    const broken = projectOf(files, {
      git: () => ({ addedDates: () => Promise.reject(new Error('git was killed after 60 s')) }),
      log: { ...silent, warn: (message) => warnings.push(message) },
    });
    await broken.load();
    await broken.dateFromGit();
    assert.equal(broken.record('docs/adr/0004-q.md')?.dateSource, null);
    assert.deepEqual(warnings, ['no dates from git: git was killed after 60 s']);
  });

  it('tells its own address from another without git', async () => {
    const files = memoryFiles({
      'docs/adr/0001-a.md': nygard('1. A'),
      '.git/config': '[remote "origin"]\n\turl = git@github.com:acme/ledger.git\n',
    });
    const project = projectOf(files);
    await project.load();
    const at = (name: string) => `// https://github.com/acme/${name}/blob/main/docs/adr/0001-a.md`;
    assert.equal(project.referencesIn('a.ts', at('ledger'))[0]?.resolution, 'resolved');
    assert.equal(project.referencesIn('a.ts', at('payments'))[0]?.resolution, 'foreign');
  });
});
