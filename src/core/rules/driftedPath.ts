import { mentionedPaths } from '../links/mentionIndex';
import { isToHold } from './citing';
import { speaksOfNow } from './gonePath';
import type { Rule } from './rule';
import { sentence } from './sentences';

const code = 'drifted-path';
const mostCommits = 3;

/** A file that a record names and that has changed much since the record was last changed. Off by default. */
export const driftedPath: Rule = {
  code,
  severity: 'off',
  *find(file, { history, files }) {
    const { record } = file;
    if (!history || !record || !speaksOfNow(record) || !isToHold(file)) return;
    const seen = new Set<string>();
    for (const { text, line } of record.mentions) {
      const path = mentionedPaths(text, record.path).find((one) => files.has(one));
      const change = path === undefined || seen.has(path) ? null : history.change(record.path, path);
      const span = change && file.spanOf(text, line, line);
      if (path === undefined || !change || !span) continue;
      seen.add(path);
      const commits = change.commits.slice(0, mostCommits).map(({ hash, date }) => `${hash} ${date}`);
      const more = change.commits.length > mostCommits ? ', …' : '';
      const share = `${Math.round(Math.min(change.share, 1) * 100)} %`;
      const count = change.commits.length;
      const said =
        count === 1
          ? sentence(code, 'once', share, path, commits.join())
          : sentence(code, 'drifted', share, path, count, commits.join(', ') + more);
      yield { span, sentence: said, about: path };
    }
  },
};
