// The software bill of materials as CycloneDX: npm lists the packages of the lock file, and the rules that are kept as
// data are added. Serial number and time, which npm makes up anew each time, come from the version and the commit.
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { manifest, root, sourceDate, vsix } from '../artefacts.mjs';
import { packagesOf, vendored } from '../notices.mjs';
import { runNpm } from '../run-command.mjs';

function componentOf({ name, license }) {
  return { 'bom-ref': name, type: 'data', name, licenses: [{ license: { id: license } }] };
}

/** A serial number in the form that the standard asks for, the same for two runs of one commit. */
function serialNumber(text) {
  const hex = createHash('sha256').update(text).digest('hex');
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `5${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ];
  return `urn:uuid:${parts.join('-')}`;
}

/** Leaves out development packages. npm's own `--omit=dev` also drops packages such as `yaml`, which tools use as well. */
function withoutTools(bom) {
  const isTool = ({ properties }) => properties.some(({ name }) => name === 'cdx:npm:package:development');
  const tools = new Set(bom.components.filter(isTool).map((component) => component['bom-ref']));
  const dependencies = bom.dependencies
    .filter(({ ref }) => !tools.has(ref))
    .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((other) => !tools.has(other)) }));
  return { ...bom, components: bom.components.filter((component) => !isTool(component)), dependencies };
}

/** @returns {Promise<string>} the list as JSON; an error where a package that the bundles contain is not in it */
export async function makeSbom() {
  const options = ['--sbom-format=cyclonedx', '--sbom-type=application', '--package-lock-only'];
  const bom = withoutTools(JSON.parse(await runNpm(['sbom', ...options], { cwd: root })));
  const texts = JSON.parse(await readFile(join(root, 'package.nls.json'), 'utf8'));
  bom.components.push(...vendored.map(componentOf));
  const names = new Set(bom.components.map(({ name }) => name));
  const bundled = ['out/meta.json', 'out/meta-cli.json'].map(async (file) =>
    packagesOf(JSON.parse(await readFile(join(root, file), 'utf8'))),
  );
  for (const folder of (await Promise.all(bundled)).flat()) {
    const name = folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length);
    if (!names.has(name)) throw new Error(`The list of what is contained lacks ${name}, which a bundle has`);
  }
  const date = sourceDate();
  // npm names the application after the folder that it lies in.
  Object.assign(bom.metadata.component, { name: manifest.name, description: texts.description });
  bom.metadata.timestamp = new Date(date * 1000).toISOString();
  bom.serialNumber = serialNumber(`${vsix} ${date}`);
  return `${JSON.stringify(bom, null, 2)}\n`;
}
