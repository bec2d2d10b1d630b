import { deepEqual, equal, ok } from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { languages, problemsOf, translationsTo } from '../../../scripts/l10n.mjs';
import { manifest } from '../manifest/manifest';

describe('the texts in other languages', () => {
  for (const language of languages) {
    for (const texts of translationsTo(language)) {
      // To put in what is missing: node scripts/l10n.mjs --write, then fill in each empty text.
      it(`are all in ${texts.file}, and no others`, () => {
        deepEqual(problemsOf(texts), []);
      });
    }

    it('are where the editor looks for them', () => {
      equal(manifest.l10n, './l10n');
      ok(existsSync(`l10n/bundle.l10n.${language}.json`));
    });
  }

  it('tell what to do in German without address, as docs/adr/0033 says', () => {
    const german = translationsTo('de').flatMap(({ translated }) => [...translated.values()]);
    const address = /\p{L}n Sie\b|\b(?:[Dd]u|[Dd]ich|[Dd]ir|[Dd]eine?[mnrs]?|Ihnen|[Bb]itte)\b/u;
    deepEqual(
      german.filter((text) => address.test(text)),
      [],
    );
  });

  it('are told apart when one is missing, unused, or has lost a placeholder', () => {
    const texts = new Map([
      ['Open {0}', 'Open {0}'],
      ['Closed', 'Closed'],
    ]);
    const translated = new Map([
      ['Open {0}', 'Öffnen'],
      ['Gone', 'Weg'],
    ]);
    deepEqual(problemsOf({ file: 'de.json', texts, translated, from: () => 'a.ts' }), [
      'de.json lacks "Closed": "…" (a.ts: "Closed")',
      'de.json has "Gone", which nothing uses: take it out',
      'de.json: "Open {0}" must keep each {0}, command link, icon and `code`',
    ]);
  });
});
