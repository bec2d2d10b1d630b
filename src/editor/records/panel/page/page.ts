import type { FromPage, ToPage } from '../messages';

declare function acquireVsCodeApi(): {
  postMessage(message: FromPage): void;
  getState(): unknown;
  setState(state: readonly Place[]): void;
};

/** Where the person was on one page: the scroll position, and the focused link. */
interface Place {
  readonly key: string;
  readonly top: number;
  readonly focused: number;
}

/** How many places are kept, also while the page is hidden; the last is the newest. */
const mostPlaces = 20;

const host = acquireVsCodeApi();
const content = document.getElementById('content');
const spoken = document.getElementById('announcement');
let shownKey = '';

if (content && spoken) {
  // Not on the document: VS Code listens there and would scroll to the top for `#`.
  content.addEventListener('click', (event) => click(event));
  document.addEventListener('keydown', (event) => press(event, content));
  window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
    if (data.type === 'content') show(data, content, spoken);
  });
  window.addEventListener('scrollend', () => keepPlace(content));
  host.postMessage({ type: 'ready' });
}

function click(event: MouseEvent): void {
  const link = event.target instanceof Element ? event.target.closest('a, button') : null;
  if (!(link instanceof HTMLElement)) return;
  event.preventDefault();
  event.stopPropagation();
  const { id } = link.dataset;
  if (id !== undefined) follow(id);
  else jumpTo(link.getAttribute('href')?.slice(1) ?? '');
}

/** Up and Down go from row to row, Ctrl+Enter opens the row's file, Escape goes back to the list. */
function press(event: KeyboardEvent, main: HTMLElement): void {
  const at = document.activeElement;
  const row = at?.closest('.row');
  const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  // A view that was shown by a command has the focus, but none of its rows has.
  const isOnNone = at === null || at === document.body || at === main;
  const rows = by === 0 ? [] : rowLinks(main);
  if (rows.length > 0 && (row || (isOnNone && by > 0))) {
    rows[rows.findIndex((link) => row?.contains(link)) + by]?.focus();
    event.preventDefault();
  } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && row instanceof HTMLElement) {
    follow(row.dataset.file);
    event.preventDefault();
  } else if (event.key === 'Escape') {
    follow(main.querySelector<HTMLElement>('[data-back]')?.dataset.id);
  }
}

function rowLinks(main: HTMLElement): readonly HTMLElement[] {
  return [...main.querySelectorAll<HTMLElement>('.row a.open')].filter((link) => link.offsetParent !== null);
}

function follow(id: string | undefined): void {
  if (id !== undefined) host.postMessage({ type: 'follow', id });
}

/**
 * The same page keeps its scroll position, focus and open folds. Another page is restored to how it was left, or shown
 * at its top.
 */
function show({ key, html, fragment, announcement }: ToPage, main: HTMLElement, status: HTMLElement): void {
  const stays = key === shownKey;
  if (!stays) keepPlace(main);
  const saved = places().find((place) => place.key === key);
  const top = stays ? window.scrollY : (saved?.top ?? 0);
  // Without focus in the page, the last focused element stays `activeElement`.
  const hadFocus = document.hasFocus() && main.contains(document.activeElement);
  const focused = hadFocus && stays ? focusable(main).indexOf(document.activeElement) : -1;
  const open = stays ? [...main.querySelectorAll('details')].map((fold) => fold.open) : [];
  main.innerHTML = html;
  shownKey = key;
  for (const [index, fold] of main.querySelectorAll('details').entries()) fold.open = open[index] ?? false;
  const again = focusable(main)[focused];
  if (again instanceof HTMLElement) again.focus({ preventScroll: true });
  // A person who follows links by keyboard goes on at the record that the link led to, or back where they left the
  // list.
  if (hadFocus && !stays) {
    const left = focusable(main)[saved?.focused ?? -1];
    if (left instanceof HTMLElement) left.focus({ preventScroll: true });
    else focusOn(main.querySelector('h1') ?? main);
  }
  window.scrollTo({ top, behavior: 'instant' });
  if (fragment !== null) jumpTo(fragment);
  status.textContent = announcement;
  keepPlace(main);
}

function keepPlace(main: HTMLElement): void {
  const before = places().filter(({ key }) => key !== shownKey);
  const focused = focusable(main).indexOf(document.activeElement);
  const known = places().find(({ key }) => key === shownKey)?.focused ?? -1;
  const now = { key: shownKey, top: window.scrollY, focused: focused < 0 ? known : focused };
  host.setState([...before, now].slice(-mostPlaces));
}

function places(): readonly Place[] {
  const state = host.getState();
  return Array.isArray(state) ? state : [];
}

function jumpTo(id: string): void {
  const place = id === '' ? null : document.getElementById(id);
  if (!place) return;
  place.scrollIntoView();
  focusOn(place);
}

function focusOn(place: HTMLElement): void {
  place.tabIndex = -1;
  place.focus({ preventScroll: true });
}

function focusable(main: HTMLElement): (Element | null)[] {
  return [...main.querySelectorAll('a, button, summary, [tabindex="0"]')];
}
