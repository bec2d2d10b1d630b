import { CompletionItem, CompletionItemKind, CompletionItemTag, CompletionList, type Position, Range } from 'vscode';
import { CompletionIndex } from '../../../core/links/completionIndex';
import type { Completion } from '../../../core/links/completions';
import { completionsAt, mayBeReference } from '../../../core/links/completions';
import type { FilePath } from '../../../core/ports';
import type { DocRecord } from '../../../core/records/record';
import { isRetired } from '../../../core/records/succession';
import { visibleText } from '../../host/visibleText';
import type { PlacedFile } from '../../workspace/projects';
import { factsText, labelText, titleText } from '../words/recordWords';
import { statusWord } from '../words/statusWords';

/** The index of each folder, kept while its records are the same objects. */
const indexes = new WeakMap<readonly DocRecord[], CompletionIndex>();

function indexOf(records: readonly DocRecord[]): CompletionIndex {
  const index = indexes.get(records) ?? new CompletionIndex(records);
  indexes.set(records, index);
  return index;
}

class RecordItem extends CompletionItem {
  constructor(
    readonly record: DocRecord,
    ...item: ConstructorParameters<typeof CompletionItem>
  ) {
    super(...item);
  }
}

/** Completions for the text before the cursor in its line; null where that text does not begin a reference. */
export function completionList(
  { project, path }: PlacedFile,
  before: string,
  position: Position,
): CompletionList | null {
  if (!mayBeReference(before)) return null;
  const { view } = project;
  const citing = (record: FilePath) => view.backlinks(record);
  const completions = completionsAt(before, indexOf(view.records()), view.linksFor(path), citing);
  if (completions.length === 0) return null;
  const items = completions.map((each, at) => itemOf(each, at, position));
  // Marked as incomplete, so that the editor asks again at each key: the index decides what matches.
  return new CompletionList(items, true);
}

function itemOf({ record, text, typed, sought }: Completion, at: number, position: Position): CompletionItem {
  const label = labelText(record) || text;
  const item = new RecordItem(
    record,
    // One label text: of a label with a description, the editor cuts off both in a narrow list.
    { label: visibleText(label, 60), detail: `  ${statusWord(record)} · ${visibleText(titleText(record), 100)}` },
    CompletionItemKind.Reference,
  );
  item.insertText = text;
  item.range = new Range(position.translate(0, -typed), position);
  item.filterText = sought;
  item.sortText = String(at).padStart(4, '0');
  if (isRetired(record)) item.tags = [CompletionItemTag.Deprecated];
  return item;
}

/** The details of the selected item. They are not computed or sent for the others. */
export function resolvedItem(item: CompletionItem): CompletionItem {
  if (!(item instanceof RecordItem)) return item;
  const { record } = item;
  item.detail = factsText(record);
  if (record.decision !== null) item.documentation = visibleText(record.decision, 400);
  return item;
}
