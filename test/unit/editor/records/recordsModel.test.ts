import { deepEqual, equal, ok } from 'node:assert/strict';
import type { DocRecord } from '../../../../src/core/records/record';
import type { RecordOrder } from '../../../../src/editor/records/views/model/recordOrder';
import { noFilter, type RecordsFilter, tagCounts } from '../../../../src/editor/records/views/model/recordsFilter';
import { type GroupNode, RecordsModel } from '../../../../src/editor/records/views/model/recordsModel';
import { docRecord } from '../../support/records';

const folder = 'file:///w/ledger';

function model(
  records: readonly DocRecord[],
  filter: Partial<RecordsFilter> = {},
  order: RecordOrder = 'id',
): RecordsModel {
  return new RecordsModel(
    records.map((record) => ({ folder, folderName: 'ledger', record })),
    { ...noFilter, ...filter },
    order,
    '2026-11-29',
  );
}

/** `decision(2)[docs/adr: 0001 0002]` for each root, as a person would read the tree. */
function outline(tree: RecordsModel): readonly string[] {
  const name = ({ title }: GroupNode): string =>
    'kind' in title ? title.kind : 'name' in title ? title.name : title.by;
  const show = (node: GroupNode): string => {
    const rows = tree.children(node).map((child) => {
      if (child.type === 'group') return show(child);
      return child.type === 'record' ? child.entry.record.path : `+${child.remaining}`;
    });
    return `${name(node)}(${node.count}) [${rows.join(' ')}]`;
  };
  return tree.roots.map(show);
}

const sample = [
  docRecord('docs/adr/0010.md', { title: 'B', date: '2025-01-01', tags: ['storage'], people: ['Priya'] }),
  docRecord('docs/adr/0002.md', { title: 'C', date: '2025-03-01', status: 'superseded' }),
  docRecord('docs/adr/0001.md', { title: 'A', tags: ['Storage', 'ops'] }),
  docRecord('docs/runbooks/drift.md', { kind: 'runbook', id: null, title: 'Balance drift', status: 'none' }),
];

