// The command line as an npm package of its own: what `npm run build` has put into dist-cli, a manifest without anything of
// the extension, and the page on it for a README.
import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cliName, manifest, root } from './artefacts.mjs';
import { runNpm } from './run-command.mjs';

const folder = join(root, 'dist-cli');

/** The fields that npm shows and links. `files` is all that is published besides manifest, README and licence. */
function cliManifest() {
  const { version, license, engines, repository, bugs, homepage } = manifest;
  return {
    name: cliName,
    version,
    description: 'The decisions and runbooks that govern a file, handoffs and pull requests that explain themselves.',
    keywords: ['adr', 'architecture decision records', 'runbook', 'handoff', 'pull request', 'cli'],
    license,
    bin: { meridian: 'cli.js' },
    files: ['*.js', 'third-party-notices.txt'],
    engines: { node: engines.node },
    ...(repository && { repository, bugs, homepage }),
    publishConfig: { access: 'public', provenance: true },
  };
}

/** @param {string} page docs/command-line.md, so that a command is described in one place */
function cliReadme(page) {
  // Links to documents of the repository become text, because these are not in the package.
  const body = page
    .slice(page.indexOf('\n'))
    .replace(/\[([^\]]+)\]\((?!https?:)[^)]+\)/g, '$1')
    .trim();
  return `# Meridian at a terminal

The decisions and runbooks of a repository, what a file is governed by, and drafts of handoffs and pull requests from
git. It reads what is there, in any common format, sends nothing anywhere, and needs no configuration. The same core is
in the editor extension Meridian.

\`\`\`sh
npm install --global ${cliName}   # or: npx ${cliName} records
\`\`\`

${body}
`;
}

/** Makes the tarball in the repository's folder. npm gives files a fixed time, so only their content decides its bytes. */
export async function packCli() {
  await writeFile(join(folder, 'package.json'), `${JSON.stringify(cliManifest(), null, 2)}\n`);
  await writeFile(join(folder, 'README.md'), cliReadme(await readFile(join(root, 'docs/command-line.md'), 'utf8')));
  await cp(join(root, 'LICENSE'), join(folder, 'LICENSE'));
  await runNpm(['pack', folder, '--pack-destination', root, '--ignore-scripts'], { cwd: root });
}
