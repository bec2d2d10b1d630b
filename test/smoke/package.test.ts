import { deepEqual, match, ok } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { vsix } from '../../scripts/artefacts.mjs';
import { loadedWith } from '../../scripts/packs.mjs';
import { budgets, sizeOf, sizeOfScripts } from '../../scripts/sizes.mjs';

/** Names in a zip archive, read from its central directory. */
function namesInZip(file: string): string[] {
  const bytes = readFileSync(file);
  const names: string[] = [];
  let at = bytes.indexOf('PK\x01\x02', 0, 'latin1');
  while (at >= 0 && bytes.toString('latin1', at, at + 4) === 'PK\x01\x02') {
    const [name, extra, comment] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ];
    names.push(bytes.toString('utf8', at + 46, at + 46 + name));
    at += 46 + name + extra + comment;
  }
  return names;
}

describe('the package', () => {
  it('holds what runs and nothing that it is made from', () => {
    const names = namesInZip(vsix);
    ok(names.includes('extension/dist/extension.js'), names.join('\n'));
    const strange = names.filter(
      (name) =>
        !/^(\[Content_Types\]\.xml|extension\.vsixmanifest|extension\/(dist|media|snippets|l10n)\/.+)$/.test(name) &&
        !/^extension\/(package(\.nls(\.\w\w)?)?\.json|readme\.md|changelog\.md|LICENSE(\.txt)?)$/i.test(name),
    );
    deepEqual(strange, []);
    deepEqual(
      names.filter((name) => /\.(ts|map)$/.test(name)),
      [],
    );
  });

  it('brings the licences of what is bundled', () => {
    const notices = readFileSync('dist/third-party-notices.txt', 'utf8');
    for (const name of ['markdown-it', 'yaml', 'gitleaks']) match(notices, new RegExp(`^${name}`, 'm'));
    ok(namesInZip(vsix).includes('extension/dist/third-party-notices.txt'));
    ok(!notices.includes('Copyright: its authors'), 'a package states neither licence text nor author');
  });

  it('stays within its budgets', async () => {
    const meta = JSON.parse(readFileSync('out/meta.json', 'utf8'));
    const entry = await sizeOf(loadedWith(meta, 'dist/extension.js'));
    ok(entry <= budgets.entry, `the activation entry has ${entry} bytes, more than ${budgets.entry}`);
    const start = await sizeOf(loadedWith(meta, 'dist/cli.js'));
    ok(start <= budgets.cliStart, `the start of the command line has ${start} bytes, more than ${budgets.cliStart}`);
    const scripts = await sizeOfScripts();
    ok(scripts <= budgets.javascript, `the scripts have ${scripts} bytes, more than ${budgets.javascript}`);
    const files = namesInZip(vsix).length;
    ok(files <= budgets.vsixFiles, `the package has ${files} files, more than ${budgets.vsixFiles}`);
  });
});
