import type { FilePath } from '../ports';

/** What a generator of sites fills in before it reads the document: `restore.html.md.erb`. */
const filled = /(?:\.html)?(\.(?:md|markdown|adoc|asciidoc|rst))(?:\.(?:erb|j2|jinja2?|njk|liquid))?$/i;

/** What a path ends with that `filled` changes. */
const mayBeFilled = /(?:erb|j2|jinja2?|njk|liquid|\.html\.\w{2,8})$/i;

/** The path as the document's own would be: `restore.md` of `restore.html.md.erb`. */
export function documentPath(path: FilePath): FilePath {
  return mayBeFilled.test(path) ? path.replace(filled, '$1') : path;
}
