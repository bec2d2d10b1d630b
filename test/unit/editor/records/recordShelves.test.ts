import assert from 'node:assert/strict';
import fc from 'fast-check';
import { directoryOf, shelve } from '../../../../src/editor/records/views/model/recordShelves';
import { docRecord } from '../../support/records';

describe('shelves of records', () => {
  it('hold each record under its directory, in whatever order they come', () => {
    const names = ['0001-a.md', 'README.md', 'index.md', 'rates.md', 'a/README.md', 'a/0002.md'];
    const path = fc
      .tuple(
        fc.constantFrom('', 'docs/', 'docs/adr/', 'docs/ad/', 'docs/adr/a/', 'web/adr/'),
        fc.constantFrom(...names),
      )
      .map((parts) => parts.join(''));
    const entry = fc.record({ folder: fc.constantFrom('file:///w/a', 'file:///w/b'), path });
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 20 }), (all) => {
        const entries = all.map(({ folder, path }) => ({ folder, folderName: folder, record: docRecord(path) }));
        const shelves = shelve(entries);
        for (const { id, directory, entries: own } of shelves) {
          const isOwn = ({ folder, record }: (typeof entries)[number]) =>
            `${folder}\n${directoryOf(record.path)}` === id;
          assert.deepEqual(own, entries.filter(isOwn), directory);
        }
        assert.equal(shelves.flatMap((shelf) => shelf.entries).length, entries.length);
      }),
    );
  });
});
