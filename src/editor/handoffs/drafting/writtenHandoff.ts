import { type Event, l10n, type TextDocument } from 'vscode';
import { ownIdentity } from '../../../core/activity/identity';
import { type HandoffPart, missingParts } from '../../../core/drafts/addPart';
import { isAsDrafted } from '../../../core/drafts/fingerprints';
import type { Gap } from '../../../core/drafts/gap';
import { checkHandoff } from '../../../core/drafts/readiness';
import type { ReadinessCode } from '../../../core/drafts/readiness/boxGaps';
import { saidInvisible } from '../../../core/drafts/readiness/saidInvisible';
import { isBy, isOpenDraft, signatures } from '../../../core/handoffs/ownNotes';
import { readHandoff } from '../../../core/handoffs/readHandoff';
import { findMe } from '../../../core/team/team';
import { hasFrontMatterKey } from '../../../core/text/frontMatter';
import { type Instant, wallClockAt, type ZoneName } from '../../../core/time/zone';
import { commands, contextKeys, settingKeys } from '../../host/ids';
import { ownMarkdown } from '../../host/ownMarkdown';
import { visibleText, withoutIcons } from '../../host/visibleText';
import type { TeamFeature } from '../../team/teamFeature';
import { draftPlace } from '../../workspace/folderDocuments';
import type { WrittenAction, WrittenState, WrittenText } from '../../written/writtenText';
import type { DraftedFrom, InvisibleHere } from './draftedFrom';
import { partNames } from './partNames';

/** Handoffs as a kind of written text. */
export class WrittenHandoff implements WrittenText<ReadinessCode> {
  readonly name = 'handoff';
  readonly selector = { language: 'markdown' };
  readonly setting = settingKeys.readiness;
  readonly inFront = contextKeys.handoffInFront;
  readonly check = commands.checkHandoff;
  readonly ready = l10n.t('Ready to hand off');
  readonly list = {
    title: l10n.t('What is missing in this handoff'),
    none: l10n.t('Nothing is missing: the handoff is ready.'),
    elsewhere: l10n.t('Open a handoff first: its front matter begins with handoff, from and to.'),
  };
  readonly sentences = sentences;
  readonly unclearTime = 'unclear-due';
  readonly changes: readonly Event<unknown>[];

  constructor(
    private readonly team: Pick<TeamFeature, 'files' | 'me' | 'zone'>,
    private readonly draftedFrom: DraftedFrom,
    private readonly now: () => number,
  ) {
    // Whose note a document is may become known only later.
    this.changes = [team.me.onDidChange, draftedFrom.onDidChange];
  }

  is(document: TextDocument): boolean {
    return hasFrontMatterKey(ownMarkdown(document), 'handoff');
  }

  /**
   * A note is being written while it is the person's own of today, or is being edited, and nobody has read it back.
   * Other people's notes, and those handed over days ago, are not to be completed any more.
   */
  stateOf(document: TextDocument): WrittenState {
    const note = readHandoff(document.uri.path, document.getText());
    if (!note || note.replies.length > 0) return 'read';
    const { names, zone } = this.selfFor(document);
    // A note of another person or of another day is never rewritten.
    if (names !== null && isOpenDraft(note, names, zone, this.now())) return 'open';
    if (names !== null && note.from !== null && !isBy(note, names)) return 'read';
    const isWritten = document.isDirty || (note.written !== null && isSameDay(note.written, this.now(), zone));
    return isWritten ? 'written' : 'read';
  }

  /** Resolves when git has said who is at the keyboard. */
  async whenSelfKnown(document: TextDocument): Promise<void> {
    const place = draftPlace(document);
    if (place) await this.team.me.whenKnown(place.folder.uri);
  }

  /** The person at the keyboard, as far as known by now. */
  private selfFor(document: TextDocument): { readonly names: ReadonlySet<string> | null; readonly zone: ZoneName } {
    const team = this.team.files.teamFor(document)?.team ?? null;
    const place = draftPlace(document);
    const myself = place && this.team.me.in(place.folder.uri);
    const me = team && myself ? findMe(team, myself) : null;
    const name = me?.name ?? myself?.name ?? null;
    const names = name === null || !myself ? null : signatures(name, me, team, ownIdentity(myself, me));
    return { names, zone: me?.zone ?? this.team.zone() };
  }

  isAsDrafted(document: TextDocument): boolean {
    return isAsDrafted(document.getText(), 'note');
  }

  gapsIn(document: TextDocument): readonly Gap<ReadinessCode>[] {
    return checkHandoff(document.getText());
  }

