import { type CancellationToken, Hover, l10n, type Position, Range, type TextDocument } from 'vscode';
import { scopeMatches } from '../../../core/links/scopeMatches';
import { scopeAt } from '../../../core/records/scopeAt';
import { NodePacer } from '../../../disk/nodePacer';
import { signalOf } from '../../host/signalOf';
import { visibleText } from '../../host/visibleText';
import type { PlacedRecord, Projects } from '../../workspace/projects';
import { HoverText } from './hoverText';

/** Files that are named; the others are counted. */
const mostNamed = 5;

/** Which files the glob of a scope under the pointer matches; undefined elsewhere, and where the person moved on. */
export async function scopeHover(
  projects: Projects,
  { folder, record }: PlacedRecord,
  document: TextDocument,
  { line, character }: Position,
  token: CancellationToken,
): Promise<Hover | undefined> {
  const lineAt = (number: number) => document.lineAt(number).text;
  const placed = scopeAt(record.scope, lineAt, line, character);
  const tree = projects.of(folder.uri.toString())?.checked.project.tree;
  if (!placed || !tree) return undefined;
  const { glob, start, end } = placed;
  const found = await scopeMatches(glob, record.scope, tree, mostNamed, new NodePacer(), signalOf(token));
  if (!found) return undefined;
  const text = new HoverText().words(countSentence(visibleText(glob, 100), found.count), 300);
  for (const path of found.first) text.line().words(path);
  const more = found.count - found.first.length;
  if (more > 0) text.line().words(l10n.t('and {0} more', more));
  if (tree.truncated)
    text.paragraph().words(l10n.t('This folder is too large to look at all of it: there may be more.'));
  return new Hover(text.markdown, new Range(line, start, line, end));
}

function countSentence(glob: string, count: number): string {
  if (count === 0) return l10n.t('{0} matches no file of this folder', glob);
  return count === 1 ? l10n.t('{0} matches 1 file', glob) : l10n.t('{0} matches {1} files', glob, count);
}
