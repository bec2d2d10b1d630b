import { deepEqual, equal, ok, throws } from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { commands, contextKeys, handoffItems } from '../../../src/editor/host/ids';
import { manifest } from './manifest';
import { applies, type WhenContext } from './whenContext';

const { commands: declared, menus } = manifest.contributes;
const usual: WhenContext = {
  'config.meridian.enabled': true,
  'config.meridian.github.enabled': true,
  'config.meridian.handoffs.enabled': true,
  [contextKeys.state]: 'ready',
  editorIsOpen: true,
  editorLangId: 'typescript',
  resourceScheme: 'file',
  workspaceFolderCount: 1,
};

/** What the palette lists. */
function listed(context: WhenContext): ReadonlySet<string> {
  const clauses = new Map(menus.commandPalette?.map(({ command, when }) => [command, when ?? 'true']));
  return new Set(
    declared.map(({ command }) => command).filter((command) => applies(clauses.get(command) ?? 'true', context)),
  );
}

/** What it lists besides, where this is in front. */
function added(context: WhenContext): readonly string[] {
  const before = listed(usual);
  return [...listed({ ...usual, ...context })].filter((command) => !before.has(command)).sort();
}

const markdown = { editorLangId: 'markdown' };
const ofHandoff = [commands.checkHandoff, commands.copyDraft];
const ofQuestion = [commands.checkQuestion, commands.copyDraft, commands.openIssue, commands.showMasked];
const ofPullRequest = [
  commands.checkPullRequest,
  commands.choosePullRequestBase,
  commands.choosePullRequestTemplate,
  commands.copyDraft,
  commands.createPullRequest,
];
const { commentHandoff, draftHandoffAgain, readBack, startOnHandoff } = commands;

