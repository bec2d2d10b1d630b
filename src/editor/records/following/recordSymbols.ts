import { Location, Position, SymbolInformation, SymbolKind } from 'vscode';
import { fileOf } from '../../../core/records/record';
import { uriOf } from '../../workspace/folderPaths';
import type { PlacedRecord } from '../../workspace/projects';
import { factsText, kindName, recordName } from '../words/recordWords';

/** The editor ranks what it is given; more would only be thrown away. */
const mostSymbols = 500;

/** Records whose number, title or words the query could mean: its letters in their order. */
export function recordSymbols(records: readonly PlacedRecord[], query: string): SymbolInformation[] {
  const letters = [...query.toLowerCase()].filter((letter) => letter.trim() !== '');
  return records
    .filter(({ record }) => record.kind !== 'handoff' && hasLetters(recordName(record).toLowerCase(), letters))
    .slice(0, mostSymbols)
    .map(({ folder, record }) => {
      const at = new Position((record.part?.line ?? 1) - 1, 0);
      const place = new Location(uriOf(folder.uri, fileOf(record)), at);
      return new SymbolInformation(
        recordName(record),
        SymbolKind.File,
        factsText(record) || kindName(record.kind),
        place,
      );
    });
}

function hasLetters(text: string, letters: readonly string[]): boolean {
  let at = 0;
  for (const letter of letters) {
    at = text.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
