import assert from 'node:assert/strict';
import fc from 'fast-check';
import { walk } from '../../../../src/core/files/walk';
import { neverCancelled } from '../../../../src/core/ports';
import { type FindSettings, noSettings, RecordFinder } from '../../../../src/core/records/find/recordFinder';
import { recordKinds } from '../../../../src/core/records/record';
import { projectOf } from '../../project/projectSupport';
import { countFloors } from '../../support/floors';
import { memoryFiles } from '../../support/memoryFiles';

const finder = new RecordFinder([], noSettings);
const kindOf = (path: string) => finder.candidate(path)?.kind ?? null;

async function loaded(files: Record<string, string>, settings: FindSettings = noSettings): Promise<RecordFinder> {
  const store = memoryFiles(files);
  const tree = await walk(store, {}, neverCancelled, { breathe: async () => {} });
  return RecordFinder.load(store, tree, settings, neverCancelled);
}

/** One line a convention; `{kind: paths}`. Paths are made up; the conventions are those of public repositories. */
const found: Readonly<Record<(typeof recordKinds)[number], readonly string[]>> = {
  decision: [
    ...['docs/adr/0001-use-a-queue.md', 'doc/adr/0001-use-a-queue.md', 'docs/ADR/0001-use-a-queue.markdown'],
    ...['docs/adrs/0007-x.rst', 'docs/decisions/0007-x.mdx', 'doc/architecture/decisions/0007-x.adoc', 'adr/7-x.md'],
    ...['docs/architecture-decisions/adr007-x.md', 'architecture-decision-record/021-Many-clusters.md'],
    ...['Architecture Decision Records/area/TEAM-ADR-Area-0001-x.md', 'docs/01_Architecture/adr/0003-x-de.md'],
    ...['docs/developer/decision-records/2024-02-03-slug/README.md', 'adr/0012-slug/index.md', 'src/adr/0014-x.md'],
    ...['.agents/adr/0001-x.md', 'docs/tdr/TDR-001-x.md', 'tdrs/0001-x.md'],
    ...['docs/adr/drafts/ADRx-choose.adoc', 'docs/adr/deprecated/0006-x.md', 'docs/adr-archive/0006-x.md'],
    'docs/architecture/adr-0012-2024-budget.md',
    ...['docs/architecture/adr-031-x.md', 'adr-002-x.md', 'content/ADR-115-x.md', 'docs/architecture/ADR003-x.md'],
    ...['docs/pages/project/decisions/adr-1.md', 'modules/dev/pages/adr/ADR003-x.adoc', 'notes/20260125-ADR-slug.md'],
    ...['docs/adr/20200927-slug.md', 'docs/adr/adr_slug_20230225.md', 'docs/adr/AD0001-slug.md', 'adr/ADR-7.md'],
    ...['docs/adr/0012-use-template-engine.md', 'docs/adr/0008-index-by-date.md', 'docs/decisions/use-a-queue.md'],
    ...['packages/web/docs/adr/0001-x.md', 'a/b/c/docs/decisions/0001-x.rst', 'docs/adr/0003-a (b) c++.md'],
    ...['docs/billing-adrs/0001-x.md', 'tests/docs/adr/0001-x.md', 'docs/adr/tests/0001-x.md', 'adr/0001-x.txt'],
    ...['docs/adr/operations/0003-x.md', 'docs/architecture/adr-draft-x.md', 'docs/guides/adr/use-a-queue.md'],
    ...['DecisionRecords/storage/why-tables.md', 'docs/adr/0001-choix-du-modele-adr.md', 'docs/adr/modelo-de-dados.md'],
    ...['docs/adr/20240603162604-x.md', 'docs/adr/0007-x/0007-x.md'],
  ],
  rfc: [
    ...['rfcs/0001-x.md', 'docs/rfcs/plain-name.md', 'text/2345-x.md', 'docs/proposals/202012-x.md', 'proposals/x.md'],
    ...['keps/sig-a/19-x/README.md', 'teps/0002-x.md', 'docs/proposals-accepted/x.md', 'enhancements/net/plain.md'],
    ...['docs/rfc-012-x.md', 'peps/pep-0008.rst', 'enhancements/0001-x/proposal.md'],
    ...['FIPS/fip-0008.md', 'FRCs/frc-0008.md', 'jep/12/README.adoc'],
    ...['design/12166-x.md', 'docs/design/2024-05-06-x.md', 'rfcs/086-x/README.md', 'rfcs/048-use-rfcs/README.md'],
  ],
  runbook: [
    ...['docs/runbooks/restart.md', 'runbooks/db/README.md', 'services/pay/runbooks/x.md', 'docs/playbooks/x.md'],
    ...['docs/operations/backup.md', 'ops/rotate-keys.md', 'docs/sop/x.md', 'docs/oncall/x.md'],
    ...['alerts/some-operator/KubePodCrashLooping.md', 'alerts/etcd/etcdNoLeader.md', 'content/runbooks/n/DiskFull.md'],
    ...[
      'operations/ledger-mixin/runbook.md',
      'services/pay/RUNBOOK.md',
      'docs/release-runbook.md',
      'docs/adr/runbooks/restart.md',
    ],
  ],
  guide: [
    'docs/security.md',
    'doc/threat-model.md',
    ...['CONTRIBUTING.md', '.github/contributing.md', 'packages/a/ARCHITECTURE.md', 'docs/onboarding/first-week.md'],
    ...['docs/how-tos/x.rst', 'docs/howto/x.md', 'docs/guides/deep/x.mdx', 'docs/GETTING_STARTED.md', 'DEVELOPMENT.md'],
    ...['docs/code-howtos/x.md', 'docs/architecture.md', 'docs/guides/security.md'],
  ],
  diagram: [
    ...['docs/a.drawio', 'a.drawio.svg', 'x/y.excalidraw', 'docs/c.puml', 'c.PlantUML', 'm.mmd', 'm.mermaid'],
    ...['workspace.dsl', 'docs/adr/images/flow.d2'],
  ],
  handoff: [
    'docs/handoffs/2026-11-20-ann.md',
    'handovers/x.md',
    '.meridian/handoffs/x.md',
    'docs/2026-01-17_Handover.md',
    'docs/handoff/2026-11-20.md',
  ],
};

