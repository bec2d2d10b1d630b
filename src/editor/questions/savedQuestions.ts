import { RelativePattern, type WorkspaceFolder, workspace } from 'vscode';
import type { FilePath } from '../../core/ports';
import { isQuestionPath } from '../../core/questions/questionPlaces';
import { pathIn } from '../workspace/folderPaths';
import { documentPattern } from './answerIndexes';

const mostFiles = 20_000;

/** The questions that are kept in a folder, those included that were drafted and not saved yet. */
export async function savedQuestions(folder: WorkspaceFolder): Promise<readonly FilePath[]> {
  const pattern = new RelativePattern(folder, documentPattern);
  const found = await workspace.findFiles(pattern, '**/{node_modules,.git}/**', mostFiles);
  const open = workspace.textDocuments
    .filter(({ isUntitled, isClosed }) => isUntitled && !isClosed)
    .map(({ uri }) => uri.with({ scheme: folder.uri.scheme, authority: folder.uri.authority }));
  const paths = [...found, ...open].map((uri) => pathIn(folder, uri) ?? '');
  return [...new Set(paths.filter(isQuestionPath))];
}
