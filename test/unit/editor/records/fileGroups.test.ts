import { deepEqual, equal } from 'node:assert/strict';
import type { Link } from '../../../../src/core/links/link';
import type { RecordKind } from '../../../../src/core/records/record';
import { fileGroups, shownLinks } from '../../../../src/editor/records/fileGroups';
import { docRecord } from '../../support/records';

function link(path: string, kind: RecordKind, strength: number): Link {
  const detail = { reason: 'folder', folder: 'docs' } as const;
  return { record: docRecord(path, { kind }), reason: 'folder', strength, detail };
}

describe('the records of a file', () => {
  const links = [
    link('0012.md', 'decision', 1),
    link('drift.md', 'runbook', 0.9),
    link('rfc-2.md', 'rfc', 0.8),
    link('onboarding.md', 'guide', 0.6),
    link('0030.md', 'decision', 0.2),
    link('lag.md', 'runbook', 0.1),
  ];

  it('files what is linked under its heading and what is weak under Nearby, in the order that it came', () => {
    deepEqual(
      fileGroups(links).map(({ key, links: found }) => [key, found.map(({ record }) => record.path)]),
      [
        ['decisions', ['0012.md', 'rfc-2.md']],
        ['runbooks', ['drift.md']],
        ['other', ['onboarding.md']],
        ['nearby', ['0030.md', 'lag.md']],
      ],
    );
  });

  it('leaves empty headings out', () => {
    deepEqual(
      fileGroups(links.slice(1, 2)).map(({ key }) => key),
      ['runbooks'],
    );
    deepEqual(fileGroups([]), []);
  });

  it('shows at most fifty nearby', () => {
    const many = Array.from({ length: 400 }, (_, index) => link(`${index}.md`, 'decision', 0.1));
    equal(fileGroups(many)[0]?.links.length, 50);
  });

  it('counts only what is shown without asking', () => {
    equal(shownLinks(links).length, 4);
  });
});
