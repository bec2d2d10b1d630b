// What must be true before a version goes out, as sentences that say what to do.

/**
 * @param {object} release
 * @param {Record<string, any>} release.manifest
 * @param {string} release.changelog
 * @param {string | undefined} release.tag of git, such as `v1.2.0`
 * @returns {string[]} what is missing; empty where nothing is
 */
export function problemsOf({ manifest, changelog, tag }) {
  const { version, repository, bugs, homepage } = manifest;
  const problems = [];
  if (!(repository && bugs && homepage)) {
    problems.push(
      'package.json names no public repository: add `repository`, `bugs` and `homepage` with its addresses, which the stores link to and npm compares with where the package was built.',
    );
  }
  if (tag !== `v${version}`) {
    problems.push(
      `package.json has version ${version}, so the tag must be v${version}${tag ? `, and it is ${tag}` : ''}.`,
    );
  }
  if (notesOf(changelog, version) === null) {
    problems.push(
      `CHANGELOG.md has no heading \`## [${version}] - YYYY-MM-DD\`: move there what stands under Unreleased.`,
    );
  }
  return problems;
}

/** What the changelog says of a version, without its heading. Null where it has no dated heading for it. */
export function notesOf(changelog, version) {
  const chapters = changelog.split(/^## /m);
  const heading = new RegExp(`^\\[${version.replaceAll('.', '\\.')}\\] - \\d{4}-\\d\\d-\\d\\d\\n`);
  const chapter = chapters.find((text) => heading.test(text));
  return chapter === undefined ? null : chapter.slice(chapter.indexOf('\n')).trim();
}
