import { type TextDocument, workspace } from 'vscode';
import { isBy, signatures } from '../../../core/handoffs/ownNotes';
import { readHandoff } from '../../../core/handoffs/readHandoff';
import { findMe } from '../../../core/team/team';
import { hasFrontMatterKey } from '../../../core/text/frontMatter';
import { wallClockAt } from '../../../core/time/zone';
import { settingKeys } from '../../host/ids';
import { ownMarkdown } from '../../host/ownMarkdown';
import { isOn } from '../../host/settings';
import type { TeamFeature } from '../../team/teamFeature';

/** Which documents are handoffs that whoever is at the keyboard is writing; all others are left alone. */
export class HandoffDocuments {
  constructor(
    private readonly team: Pick<TeamFeature, 'files' | 'me' | 'zone'>,
    private readonly now: () => number,
  ) {}

  /**
   * One's own note of today, or one that is being edited, until somebody has read it back. What others wrote, and what
   * was handed over days ago, is not to be completed any more.
   */
  isBeingWritten(document: TextDocument): boolean {
    if (!this.isHandoff(document) || !isOn(settingKeys.readiness, document)) return false;
    const note = readHandoff(document.uri.path, document.getText());
    if (!note || note.replies.length > 0) return false;
    const team = this.team.files.teamFor(document.uri)?.team ?? null;
    const folder = workspace.getWorkspaceFolder(document.uri) ?? workspace.workspaceFolders?.[0];
    const myself = folder && this.team.me.in(folder.uri);
    const me = team && myself ? findMe(team, myself) : null;
    const name = me?.name ?? myself?.name ?? null;
    if (name !== null && note.from !== null && !isBy(note, signatures(name, me, team))) return false;
    const zone = me?.zone ?? this.team.zone();
    const dayOf = (instant: number) => wallClockAt(zone, instant).date;
    return document.isDirty || (note.written !== null && dayOf(note.written) === dayOf(this.now()));
  }

  /** By its front matter, whoever wrote it. */
  isHandoff(document: TextDocument): boolean {
    return isHandoffText(ownMarkdown(document));
  }
}

/** By its front matter. */
export function isHandoffText(text: string): boolean {
  return hasFrontMatterKey(text, 'handoff');
}
