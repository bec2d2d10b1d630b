import { type CancellationToken, Hover, l10n, type Position, Range, type TextDocument } from 'vscode';
import { scopeMatches } from '../../../core/links/scopeMatches';
import { scopeAt, scopePlaces } from '../../../core/records/scopePlaces';
import { NodePacer } from '../../../disk/nodePacer';
import { signalOf } from '../../host/signalOf';
import { visibleText } from '../../host/visibleText';
import type { PlacedRecord } from '../../workspace/placedRecords';
import type { Projects } from '../../workspace/projects';
import { HoverText } from './hoverText';

/** The most files that are named; the others are counted. */
const mostNamed = 5;

/**
 * The files that the scope's glob under the pointer matches. Undefined where there is no glob, and where the person
 * moved on.
 * @param governing the records of the document that have a scope
 */
export async function scopeHover(
  projects: Projects,
  governing: readonly PlacedRecord[],
  document: TextDocument,
  { line, character }: Position,
  token: CancellationToken,
): Promise<Hover | undefined> {
  const written = document.lineAt(line).text;
  // The whole text is read only for those that may have a glob in this line.
  const possible = governing.filter(({ record }) => record.scope.some((glob) => written.includes(glob)));
  const [found] = possible.flatMap(({ folder, record }) => {
    const placed = scopeAt(scopePlaces(record, document.getText()), line + 1, character);
    const tree = projects.of(folder.uri.toString())?.checked.project.tree;
    return placed && tree ? [{ placed, record, tree }] : [];
  });
  if (!found) return undefined;
  const { record, tree } = found;
  const { glob, start, end } = found.placed;
  const matched = await scopeMatches(glob, record.scope, tree, mostNamed, new NodePacer(), signalOf(token));
  if (!matched) return undefined;
  const text = new HoverText().words(countSentence(visibleText(glob, 100), matched.count), 300);
  for (const path of matched.first) text.line().words(path);
  const more = matched.count - matched.first.length;
  if (more > 0) text.line().words(l10n.t('and {0} more', more));
  if (tree.truncated)
    text.paragraph().words(l10n.t('This folder is too large to look at all of it: there may be more.'));
  return new Hover(text.markdown, new Range(line, start, line, end));
}

function countSentence(glob: string, count: number): string {
  if (count === 0) return l10n.t('{0} matches no file of this folder', glob);
  return count === 1 ? l10n.t('{0} matches 1 file', glob) : l10n.t('{0} matches {1} files', glob, count);
}
