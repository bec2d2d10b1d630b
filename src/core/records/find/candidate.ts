import type { FilePath } from '../../ports';
import type { RecordKind } from '../record';

/** A file that its place or name makes a record; its content has the last word (templates, indexes, include stubs). */
export interface Candidate {
  readonly path: FilePath;
  readonly kind: RecordKind;
  /** What found it: a setting of the user, a tool's config file, a folder's name or the file's own name. */
  readonly how: 'setting' | 'config' | 'folder' | 'name';
  /**
   * What carries id and slug: the file name without its extension, or the folder's name where the record is the
   * README or index of a numbered or dated folder.
   */
  readonly name: string;
  /** `name` has a number, a date or a known prefix. Where false, only the content can tell a record from a note. */
  readonly named: boolean;
  /** The folder whose name or configuration made it a record; null where the file's own name did. */
  readonly folder: FilePath | null;
}
