import type { Reference } from '../links/link';
import type { FilePath } from '../ports';
import type { LinkTarget } from './linkTarget';

/** What the renderer asks of the page that shows its HTML. */
export interface RenderPorts {
  /**
   * The opaque id by which the page asks for the target (docs/security.md#r10), or null where it takes no more: then it
   * is text.
   */
  idOf(target: LinkTarget): string | null;
  /** From where the page may load an image of the folder, or null where it may not. */
  imageUri(path: FilePath): string | null;
  /** What stands in place of an image that would have to be fetched; `alt` may be empty. */
  remoteImage(host: string, alt: string): string;
  /** References in a piece of text, in order, with offsets into it. */
  references(text: string): readonly Reference[];
}
