import { type Disposable, l10n, type TreeView } from 'vscode';
import { joinParts } from '../../core/text/compareText';
import type { Boundary } from './boundary';
import { viewSentence } from './failureWords';
import type { ViewId } from './ids';

/** The line above a tree: first what failed in the background, then what its feature says. */
export class ViewMessage implements Disposable {
  private readonly listener: Disposable;
  private own = '';

  constructor(
    private readonly view: Pick<TreeView<unknown>, 'message'>,
    private readonly id: ViewId,
    private readonly boundary: Boundary,
    /** The title of the command that tries the failed work again. */
    private readonly again = l10n.t('Read Records Again'),
  ) {
    this.listener = boundary.views.onDidChange((changed) => {
      if (changed === id) this.update();
    });
    this.update();
  }

  get text(): string {
    return this.own;
  }

  set text(text: string) {
    this.own = text;
    this.update();
  }

  dispose(): void {
    this.listener.dispose();
  }

  private update(): void {
    const failure = this.boundary.views.in(this.id);
    this.view.message = joinParts([failure ? viewSentence(failure.error, this.again) : '', this.own], ' ');
  }
}
