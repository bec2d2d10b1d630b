import { deepEqual } from 'node:assert/strict';
import { changeStatus } from '../../../src/core/records/write/changeStatus';
import { wordingFor } from '../../../src/core/records/write/statusWording';
import { memoryFiles } from '../support/memoryFiles';
import { projectOf } from './projectSupport';

const folder = 'keps/sig-ledger';
const readme = `${folder}/0019-count-twice/README.md`;
const yaml = (...lines: readonly string[]) =>
  ['title: Count Twice', 'kep-number: 19', 'authors:', '  - "@ann"', '  - "@bo"', ...lines, ''].join('\n');
const text = '# KEP-0019: Count\n\n## Summary\n\nAll is counted twice.\n\n## Motivation\n\nErrors.\n';

describe('regression: the metadata of an enhancement proposal stands in kep.yaml beside its text', () => {
  const loaded = async (files: Readonly<Record<string, string>>) => {
    const store = memoryFiles({ [readme]: text, ...files });
    const project = projectOf(store);
    await project.load();
    return { store, project };
  };
  const kep = `${folder}/0019-count-twice/kep.yaml`;

  it('gives title, people, date and status', async () => {
    const { project } = await loaded({
      [kep]: yaml('# Said by the owners', 'status: implementable', 'creation-date: 2024-05-06'),
    });
    const { id, title, people, status, statusText, date } = project.record(readme) ?? {};
    deepEqual(
      { id, title, people, status, statusText, date },
      {
        ...{ id: '0019', title: 'Count Twice', people: ['@ann', '@bo'] },
        ...{ status: 'accepted', statusText: 'implementable', date: '2024-05-06' },
      },
    );
  });

  it('knows the words of the process', async () => {
    const statusFor = async (word: string) =>
      (await loaded({ [kep]: yaml(`status: ${word}`) })).project.record(readme)?.status;
    const words = ['provisional', 'implementable', 'implemented', 'deferred', 'rejected', 'withdrawn', 'replaced'];
    deepEqual(await Promise.all(words.map(statusFor)), [
      ...['proposed', 'accepted', 'accepted', 'other', 'rejected', 'rejected', 'superseded'],
    ]);
  });

  it('makes it one of the series that is cited', async () => {
    const { project } = await loaded({ [kep]: yaml('status: implementable') });
    const [reference] = project.referencesIn('a.md', 'See KEP-19.\n');
    deepEqual([reference?.resolution, reference?.target], ['resolved', readme]);
  });

  it('is no status where the template is not filled in', async () => {
    const { project } = await loaded({
      [kep]: yaml('status: provisional|implementable|implemented', 'stage: alpha|beta|stable'),
    });
    deepEqual(project.record(readme)?.status, 'none');
  });

  it('replaces no record here by the address of a file elsewhere', async () => {
    const { project } = await loaded({
      [kep]: yaml('status: implemented', 'replaces:', '  - "acme/archive/blob/main/design/count-twice.md"'),
    });
    deepEqual(
      project.record(readme)?.supersedes.map(({ path }) => path),
      [null],
    );
  });

  it('says what replaces it', async () => {
    const next = `${folder}/0023-count-once`;
    const { project } = await loaded({
      [kep]: yaml('status: replaced', 'superseded-by:', `  - "/${next}"`),
      [`${next}/README.md`]: text.replace('0019', '0023'),
      [`${next}/kep.yaml`]: 'title: Count Once\nstatus: implemented\n',
    });
    deepEqual(
      project.record(readme)?.supersededBy.map(({ path }) => path),
      [`${next}/README.md`],
    );
  });

  it('is not contradicted by a status that is written into the text', async () => {
    const { project } = await loaded({ [kep]: yaml('status: provisional') });
    const record = project.record(readme);
    const written = record && changeStatus(record, text, 'accepted', wordingFor(record, [record]));
    deepEqual(written, { ok: false, why: 'not-found' });
  });

  it('is read again where it changes or goes', async () => {
    const { store, project } = await loaded({ [kep]: yaml('status: provisional') });
    store.set(kep, yaml('status: withdrawn'));
    await project.apply([{ path: kep, kind: 'changed' }]);
    deepEqual(project.record(readme)?.statusText, 'withdrawn');
    store.delete(kep);
    await project.apply([{ path: kep, kind: 'deleted' }]);
    deepEqual([project.record(readme)?.status, project.record(readme)?.title], ['none', 'Count']);
  });
});
