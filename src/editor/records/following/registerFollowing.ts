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
 * Ways from a record to what cites it, and to it by name: Find All References, a line above the record, and Go to Symbol in
 * Workspace; what cites a record goes with it where its file is moved, or its number is renamed. What they answer with is
 * loaded with the first question.
 */
export function registerFollowing({ projects, boundary }: FeatureServices, tracker: ReferenceTracker): Disposable {
  const references: ReferenceProvider = {
    provideReferences: boundary.provider('references', [], async (document, position, context: ReferenceContext) => {
      const isAsked = isOn(settingKeys.definition, document) && projects.state === 'ready';
      if (!isAsked) return [];
      const { citationsAt } = await import('./citationsAt');
      return citationsAt(projects, tracker, document, position, context.includeDeclaration);
    }),
  };
  const lenses: CodeLensProvider = {
    onDidChangeCodeLenses: projects.onDidChange,
    provideCodeLenses: boundary.provider('citation lenses', [], async (document: TextDocument) => {
      if (!isOn(settingKeys.citations, document) || !projects.recordAt(document.uri)) return [];
      const { citationLenses } = await import('./citations');
      return citationLenses(projects, document);
    }),
  };
  const renumbering = boundary.provider(
    'rename',
    undefined,
    async (document: TextDocument, position: Position, typed: string) => {
      const { editOfNumber, numberAt } = await import('./renameRecord');
      const found = numberAt(projects, tracker, document, position);
      return found && editOfNumber(projects, found.placed, typed);
    },
  );
  const renames: RenameProvider = {
    prepareRename: boundary.provider('rename', undefined, async (document, position) => {
      if (!workspace.isTrusted || projects.state !== 'ready') return undefined;
      const { numberAt } = await import('./renameRecord');
      return numberAt(projects, tracker, document, position);
    }),
    // What is refused is the editor's to show: it takes the sentence from the error.
    provideRenameEdits: async (document, position, typed) => {
      const answer = await renumbering(document, position, typed);
      if (typeof answer === 'string') throw new Error(answer);
      renumbered = answer?.renames ?? '';
      return answer?.edit;
    },
  };
  let names: RecordSymbols | undefined;
  const symbols: WorkspaceSymbolProvider = {
    provideWorkspaceSymbols: boundary.provider('record symbols', [], async (query: string) => {
      if (!isOn(settingKeys.symbols)) return [];
      const { RecordSymbols } = await import('./recordSymbols');
      names ??= new RecordSymbols();
      return names.find(projects.records(), query);
    }),
  };
  /** The file that the last new number renames, if it is applied. */
  let renumbered = '';
  const moving = workspace.onWillRenameFiles((event) => {
    // A new number has mended everything already.
    const isMended = event.files.every(({ oldUri, newUri }) => renumbered === `${oldUri}\n${newUri}`);
    if (isMended || !isOn(settingKeys.moves) || !workspace.isTrusted || projects.state !== 'ready') return;
    const mend = boundary.provider('moved records', null, async () => {
      const { editOfMove } = await import('./movedRecords');
      return editOfMove(projects, event);
    });
    event.waitUntil(mend());
  });
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
