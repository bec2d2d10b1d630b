import { type Disposable, window } from 'vscode';
import { Disposables } from '../host/disposables';
import type { FeatureServices } from '../host/featureServices';
import { FrontContext } from './frontContext';
import { LiveDiagnostics } from './liveDiagnostics';
import { WrittenDiagnostics } from './writtenDiagnostics';
import { WrittenLenses } from './writtenLenses';
import type { WrittenText } from './writtenText';

/** Shows, in every document of a kind that is being written, its gaps and the actions on it. */
export class ShownText<Code extends string> implements Disposable {
  private readonly parts = new Disposables();
  private readonly diagnostics: WrittenDiagnostics<Code>;

  constructor(
    private readonly text: WrittenText<Code>,
    { boundary, contexts }: Pick<FeatureServices, 'boundary' | 'contexts'>,
  ) {
    this.diagnostics = this.parts.add(new WrittenDiagnostics(text));
    this.parts.add(new LiveDiagnostics(this.diagnostics, boundary));
    this.parts.add(new WrittenLenses(text, boundary));
    this.parts.add(new FrontContext(text, contexts, boundary));
  }

  /** Marks the gaps of the document in front and lists them; each entry leads to its place. */
  async check(): Promise<void> {
    const document = window.activeTextEditor?.document;
    if (document && this.text.is(document)) this.diagnostics.requestFor(document);
    const { showGaps } = await import('./showGaps');
    await showGaps(this.text);
  }

  dispose(): void {
    this.parts.dispose();
  }
}
