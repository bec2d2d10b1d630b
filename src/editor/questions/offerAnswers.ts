import { Range, window, workspace } from 'vscode';
import { settingKeys } from '../host/ids';
import { isOn } from '../host/settings';
import { uriOf } from '../workspace/folderPaths';
import { pickAnswer } from './answerPick';
import type { FoundAnswer } from './answers';
import type { AskedPlace } from './askedPlace';
import type { AskServices } from './askWithContext';
import { searchForge } from './searchForge';

interface Asking {
  readonly goal: string;
  readonly found: readonly FoundAnswer[];
  /** Whether all documents have been looked through. */
  readonly isWhole: boolean;
  readonly place: AskedPlace;
}

/** Shows what may answer a question before it is asked. @returns whether the person asks it all the same */
export async function offerAnswers({ goal, found, isWhole, place }: Asking, services: AskServices): Promise<boolean> {
  const { folder } = place;
  // Asked without a word on what for, there is nothing to look for.
  if (goal === '') return true;
  const hasForge = workspace.isTrusted && folder?.uri.scheme === 'file' && isOn(settingKeys.gitHub, folder);
  if (found.length === 0 && !hasForge) return true;
  const choice = await pickAnswer({ found, isWhole, hasForge }, services.projects);
  if (choice?.kind === 'open') await open(choice.answer);
  if (choice?.kind === 'search' && folder) return searchForge(services, folder, goal);
  return choice?.kind === 'ask';
}

async function open({ folder, source, line }: FoundAnswer): Promise<void> {
  const selection = new Range(line - 1, 0, line - 1, 0);
  await window.showTextDocument(uriOf(folder.uri, source.path), { selection });
}