const notFound: readonly string[] = [
  // Beside the records
  ...['docs/adr/README.md', 'docs/adr/index.mdx', 'docs/decisions/index.rst', 'docs/adr/_index.md', 'adr/README.fr.md'],
  ...['docs/adr/000-index.md', 'docs/adr/toc.md', 'docs/adr/SUMMARY.md', 'docs/adr/backlog.md', 'docs/adr/adr-log.md'],
  ...['docs/adr/template.md', 'docs/adr/0000-template.md', 'adr/drafts/_template.adoc', 'docs/adr/ADR-Template.md'],
  ...[
    'docs/adr/000-template-general.md',
    ...['rfcs/_YYYY-MM-DD-issue#-title.md', 'docs/adr/yyyymmdd-title.md'],
    'a-decision-records/ODH-ADR-0000-template.md',
    'docs/adr/templates/0001-x.md',
  ],
  ...['docs/adr/vorlage.md', 'docs/decisions/0000-modele-adr.md', 'docs/adr/adr-plantilla.md', 'docs/adr/ADR模板.md'],
  ...['docs/governance/adr-0048-0138-gaps.md', '.github/agents/runbook-writer.md'],
  ...[
    'docs/adr/how-to-write-an-adr.md',
    'docs/adr/how-we-decide.md',
    'docs/decisions/adr-guidelines.md',
    'docs/adr/guide.md',
    'docs/decisions/AGENTS.md',
    'docs/adr/CLAUDE.md',
  ],
  ...['docs/dev/rfc-022-027-architecture-review.md'],
  // A protocol, not a series of proposals.
  ...['src/sip/12/README.md', 'sip/README.md', 'sip/calls.md'],
  ...['docs/05_impl/03_ADR_overview.md', 'docs/1-adr-process.md'],
  // Chapters of a record that has a folder of its own, and of a design
  ...['rfcs/086-x/01-overview.md', 'rfcs/086-x/13-checklist.md', 'rfcs/086-x/talks/first.md'],
  ...['docs/adr/0086-x/talks/2024-05-06-first.md', 'rfcs/086-x/2024-05-06-first.md'],
  ...['design/assets/12166-x.md', 'src/design/12166-x.md'],
  ...['docs/adr/adr.template.md', 'docs/adr/adr-short-template.md', 'docs/adr/adr-NNN.md', 'rfcs/001-rfc-template.md'],
  ...[
    'docs/adr/0015-dns.jpg',
    'docs/adr/assets/0001-notes.md',
    'docs/adr/0012-slug/benchmarks.md',
    'adr/2024/README.md',
  ],
  ...['docs/adr/reports/2026-08-29-x.md', 'reports/2026-08-29-x.md', 'docs/adr/CHANGELOG.md', 'adr-template.md'],
  ...['keps/sig-a/README.md', 'rfcs/README.md', 'runbooks/README.md', 'docs/guides/README.md'],
  ...['modules/x/partials/current_adrs.adoc', 'content/docs/add-runbook.md'],
  // Code and what it serves
  ...['src/decisions/queue.ts', 'src/decisions/notes.md', 'app/views/guides/x.md', 'src/handoff/notes.md'],
  ...['lib/adr/readme-like.md', 'src/proposals/flow.md', 'rfcs/src/draft-x.md', 'app/runbook-list.tsx'],
  // Tools' own folders
  ...['.claude/skills/handoff/SKILL.md', '.agents/runbooks/deploy.md', '.tool/docs/guides/x.md', '.x/CONTRIBUTING.md'],
  ...['docs/handoff/checklist.md', '.tool/adr/why-not-x.md'],
  // Other people's documents
  ...['docs/rfc/rfc8621.md', 'docs/rfcs/rfc2616.txt', 'rfc7519.md', 'proposals/offer.txt', 'alerts/notes.md'],
  ...['ops/terraform/module/x.md', 'alerts/a/helpers/accessToolbox.md', 'docs/text/01-chapter.md'],
  // Test data, scaffolding, copies
  ...['test/fixtures/docs/adr/0001-x.md', 'pkg/testdata/adr/0001-x.md', 'src/test/resources/adr/0001-x.md'],
  ...['a/__fixtures__/adr/0001-x.md', 'core/integration-tests/p/docs/adr/0001-x.md', 'tests/CONTRIBUTING.md'],
  ...['{{cookiecutter.name}}/docs/decisions/0001-x.rst', '.github/ISSUE_TEMPLATE/onboarding.md', 'e2e/a.mmd'],
  ...['third_party/x/docs/adr/0001-x.md', 'dist/docs/adr/0001-x.md', '3rdparty/x/adr/0001-x.md'],
  ...['docs/versioned_docs/v1/guides/x.md', 'docs/pt-BR/guides/x.md', 'docs/syntax/architecture.md'],
  ...['README.md', 'docs/design.md', 'CHANGELOG.md', ''],
  ...['SECURITY.md', 'docs/SECURITY.md', '.github/SECURITY.md', 'docs/api/security.md', 'src/security.md'],
];

