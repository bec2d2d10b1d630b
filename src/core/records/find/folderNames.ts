import { wordSet } from '../../text/wordList';
import { proposalSeries } from '../proposalSeries';
import type { RecordKind } from '../record';

/** What a folder's name says of the documents in it. */
export interface FolderRule {
  readonly kind: RecordKind;
  /**
   * `certain`: the name means nothing else. `contextual`: it depends on where the folder is. `numbered`: only files with a
   * number count. `series`: only files with a date or four digits, as shorter numbers order chapters. `text`: only
   * files with four digits, where the folder is at the top (Rust and those who follow it). `outer`: as `numbered`, at the
   * top. `alerts`: only files named like an alert. `direct`: only files directly
   * in it that say what to do, step by step.
   */
  readonly trust: 'certain' | 'contextual' | 'numbered' | 'series' | 'text' | 'outer' | 'alerts' | 'direct';
}

type Row = readonly [kind: RecordKind, trust: FolderRule['trust'], names: string];

const rows: readonly Row[] = [
  ['decision', 'certain', 'adr adrs madr madrs adr-log adr-records decision-record decision-records'],
  ['decision', 'certain', 'architecture-decision architecture-decisions architectural-decisions arch-decisions'],
  ['decision', 'certain', 'architecture-decision-record architecture-decision-records architecture-decision-log'],
  ['decision', 'certain', 'architectural-decision-record architectural-decision-records any-decision-records'],
  ['decision', 'certain', 'technical-decisions tech-decisions technical-decision-records tdrs tdr design-decisions'],
  [
    'decision',
    'certain',
    'engineering-decisions key-decisions lightweight-adrs decision-log decision-logs decisions-log',
  ],
  ['decision', 'contextual', 'decisions decision'],
  // German, French, Spanish, Portuguese, Italian, Dutch, Scandinavian, Polish, Czech, Russian, Turkish, Chinese, Japanese, Korean.
  [
    'decision',
    'contextual',
    'entscheidungen entscheidung architekturentscheidungen entscheidungsprotokoll décisions décision',
  ],
  [
    'decision',
    'contextual',
    'decisiones decisión decisões decisão decisoes decisioni decisione besluiten beslissingen',
  ],
  [
    'decision',
    'contextual',
    'beslutninger beslutning beslut päätökset decyzje rozhodnutí решения kararlar 决策 决策记录',
  ],
  [
    'decision',
    'contextual',
    '架构决策 決策 決定 決定事項 意思決定 意思決定記録 アーキテクチャ決定 결정 의사결정 결정-기록',
  ],
  ['rfc', 'certain', 'rfc rfcs keps teps oteps enhancement-proposals design-proposals'],
  ['rfc', 'contextual', 'proposals enhancements rfds design-docs'],
  ['rfc', 'numbered', ['proposal', ...proposalSeries.map((series) => `${series}s`)].join(' ')],
  ['rfc', 'outer', proposalSeries.join(' ')],
  ['rfc', 'series', 'design designs'],
  ['rfc', 'text', 'text'],
  ['runbook', 'certain', 'runbook runbooks run-books'],
  [
    'runbook',
    'contextual',
    'playbook playbooks sop sops oncall on-call incident-response standard-operating-procedures',
  ],
  ['runbook', 'direct', 'operations ops'],
  ['runbook', 'alerts', 'alerts'],
  ['handoff', 'certain', 'handoffs handovers hand-offs'],
  ['handoff', 'numbered', 'handoff handover'],
  ['guide', 'contextual', 'onboarding how-to how-tos howto howtos how-to-guides guide guides user-guides tutorials'],
  [
    'guide',
    'contextual',
    'developer-guide developer-guides dev-guide dev-guides contributor-guide contribute contributing getting-started',
  ],
];

const folderRules: ReadonlyMap<string, FolderRule> = new Map(
  rows.flatMap(([kind, trust, names]) => names.split(' ').map((name): [string, FolderRule] => [name, { kind, trust }])),
);

/** Names that keep their meaning behind other words: `billing-adrs`, `code-howtos`, `platform-decision-records`. */
const headWords =
  /-((?:decision-|run-)?(?:adrs?|records|decisions|rfcs|runbooks|playbooks|howtos|guides|handoffs|handovers))$/;

/** States that teams append to the name of the folder: `proposals-accepted`, `adr-archive`. */
const stateSuffix =
  /-(?:accepted|active|approved|archived?|deprecated|done|drafts?|implemented|obsolete|old|proposed|rejected|superseded)$/;

