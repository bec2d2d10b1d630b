import { extension, stem } from '../files/paths';
import type { FilePath } from '../ports';
import type { Known } from './rule';

const documents = ['.md', '.mdx', '.markdown', '.rst', '.adoc'];

/** Whether a path leads to a file, or to what a site makes of one. */
export function isThere(written: FilePath, { files }: Known): boolean {
  const path = files.real(written);
  if (files.has(path) || files.hasDirectory(path)) return true;
  const bare = path.slice(0, path.length - extension(path).length);
  // A generator makes the same page of documents with different extensions.
  const isDocument = (name: FilePath) => documents.some((other) => files.has(name + other));
  // A site leaves the extension of a page out of its address: `routes.ts` for `routes.ts.md`.
  if (isDocument(path) || (documents.includes(extension(path)) && isDocument(bare))) return true;
  // It makes the index page of a folder of its README.
  if (/^index$/i.test(stem(path)) && isDocument(`${bare.slice(0, bare.length - stem(path).length)}README`)) return true;
  // Files that a site serves beside its pages are in a folder of their own (`served`). Pages that it takes from
  // elsewhere are put among those of its content.
  return files
    .filesCalled(stem(path))
    .some(
      (file) =>
        (served.test(file) && file.endsWith(`/${below(path)}`)) ||
        (file.endsWith(`/${path}`) && siteContent.test(file.slice(0, -path.length))),
    );
}

const siteContent = /(?:^|\/)content\/(?:[a-z]{2}(?:-[a-z]{2,4})?\/)?$/i;

const served = /(?:^|\/)(?:public|static|assets|www)\//i;

/** The last two parts of a path. */
function below(path: FilePath): string {
  return path.split('/').slice(-2).join('/');
}