describe('RecordFinder', () => {
  for (const kind of recordKinds) {
    for (const path of found[kind]) it(`finds the ${kind} ${path}`, () => assert.equal(kindOf(path), kind));
  }
  for (const path of notFound) it(`finds nothing in ${path}`, () => assert.equal(kindOf(path), null));

  it('says whether the name alone makes the record, and what carries its id', () => {
    const seen = (path: string) => {
      const candidate = finder.candidate(path);
      return candidate && [candidate.how, candidate.named, candidate.name, candidate.folder];
    };
    assert.deepEqual(seen('docs/adr/0001-x.md'), ['folder', true, '0001-x', 'docs/adr']);
    assert.deepEqual(seen('docs/adr/why-not-x.md'), ['folder', false, 'why-not-x', 'docs/adr']);
    assert.deepEqual(seen('docs/adr/0012-slug/README.md'), ['folder', true, '0012-slug', 'docs/adr']);
    assert.deepEqual(seen('docs/architecture/adr-031-x.md'), ['name', true, 'adr-031-x', null]);
  });

  it('includes and excludes by settings, exclusion last', async () => {
    const settings: FindSettings = {
      include: [
        { glob: 'thoughts/**/*.md', kind: 'rfc' },
        { glob: '{{{', kind: 'guide' },
      ],
      exclude: ['thoughts/old', 'docs/adr/0002-*', `${'{a,b}'.repeat(30)}`],
    };
    const set = await loaded({}, settings);
    assert.deepEqual(set.candidate('thoughts/x.md'), {
      ...{ path: 'thoughts/x.md', kind: 'rfc', how: 'setting', name: 'x', named: true, folder: null },
    });
    assert.equal(set.candidate('thoughts/old/x.md'), null);
    assert.equal(set.candidate('docs/adr/0002-x.md'), null);
    assert.equal(set.candidate('docs/adr/0003-x.md')?.kind, 'decision');
  });

  const configs: readonly [file: string, text: string, record: string][] = [
    ['.adr-dir', 'knowledge/choices\n', 'knowledge/choices/0001-x.md'],
    ['svc/.adr-dir', './choices', 'svc/choices/why.md'],
    ['.log4brains.yml', 'project:\n  adrFolder: ./log\n', 'log/20200101-x.md'],
    ['.log4brains.yml', 'project:\n  packages:\n    - name: a\n      adrFolder: pk/a/log # b\n', 'pk/a/log/x.md'],
    ['adrs.toml', '# c\nadr_dir = "choices" # d\n', 'choices/0001-x.md'],
    ['adr.config.json', '{"path": ".\\\\Choices"}', 'Choices/0001-x.md'],
    ['b/catalog-info.yaml', "metadata:\n  annotations:\n    backstage.io/adr-location: 'log'\n", 'b/log/0001-x.md'],
    ['.adr-dir', 'choices', 'choices/0002-slug/README.md'],
    ['.adr-dir', '.', '0001-x.md'],
  ];
  for (const [file, text, record] of configs) {
    it(`takes the folder from ${file}: ${JSON.stringify(text)}`, async () => {
      const candidate = (await loaded({ [file]: text })).candidate(record);
      assert.deepEqual([candidate?.kind, candidate?.how], ['decision', 'config']);
    });
  }

  it('keeps templates and indexes out of configured folders too', async () => {
    const set = await loaded({ '.adr-dir': 'choices' });
    assert.equal(set.candidate('choices/README.md'), null);
    assert.equal(set.candidate('choices/template.md'), null);
    assert.equal(set.candidate('choices-else/x.md'), null);
  });

  const useless: readonly [file: string, text: string][] = [
    ['.adr-dir', '../outside'],
    ['.adr-dir', ''],
    ['.log4brains.yml', 'adrFolder: https://example.org/x'],
    ['adr.config.json', '{"path": ['],
    ['adr.config.json', 'null'],
    ['tests/p/.adr-dir', 'x'],
  ];
  for (const [file, text] of useless) {
    it(`gets over ${file} with ${JSON.stringify(text)}`, async () => {
      const set = await loaded({ [file]: text });
      assert.equal(set.candidate('tests/p/x/0001-x.md'), null);
      assert.equal(set.candidate('x/y.md'), null);
    });
  }

  it('knows which files to load again for', () => {
    for (const file of ['.adr-dir', 'a/.log4brains.yml', 'catalog-info.yaml']) assert.ok(finder.isConfigFile(file));
    assert.ok(!finder.isConfigFile('a.yml'));
  });

  it('answers for any path, the same each time and quickly', () => {
    const segment = fc.oneof(
      fc.constantFrom('docs', 'adr', 'ADR-0001-x.md', '0001', '-', '_', '...', 'template.md', 'rfcs', '{{x}}', 'İ.md'),
      fc.string({ maxLength: 40 }).map((text) => text.replaceAll('/', '')),
      fc
        .string({ minLength: 200, maxLength: 400, unit: fc.constantFrom('a', '-', '0', '_') })
        .map((text) => `${text}.md`),
    );
    const floors = countFloors();
    fc.assert(
      fc.property(fc.array(segment, { minLength: 1, maxLength: 8 }), (parts) => {
        const path = parts.join('/');
        const candidate = finder.candidate(path);
        assert.deepEqual(new RecordFinder([], noSettings).candidate(path), candidate);
        assert.equal(candidate?.path ?? path, path);
      }),
      { numRuns: 500 },
    );
    assert.ok(floors() < 200);
  });
});