describe('the command palette', () => {
  const cases: readonly (readonly [what: string, context: WhenContext, adds: readonly string[]])[] = [
    ['any Markdown file', markdown, []],
    [
      'a new Markdown document, which may be any draft',
      { ...markdown, resourceScheme: 'untitled' },
      [commands.copyDraft],
    ],
    [
      'my handoff',
      { ...markdown, [contextKeys.handoffInFront]: 'open' },
      [...ofHandoff, commands.addHandoffPart, draftHandoffAgain],
    ],
    [
      'a handoff that is not to be drafted again',
      { ...markdown, [contextKeys.handoffInFront]: 'written' },
      [...ofHandoff, commands.addHandoffPart],
    ],
    ["a colleague's handoff", { ...markdown, [contextKeys.handoffInFront]: 'read' }, ofHandoff],
    ['a stored note to me', { [contextKeys.noteInFront]: handoffItems.received }, [commentHandoff, readBack]],
    [
      'a stored note to me that names a branch',
      { [contextKeys.noteInFront]: handoffItems.startable },
      [commentHandoff, readBack, startOnHandoff],
    ],
    ['a stored note of mine', { [contextKeys.noteInFront]: handoffItems.sent }, [commentHandoff]],
    [
      'a standup',
      { ...markdown, [contextKeys.summaryInFront]: 'written' },
      [commands.checkSummary, commands.copyDraft],
    ],
    ['a question', { ...markdown, [contextKeys.questionInFront]: 'written' }, ofQuestion],
    ['a pull request', { ...markdown, [contextKeys.pullRequestInFront]: 'open' }, ofPullRequest],
    [
      'the description that a tool at the command line sends',
      { [contextKeys.pullRequestInFront]: 'written' },
      [commands.checkPullRequest],
    ],
    ['a filtered list of records', { [contextKeys.recordsFiltered]: true }, [commands.clearRecordsFilter]],
    [
      'findings by rule',
      { [contextKeys.findings]: true, [contextKeys.findingsGrouping]: 'rule' },
      [commands.groupFindingsByFile, commands.filterFindings, commands.closeFindings],
    ],
    [
      'findings by file that are filtered',
      { [contextKeys.findings]: true, [contextKeys.findingsGrouping]: 'file', [contextKeys.findingsFiltered]: true },
      [commands.groupFindingsByRule, commands.filterFindings, commands.clearFindingsFilter, commands.closeFindings],
    ],
    ['handoffs in the view', { [contextKeys.handoffs]: 'ready' }, [commands.markHandoffsRead]],
  ];
  for (const [what, context, adds] of cases) {
    it(`adds what applies to ${what}, and nothing else`, () => deepEqual(added(context), [...adds].sort()));
  }

  /** What it lists no longer, where this is so. */
  function gone(context: WhenContext): readonly string[] {
    const without = listed({ ...usual, ...context });
    return [...listed(usual)].filter((command) => !without.has(command)).sort();
  }
  const ofEditor = [commands.linkToDecision, commands.showRecordsForFile];

  it('offers nothing on records where there are none', () => {
    const {
      checkReferences,
      copyLink,
      filterRecords,
      filterRecordsByText,
      goToRecord,
      revealInRecords,
      showCitations,
      showInPanel,
      sortRecords,
    } = commands;
    const onRecords = [
      checkReferences,
      copyLink,
      filterRecords,
      filterRecordsByText,
      goToRecord,
      revealInRecords,
      showCitations,
      showInPanel,
    ];
    deepEqual(gone({ [contextKeys.state]: 'empty' }), [...ofEditor, ...onRecords, sortRecords].sort());
  });

  it('offers what waits for the records while they are read, and nothing on a record that is not known yet', () => {
    const { copyLink, filterRecords, filterRecordsByText, revealInRecords, showCitations, showInPanel } = commands;
    const onKnown = [copyLink, filterRecords, filterRecordsByText, revealInRecords, showCitations, showInPanel];
    // Before Meridian is active nothing is known of them either, and a command that is run then activates it.
    for (const state of ['reading', undefined])
      deepEqual(gone({ [contextKeys.state]: state }), [...onKnown, commands.sortRecords].sort());
    const { acceptRecord, deprecateRecord, rejectRecord, supersedeRecord } = commands;
    const onFront = [acceptRecord, deprecateRecord, rejectRecord, supersedeRecord].sort();
    for (const state of ['reading', undefined])
      deepEqual(
        added({ isWorkspaceTrusted: true, [contextKeys.state]: state }),
        [commands.askHistory, ...onFront].sort(),
      );
    const { askHistory, checkReferences, goToRecord } = commands;
    const waiting = [askHistory, checkReferences, goToRecord, ...ofEditor, ...onFront].sort();
    const trusted = { isWorkspaceTrusted: true, [contextKeys.state]: 'reading' };
    const stopped = listed({ ...usual, ...trusted, [contextKeys.state]: 'stopped' });
    deepEqual([...listed({ ...usual, ...trusted })].filter((command) => !stopped.has(command)).sort(), waiting);
  });

  it('offers nothing on a file where no editor is open', () => {
    deepEqual(gone({ editorIsOpen: false }), [...ofEditor].sort());
  });

  it('offers nothing that would be refused where no folder is open', () => {
    const { catchMeUp, createTeamFile, draftHandoff, draftPullRequest, draftStandup, draftWeeklyUpdate } = commands;
    const question = { [contextKeys.questionInFront]: 'written' };
    ok(!listed({ ...usual, ...question, workspaceFolderCount: 0 }).has(commands.openIssue));
    deepEqual(
      gone({ workspaceFolderCount: 0 }),
      [
        ...[catchMeUp, createTeamFile, draftHandoff, draftPullRequest, draftStandup, draftWeeklyUpdate],
        ...[commands.pushBranches, commands.refresh, commands.showFigures, commands.signInToGitHub],
        ...[commands.newDecisionFromChanges, commands.newRfc, commands.newRunbook],
        ...[...ofEditor, commands.checkReferences, commands.goToRecord],
      ].sort(),
    );
  });

  it('offers nothing of GitHub once it is known that no remote is there', () => {
    const { commentHandoff: post, createPullRequest, openIssue, showFigures, signInToGitHub } = commands;
    const all = { [contextKeys.noteInFront]: handoffItems.sent, [contextKeys.questionInFront]: 'written' };
    const inFront = { ...all, [contextKeys.pullRequestInFront]: 'open' };
    const without = listed({ ...usual, ...inFront, [contextKeys.gitHub]: 'none' });
    deepEqual(
      [...listed({ ...usual, ...inFront })].filter((command) => !without.has(command)).sort(),
      [createPullRequest, openIssue, post, showFigures, signInToGitHub].sort(),
    );
  });

  it('offers Copy Draft As… for every kind of text that is written', () => {
    const root = fileURLToPath(new URL('../../../src/editor/', import.meta.url));
    const keys = readdirSync(root, { recursive: true, encoding: 'utf8' }).flatMap((name) => {
      const text = /\/written\w+\.ts$/.test(name) ? readFileSync(root + name, 'utf8') : '';
      return /readonly inFront = contextKeys\.(\w+)/.exec(text)?.[1] ?? [];
    });
    ok(keys.length >= 3, keys.join());
    for (const key of keys) {
      const inFront = { [contextKeys[key as keyof typeof contextKeys]]: 'open' };
      ok(added({ ...markdown, ...inFront }).includes(commands.copyDraft), key);
    }
  });

  for (const [name, file] of [
    ['English', 'package.nls.json'],
    ['German', 'package.nls.de.json'],
  ] as const) {
    // The palette lists by the title as `localeCompare` has it: a blank comes before "…".
    it(`regression: has a command above those whose titles go on where its own ends, in ${name}`, () => {
      const texts: Record<string, string> = JSON.parse(readFileSync(file, 'utf8'));
      const titles = declared.map(({ title }) => texts[title.slice(1, -1)] ?? title);
      const hidden = titles.flatMap((title) => {
        const typed = title.replace(/…$/, '');
        const above = titles.filter((other) => other.startsWith(typed) && other.localeCompare(title) < 0);
        return above.map((other) => `${title} below ${other}`);
      });
      deepEqual(hidden, []);
    });
  }

  it('is the same before a feature has said what is in front', () => {
    const unset = Object.fromEntries(Object.values(contextKeys).map((key) => [key, undefined]));
    const off = Object.fromEntries(Object.values(contextKeys).map((key) => [key, false]));
    deepEqual(listed({ ...usual, ...unset }), listed({ ...usual, ...off }));
  });
});

describe('a when clause', () => {
  it('is read as the editor reads it', () => {
    equal(applies('a && b || c == d', { c: 'd' }), true);
    equal(applies('a && b || c == d', { a: true, c: 'e' }), false);
    equal(applies('!a && c != d', { c: 'e' }), true);
    equal(applies('view =~ /^x(y|z)$/', { view: 'xz' }), true);
    equal(applies('view =~ /^x(y|z)$/', {}), false);
    equal(applies('a in b', { a: 'x', b: { x: true } }), true);
    equal(applies('a in b', { a: 'toString', b: { x: true } }), false);
    equal(applies('a in b', { a: 'x' }), false);
    throws(() => applies('(a || b) && c', {}), /not known/);
  });
});
