import { decodeOnce } from '../files/paths';
import { objectName } from '../names/objectName';
import type { HandoffNote } from './note';

/** Full hashes by repository name, then branch name. */
type Tips = HandoffNote['tips'];

/**
 * The tips of a note in one line, as its closing comment has them (docs/adr/0009): `ledger main=51c0… split=3f2a…; web
 * main=…`. Names are percent-encoded where anything else could end the comment or a name.
 * @param room UTF-16 units that the line may have; the last branches of each repository are left out to fit
 */
export function writeTips(tips: Tips, room: number): string {
  const repositories = Object.entries(tips);
  const each = Math.floor(room / Math.max(1, repositories.length));
  const parts = repositories.flatMap(([repository, branches]) => {
    let part = encoded(repository);
    for (const [branch, hash] of Object.entries(branches)) {
      const next = ` ${encoded(branch)}=${hash}`;
      if (part.length + next.length > each) break;
      part += next;
    }
    return part.includes('=') ? [part] : [];
  });
  return parts.join('; ');
}

/**
 * Parses what `writeTips` wrote. Only full hashes are taken: they are passed to git. Words of another form are skipped.
 */
export function readTips(line: string): Tips {
  return Object.fromEntries(
    line.split(';').flatMap((part) => {
      const [repository = '', ...pairs] = part.trim().split(' ');
      const name = decodeOnce(repository);
      const branches = pairs.flatMap((pair) => {
        const at = pair.indexOf('=');
        const [branch, hash] = [decodeOnce(pair.slice(0, at)), pair.slice(at + 1)];
        return at > 0 && branch !== null && objectName.test(hash) ? [[branch, hash] as const] : [];
      });
      return name && branches.length > 0 ? [[name, Object.fromEntries(branches)] as const] : [];
    }),
  );
}

function encoded(name: string): string {
  // A lone surrogate cannot be percent-encoded.
  return name.replace(/\p{Cs}/gu, '\uFFFD').replace(/[^\p{L}\p{N}._/@+-]|-(?=-)/gu, (one) => {
    const code = one.charCodeAt(0);
    return code < 0x80 ? `%${code.toString(16).toUpperCase().padStart(2, '0')}` : encodeURIComponent(one);
  });
}
