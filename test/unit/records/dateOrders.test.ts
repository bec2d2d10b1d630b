import assert from 'node:assert/strict';
import { projectOf } from '../project/projectSupport';
import { memoryFiles } from '../support/memoryFiles';

const dated = (title: string, date: string) =>
  `# ${title}\n\nDate: ${date}\n\n## Status\n\nAccepted\n\n## Decision\n\nYes.\n`;

describe('the order of day and month', () => {
  const files = () =>
    memoryFiles({
      'docs/adr/0001-a.md': dated('1. A', '10/04/18'),
      'docs/adr/0002-b.md': dated('2. B', '10/04/2018'),
      'other/adr/0001-c.md': dated('1. C', '11/04/18'),
    });
  const datesOf = (project: ReturnType<typeof projectOf>) => project.records().map(({ date }) => date);

  it('is told by a date beside it that has one meaning, and else only what is certain is said', async () => {
    const store = files();
    const project = projectOf(store);
    await project.load();
    assert.deepEqual(datesOf(project), ['2018', '2018-04-10', '2018']);
    store.set('docs/adr/0003-d.md', dated('3. D', '03/26/18'));
    await project.apply([{ path: 'docs/adr/0003-d.md', kind: 'changed' }]);
    assert.deepEqual(datesOf(project), ['2018-10-04', '2018-10-04', '2018-03-26', '2018']);
    store.set('docs/adr/0003-d.md', dated('3. D', '26/03/18'));
    await project.apply([{ path: 'docs/adr/0003-d.md', kind: 'changed' }]);
    assert.deepEqual(datesOf(project), ['2018-04-10', '2018-04-10', '2018-03-26', '2018']);
    store.set('docs/adr/0004-e.md', dated('4. E', '03/27/18'));
    await project.apply([{ path: 'docs/adr/0004-e.md', kind: 'changed' }]);
    assert.deepEqual(datesOf(project)[0], '2018', 'both orders are written there');
    store.delete('docs/adr/0004-e.md');
    await project.apply([{ path: 'docs/adr/0004-e.md', kind: 'deleted' }]);
    assert.deepEqual(datesOf(project)[0], '2018-04-10');
  });
});
