import { escapeHtml } from '../../../core/text/escape';
import type { PanelTarget, PanelTargets } from './panelTarget';
import type { PanelWords } from './panelWords';

/** What the pieces of a page are made with. */
export interface Linked {
  readonly targets: PanelTargets;
  readonly words: PanelWords;
}

/**
 * A link of the page; plain text where the page is full.
 * @param spoken the accessible name, for people who do not see the text around the link; contains its text
 */
export function linkHtml({ targets }: Linked, target: PanelTarget, text: string, title = '', spoken = ''): string {
  const id = targets.idOf(target);
  if (id === null) return escapeHtml(text);
  const hint = title === '' ? '' : ` title="${escapeHtml(title)}"`;
  const label = spoken === '' ? '' : ` aria-label="${escapeHtml(spoken)}"`;
  return `<a href="#" data-id="${id}"${hint}${label}>${escapeHtml(text)}</a>`;
}
