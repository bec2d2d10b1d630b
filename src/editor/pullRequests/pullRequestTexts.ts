import type { DocumentSelector, TextDocument } from 'vscode';
import { splitFingerprints } from '../../core/drafts/fingerprints';
import { checkPullRequest, type PullRequestGap } from '../../core/pullRequests/checkPullRequest';
import { isHandoffText } from '../handoffs/drafting/handoffDocuments';
import { settingKeys } from '../host/ids';
import { longestDocument } from '../host/longestDocument';
import { ownMarkdown } from '../host/ownMarkdown';
import { isOn } from '../host/settings';
import type { DraftedPullRequests } from './draftedPullRequests';

/**
 * Files that command line tools open for a description: hub, and those that took its name over. `gh` and `glab` use names
 * that say nothing, and VS Code's extension for pull requests a page of its own, so theirs cannot be told.
 */
const fileNames = 'PULL_REQUEST_EDITMSG,PULLREQ_EDITMSG,MERGE_REQUEST_EDITMSG';
const ofTool = new RegExp(`/(?:${fileNames.replaceAll(',', '|')})$`);
/** From here on such a file has what the tool says to its reader. */
const scissors = /^[#;] -+ >8 -+/m;

export const pullRequestSelector: DocumentSelector = [{ language: 'markdown' }, { pattern: `**/{${fileNames}}` }];

/** Which documents are descriptions of pull requests; all others are left alone. */
export class PullRequestTexts {
  constructor(
    private readonly drafted: DraftedPullRequests,
    private readonly now: () => number,
  ) {}

  /** Drafted here, or by a window that is gone: then its fingerprints tell. */
  isDraft(document: TextDocument): boolean {
    if (document.languageId !== 'markdown' || document.isClosed) return false;
    if (this.drafted.has(document)) return true;
    const text = ownMarkdown(document);
    if (!text.includes('<!-- meridian drafted:')) return false;
    return splitFingerprints(text).drafted !== null && !isHandoffText(text);
  }

  /** What it was compared with; null where nobody knows any more. */
  baseOf(document: TextDocument): string | null {
    return this.drafted.of(document)?.base ?? null;
  }

  isPullRequest(document: TextDocument): boolean {
    return ofTool.test(document.uri.path) || this.isDraft(document);
  }

  /** Nothing where the check is switched off. */
  gapsIn(document: TextDocument): readonly PullRequestGap[] {
    if (!isOn(settingKeys.pullRequestCheck, document) || !this.isPullRequest(document)) return [];
    const text = document.getText();
    if (text.length > longestDocument) return [];
    const known = this.drafted.of(document);
    return checkPullRequest(text.slice(0, scissors.exec(text)?.index), {
      now: this.now(),
      risks: known?.risks ?? [],
      template: known?.beginning.kind === 'template' ? known.beginning.template.text : null,
    });
  }
}
