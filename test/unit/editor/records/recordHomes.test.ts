import { deepEqual } from 'node:assert/strict';
import type { DocRecord } from '../../../../src/core/records/record';
import { homesOf } from '../../../../src/editor/records/model/chosenHomes';
import { homesOfAlike, narrowNames } from '../../../../src/editor/records/model/recordHomes';
import { docRecord } from '../../support/records';

const title = 'Use PostgreSQL';

function homes(find: typeof homesOf, records: readonly DocRecord[], folderNames: readonly string[] = []) {
  const found = find(records.map((record, at) => ({ folderName: folderNames[at] ?? 'ledger', record })));
  return records.map((record) => found.get(record) ?? '');
}

describe('the folders of Records', () => {
  it('regression: are named in a narrow row by what tells them apart', () => {
    deepEqual(
      narrowNames([
        'docs/adr',
        'packages/payments-gateway/docs/architecture/decisions',
        'packages/reporting/docs/architecture/decisions',
        'docs/architecture/packages/decisions',
      ]),
      ['docs/adr', '…/payments-gateway/…', '…/reporting/…', '…/packages/decisions'],
    );
  });
});

describe('where a record lies', () => {
  it('regression: is said of those whose number and title are the same, as short as tells them apart', () => {
    const records = [
      docRecord('packages/api/docs/adr/0001-a.md', { title }),
      docRecord('packages/web/docs/adr/0001-b.md', { title }),
      docRecord('packages/web/docs/adr/0002-b.md', { title }),
      docRecord('packages/web/docs/adr/0003-b.md', { title: 'Another' }),
    ];
    deepEqual(homes(homesOfAlike, records), ['api', 'web', '', '']);
  });

  it('is the whole folder of one that has nothing of its own', () => {
    const paths = ['docs/adr/0001-a.md', 'web/docs/adr/0001-a.md'];
    deepEqual(
      homes(
        homesOfAlike,
        paths.map((path) => docRecord(path, { title })),
      ),
      ['docs/adr', 'web'],
    );
  });

  it('is the file’s name in one folder, and the folder’s of the window where these differ', () => {
    const inOne = ['adr/0001-a.md', 'adr/0001-b.md'].map((path) => docRecord(path, { title }));
    deepEqual(homes(homesOfAlike, inOne), ['0001-a.md', '0001-b.md']);
    const inTwo = ['adr/0001-a.md', 'adr/0001-a.md'].map((path) => docRecord(path, { title }));
    deepEqual(homes(homesOfAlike, inTwo, ['ledger', 'payments']), ['ledger', 'payments']);
  });

  it('is said of all to choose from where they lie in several folders, and of none in one', () => {
    const records = [
      docRecord('docs/adr/0001-a.md', { title }),
      docRecord('docs/rfcs/0001-x.md', { title: 'X' }),
      docRecord('docs/adr/0001-b.md', { title }),
    ];
    deepEqual(homes(homesOf, records), ['0001-a.md', 'rfcs', '0001-b.md']);
    deepEqual(homes(homesOf, records.slice(0, 2)), ['adr', 'rfcs']);
    deepEqual(homes(homesOf, records.slice(1, 2)), ['']);
  });
});
