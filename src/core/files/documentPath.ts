import type { FilePath } from '../ports';

/** What a generator of sites fills in before it reads the document: `restore.html.md.erb`. */
const filled = /(?:\.html)?(\.(?:md|markdown|adoc|asciidoc|rst))(?:\.(?:erb|j2|jinja2?|njk|liquid))?$/i;

/** Last extensions of a path that `filled` changes, without the dot. A search for `filled` itself looks at each place of a path. */
const fillers: ReadonlySet<string> = new Set(['erb', 'j2', 'jinja', 'jinja2', 'njk', 'liquid']);
const page = '.html';

/** The path as the document's own would be: `restore.md` of `restore.html.md.erb`. */
export function documentPath(path: FilePath): FilePath {
  const dot = path.lastIndexOf('.');
  const mayBeFilled =
    path.slice(dot - page.length, dot).toLowerCase() === page || fillers.has(path.slice(dot + 1).toLowerCase());
  return mayBeFilled ? path.replace(filled, '$1') : path;
}
