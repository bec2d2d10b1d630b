import { readFileSync } from 'node:fs';
import { manifest } from './manifest';

export interface Snippet {
  readonly name: string;
  readonly file: string;
  readonly languages: readonly string[];
  readonly prefix: string;
  readonly description: string;
  readonly body: string;
}

interface Written {
  readonly prefix: string;
  readonly description: string;
  readonly body: readonly string[];
}

/** Every snippet once, with the languages that its file is declared for. */
export function allSnippets(): readonly Snippet[] {
  const { snippets: declared } = manifest.contributes;
  return [...new Set(declared.map(({ path }) => path))].flatMap((file) => {
    const languages = declared.filter(({ path }) => path === file).map(({ language }) => language);
    const written = JSON.parse(readFileSync(file, 'utf8')) as Readonly<Record<string, Written>>;
    return Object.entries(written).map(([name, { prefix, description, body }]) => {
      return { name, file, languages, prefix, description, body: body.join('\n') };
    });
  });
}
