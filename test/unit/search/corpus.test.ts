import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { neverCancelled } from '../../../src/core/ports';
import { DocumentSearch } from '../../../src/core/search/documentSearch';
import { searchSources } from '../../../src/core/search/searchSources';
import { DiskFiles } from '../../../src/disk/diskFiles';
import { NodePacer } from '../../../src/disk/nodePacer';
import { projectOf } from '../project/projectSupport';

/** Records of six public repositories, which are no part of this one: beside it, or where the variable says. */
const corpus = process.env.MERIDIAN_CORPUS ?? resolve(import.meta.dirname, '../../../../shared/corpus');

/** Asked as somebody asks who does not know the record's words. */
const questions: readonly (readonly [question: string, record: string])[] = [
  ['Which provider do we host on, and why not stay with the old data centre vendor?', '0002-hosting-platforms.md'],
  ['mongo cluster was dropped, what did we use instead in AWS?', '0038-mongo_replacement_by_documentdb.md'],
  [
    'Why does the redirect app need its own public ELB that listens on http and https?',
    '0035-bouncer-load-balancer-on-port-80-and-443.md',
  ],
  ['can one kafka topic carry several kinds of event?', '0010-multiple-event-types-per-topic.rst'],
  ['how do I make an attribute of an event payload nullable', '0007-optional-fields.rst'],
  ['consumer pulls messages with next requests, how does that work on the wire', 'ADR-13.md'],
  ['how can a key in a KV bucket expire by itself', 'ADR-48.md'],
  ['where do unit files for agent services go on the host', 'ADR005-systemd_unit_file_location.adoc'],
  ['why do we log in through dex and not authelia any more', '0048-production-oauth-dex-identity-broker.md'],
  [
    'registering DI services twice in .NET, TryAddSingleton or AddSingleton',
    '0026-dotnet-dependency-injection-enhancements.md',
  ],
];

describe('search in records of six public repositories (skipped where they are not beside the project)', () => {
  let search: DocumentSearch;
  before(async function () {
    if (!existsSync(corpus)) this.skip();
    this.timeout(30_000);
    const files = new DiskFiles(corpus);
    const project = projectOf(files);
    await project.loadRecords();
    search = new DocumentSearch(files, new NodePacer());
    await search.update(searchSources(project, []), neverCancelled);
  });

  it('finds the right one of ten among the first three for at least nine', async () => {
    const missed: string[] = [];
    for (const [question, record] of questions) {
      const found = await search.search(question, 3, neverCancelled);
      const paths = found.map(({ source }) => source.path);
      if (!paths.some((path) => path.endsWith(`/${record}`))) missed.push(`${question}\n  ${paths.join('\n  ')}`);
    }
    assert.ok(missed.length <= 1, missed.join('\n'));
  });
});