describe('Records', () => {
  it('groups by kind, sorts by number, and puts what is retired last', () => {
    deepEqual(outline(model(sample)), [
      'decision(3) [docs/adr/0001.md docs/adr/0010.md docs/adr/0002.md]',
      'runbook(1) [docs/runbooks/drift.md]',
    ]);
  });

  it('regression: tells where rows of one group lie that read the same', () => {
    const twins = ['api/adr/0001.md', 'web/adr/0001.md'].map((path) =>
      docRecord(path, { title: 'A', status: 'proposed', date: '2026-11-01' }),
    );
    const tree = model([
      ...twins,
      docRecord('web/adr/0002.md', { title: 'B', status: 'proposed', date: '2026-11-01' }),
    ]);
    const homes = tree.roots.map((root) =>
      tree.children(root).map((row) => (row.type === 'record' ? row.home : row.type)),
    );
    deepEqual(homes, [
      ['api', 'web', ''],
      ['group', 'group'],
    ]);
  });

  it('groups by folder where a kind has several, a README counting to the folder above its own', () => {
    const records = [...sample, docRecord('web/adr/0003.md'), docRecord('docs/adr/0020-x/README.md')];
    deepEqual(
      outline(model(records))[0],
      [
        'decision(5) [docs/adr(4) [docs/adr/0001.md docs/adr/0010.md docs/adr/0020-x/README.md docs/adr/0002.md]',
        ' web/adr(1) [web/adr/0003.md]]',
      ].join(''),
    );
  });

  it('names the workspace folder where there are several', () => {
    const entries = [folder, 'file:///w/payments'].map((other) => ({
      folder: other,
      folderName: other.split('/').at(-1) ?? '',
      record: docRecord('docs/adr/0001.md'),
    }));
    const tree = new RecordsModel(entries, noFilter, 'id', '2026-11-29');
    deepEqual(outline(tree), [
      'decision(2) [ledger/docs/adr(1) [docs/adr/0001.md] payments/docs/adr(1) [docs/adr/0001.md]]',
    ]);
  });

  it('puts what waits for a decision in the order of its deadline, which keeps an old proposal waiting', () => {
    const proposed = (path: string, date: string | null, deadline?: string) =>
      docRecord(path, { status: 'proposed', date, ...(deadline !== undefined && { deadline }) });
    const tree = model([
      proposed('docs/adr/0041.md', '2026-05-01'),
      proposed('docs/adr/0042.md', '2022-05-01', '2026-12-24'),
      proposed('docs/adr/0043.md', '2026-05-01', '2026-12-01'),
      proposed('docs/adr/0044.md', '2022-01-01', '2022-05-01'),
    ]);
    const [waiting] = tree.roots;
    deepEqual(
      waiting?.entries.map(({ record }) => record.path),
      ['docs/adr/0043.md', 'docs/adr/0042.md', 'docs/adr/0041.md'],
    );
    deepEqual(
      tree.roots.at(-1)?.entries.map(({ record }) => record.path),
      ['docs/adr/0044.md'],
    );
  });

  it('compares deadlines as instants, a day without a time as one that ends on the clock of the reader', () => {
    const due = (path: string, deadline: string, at?: string) =>
      docRecord(path, { status: 'proposed', deadline, ...(at !== undefined && { deadlineAt: Date.parse(at) }) });
    const tree = model([
      due('docs/adr/0041.md', '2026-12-04'),
      due('docs/adr/0042.md', '2026-12-04', '2026-12-03T20:00:00Z'),
      due('docs/adr/0043.md', '2026-12-03', '2026-12-03T19:00:00Z'),
      due('docs/adr/0044.md', '2026-11-01'),
    ]);
    deepEqual(
      tree.roots[0]?.entries.map(({ record }) => record.path),
      ['docs/adr/0044.md', 'docs/adr/0043.md', 'docs/adr/0042.md', 'docs/adr/0041.md'],
    );
  });

  it('puts what has been proposed for over a year at the end, where no bell rings for it', () => {
    const proposed = (path: string, date: string | null) => docRecord(path, { status: 'proposed', date });
    const records = [
      proposed('docs/adr/0041.md', '2022-05-01'),
      proposed('docs/adr/0042.md', '2025-11-28'),
      proposed('docs/adr/0043.md', '2025-11-29'),
      proposed('docs/adr/0044.md', null),
      proposed('docs/adr/0045.md', '2022'),
    ];
    const tree = outline(model(records));
    equal(tree[0], 'waiting(2) [docs/adr/0043.md docs/adr/0044.md]');
    equal(tree.at(-1), 'stale(3) [docs/adr/0041.md docs/adr/0042.md docs/adr/0045.md]');
    equal(tree.length, 3);
  });

  it('puts decisions that wait on top, and keeps them in their own group', () => {
    const tree = model([...sample, docRecord('docs/adr/0033.md', { status: 'proposed' })]);
    equal(outline(tree)[0], 'waiting(1) [docs/adr/0033.md]');
    ok(outline(tree)[1]?.includes('0033'));
    equal(model([docRecord('r.md', { kind: 'runbook', status: 'proposed' })]).roots.length, 1);
  });

  const filters: readonly (readonly [what: string, filter: Partial<RecordsFilter>, paths: readonly string[]])[] = [
    ['status', { statuses: new Set(['superseded']) }, ['docs/adr/0002.md']],
    ['tag in any letter case', { tags: new Set(['storage']) }, ['docs/adr/0001.md', 'docs/adr/0010.md']],
    ['words of title, people and number', { text: 'adr-0010 priya' }, ['docs/adr/0010.md']],
    [
      'all of them at once',
      { statuses: new Set(['accepted']), tags: new Set(['ops']), text: 'a' },
      ['docs/adr/0001.md'],
    ],
    ['nothing that is there', { text: 'kubernetes' }, []],
  ];
  for (const [what, filter, paths] of filters) {
    it(`filters by ${what}`, () => {
      const tree = model(sample, filter);
      deepEqual(
        tree.roots.flatMap((root) => root.entries.map(({ record }) => record.path)),
        paths,
      );
      equal(tree.matching, paths.length);
    });
  }

  const orders: readonly (readonly [RecordOrder, readonly string[]])[] = [
    ['id', ['0001', '0010', '0002']],
    ['date', ['0010', '0001', '0002']],
    ['title', ['0001', '0010', '0002']],
  ];
  for (const [order, ids] of orders) {
    it(`sorts by ${order}`, () => {
      deepEqual(
        model(sample, {}, order).roots[0]?.entries.map(({ record }) => record.id),
        ids,
      );
    });
  }

  it('shows ten thousand in pages, and opens the page of a record that is revealed', () => {
    const tree = model(Array.from({ length: 10_000 }, (_, index) => docRecord(`adr/${10_000 + index}.md`)));
    const [root] = tree.roots;
    ok(root);
    equal(tree.children(root).length, 201);
    const last = tree.children(root).at(-1);
    ok(last?.type === 'more');
    equal(last.remaining, 9800);
    tree.showMore(last.parent);
    equal(tree.children(root).length, 401);
    const found = tree.locate(folder, 'adr/10950.md');
    ok(found?.opened);
    const rows = tree.children(root);
    equal(rows.length, 1001);
    ok(rows.some(({ id }) => id === found.node.id));
    equal(tree.locate(folder, 'adr/10950.md')?.opened, false);
  });

  it('finds no row for a record that is filtered away', () => {
    equal(model(sample, { text: 'drift' }).locate(folder, 'docs/adr/0001.md'), undefined);
  });

  it('counts tags in one letter case, most used first', () => {
    deepEqual(tagCounts(sample), [
      ['storage', 2],
      ['ops', 1],
    ]);
  });
});