describe('copies of a record', () => {
  it('that tools leave behind are none', () => {
    for (const name of [
      ...[
        '0012-pg_BASE_1234',
        '0012-pg_LOCAL_1234',
        '0012-pg.REMOTE.12',
        '0012-pg copy',
        '0012-pg copy 2',
        '0012-pg (1)',
        '0012-pg (copy)',
        '0012-pg~HEAD',
        '0012-pg~1a2b3c4 (Say why)',
        'Copy of 0012-pg',
        'Kopie von 0012-pg',
      ],
      ...['0012-pg.bak', '0012-pg.orig', '0012-pg - Copy', '0012-pg - Kopie (2)', '0012-pg~'],
      ...["0012-pg (Ann's conflicted copy 2026-01-01)", '0012-pg.sync-conflict-20260101-101010-ABC'],
    ])
      assert.equal(kindOf(`docs/adr/${name}.md`), null, name);
  });

  it('are records where the name only has the words', () => {
    for (const name of [
      '0013-copy-on-write',
      '0014-base-image',
      '0015-use-local-cache',
      '0016-keep-a-copy',
      '0017-x (b)',
    ])
      assert.equal(kindOf(`docs/adr/${name}.md`), 'decision', name);
  });

  it('in another language are none beside their original, and records without it', async () => {
    const names = [
      '1-a.md',
      '1-a.de.md',
      '2-b.en.md',
      '2-b.pt-BR.md',
      '3-c.de.md',
      '4-modelo-de.md',
      '5-d_fr.md',
      '5-d.md',
    ];
    const set = await loaded(Object.fromEntries(names.map((name) => [`docs/adr/${name}`, '# A'])));
    const records = names.filter((name) => set.candidate(`docs/adr/${name}`) !== null);
    assert.deepEqual(records, ['1-a.md', '2-b.en.md', '3-c.de.md', '4-modelo-de.md', '5-d.md']);
  });
});