/** What a folder's plain name says, or undefined. */
export function folderRule(plainName: string): FolderRule | undefined {
  // `.adr`, `.decisions`: hidden from listings, and folders of records all the same.
  const name = plainName.normalize('NFC').replace(/^\./, '').replace(stateSuffix, '');
  return folderRules.get(name) ?? folderRules.get(headWords.exec(name)?.[1] ?? '');
}

/**
 * A repository may be called `adrs` for another reason: what has no number has to show what it is, and nothing counts that
 * lies deeper.
 */
export function ownRules(rule: FolderRule | undefined): readonly FolderRule[] {
  const kind = rule?.trust === 'outer' ? undefined : rule?.kind;
  if (kind === 'runbook') return [{ kind, trust: 'direct' }];
  if (kind === 'rfc' || kind === 'handoff') return [{ kind, trust: 'numbered' }];
  return kind === 'decision'
    ? [
        { kind, trust: 'numbered' },
        { kind, trust: 'direct' },
      ]
    : [];
}

/** Whether a document is called as folders of guides are, or is about people who come and go. */
export function isGuideName(name: string): boolean {
  const plainName = plainFolderName(name);
  return folderRule(plainName)?.kind === 'guide' || /(?:^|-)(?:on|off)-?boarding(?:-|$)/.test(plainName);
}

/** Folders whose files are prose about the project. */
export const documentFolders = wordSet(`
  doc docs document documents documentation wiki handbook architecture design engineering knowledge-base kb content
  specs website site .github .gitlab .meridian notes technical project-docs internal-docs dev-docs devdocs`);

/** Folders whose files are a program, or what a program serves. A Markdown file there is rarely a record. */
export const codeFolders = wordSet(`
  src source lib app pkg internal cmd include public static assets resources components views controllers models
  routes bin scripts charts roles`);

/** Sample data and scaffolding, wherever they stand on the path. */
export const fixtureFolders = wordSet(`
  fixture fixtures testdata test-data testfixtures test-fixtures snapshots mocks golden goldens testcases
  template templates issue-template discussion-template pull-request-template skeleton skeletons scaffold scaffolds scaffolding boilerplate boilerplates archetype-resources`);

/**
 * Older, translated or built copies of a documentation tree, which would double its records, and trees of other projects.
 */
export const copyFolders = wordSet(
  'versioned-docs i18n locales translations dist third-party thirdparty 3rd-party 3rdparty',
);

/** A language below a folder of documents (`docs/pt-BR`): what is there is mostly said in English beside it. */
export const languageFolder =
  /^(?:ar|cs|da|de|es|fa|fi|fr|he|hi|hu|id|it|ja|ko|nb|nl|pl|pt|ro|ru|sv|th|tr|uk|vi|zh)(?:-[a-z]{2,4})?$/;

/** `.changelog`, `changelog.d`, `changes`, `newsfragments`, `.changeset`. */
export const changeLogFolder =
  /^\.?(?:changelogs?|changes|changesets?|newsfragments?|news|release-notes|releasenotes)(?:\.d)?$/;

/** Folders of tests; what lies in `tests/docs` documents them, the rest is sample data. */
export const testFolder = /^(?:[a-z0-9-]+-)?(?:tests?|e2e)$/;

/** Folders beside the records that hold what belongs to them. */
export const attachmentFolders = wordSet(`
  asset assets attachment attachments image images img imgs media static figure figures diagram diagrams picture
  pictures resource resources file files script scripts example examples report reports meeting meetings minutes
  agenda agendas partial partials include includes snippet snippets`);

/**
 * The name that a folder is known by: lower case, one kind of separator (`DecisionRecords`, `decision_records`),
 * without the number that orders a documentation tree (`01_Architecture`) and without the underscores of `__fixtures__`
 * and `_adr`.
 */
export function plainFolderName(segment: string): string {
  const lower = segment
    .replace(/(?<=[a-z])(?=[A-Z][a-z])/g, '-')
    .toLowerCase()
    .replace(/[_ ]/g, '-');
  const ordered = lower.replace(/^\d{1,3}[.-]+/, '');
  return trimDashes(ordered === '' ? lower : ordered);
}

function trimDashes(text: string): string {
  let from = 0;
  let to = text.length;
  while (text[from] === '-') from++;
  while (to > from && text[to - 1] === '-') to--;
  return text.slice(from, to);
}
