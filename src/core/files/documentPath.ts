import type { FilePath } from '../ports';

/** The extensions that a static site generator puts around the markup's own: `restore.html.md.erb`. */
const filled = /(?:\.html)?(\.(?:md|markdown|adoc|asciidoc|rst))(?:\.(?:erb|j2|jinja2?|njk|liquid))?$/i;

/**
 * The last extensions, without the dot, of paths that `filled` changes. This lookup is cheaper than running the
 * pattern.
 */
const fillers: ReadonlySet<string> = new Set(['erb', 'j2', 'jinja', 'jinja2', 'njk', 'liquid']);
const page = '.html';

/** The path without what a site generator adds: `restore.md` for `restore.html.md.erb`. */
export function documentPath(path: FilePath): FilePath {
  const dot = path.lastIndexOf('.');
  const mayBeFilled =
    path.slice(dot - page.length, dot).toLowerCase() === page || fillers.has(path.slice(dot + 1).toLowerCase());
  return mayBeFilled ? path.replace(filled, '$1') : path;
}