describe('decisions by their place', () => {
  it('are found in folders of other languages, and in hidden ones', () => {
    for (const path of [
      ...[
        'docs/entscheidungen/0001-x.md',
        'docs/décisions/0001-x.md',
        'docs/de\u0301cisions/0001-x.md',
        'docs/decisiones/x.md',
      ],
      ...[
        'docs/意思決定/0001-x.md',
        'docs/决策/0001-x.md',
        '.decisions/0123-x.md',
        '.adr/0124-x.md',
        'pkg/a/.adr/0001-x.md',
      ],
      'docs/architecture/ARD004-disks.md',
    ])
      assert.equal(kindOf(path), 'decision', path);
  });

  it('are none among the entries of a change log, nor notes of a tool', () => {
    for (const path of [
      '.changelog/v1/2192-adr009-impl.md',
      'changelog.d/adr-009-x.md',
      '.decisions/notes.md',
      '.x/adr-9.md',
    ])
      assert.equal(kindOf(path), null, path);
  });
});

describe('content that has to say what a path only suggests', () => {
  it('is that of a design and of a page of operations', async () => {
    const signed = '# Pods\n\n* Owner: Ann Lee\n* Status: Accepted\n\n## Background\n\nWords.\n';
    const files = memoryFiles({
      'design/pods.md': signed,
      'design/notes.md': '# Notes\n\nWords on pods.\n',
      'design/README.md': signed,
      'design/images/x.md': signed,
      'src/design/x.md': signed,
      'geps/gep-1016/index.md': '---\ntitle: "GEP-1016: Routes"\n---\n\n* Status: Standard\n\n## Goal\n\nRoutes.\n',
      'docs/operations/restore.md': '# Restore\n\n## Steps\n\n1. Stop the ledger\n2. Copy it back\n',
      'docs/operations/team-onboarding.md': '# Welcome\n\n## Steps\n\n1. Read this\n2. Ask Ann\n',
      'docs/operations/schema.md': '# Schema\n\nA table has rows.\n',
      'docs/operations/policy.md': '# Authorization\n\n## Reading the scopes\n\n1. read\n2. write\n',
      'docs/operations/columns.md': '# Columns\n\n## Usage\n\n- one\n- two\n',
      'docs/operations/costs.md': '# Costs\n\n## 1. Purpose\n\nWords.\n\n## 2. Tools\n\nWords.\n',
      'docs/operations/keys.md': '# Rotating keys\n\n1. Make one\n2. Put it in\n',
      'APE12.rst':
        'Use Go\n------\n\nauthor: Ann Lee\n\ntype: Standard Track\n\nstatus: Accepted\n\nAbstract\n--------\n\nGo.\n',
      'docs/SLEP-007.rst': 'Use C\n=====\n\n:Author: Ann\n:Status: Draft\n:Type: Process\n\nText.\n',
      'docs/REQ-012.md': '# Use Go\n\n- Author: Ann Lee\n- Type: Functional\n- Status: Accepted\n',
      'docs/prd/0001-rename.md':
        '# PRD-0001 — Rename it\n\n- **Status:** proposed\n- **Author:** Ann Lee\n\n## Decision\n\nRename it.\n',
      'docs/BUG-12.md': '# It fails\n\n- Author: Ann Lee\n- Status: Open\n',
      'rfcs/2022-04 Parquet.md': '# Parquet\n\nCreated: 2022 April\n',
    });
    const project = projectOf(files);
    await project.load();
    assert.deepEqual(
      project.records().map(({ path, kind, id, idPrefix, date }) => [path, kind, idPrefix, id, date]),
      [
        ['APE12.rst', 'rfc', 'APE', '12', null],
        ['design/pods.md', 'rfc', null, null, null],
        ['docs/SLEP-007.rst', 'rfc', 'SLEP', '007', null],
        ['docs/operations/keys.md', 'runbook', null, null, null],
        ['docs/operations/restore.md', 'runbook', null, null, null],
        ['geps/gep-1016/index.md', 'rfc', 'GEP', '1016', null],
        ['rfcs/2022-04 Parquet.md', 'rfc', null, '2022-04 Parquet', '2022-04'],
      ],
    );
  });
});

describe('a number alone', () => {
  it('makes a candidate that has to show what it is', () => {
    const candidates = ['docs/architecture/017-x.md', 'features/0023-x/README.md', 'docs/rules/0007_x.adoc'];
    for (const path of candidates) assert.equal(finder.candidate(path)?.how, 'evidence', path);
  });

  it('makes none of a chapter, a date, code or a note of a tool', () => {
    for (const path of [
      ...['docs/architecture/01-introduction.md', 'docs/2024-notes.md', 'src/017-x.md', 'services/017-x.md'],
      ...['.x/017-x.md', 'docs/images/017-x.md', 'docs/017.md', 'lib/0023-x/README.md', 'tests/017-x/README.md'],
    ])
      assert.equal(finder.candidate(path), null, path);
  });
});
