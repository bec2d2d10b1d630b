import { stem } from '../files/paths';
import { mentionedPaths } from '../links/mentionIndex';
import type { FilePath } from '../ports';
import { leadingNumber } from '../records/find/nameShape';
import type { DocRecord, Mention } from '../records/record';
import { isRetired } from '../records/succession';
import { hasScheme } from '../text/scheme';
import type { CheckedFile } from './checkedFile';
import { isToHold } from './citing';
import type { Fix, Found, Span } from './finding';
import { linkAround } from './linkAround';
import { rewriting } from './rewriting';
import type { Known, Rule } from './rule';
import { sentence } from './sentences';

const code = 'gone-path';

/**
 * A path in a record in force that existed when the record was last changed and does not any more. Only paths that git
 * knows count: a path of another project, or of code still to be written, was never here.
 */
export const gonePath: Rule = {
  code,
  severity: 'info',
  *find(file, known) {
    const { history } = known;
    const { record } = file;
    if (!history || !record || !speaksOfNow(record) || !isToHold(file) || known.files.truncated) return;
    const seen = new Set<string>();
    for (const mention of record.mentions) {
      if (mention.form === 'link' || seen.has(mention.text)) continue;
      seen.add(mention.text);
      for (const path of gonePaths(mention, record.path, known)) {
        const departure = history.departure(record.path, path);
        const span = departure && file.spanOf(mention.text, mention.line, mention.line);
        if (!departure?.isLater || !span) continue;
        if (departure.kind === 'removed' && removal.test(file.line(mention.line))) continue;
        if (hasAddress(span, file)) continue;
        yield saying(mention.text, departure, span, file);
        break;
      }
    }
  },
};

/** Whether a path is in the text of a link to a web address, which as a rule still shows the file as of a commit. */
function hasAddress({ startLine, startColumn }: Span, file: CheckedFile): boolean {
  const link = linkAround(file, { line: startLine, column: startColumn });
  return link !== null && hasScheme(link.href);
}

/** `Delete the folder`: the record itself decided the removal. */
const removal =
  /(?<!\p{L})(?:delet(?:e[ds]?|ing|ion)|remov(?:e[ds]?|ing|al)|drop(?:s|ped|ping)?|löschen|entfern(?:en|t)|supprim(?:er|é|ée))(?!\p{L})|삭제|제거|폐기|削除|[删刪]除|移除/iu;

/** Whether a record is about the present: not where it is retired, only proposed, or a note of one day. */
export function speaksOfNow(record: DocRecord): boolean {
  const isOfNow = record.status === 'accepted' || record.status === 'none' || record.status === 'other';
  return isOfNow && !isRetired(record) && record.kind !== 'handoff';
}

/** Whether something is at a path, or the path is ignored, so that nothing is known of it. */
export function isThere(path: FilePath, files: Known['files']): boolean {
  const real = files.real(path);
  return files.has(real) || files.hasDirectory(real) || files.isIgnored(path);
}

/** Where a mention would lead if it were there; empty where it leads to something, or could be a word. */
function gonePaths({ text }: Mention, record: FilePath, { files }: Known): readonly FilePath[] {
  const isPath = text.includes('/') && !isRoute.test(text) && !hasNumberToCome(text);
  const paths = isPath ? mentionedPaths(text, record) : [];
  return paths.some((path) => isThere(path, files)) ? [] : paths;
}

/** `/ledger/`: as a rule a path of a web address. */
const isRoute = /^\/[^/.]{1,60}\/?$/;

/** `text/0000-my-feature.md`: the number stands for one to be given, and each new document was once called so. */
function hasNumberToCome(written: string): boolean {
  return /^0+$/.test(leadingNumber(stem(written)) ?? '');
}

function saying(
  written: string,
  departure: NonNullable<ReturnType<NonNullable<Known['history']>['departure']>>,
  span: Span,
  file: CheckedFile,
): Found {
  const { commit } = departure;
  if (departure.kind === 'removed') {
    const said = departure.as
      ? sentence(code, 'removedAs', written, departure.as, commit.hash, commit.date)
      : sentence(code, 'removed', written, commit.hash, commit.date);
    return { span, about: written, sentence: said };
  }
  const said = sentence(code, 'moved', written, departure.to, commit.hash, commit.date);
  const fix = rewritten(written, departure.to, span, file);
  return fix ? { span, about: written, sentence: said, fix } : { span, about: written, sentence: said };
}

/** No fix where line numbers or a fragment stand behind the path: they were of the old file, so more has to change. */
function rewritten(written: string, to: FilePath, span: Span, file: CheckedFile): Fix | undefined {
  if (/[#:]/.test(written) || /^\.{1,2}\//.test(written)) return undefined;
  const text = (written.startsWith('/') ? '/' : '') + to + (written.endsWith('/') ? '/' : '');
  return rewriting(code, file.path, span, text);
}
