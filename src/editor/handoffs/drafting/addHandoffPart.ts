import { l10n, Position, type QuickPickItem, SnippetString, type TextDocument, window } from 'vscode';
import { addPart, type HandoffPart, missingParts } from '../../../core/drafts/addPart';
import { answer } from '../../host/answer';
import { draftSnippet } from '../../written/model/draftSnippet';
import { partNames } from './partNames';

interface PartItem extends QuickPickItem {
  readonly part: HandoffPart;
}

/** Inserts the heading of a part that the person chooses into a handoff, with the cursor where the text goes. */
export async function addHandoffPart(document: TextDocument): Promise<void> {
  const names = partNames();
  const missing = missingParts(document.getText());
  if (missing.length === 0) {
    await answer(l10n.t('The handoff has every part already.'));
    return;
  }
  const items = missing.map((part): PartItem => ({ label: names[part].title, description: names[part].what, part }));
  const options = { title: l10n.t('Add Part to Handoff'), placeHolder: l10n.t('Which part?') };
  const chosen = await window.showQuickPick(items, options);
  if (!chosen) return;
  const editor = await window.showTextDocument(document);
  const { line, draft } = addPart(document.getText(), chosen.part);
  const place = document.validatePosition(new Position(line, 0));
  await editor.insertSnippet(new SnippetString(draftSnippet(draft)), place);
  editor.revealRange(editor.selection);
}
