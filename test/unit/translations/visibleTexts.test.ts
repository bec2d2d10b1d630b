import { deepEqual } from 'node:assert/strict';
import { editorFiles } from '../../../scripts/l10n.mjs';
import { untranslated } from './visibleTexts';

/**
 * English on purpose (docs/adr/0033), by the end of the file's path: names, and words of documents, which are drafted in
 * English whatever the editor's language is.
 */
const english: readonly (readonly [file: string, text: RegExp, reason: string])[] = [
  ['host/ownDiagnostic.ts', /^Meridian$/, 'a name'],
  ['src/extension.ts', /^Meridian$/, 'a name'],
  ['github/forgeFacts.ts', /^GitHub did not tell what waits in/, 'a line of a draft'],
  ['handoffs/catchMeUp.ts', /^Restricted Mode: git was not read/, 'a line of the page that catches up'],
  ['handoffs/catchUpPage.ts', /^# Catch up/, 'the page that catches up, while it is read'],
  ['handoffs/windowWorkplace.ts', /^git is not asked here$/, 'a reason of a draft'],
  ['questions/askedPlace.ts', /^Output /, 'a line of a question'],
  ['written/refusals.ts', /^no-repository \w+$/, 'a reason, by its key'],
  ['workspace/showDiagnostics.ts', /./, 'a report for the people who mend Meridian'],
  ['workspace/folderDiagnostics.ts', /./, 'part of that report'],
];

describe('a text that the editor shows', () => {
  it('is given to l10n.t', () => {
    const escaped: string[] = [];
    for (const [path, source] of editorFiles()) {
      const allowed = english.filter(([file]) => path.endsWith(file));
      const texts = untranslated(source).filter((text) => !allowed.some(([, known]) => known.test(text)));
      escaped.push(...texts.map((text) => `${path}: ${text}`));
    }
    deepEqual(escaped, [], 'write l10n.t(…) around each, and add its German to l10n/bundle.l10n.de.json');
  });

  it('is no exception any more when it is gone', () => {
    const texts = [...editorFiles()].flatMap(([path, source]) => untranslated(source).map((text) => ({ path, text })));
    const unused = english.filter(
      ([file, known]) => !texts.some(({ path, text }) => path.endsWith(file) && known.test(text)),
    );
    deepEqual(unused, []);
  });

  it('is found wherever it stands', () => {
    deepEqual(untranslated("void window.showErrorMessage('failed', l10n.t('Try Again'));"), ['failed']);
    deepEqual(untranslated(`item.tooltip = isOpen ? 'open' : \`closed \${n}\`;`), ['open', 'closed \0']);
    deepEqual(untranslated("const row = { label: '$(check) ' + l10n.t('Done'), description: 'now' };"), ['now']);
    deepEqual(untranslated("const rows = [['Nothing was found here', 1]];"), ['Nothing was found here']);
    deepEqual(untranslated(`html.push(\`<p class="a b">\${text}</p><a title="Go back" href="#">\`);`), ['\0Go back']);
  });

  it('is not what a key, a reason in the log or a selector is called', () => {
    deepEqual(untranslated("boundary.event('Team clock', () => 0);"), []);
    deepEqual(untranslated("if (key === 'Enter') throw new Error('No key at all');"), []);
    deepEqual(untranslated("main.querySelectorAll('.row a'); new Set('one two'.split(' ')); wordSet('a b');"), []);
  });
});
