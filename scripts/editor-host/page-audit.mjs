// Checks the accessibility of a webview page of the extension, inside its frame.
import { readFileSync } from 'node:fs';
import axe from 'axe-core';

/** The values of `data-vscode-theme-kind`, which tell the kind of a page's theme. */
const kinds = {
  dark: 'vscode-dark',
  light: 'vscode-light',
  'hc-black': 'vscode-high-contrast',
  'hc-light': 'vscode-high-contrast-light',
};

/**
 * Everything that axe finds, each with its place; waits until the page has the theme. It checks a copy of the same
 * width, because axe is a script, and some of the pages run none.
 * @param {import('playwright-core').Locator} place in the page
 * @param {keyof typeof kinds} theme
 * @param {'sideBar' | 'editor'} behind the page is transparent: the part of the window whose colour it lies on
 * @returns {Promise<string[]>}
 */
export async function axeFindings(place, theme, behind) {
  const frame = await frameOf(place);
  await frame.locator(`body[data-vscode-theme-kind="${kinds[theme]}"]`).waitFor();
  const { html, width } = await frame.evaluate(() => ({
    html: document.documentElement.outerHTML,
    width: window.innerWidth,
  }));
  const copy = await place.page().context().newPage();
  try {
    await copy.setViewportSize({ width, height: 900 });
    await copy.setContent(withStyles(html));
    await copy.evaluate(`${axe.source}; null`);
    return await copy.evaluate(async (part) => {
      document.documentElement.style.background = `var(--vscode-${part}-background)`;
      const { violations } = await globalThis.axe.run(document);
      return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html} ${node.failureSummary}`));
    }, behind);
  } finally {
    await copy.close();
  }
}

/** The page without scripts and security policy, and with the text of its style sheets. */
function withStyles(html) {
  const sheet = (_, name) =>
    `<style>${readFileSync(new URL(`../../dist/panel/${name}`, import.meta.url), 'utf8')}</style>`;
  return html
    .replace(/<meta http-equiv[^>]*>|<script[^>]*>[\s\S]*?<\/script>/g, '')
    .replace(/<link rel="stylesheet" href="[^"]*\/([\w-]+\.css)[^"]*">/g, sheet);
}

/** Opens every fold of a page. */
export async function openFolds(place) {
  await (await frameOf(place)).evaluate(() => {
    for (const fold of document.querySelectorAll('details')) fold.open = true;
  });
}

/** How many pixels a page of this width, at this zoom, can be scrolled sideways. */
export async function sideways(place, width, zoom) {
  return (await frameOf(place)).evaluate(
    ({ size, factor }) => {
      Object.assign(document.body.style, { width: `${size / factor}px`, zoom: String(factor) });
      const { scrollWidth, clientWidth } = document.body;
      document.body.removeAttribute('style');
      return scrollWidth - clientWidth;
    },
    { size: width, factor: zoom },
  );
}

async function frameOf(place) {
  return (await place.elementHandle()).ownerFrame();
}
