import type { Draft } from '../draft';
import {
  countFingerprints,
  type Fingerprints,
  fingerprintOf,
  fingerprintsOf,
  splitFingerprints,
} from '../fingerprints';
import { type DraftDocument, type DraftKind, readSections } from '../sections';

/** Both texts of a merge, cut into sections. */
export interface DraftsRead {
  /** The document that a person edited. */
  readonly was: DraftDocument;
  /** The fresh draft. */
  readonly now: DraftDocument;
  /** The fresh draft as text, without its comment of fingerprints. */
  readonly draft: Draft;
  /** Branch tips in the fresh draft's comment. */
  readonly tips: string;
  readonly origin: LineOrigin;
}

/** Takes the comment of fingerprints off both texts and cuts them into sections. */
export function readDrafts(current: string, fresh: Draft, kind: DraftKind): DraftsRead {
  const { body, drafted } = splitFingerprints(current);
  const { body: text, tips } = splitFingerprints(fresh.text);
  const draft = { text, stops: fresh.stops };
  const origin = new LineOrigin(drafted, countFingerprints(fingerprintsOf(draft.text, kind)));
  const was = readSections(body, (key, line) => origin.isDrafted(key, line), kind);
  return { was, now: readSections(draft.text, null, kind), draft, tips, origin };
}

/** Tells the drafted lines of a document from the typed ones. */
export class LineOrigin {
  private readonly known: Fingerprints;
  private readonly remaining: Map<string, number>;

  /**
   * @param recorded what the document's comment says; null where it has none
   * @param fresh fingerprints of the fresh draft, whose lines count as drafted where nothing is recorded
   */
  constructor(
    private readonly recorded: Fingerprints | null,
    fresh: Fingerprints,
  ) {
    this.known = recorded ?? fresh;
    this.remaining = new Map(this.known);
  }

  /** Whether an equal line was drafted in the section `key`, however often the document has it now. */
  isDrafted(key: string, line: string): boolean {
    return this.known.has(fingerprintOf(key, line));
  }

  /** As `isDrafted`, by the document's own comment alone. */
  isRecorded(key: string, line: string): boolean {
    return this.recorded?.has(fingerprintOf(key, line)) ?? false;
  }

  /**
   * Whether this one line was drafted. Ask once for each line, in the order of the document: a line that was drafted
   * twice is taken twice, and a third copy is one that a person made.
   */
  takeDrafted(key: string, line: string): boolean {
    const fingerprint = fingerprintOf(key, line);
    const count = this.remaining.get(fingerprint) ?? 0;
    if (count > 0) this.remaining.set(fingerprint, count - 1);
    return count > 0;
  }
}
