import {
  CodeLens,
  type CodeLensProvider,
  type Command,
  EventEmitter,
  l10n,
  languages,
  Range,
  type TextDocument,
} from 'vscode';
import type { Boundary } from '../host/boundary';
import { Disposables } from '../host/disposables';
import type { CommandId } from '../host/ids';
import { isOn, onSettings } from '../host/settings';
import { isWriting, type WrittenText } from './writtenText';

/** The lenses above a text that is being written: how many gaps it has, and the actions on it. */
export class WrittenLenses<Code extends string> implements CodeLensProvider {
  private readonly parts = new Disposables();
  private readonly changed = this.parts.add(new EventEmitter<void>());
  readonly onDidChangeCodeLenses = this.changed.event;

  constructor(
    private readonly text: WrittenText<Code>,
    private readonly boundary: Boundary,
  ) {
    for (const change of text.changes) this.parts.add(change(() => this.changed.fire()));
    this.parts.add(onSettings(() => this.changed.fire()));
    this.parts.add(languages.registerCodeLensProvider(text.selector, this));
  }

  provideCodeLenses(document: TextDocument): CodeLens[] {
    const lenses = this.boundary.provider(`${this.text.name} lenses`, [], () => this.lensesOf(document));
    return [...lenses()];
  }

  dispose(): void {
    this.parts.dispose();
  }

  private lensesOf(document: TextDocument): readonly CodeLens[] {
    const { text } = this;
    if (!isWriting(text, document)) return [];
    const checked = isOn(text.setting, document)
      ? [readiness(text.gapsIn(document).length, text.ready, text.check)]
      : [];
    return [
      ...checked.map((command) => lensAt(0, command)),
      ...text.actionsFor(document).map(({ line, title, command }) => lensAt(line ?? 0, { title, command })),
    ];
  }
}

function lensAt(line: number, command: Command): CodeLens {
  return new CodeLens(new Range(line, 0, line, 0), command);
}

function readiness(missing: number, ready: string, check: CommandId): Command {
  if (missing === 0) return { title: `$(pass) ${ready}`, command: '' };
  return { title: `$(checklist) ${missingText(missing)}`, command: check };
}

/** @param missing at least one */
export function missingText(missing: number): string {
  return missing === 1 ? l10n.t('1 thing is missing') : l10n.t('{0} things are missing', missing);
}
