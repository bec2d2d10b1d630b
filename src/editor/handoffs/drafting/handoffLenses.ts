import {
  CodeLens,
  type CodeLensProvider,
  type Command,
  type Disposable,
  EventEmitter,
  l10n,
  Range,
  type TextDocument,
} from 'vscode';
import { checkHandoff } from '../../../core/drafts/readiness';
import { type SaidInvisible, saidInvisible } from '../../../core/drafts/readiness/saidInvisible';
import type { Boundary } from '../../host/boundary';
import { commands } from '../../host/ids';
import { visibleText, withoutIcons } from '../../host/visibleText';
import { readinessLens } from '../../written/readinessLens';
import type { DraftedFrom, InvisibleHere } from './draftedFrom';
import type { HandoffDocuments } from './handoffDocuments';

/**
 * Above the handoff that one is writing: whether it is ready, and what can be done with it. The commands have no
 * arguments: VS Code keeps those with the lens, and while somebody types, the lens that is shown may be gone already.
 */
export class HandoffLenses implements CodeLensProvider, Disposable {
  private readonly changed = new EventEmitter<void>();
  readonly onDidChangeCodeLenses = this.changed.event;

  constructor(
    private readonly documents: HandoffDocuments,
    private readonly draftedFrom: DraftedFrom,
    private readonly boundary: Boundary,
  ) {}

  provideCodeLenses(document: TextDocument): CodeLens[] {
    const lenses = this.boundary.provider('code lenses', [], () => this.lensesOf(document));
    return [...lenses()];
  }

  refresh(): void {
    this.changed.fire();
  }

  dispose(): void {
    this.changed.dispose();
  }

  private lensesOf(document: TextDocument): readonly CodeLens[] {
    if (!this.documents.isBeingWritten(document)) return [];
    const gaps = checkHandoff(document.getText());
    const unseen = gaps.find(({ code }) => code === 'not-visible');
    const readiness = readinessLens(gaps.length, l10n.t('Ready to hand off'), commands.checkHandoff);
    const lens = (line: number) => (command: Command) => new CodeLens(new Range(line, 0, line, 0), command);
    return [...[readiness, ...always()].map(lens(0)), ...this.offers(document).map(lens(unseen ? unseen.line - 1 : 0))];
  }

  /** What makes visible what the next person cannot see. */
  private offers(document: TextDocument): readonly Command[] {
    const here = this.draftedFrom.invisibleIn(document.uri);
    if (here === null) return offersOf(saidInvisible(document.getText()));
    const { unpushed, uncommitted } = here;
    const push = unpushed.length > 0 ? [pushOffer(unpushed)] : [];
    if (uncommitted === 0) return push;
    const sentence = uncommitted === 1 ? l10n.t('Commit 1 file…') : l10n.t('Commit {0} files…', uncommitted);
    return [...push, { title: `$(source-control) ${sentence}`, command: 'workbench.view.scm' }];
  }
}

function pushOffer(unpushed: InvisibleHere['unpushed']): Command {
  const commits = unpushed.reduce((sum, each) => sum + each.commits, 0);
  const [first] = unpushed;
  const where =
    unpushed.length === 1 && first
      ? withoutIcons(visibleText(first.branch, 60))
      : l10n.t('{0} branches', unpushed.length);
  const sentence =
    commits === 1 ? l10n.t('Push 1 commit on {0}', where) : l10n.t('Push {0} commits on {1}', commits, where);
  return { title: `$(repo-push) ${sentence}`, command: commands.pushBranches };
}

/** Of a note from before the window was loaded: how many it is now, the commands find out. */
function offersOf({ unpushed, uncommitted }: SaidInvisible): readonly Command[] {
  return [
    ...(unpushed ? [{ title: `$(repo-push) ${l10n.t('Push Branches…')}`, command: commands.pushBranches }] : []),
    ...(uncommitted ? [{ title: `$(source-control) ${l10n.t('Commit…')}`, command: 'workbench.view.scm' }] : []),
  ];
}

function always(): readonly Command[] {
  return [
    { title: `$(refresh) ${l10n.t('Draft Again')}`, command: commands.draftHandoffAgain },
    { title: `$(copy) ${l10n.t('Copy As…')}`, command: commands.copyDraft },
  ];
}
