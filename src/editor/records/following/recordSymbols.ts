import { Location, Position, SymbolInformation, SymbolKind } from 'vscode';
import { fileOf } from '../../../core/records/record';
import { uriOf } from '../../workspace/folderPaths';
import type { PlacedRecord } from '../../workspace/placedRecords';
import { factsText, kindName, recordName } from '../words/recordWords';

/** The editor ranks what it gets; more would only be dropped. */
const mostSymbols = 500;

interface Named {
  readonly placed: PlacedRecord;
  readonly name: string;
  /** The name in lower case, for the comparison. */
  readonly letters: string;
}

/**
 * Records by name. The query comes with every key press, and building ten thousand names takes longer than searching
 * them.
 */
export class RecordSymbols {
  private of: readonly PlacedRecord[] = [];
  private named: readonly Named[] = [];

  /** The records whose number, title or words the query could mean: they have its letters in their order. */
  find(records: readonly PlacedRecord[], query: string): SymbolInformation[] {
    if (records !== this.of) this.named = records.flatMap(namedRecord);
    this.of = records;
    const wanted = [...query.toLowerCase()].filter((letter) => letter.trim() !== '');
    const found: SymbolInformation[] = [];
    for (const { placed, name, letters } of this.named) {
      if (found.length === mostSymbols) break;
      if (hasLetters(letters, wanted)) found.push(symbolOf(placed, name));
    }
    return found;
  }
}

function namedRecord(placed: PlacedRecord): readonly Named[] {
  if (placed.record.kind === 'handoff') return [];
  const name = recordName(placed.record);
  return [{ placed, name, letters: name.toLowerCase() }];
}

function symbolOf({ folder, record }: PlacedRecord, name: string): SymbolInformation {
  const place = new Location(uriOf(folder.uri, fileOf(record)), new Position((record.part?.line ?? 1) - 1, 0));
  return new SymbolInformation(name, SymbolKind.File, factsText(record) || kindName(record.kind), place);
}

function hasLetters(text: string, letters: readonly string[]): boolean {
  let at = 0;
  for (const letter of letters) {
    at = text.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
