import { deepEqual, ok } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { manifest, texts } from './manifest';

/** Of the Marketplace; Open VSX takes any. */
const categories = new Set([
  'AI',
  'Chat',
  'Education',
  'Linters',
  'Other',
  'Programming Languages',
  'SCM Providers',
  'Snippets',
  'Testing',
  'Visualization',
]);

/** Tags that the Marketplace keeps, and how many of them vsce adds from what the manifest contributes. */
const mostTags = 30;
const added = 5;

describe('what the stores are told', () => {
  it('is in their categories', () => {
    ok(manifest.categories.length > 0);
    deepEqual(
      manifest.categories.filter((category) => !categories.has(category)),
      [],
    );
  });

  it('has keywords, each once, and no more than they keep', () => {
    const { keywords } = manifest;
    deepEqual([...new Set(keywords)], keywords);
    ok(keywords.length + added <= mostTags);
    ok(keywords.every((keyword) => /^[a-z][a-z ]{1,40}$/.test(keyword)));
  });

  it('has a name and a sentence that fit into a row of search results', () => {
    ok((texts.displayName ?? '').length <= 30);
    ok((texts.description ?? '').length <= 120);
  });

  it('has a picture that they take: PNG, at least 128 pixels on each side', () => {
    const icon = readFileSync(manifest.icon);
    deepEqual(icon.subarray(1, 4).toString(), 'PNG');
    ok(icon.readUInt32BE(16) >= 128 && icon.readUInt32BE(20) >= 128);
  });

  it('shows no drawing in SVG in the README, which they refuse', () => {
    const pictures = [
      ...readFileSync('README.md', 'utf8').matchAll(/(?:!\[[^\]]*\]\(|\b(?:src|srcset)=")([^)"]+)[)"]/g),
    ].map(([, at]) => at ?? '');
    ok(pictures.length > 0);
    deepEqual(
      pictures.filter((picture) => !/\.png$/.test(picture)),
      [],
    );
  });
});
