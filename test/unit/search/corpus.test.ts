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

/** Questions in other words than the record's. */
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

/** Written before anybody looked at what is found for them. */
const more: typeof questions = [
  ['should a new form component be template driven or model driven', '0001-reactive-forms.md'],
  ['can I use enum in typescript or is a const object preferred', '0025-ts-deprecate-enums.md'],
  ['which library do we use for caching on the server, memory plus redis', '0028-adopt-fusion-cache.md'],
  ['why are we moving away from npm as the package manager', '0030-adopt-pnpm.md'],
  [
    'keep state in the background page of the extension when the service worker is killed',
    '0007-manifest-v3-browser-memory-caching.md',
  ],
  ['watch app: native or xamarin', '0017-watchOS-use-swift.md'],
  ['how do self hosted customers get metrics and traces out', '0020-observability-with-opentelemetry.md'],
  ['drop serilog sinks, where do logs go now', '0021-standard-output-logging.md'],
  [
    'where to check if a user may edit an item in an organization, controller or service layer',
    '0022-server-authorization.md',
  ],
  ['split the huge shared project that all services depend on', '0032-break-up-core.md'],
  ['which tool for drawing diagrams in the docs', '0033-adopt-mermaid-diagram-standard.md'],
  ['push notification to browser without keeping a websocket open', '0019-adopt-web-push.md'],
  ['may an event contain email and name of the learner', '0008-signals-with-pii.rst'],
  ['event must only go out if the database transaction commits', '0015-outbox-pattern-and-production-modes.rst'],
  ['naming rule for a new event type, past tense? version suffix?', '0002-events-naming-and-versioning.rst'],
  ['how should our operators configure certificates for encryption and client login', 'ADR017-tls_authentication.adoc'],
  ['strict null checks in our typescript code base', '0014-typescript-strict.md'],
  [
    'why not use inheritance between angular components of web and desktop',
    '0009-angular-composition-over-inheritance.md',
  ],
  ['file names of angular components camel case or kebab', '0012-angular-filename-convention.md'],
  ['mock objects in client unit tests, jest or substitute', '0006-clients-use-jest-mocks.md'],
  ['controllers or endpoint functions for a new server api', '0031-adopt-minimal-apis.md'],
  ['when do we decrypt a cipher that is shown in a list', '0016-decryption-in-views.md'],
  ['are null references checked by the compiler in the server project', '0024-csharp-nullable-reference-types.md'],
  [
    'what may change in an event payload without breaking consumers',
    '0006-event-schema-serialization-and-evolution.rst',
  ],
  ['which css framework and where do the colours come from', '0005-styling-tailwind-with-shared-tokens.md'],
  [
    'how do database schema changes get applied, can they be rolled back',
    '0020-migrations-node-pg-migrate-forward-only.md',
  ],
  ['what version number does a release get', '0034-releases-calendar-versioning-tag-deploy.md'],
];

describe('search in records of six public repositories (skipped where they are not beside the project)', () => {
  let search: DocumentSearch;
  before(async function () {
    if (!existsSync(corpus)) this.skip();
    const files = new DiskFiles(corpus);
    const project = projectOf(files);
    await project.loadRecords();
    search = new DocumentSearch(files, new NodePacer());
    await search.update(searchSources(project, []), neverCancelled);
  });

  const missing = async (asked: typeof questions) => {
    const missed: string[] = [];
    for (const [question, record] of asked) {
      const found = await search.search(question, 3, neverCancelled);
      const paths = found.map(({ source }) => source.path);
      if (!paths.some((path) => path.endsWith(`/${record}`))) missed.push(`${question}\n  ${paths.join('\n  ')}`);
    }
    return missed;
  };

  it('finds the right one of ten among the first three for at least nine', async () => {
    const missed = await missing(questions);
    assert.ok(missed.length <= 1, missed.join('\n'));
  });

  it(`finds the right one of ${more.length} more among the first three but for three`, async () => {
    const missed = await missing(more);
    assert.ok(missed.length <= 3, missed.join('\n'));
  });
});
