import { extension } from '../files/paths';
import type { FilePath } from '../ports';
import type { QuestionInput } from './questionInput';

type Versions = QuestionInput['versions'];

/** A file that names the versions that code runs on. */
export interface VersionFile {
  /** Looked for in the folder of the code, then in those above it. */
  readonly name: string;
  /** Empty for a text of another form. */
  readonly read: (text: string) => Versions;
}

const longestText = 100_000;

/** Version files by the extensions of the code that they are for; another language's tools tell a reader nothing. */
const rows: readonly (readonly [endings: string, files: readonly VersionFile[]])[] = [
  [
    'ts mts cts tsx js mjs cjs jsx vue svelte astro css scss less html json',
    [{ name: 'package.json', read: packageVersions }],
  ],
  [
    'py pyi pyx ipynb',
    [
      { name: 'pyproject.toml', read: first('python as required:', /^requires-python\s?=\s?["']([^"'\n]{1,60})["']/m) },
      { name: '.python-version', read: first('python', /^(\d[\w.-]{0,30})$/m) },
    ],
  ],
  ['go', [{ name: 'go.mod', read: first('go', /^go (\d[\w.]{0,30})$/m) }]],
  ['rs', [{ name: 'Cargo.toml', read: first('rust as required:', /^rust-version\s?=\s?"([^"\n]{1,30})"/m) }]],
  ['rb rake erb', [{ name: '.ruby-version', read: first('ruby', /^(?:ruby-)?(\d[\w.-]{0,30})$/m) }]],
  [
    'java kt kts groovy scala',
    [{ name: 'pom.xml', read: first('java', /<(?:maven\.compiler\.release|java\.version)>\s?([\w.]{1,20})\s?</) }],
  ],
  ['cs fs vb razor', [{ name: 'global.json', read: first('dotnet', /"version"\s?:\s?"(\d[\w.-]{0,30})"/) }]],
  ['php', [{ name: 'composer.json', read: first('php as required:', /"php"\s?:\s?"([^"\n]{1,60})"/) }]],
];

/** The files that name the versions for a file of code; for any other file none. */
export function versionFilesFor(path: FilePath): readonly VersionFile[] {
  const ending = extension(path).slice(1);
  return rows.find(([endings]) => endings.split(' ').includes(ending))?.[1] ?? [];
}

function first(name: string, pattern: RegExp): VersionFile['read'] {
  return (text) => {
    const version = pattern.exec(text.slice(0, longestText))?.[1];
    return version === undefined ? [] : [{ name, version }];
  };
}

const mostEngines = 5;

/** What a `package.json` says of itself and of what it runs on; nothing for any other text. */
export function packageVersions(text: string): QuestionInput['versions'] {
  const manifest = objectIn(parsed(text));
  const { name, version } = manifest;
  const engines = Object.entries(objectIn(manifest.engines)).slice(0, mostEngines);
  return [
    ...(typeof version === 'string' ? [{ name: typeof name === 'string' ? name : 'package', version }] : []),
    ...engines.flatMap(([engine, range]) =>
      typeof range === 'string' ? [{ name: `${engine} as required:`, version: range }] : [],
    ),
  ];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function objectIn(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}
