import { l10n, languages, workspace } from 'vscode';
import type { GitHubSessions } from '../github/session';
import { answer } from '../host/answer';
import type { Disposables } from '../host/disposables';
import type { FeatureServices } from '../host/featureServices';
import type { LazyFeature } from '../host/lazyFeature';
import { isLocation } from '../records/recordHandles';
import type { TeamFeature } from '../team/teamFeature';
import { CatchUpPage } from './catchUpPage';
import { type FolderNote, HandoffStore } from './handoffStore';
import { HandoffsTree } from './handoffsTree';
import { HandoffsView } from './handoffsView';
import { NoteChanges } from './noteChanges';
import { ReadBack, type Typed } from './readBack';
import { ReadMarks } from './readMarks';
import { ReceivedLenses } from './receivedLenses';

/** The receiver's side of a handoff: the Handoffs view, what changed since, the reply, and where to begin. */
export class HandoffsFeature {
  private readonly page: CatchUpPage;
  readonly store: HandoffStore;
  readonly tree: HandoffsTree;
  private readonly changes: NoteChanges;
  private readonly view: HandoffsView;
  private readonly readBacks: ReadBack;

  constructor(
    parts: Disposables,
    private readonly services: FeatureServices,
    private readonly team: TeamFeature,
    private readonly github: LazyFeature<GitHubSessions>,
  ) {
    const { projects, git, active, contexts, boundary, state, now } = services;
    this.page = parts.add(new CatchUpPage(services.boundary));
    this.store = parts.add(new HandoffStore(projects, team, boundary));
    const marks = parts.add(new ReadMarks(state));
    this.changes = new NoteChanges(git, projects, now);
    const { changes } = this;
    this.tree = parts.add(new HandoffsTree(this.store, marks, changes, now, boundary));
    this.view = parts.add(new HandoffsView(this.tree, this.store, marks, active, contexts, boundary));
    this.readBacks = new ReadBack(this.store, now);
    const lenses = parts.add(new ReceivedLenses(this.tree, changes, boundary));
    parts.add(languages.registerCodeLensProvider({ language: 'markdown' }, lenses));
    parts.add(this.store.onDidChange(() => lenses.refresh()));
    parts.add(workspace.onDidGrantWorkspaceTrust(() => changes.forget()));
  }

  async readBack(argument: unknown): Promise<void> {
    const note = await this.noteOf(argument);
    if (note) await this.readBacks.run(note, wordsIn(argument));
  }

  async startOn(argument: unknown): Promise<void> {
    const note = await this.noteOf(argument);
    if (!note) return;
    const { startOnHandoff } = await import('./startOnHandoff');
    await startOnHandoff(note, this.changes.of(note));
  }

  async showChanges(argument: unknown): Promise<void> {
    const note = await this.noteOf(argument);
    if (note) await this.view.reveal(note);
  }

  async comment(argument: unknown): Promise<void> {
    const note = await this.noteOf(argument);
    if (!note) return;
    const [{ commentHandoff }, github] = await Promise.all([import('./commentHandoff'), this.github.load()]);
    await commentHandoff(github, note, this.services.git);
  }

  markAllRead(): Promise<void> {
    return this.view.markAll();
  }

  async catchMeUp(): Promise<void> {
    const { catchMeUp } = await import('./catchMeUp');
    const { services, store, tree, changes, github, team, page } = this;
    await catchMeUp({ services, store, tree, changes, github, page, zone: team.zone });
  }

  /** The note of a row or a lens, else the one in front. Where there is none, a message says so. */
  private async noteOf(argument: unknown): Promise<FolderNote | undefined> {
    await this.store.whenIdle();
    const shown = this.services.active.uri;
    const note = isLocation(argument) ? this.store.find(argument.folder, argument.path) : shown && this.store.at(shown);
    if (!note) await answer(l10n.t('Open a handoff first, or choose one in the view Handoffs.'));
    return note;
  }
}

/** A command's argument may also bring the words, which then fill the input boxes. */
function wordsIn(argument: unknown): Partial<Typed> {
  if (typeof argument !== 'object' || argument === null) return {};
  const { restated, question } = argument as Partial<Record<keyof Typed, unknown>>;
  return {
    ...(typeof restated === 'string' && { restated }),
    ...(typeof question === 'string' && { question }),
  };
}
