import { deepEqual, ok } from 'node:assert/strict';
import { readFileSync } from 'node:fs';

interface Locked {
  readonly version?: string;
  readonly integrity?: string;
  readonly link?: boolean;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

for (const file of ['package-lock.json', 'scripts/packaging/package-lock.json', 'scripts/release/package-lock.json']) {
  describe(file, () => {
    const packages: Readonly<Record<string, Locked>> = JSON.parse(readFileSync(file, 'utf8')).packages;
    const installed = Object.entries(packages).filter(([place, { link }]) => place !== '' && !link);

    it('has a checksum of every package, those of other platforms too', () => {
      ok(installed.length > 100);
      const unchecked = installed.filter(([, { integrity }]) => !/^sha512-[A-Za-z0-9+/]{86}==$/.test(integrity ?? ''));
      deepEqual(
        unchecked.map(([place]) => place),
        [],
        'node scripts/complete-lock.mjs reads them from the registry',
      );
    });

    it('leaves out no platform of a package that has one binary for each', () => {
      const wanted = installed.flatMap(([place, { optionalDependencies = {} }]) =>
        Object.keys(optionalDependencies)
          .filter((name) => !packages[`node_modules/${name}`] && !packages[`${place}/node_modules/${name}`])
          .map((name) => `${name} of ${place}`),
      );
      deepEqual(wanted, [], 'node scripts/complete-lock.mjs adds them');
    });
  });
}
