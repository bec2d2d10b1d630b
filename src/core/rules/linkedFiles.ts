import { basename, dirname, extension, resolveIn, segments, stem } from '../files/paths';
import { slugOf } from '../names/spelling';
import type { FilePath } from '../ports';
import { fileOf } from '../records/record';
import { placeholder } from './anchors';
import { isToHold } from './citing';
import { Practice } from './practice';
import type { Known } from './rule';
import { isThere } from './servedFile';

/** The name of a file, by its extension. Pages (`.html`) and folders are left out: a site generator may make them. */
const fileName = /\.(?!html?$|com$|org$|io$|net$|dev$)[A-Za-z]\w{0,9}$/;

/** The path of a link that can only mean a file of the folder; null for pages, web addresses and placeholders. */
export function pathOfLink(href: string): string | null {
  const [path = ''] = href.split(/[?#]/, 1);
  if (/^[a-z][a-z0-9+.-]*:|^[/@~]|^www\./i.test(path) || placeholder.test(path)) return null;
  // An image of a site may be kept anywhere.
  return fileName.test(path) && !/\.(?:png|jpe?g|gif|svg|webp|avif|ico)$/i.test(path) ? path : null;
}

/**
 * Whether several records link to such files in a folder that has none and, as far as git knows, had none. A site
 * generator may make them, or take them from elsewhere.
 */
export function isMadeUnseen(target: FilePath, known: Known): boolean {
  return known.practice(linkedFiles).isUnread(alikeTo(target));
}

function linkedFiles(known: Known): Practice {
  const practice = new Practice();
  const folders = new Map<string, boolean>();
  for (const record of known.records) {
    const file = fileOf(record);
    if (!isToHold({ path: file, records: [record] })) continue;
    for (const { form, text } of record.mentions) {
      const path = form === 'link' ? pathOfLink(text) : null;
      const target = path === null ? null : resolveIn(dirname(file), path);
      if (target === null) continue;
      const alike = alikeTo(target);
      const hasAlike = folders.get(alike) ?? hasFileLike(target, known);
      folders.set(alike, hasAlike);
      const wasThere = () => known.history?.departure(file, target) != null;
      practice.note(alike, file, hasAlike || isThere(target, known) || wasThere());
    }
  }
  return practice;
}

function alikeTo(target: FilePath): string {
  return `${dirname(target)} ${extension(target)}`;
}

function hasFileLike(target: FilePath, { files }: Known): boolean {
  const folder = dirname(target);
  return files.filesUnder(folder).some((file) => alikeTo(file) === alikeTo(target));
}

/** Whether a path begins with a folder that is not here, as one of a submodule does that is not checked out. */
export function isOfOtherRepository(target: FilePath, { files }: Known): boolean {
  const [first = '', ...below] = segments(target);
  return below.length > 0 && !files.hasDirectory(first);
}

/** The file that a link would lead to with as many `../` as lead to the root. */
export function belowRoot(written: string, { files }: Pick<Known, 'files'>): FilePath | null {
  const path = written.replace(/^(?:\.{1,2}\/){1,20}/, '');
  return path.includes('/') && files.has(path) ? path : null;
}

/** The same file in the only folder beside that has the same name behind another number. */
export function inRenumberedFolder(target: FilePath, { files }: Pick<Known, 'files'>): FilePath | null {
  const folder = dirname(target);
  const alike = files.filesCalled(stem(target)).filter((file) => {
    const other = dirname(file);
    const isBeside = basename(file) === basename(target) && dirname(other) === dirname(folder);
    return isBeside && slugOf(basename(other)) === slugOf(basename(folder));
  });
  return alike.length === 1 ? (alike[0] ?? null) : null;
}
