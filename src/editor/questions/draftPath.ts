import type { WorkspaceFolder } from 'vscode';
import type { FilePath } from '../../core/ports';
import { questionPath } from '../../core/questions/questionPath';
import { questionFolder } from '../../core/questions/questionPlaces';
import { type Instant, wallClockAt, type ZoneName } from '../../core/time/zone';
import { isPlainPath } from '../workspace/plainPath';

/** The file that a question becomes when somebody saves it; null where none may be written (docs/security.md#r24). */
export async function draftPath(
  folder: WorkspaceFolder,
  questions: readonly FilePath[],
  goal: string,
  { zone, now }: { readonly zone: ZoneName; readonly now: Instant },
): Promise<FilePath | null> {
  const { date } = wallClockAt(zone, now);
  const path = questionPath(questionFolder(questions), date, goal, (taken) => questions.includes(taken));
  return (await isPlainPath(folder.uri, path)) ? path : null;
}
