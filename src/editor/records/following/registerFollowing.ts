import {
  type CodeLensProvider,
  Disposable,
  languages,
  type Position,
  type ReferenceContext,
  type ReferenceProvider,
  type RenameProvider,
  type TextDocument,
  type WorkspaceSymbolProvider,
  workspace,
} from 'vscode';
import { Disposables } from '../../host/disposables';
import type { FeatureServices } from '../../host/featureServices';
import { settingKeys } from '../../host/ids';
import { isOn, onSettings } from '../../host/settings';
import type { ReferenceTracker } from '../references/documentReferences';
import { referenceSelector } from '../references/registerReferences';
import type { RecordSymbols } from './recordSymbols';

/**
 * From a record to what cites it, and to a record by name: Find All References, a lens above the record, and Go to
 * Symbol in Workspace. Also updates what cites a record when its file is moved or its number is renamed. The code is
 * loaded at the first request.
 */
export function registerFollowing(services: FeatureServices, tracker: ReferenceTracker): Disposable {
  const references = citationsOfRecord(services, tracker);
  const lenses = citationLines(services);
  const symbols = recordsByName(services);
  const { renames, moving } = renaming(services, tracker);
  const requested = new Disposables();
  const register = (): void => {
    requested.clear();
    if (!isOn(settingKeys.enabled)) return;
    const where = referenceSelector();
    requested.add(languages.registerReferenceProvider(where, references));
    requested.add(languages.registerCodeLensProvider(where, lenses));
    requested.add(languages.registerRenameProvider(where, renames));
    requested.add(languages.registerWorkspaceSymbolProvider(symbols));
  };
  register();
  return Disposable.from(moving, workspace.onDidChangeWorkspaceFolders(register), onSettings(register), requested);
}

function citationsOfRecord({ projects, boundary }: FeatureServices, tracker: ReferenceTracker): ReferenceProvider {
  return {
    provideReferences: boundary.provider('references', [], async (document, position, context: ReferenceContext) => {
      const isAsked = isOn(settingKeys.definition, document) && projects.state === 'ready';
      if (!isAsked) return [];
      const { citationsAt } = await import('./citationsAt');
      return citationsAt(projects, tracker, document, position, context.includeDeclaration);
    }),
  };
}

function citationLines({ projects, boundary }: FeatureServices): CodeLensProvider {
  return {
    onDidChangeCodeLenses: projects.onDidChange,
    provideCodeLenses: boundary.provider('citation lenses', [], async (document: TextDocument) => {
      if (!isOn(settingKeys.citations, document) || !projects.recordAt(document.uri)) return [];
      const { citationLenses } = await import('./citations');
      return citationLenses(projects, document);
    }),
  };
}

function recordsByName({ projects, boundary }: FeatureServices): WorkspaceSymbolProvider {
  let names: RecordSymbols | undefined;
  return {
    provideWorkspaceSymbols: boundary.provider('record symbols', [], async (query: string) => {
      if (!isOn(settingKeys.symbols)) return [];
      const { RecordSymbols } = await import('./recordSymbols');
      names ??= new RecordSymbols();
      return names.find(projects.records(), query);
    }),
  };
}

/**
 * Renames a record's number, and follows a move of its file. Both update what cites it, and one can cause the other.
 */
function renaming(
  { projects, boundary }: FeatureServices,
  tracker: ReferenceTracker,
): { readonly renames: RenameProvider; readonly moving: Disposable } {
  const isReady = () => workspace.isTrusted && projects.state === 'ready';
  /** The rename of a file that the last new number makes, if it is applied. */
  let renumbered = '';
  const renumber = boundary.provider(
    'rename',
    undefined,
    async (document: TextDocument, at: Position, typed: string) => {
      const { editOfNumber, numberAt } = await import('./renameRecord');
      const found = numberAt(projects, tracker, document, at);
      return found && editOfNumber(projects, found.placed, typed);
    },
  );
  const renames: RenameProvider = {
    prepareRename: boundary.provider('rename', undefined, async (document, position) => {
      if (!isReady()) return undefined;
      const { numberAt } = await import('./renameRecord');
      return numberAt(projects, tracker, document, position);
    }),
    // The editor shows the reason of a refusal: it takes the sentence from the error.
    provideRenameEdits: async (document, position, typed) => {
      const answer = await renumber(document, position, typed);
      if (typeof answer === 'string') throw new Error(answer);
      renumbered = answer?.renames ?? '';
      return answer?.edit;
    },
  };
  const moving = workspace.onWillRenameFiles((event) => {
    // This move comes from a new number, which has updated everything already.
    const isMended = event.files.every(({ oldUri, newUri }) => renumbered === `${oldUri}\n${newUri}`);
    if (isMended || !isOn(settingKeys.moves) || !isReady()) return;
    const mend = boundary.provider('moved records', null, async () => {
      const { editOfMove } = await import('./movedRecords');
      return editOfMove(projects, event);
    });
    event.waitUntil(mend());
  });
  return { renames, moving };
}
