import { type Disposable, type TextDocument, window, workspace } from 'vscode';
import type { Boundary } from '../host/boundary';
import type { Contexts } from '../host/contexts';
import { Disposables } from '../host/disposables';
import { settingKeys } from '../host/ids';
import { isOn, onSettings } from '../host/settings';
import type { WrittenText } from './writtenText';

/** Sets the context key of a kind of text by the document in front, so that its commands are offered only there. */
export class FrontContext<Code extends string> implements Disposable {
  private readonly parts = new Disposables();

  constructor(text: WrittenText<Code>, contexts: Contexts, boundary: Boundary) {
    const update = boundary.event(`${text.name} in front`, () =>
      contexts.set(text.inFront, stateOf(text, window.activeTextEditor?.document)),
    );
    const changed = (document: TextDocument): void => {
      if (document === window.activeTextEditor?.document) update();
    };
    this.parts.add(window.onDidChangeActiveTextEditor(update));
    this.parts.add(workspace.onDidChangeTextDocument(({ document }) => changed(document)));
    // VS Code fires this event, too, when the language of the document in front was changed.
    this.parts.add(workspace.onDidOpenTextDocument(changed));
    for (const change of text.changes) this.parts.add(change(update));
    this.parts.add(onSettings(update));
    update();
  }

  dispose(): void {
    this.parts.dispose();
  }
}

function stateOf<Code extends string>(text: WrittenText<Code>, document: TextDocument | undefined) {
  if (!document || !isOn(settingKeys.enabled, document) || !text.is(document)) return false;
  return text.stateOf(document);
}
