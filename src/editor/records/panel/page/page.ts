import type { FromPage, ToPage } from '../messages';

declare function acquireVsCodeApi(): {
  postMessage(message: FromPage): void;
  getState(): unknown;
  setState(state: Scrolled): void;
};

/** Where the person had scrolled to, kept while the page is hidden. */
interface Scrolled {
  readonly key: string;
  readonly top: number;
}

const host = acquireVsCodeApi();
const content = document.getElementById('content');
const spoken = document.getElementById('announcement');
let shownKey = '';

if (content && spoken) {
  // Not on the document: VS Code listens there and would scroll to the top for `#`.
  content.addEventListener('click', (event) => click(event));
  window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
    if (data.type === 'content') show(data, content, spoken);
  });
  window.addEventListener('scrollend', () => host.setState({ key: shownKey, top: window.scrollY }));
  host.postMessage({ type: 'ready' });
}

function click(event: MouseEvent): void {
  const link = event.target instanceof Element ? event.target.closest('a, button') : null;
  if (!(link instanceof HTMLElement)) return;
  event.preventDefault();
  event.stopPropagation();
  const { id } = link.dataset;
  if (id !== undefined) host.postMessage({ type: 'follow', id });
  else jumpTo(link.getAttribute('href')?.slice(1) ?? '');
}

/** The same record keeps its scroll position, its focus and its open folds; another one begins at the top. */
function show({ key, html, fragment, announcement }: ToPage, main: HTMLElement, status: HTMLElement): void {
  const stays = key === shownKey;
  const top = stays ? window.scrollY : savedTop(key);
  const hadFocus = main.contains(document.activeElement);
  const focused = stays ? focusable(main).indexOf(document.activeElement) : -1;
  const open = stays ? [...main.querySelectorAll('details')].map((fold) => fold.open) : [];
  main.innerHTML = html;
  shownKey = key;
  for (const [index, fold] of main.querySelectorAll('details').entries()) fold.open = open[index] ?? false;
  const again = focusable(main)[focused];
  if (again instanceof HTMLElement) again.focus({ preventScroll: true });
  // Who followed a link by keyboard goes on at the record that it led to.
  if (hadFocus && !stays) focusOn(main.querySelector('h1') ?? main);
  window.scrollTo({ top, behavior: 'instant' });
  if (fragment !== null) jumpTo(fragment);
  status.textContent = announcement;
  host.setState({ key, top: window.scrollY });
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

function savedTop(key: string): number {
  const state = host.getState() as Partial<Scrolled> | undefined;
  return state?.key === key && typeof state.top === 'number' ? state.top : 0;
}

function focusable(main: HTMLElement): (Element | null)[] {
  return [...main.querySelectorAll('a, button, summary, [tabindex="0"]')];
}
