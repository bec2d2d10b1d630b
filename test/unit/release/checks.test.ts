import { deepEqual, equal, match } from 'node:assert/strict';
import { notesOf, problemsOf } from '../../../scripts/release/checks.mjs';

const changelog =
  '# Changelog\n\n## [Unreleased]\n\n- later\n\n## [1.2.0] - 2026-12-01\n\n### Added\n\n- a thing\n\n## [1.1.0] - x\n';
const address = 'https://github.com/acme/ledger';
const manifest = { version: '1.2.0', repository: address, bugs: `${address}/issues`, homepage: address };

describe('what must be true before a release', () => {
  it('is true of a tag, a changelog and a manifest that agree', () => {
    deepEqual(problemsOf({ manifest, changelog, tag: 'v1.2.0' }), []);
  });

  it('is an address of the repository, which is asked for in one sentence and never made up', () => {
    const { repository: _, ...without } = manifest;
    const problems = problemsOf({ manifest: without, changelog, tag: 'v1.2.0' });
    equal(problems.length, 1);
    match(problems[0] ?? '', /^package\.json names no public repository: .*`repository`, `bugs` and `homepage`.*\.$/);
  });

  it('is the tag of the version, and a dated heading for it', () => {
    const [tag, heading, ...more] = problemsOf({ manifest, changelog: '## [1.2.0]\n', tag: 'v1.2.1' });
    match(tag ?? '', /must be v1\.2\.0, and it is v1\.2\.1/);
    match(heading ?? '', /## \[1\.2\.0\] - YYYY-MM-DD/);
    deepEqual(more, []);
  });

  it('says what is new in that version alone', () => {
    equal(notesOf(changelog, '1.2.0'), '### Added\n\n- a thing');
    equal(notesOf(changelog, '1.1.0'), null);
    equal(notesOf(changelog, '1.2.0-x'), null);
  });
});
