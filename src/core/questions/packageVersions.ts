import type { QuestionInput } from './questionInput';

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