  actionsFor(document: TextDocument): readonly WrittenAction[] {
    const stated = saidInvisible(document.getText());
    const { unpushed, pushable, uncommitted } = stated;
    const here = this.draftedFrom.invisibleIn(document.uri);
    const again = { title: `$(refresh) ${l10n.t('Draft Again')}`, command: commands.draftHandoffAgain };
    const line = unpushed || uncommitted ? stated.line : 0;
    const missing = missingParts(document.getText());
    return [
      ...(this.stateOf(document) === 'open' ? [again] : []),
      ...(missing.length > 0 ? [addOffer(missing)] : []),
      { title: `$(copy) ${l10n.t('Copy As…')}`, command: commands.copyDraft },
      ...(here === null ? offersOf(pushable, uncommitted) : countedOffers(here)).map((offer) => ({ ...offer, line })),
    ];
  }
}

const mostNamed = 3;

function addOffer(missing: readonly HandoffPart[]): WrittenAction {
  const names = partNames();
  const words = missing.slice(0, mostNamed).map((part) => names[part].short);
  const more = missing.length > mostNamed ? '…' : '';
  const sentence = l10n.t('Add: {0}', words.join(', '));
  return { title: `$(add) ${sentence}${more}`, command: commands.addHandoffPart };
}

function isSameDay(one: Instant, other: Instant, zone: ZoneName): boolean {
  return wallClockAt(zone, one).date === wallClockAt(zone, other).date;
}

/** What is missing, and what to write. `detail` is the text of the place that has the gap. */
const sentences: Readonly<Record<ReadinessCode, (detail: string) => string>> = {
  'no-addressee': () => l10n.t('It does not say whom the handoff is for: write a name, a team, or next after to:'),
  'no-next': () => l10n.t('There is no next action: say what to do first, or write none'),
  'no-owner': (item) => l10n.t('It does not say who does this: {0}', item),
  'no-due': (item) => l10n.t('It is not said until when: {0}', item),
  'unclear-due': (words) => l10n.t('Readers elsewhere cannot tell when this is: {0}', words),
  'no-state': (item) => l10n.t('On track, needs watching or blocked? {0}', item),
  'no-contingency': (item) =>
    item === ''
      ? l10n.t('Say what to do if something happens, or take the line out')
      : l10n.t('There is no "if … then …": {0}', item),
  'no-blockers': () => l10n.t('Say on whom or what you wait and since when, or write none'),
  'no-needed-by': (item) => l10n.t('It is not said by when the answer is needed: {0}', item),
  'no-default': (item) => l10n.t('It is not said what you do without an answer: {0}', item),
  'prompt-left': (item) => l10n.t('Left to fill in: {0}', item),
  'not-visible': () => l10n.t('The next person does not see this yet: push or commit it, and draft again'),
};

/** For a note that was drafted in this window: with the numbers that git found then. */
function countedOffers({ unpushed, diverged, uncommitted }: InvisibleHere): readonly WrittenAction[] {
  const sentence = uncommitted === 1 ? l10n.t('Commit 1 file…') : l10n.t('Commit {0} files…', uncommitted);
  return [
    ...(unpushed.length > 0 ? [pushOffer(unpushed)] : []),
    ...(diverged.length > 0 ? [pullOffer(diverged)] : []),
    ...(uncommitted > 0 ? [{ title: `$(source-control) ${sentence}`, command: 'workbench.view.scm' }] : []),
  ];
}

/** A diverged branch can be pushed only after a pull, by merge or rebase: that is done in Source Control. */
function pullOffer(diverged: InvisibleHere['diverged']): WrittenAction {
  const sentence = l10n.t('Pull {0} before it can be pushed: diverged', branchesText(diverged));
  return { title: `$(repo-pull) ${sentence}`, command: 'workbench.view.scm' };
}

function branchesText(names: readonly string[]): string {
  const [first = ''] = names;
  return names.length === 1 ? withoutIcons(visibleText(first, 60)) : l10n.t('{0} branches', names.length);
}

function pushOffer(unpushed: InvisibleHere['unpushed']): WrittenAction {
  const commits = unpushed.reduce((sum, each) => sum + each.commits, 0);
  const where = branchesText(unpushed.map(({ branch }) => branch));
  const sentence =
    commits === 1 ? l10n.t('Push 1 commit on {0}', where) : l10n.t('Push {0} commits on {1}', commits, where);
  return { title: `$(repo-push) ${sentence}`, command: commands.pushBranches };
}

/** For a note from before the window was loaded: its commands count anew. */
function offersOf(pushable: boolean, uncommitted: boolean): readonly WrittenAction[] {
  return [
    ...(pushable ? [{ title: `$(repo-push) ${l10n.t('Push Branches…')}`, command: commands.pushBranches }] : []),
    ...(uncommitted ? [{ title: `$(source-control) ${l10n.t('Commit…')}`, command: 'workbench.view.scm' }] : []),
  ];
}
