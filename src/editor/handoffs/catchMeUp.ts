import { l10n, workspace } from 'vscode';
import { draftCatchUp } from '../../core/drafts/catchUp';
import type { CatchUpInput } from '../../core/drafts/catchUpInput';
import type { CatchUpFolder } from '../../core/tasks/catchUpNotes';
import { gatherCatchUp } from '../../core/tasks/gatherCatchUp';
import type { ZoneName } from '../../core/time/zone';
import { forgeFactsOf } from '../github/forgeFacts';
import type { GitHubSessions } from '../github/session';
import { answerNoFolder } from '../host/answerFailures';
import type { FeatureServices } from '../host/featureServices';
import type { LazyFeature } from '../host/lazyFeature';
import { withStopping } from '../host/withStopping';
import type { FolderProject } from '../workspace/folderProject';
import type { CatchUpPage } from './catchUpPage';
import type { FolderNote, HandoffStore } from './handoffStore';
import type { HandoffsTree } from './handoffsTree';
import type { NoteChanges } from './noteChanges';
import { windowWorkplace } from './windowWorkplace';

export interface CatchUpParts {
  readonly services: FeatureServices;
  readonly store: HandoffStore;
  readonly tree: HandoffsTree;
  readonly changes: NoteChanges;
  readonly github: LazyFeature<GitHubSessions>;
  readonly page: CatchUpPage;
  /** The machine's zone. */
  readonly zone: () => ZoneName;
}

/**
 * Shows what happened since the person's last commit or note, as a page to skim. The person can cancel it. Where git
 * cannot be asked, the page names what is missing.
 */
export async function catchMeUp(parts: CatchUpParts): Promise<void> {
  if (!workspace.workspaceFolders?.length) {
    await answerNoFolder(l10n.t('Open a folder first: what happened is read from its records and commits.'));
    return;
  }
  const { page } = parts;
  const opened = page.open();
  let text: string | null = null;
  try {
    const input = await gather(parts);
    text = input ? draftCatchUp(input).text : null;
  } finally {
    await opened;
    await page.finish(text);
  }
}

function gather(parts: CatchUpParts): Thenable<CatchUpInput | null | undefined> {
  const { services, store, changes, github, zone } = parts;
  return withStopping(l10n.t('Catching up'), async (signal, report) => {
    await services.projects.whenRead();
    await store.whenIdle();
    const projects = services.projects.folders;
    const uris = projects.map(({ folder }) => folder.uri);
    const forge = () => forgeFactsOf(github, uris, services.boundary, signal);
    const workplace = await windowWorkplace({ services, projects, zone: zone(), forge, signal, report });
    return gatherCatchUp<FolderNote>(workplace, {
      folders: workplace.folders.map((folder) => ({ folder, ...handoffsIn(folder.opened, parts) })),
      changesOf: async (note) => (await changes.of(note)).changes,
      gaps: workspace.isTrusted
        ? []
        : ['Restricted Mode: git was not read, so changed records and branches are missing.'],
    });
  });
}

function handoffsIn(
  { folder }: FolderProject,
  { store, tree }: CatchUpParts,
): Pick<CatchUpFolder<FolderNote>, 'reader' | 'rows'> {
  const uri = folder.uri.toString();
  return { reader: store.writerIn(folder), rows: tree.rows.filter((row) => row.folder === uri) };
}
