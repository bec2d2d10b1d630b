import { randomBytes } from 'node:crypto';
import type { FilePath } from '../../../core/ports';
import type { LinkTarget } from '../../../core/render/linkTarget';
import type { CommandId } from '../../host/ids';
import type { FileGroupKey } from '../fileGroups';

/** The editor's own commands that a page without content may lead to. */
export const editorCommands = {
  openFolder: 'vscode.openFolder',
} as const;
type EditorCommandId = (typeof editorCommands)[keyof typeof editorCommands];

/** What a link or button of the page stands for. The page knows only ids (docs/security.md#r10). */
export type PanelTarget =
  | Exclude<LinkTarget, { readonly kind: 'fragment' }>
  | { readonly kind: 'place'; readonly path: FilePath; readonly line: number }
  | { readonly kind: 'step'; readonly by: -1 | 1 }
  /** Back to the records of the file in front. */
  | { readonly kind: 'list' }
  /** Shows the next records of a group. */
  | { readonly kind: 'more'; readonly group: FileGroupKey }
  | { readonly kind: 'copy'; readonly path: FilePath }
  | { readonly kind: 'command'; readonly command: CommandId | EditorCommandId };

const mostTargets = 5_000;

/** The ids of one rendering. Ids of another rendering, or of another panel, mean nothing here (S3). */
export class PanelTargets {
  private readonly targets: PanelTarget[] = [];

  /** `prefix` is random, so that an id can neither be guessed nor used later. */
  constructor(readonly prefix: string) {}

  /** Null where the page is full (D16): the link is then plain text. */
  idOf(target: PanelTarget): string | null {
    if (this.targets.length >= mostTargets) return null;
    return `${this.prefix}-${this.targets.push(target) - 1}`;
  }

  find(id: string): PanelTarget | undefined {
    const [prefix, number, more] = id.split('-');
    if (prefix !== this.prefix || more !== undefined || !number || !/^\d{1,5}$/.test(number)) return undefined;
    return this.targets[Number(number)];
  }
}

/** Targets for one rendering. */
export function newTargets(): PanelTargets {
  return new PanelTargets(randomBytes(6).toString('hex'));
}
