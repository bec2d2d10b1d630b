import { commands as editorCommands, l10n, ProgressLocation, window, workspace } from 'vscode';
import { draftCatchUp } from '../../../core/drafts/catchUp';
import type { CatchUpInput } from '../../../core/drafts/catchUpInput';
import type { ZoneName } from '../../../core/time/zone';
import { withSignal } from '../../../git/abort';
import { type ForgeFacts, forgeFactsOf } from '../../github/forgeFacts';
import type { GitHubSessions } from '../../github/session';
import { answer } from '../../host/answer';
import type { FeatureServices } from '../../host/featureServices';
import type { LazyFeature } from '../../host/lazyFeature';
import type { HandoffStore } from '../handoffStore';
import type { HandoffsTree } from '../handoffsTree';
import type { NoteChanges } from '../noteChanges';
import { CatchUpFacts } from './catchUpFacts';

export interface CatchUpParts {
  readonly services: FeatureServices;
  readonly store: HandoffStore;
  readonly tree: HandoffsTree;
  readonly changes: NoteChanges;
  readonly github: LazyFeature<GitHubSessions>;
  /** Of this machine. */
  readonly zone: () => ZoneName;
}

/**
 * What happened since somebody's last commit or note, as a page to skim: an untitled document, shown rendered. It can be
 * stopped, and where git cannot be asked it says what is missing.
 */
export async function catchMeUp(parts: CatchUpParts): Promise<void> {
  const { services, store } = parts;
  const options = { location: ProgressLocation.Notification, title: l10n.t('Catching up'), cancellable: true };
  const input = await window.withProgress(options, async (progress, cancellation) => {
    await services.projects.whenRead();
    await store.whenIdle();
    return withSignal(cancellation, async (signal) => {
      const facts = new CatchUpFacts(parts, signal, (message) => progress.report({ message }));
      const folders = services.projects.folders.map(({ folder }) => folder.uri);
      const asked = forgeFactsOf(parts.github, folders, services.boundary, signal);
      const [found, forge] = await Promise.all([facts.read(), asked]);
      return signal.aborted ? 'stopped' : found && withForge(found, forge);
    });
  });
  if (input === 'stopped') return;
  if (input === null) {
    await answer(l10n.t('Open a folder first: what happened is read from its records and commits.'));
    return;
  }
  const content = draftCatchUp(input).text;
  const document = await workspace.openTextDocument({ language: 'markdown', content });
  await window.showTextDocument(document, { preview: false });
  await editorCommands.executeCommand('markdown.showPreview', document.uri);
}

function withForge(input: CatchUpInput, { works, gaps }: ForgeFacts): CatchUpInput {
  return { ...input, gaps: [...input.gaps, ...gaps], ...(works && { forge: works }) };
}
