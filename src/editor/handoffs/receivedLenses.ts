import {
  type CancellationToken,
  CodeLens,
  type CodeLensProvider,
  EventEmitter,
  l10n,
  Range,
  type TextDocument,
  workspace,
} from 'vscode';
import { saidInvisible } from '../../core/drafts/readiness/saidInvisible';
import { arrivedSince } from '../../core/handoffs/arrivedSince';
import type { Boundary } from '../host/boundary';
import { type CommandId, commands } from '../host/ids';
import { signalOf } from '../host/signalOf';
import type { HandoffNode } from './handoffItems';
import type { HandoffsTree } from './handoffsTree';
import type { NoteChanges } from './noteChanges';

/** Lenses above a note to the reader: what the reader can do with it, and whether it is still true. */
export class ReceivedLenses implements CodeLensProvider {
  private readonly changed = new EventEmitter<void>();
  readonly onDidChangeCodeLenses = this.changed.event;

  constructor(
    private readonly tree: HandoffsTree,
    private readonly changes: NoteChanges,
    private readonly boundary: Boundary,
  ) {}

  refresh(): void {
    this.changed.fire();
  }

  provideCodeLenses(document: TextDocument, token: CancellationToken): Promise<CodeLens[]> {
    return this.boundary.provider<[], CodeLens[]>('handoff lenses', [], async () => {
      const row = this.tree.rows.find(({ note }) => note.uri.toString() === document.uri.toString());
      if (row?.direction !== 'to-me') return [];
      const place = headingOf(document);
      const signal = signalOf(token);
      const moved = workspace.isTrusted ? await this.changes.movedBranches(row.note, signal) : 0;
      // Without arguments, as in `written/writtenText.ts`: the commands take the note in front.
      const lenses = lensesFor(row, moved).map(({ title, command }) => new CodeLens(place, { title, command }));
      return [...lenses, ...(await this.arrival(document, row, signal))];
    })();
  }

  /**
   * A lens above what the writer had not pushed, which says whether it has arrived: the note itself does not change.
   */
  private async arrival(document: TextDocument, { note }: HandoffNode, signal: AbortSignal): Promise<CodeLens[]> {
    const text = document.getText();
    const { line, unpushed } = saidInvisible(text);
    if (!unpushed || !workspace.isTrusted) return [];
    const { changes, git } = await this.changes.of(note, signal);
    const arrived = git === 'asked' ? arrivedSince(text, note, changes) : null;
    if (arrived === null) return [];
    const title = arrived
      ? l10n.t('$(check) The commits are here now')
      : l10n.t('$(question) Not here yet: fetch, or ask whether it was pushed');
    return [new CodeLens(new Range(line, 0, line, 0), { title, command: commands.showHandoffChanges })];
  }

  dispose(): void {
    this.changed.dispose();
  }
}

function lensesFor({ note, readBack }: HandoffNode, moved: number): readonly { title: string; command: CommandId }[] {
  const lenses = [
    {
      title: readBack ? l10n.t('$(comment) Read back again') : l10n.t('$(comment) Read back'),
      command: commands.readBack,
      isShown: true,
    },
    {
      title: l10n.t('$(git-branch) Start on this'),
      command: commands.startOnHandoff,
      isShown: note.branches.length > 0,
    },
    {
      title:
        moved === 1 ? l10n.t('$(warning) 1 branch moved since') : l10n.t('$(warning) {0} branches moved since', moved),
      command: commands.showHandoffChanges,
      isShown: moved > 0,
    },
  ];
  return lenses.filter(({ isShown }) => isShown);
}

/** The first heading below the front matter, so that the lenses are next to what is read; else the first line. */
function headingOf(document: TextDocument): Range {
  const most = Math.min(document.lineCount, 60);
  for (let line = 0; line < most; line++) {
    if (/^#\s/.test(document.lineAt(line).text)) return new Range(line, 0, line, 0);
  }
  return new Range(0, 0, 0, 0);
}
