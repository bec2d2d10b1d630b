import type { Memento } from 'vscode';
import type { Boundary } from '../../host/boundary';
import { isLocation, type RecordLocation } from '../recordHandles';

/** The key of what the window showed last. */
const stateKey = 'decisions.shown';

/** Stores the shown record, and the document that it is shown beside, for a reload of the window. */
export class KeptPlace {
  private kept = '';
  private isRestored = false;

  constructor(
    private readonly state: Memento,
    private readonly boundary: Boundary,
  ) {}

  /** The record that was shown beside that document; null where there was none. Nothing is stored before this call. */
  restore(front: string): RecordLocation | null {
    const { place, file } = (this.state.get(stateKey) ?? {}) as { readonly place?: unknown; readonly file?: unknown };
    this.isRestored = true;
    return file === front && isLocation(place) ? place : null;
  }

  /** @param place null for the list */
  keep(place: RecordLocation | null, front: string): void {
    if (!this.isRestored) return;
    const shown = place === null ? undefined : { place, file: front };
    const text = JSON.stringify(shown) ?? '';
    if (text === this.kept) return;
    this.kept = text;
    void this.boundary.background('panel', null, async () => this.state.update(stateKey, shown));
  }
}
