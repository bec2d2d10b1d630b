import { ancestors, decodeOnce, dirname } from '../files/paths';
import { includesRemote } from '../forge/remotes';
import { parseRepositoryUrl } from '../forge/repositoryUrl';
import type { Beside } from '../names/beside';
import type { World } from '../names/nameLookup';
import type { FilePath } from '../ports';
import type { Elsewhere, RawReference, Reference } from './link';
import { resolveAll } from './resolve';
import { nearLines } from './resolveNumber';
import { keyOf } from './settledInFile';

/** A folder of the window, seen from another one. */
export interface Neighbour {
  /** Identifies the folder. */
  readonly folder: string;
  /** Its absolute path; null where it has no root in common with the other folder. */
  readonly root: string | null;
  readonly world: World;
}

/** What is open beside the folder whose text is resolved. */
export interface Surroundings {
  /** The absolute path of the text's own folder. */
  readonly root: string | null;
  readonly others: readonly Neighbour[];
  /** Whether the text is in no folder of the window, so that none is nearer to it. */
  readonly homeless?: boolean;
}

/** A folder without any other. */
export const alone: Surroundings = { root: null, others: [] };

/**
 * The references of a text, with those that lead into another folder of the same window: by a URL of that folder's
 * remote, by a path into it, by the name of its repository beside a number, and by number where only that folder has
 * the series. They stay `foreign` and have the record in `elsewhere` (docs/adr/0029).
 */
export function resolveAcross(
  raws: readonly RawReference[],
  from: FilePath,
  world: World,
  window: Surroundings,
): readonly Reference[] {
  const known = resolveAll(raws, from, world);
  if (window.others.length === 0) return known;
  const across = new Across(from, world, window);
  const byOffset = new Map(known.map((reference) => [reference.offset, reference]));
  const answers = raws.flatMap((raw): Reference[] => {
    const reference = byOffset.get(raw.offset) ?? null;
    const found = across.answer(raw, reference);
    return found ? [found] : reference ? [reference] : [];
  });
  return answers.map((reference) => nearAddress(reference, answers) ?? reference);
}

class Across {
  constructor(
    private readonly from: FilePath,
    private readonly own: World,
    private readonly window: Surroundings,
  ) {}

  private get others(): readonly Neighbour[] {
    return this.window.others;
  }

  /** Null where the own folder's answer stands. */
  answer(raw: RawReference, reference: Reference | null): Reference | null {
    if (raw.form === 'url') return this.byAddress(raw, raw.name ?? '');
    const href = raw.beside?.href ?? null;
    if (href !== null) {
      const linked = /^https?:/i.test(href) ? this.byAddress(raw, href) : this.byPath(raw, href);
      if (linked) return linked;
    }
    if (raw.form === 'path' && (reference === null || reference.resolution !== 'resolved' || reference.stale)) {
      const found = this.byPath(raw, raw.name ?? '');
      if (found) return found;
    }
    const place = raw.beside?.place ?? null;
    if (place !== null) return reference?.resolution === 'foreign' ? this.byRepository(raw, place) : null;
    if (this.window.homeless) return this.byAnyNumber(raw, reference);
    return this.byNumber(raw, reference);
  }

  /** A URL into the repository that another folder is a clone of. */
  private byAddress(raw: RawReference, address: string): Reference | null {
    const url = parseRepositoryUrl(address);
    if (url === null || includesRemote(this.own.remotes, url.remote)) return null;
    const asUrl: RawReference = { ...raw, form: 'url', name: address, beside: null };
    for (const other of this.others) {
      if (!includesRemote(other.world.remotes, url.remote)) continue;
      const found = inFolder(raw, other, asUrl);
      if (found) return found;
    }
    return null;
  }

  /** A path that leads to exactly one record of another folder: from the file, or from a folder above it or its root. */
  private byPath(raw: RawReference, written: string): Reference | null {
    const { root } = this.window;
    const name = decodeOnce(written.split(/[?#]/, 1)[0] ?? '');
    if (root === null || name === null || name === '' || /^(?:\/|[a-z][a-z0-9+.-]*:)/i.test(name)) return null;
    const bases = [...[...ancestors(this.from)].map((folder) => `${root}/${folder}`), dirname(root)];
    for (const base of bases) {
      const path = absolute(base, name);
      for (const other of this.others) {
        if (path === null || other.root === null || !path.startsWith(`${other.root}/`)) continue;
        const [record, second] = other.world.names.byPath(path.slice(other.root.length + 1));
        if (record && !second) return elsewhere(raw, [{ folder: other.folder, path: record.path }]);
      }
    }
    return null;
  }

  /** A number with `acme/cloud` before or after it, where another folder is a clone of that repository. */
  private byRepository(raw: RawReference, place: string): Reference | null {
    const parts = place.toLowerCase().split('/');
    const repo = parts.at(-1) ?? '';
    const owner = parts.at(-2);
    const named = this.others.filter(({ world }) =>
      world.remotes.some(
        (remote) => remote.repo === repo && (owner === undefined || `/${remote.owner}`.endsWith(`/${owner}`)),
      ),
    );
    const [only, second] = named;
    return only && !second ? inFolder(raw, only, { ...raw, beside: withoutPlace(raw.beside) }) : null;
  }

  /** A number of a series that the own folder does not have and only one other folder has. */
  private byNumber(raw: RawReference, reference: Reference | null): Reference | null {
    const { prefix, number, beside } = raw;
    if (prefix === null || number === null || this.own.names.hasSeries(prefix)) return null;
    // A link around the number, or an address near it, has named the repository.
    const isSettled = reference?.resolution === 'foreign' && !(prefix.includes('-') && !beside?.href);
    if (isSettled || reference?.resolution === 'resolved' || reference?.resolution === 'ambiguous') return null;
    const [only, second] = this.others.filter(({ world }) => world.names.hasSeries(prefix));
    return only && !second ? inFolder(raw, only, raw) : null;
  }

  /** In a text outside of all folders a number may mean a record of any: all records of that number. */
  private byAnyNumber(raw: RawReference, reference: Reference | null): Reference | null {
    if (raw.prefix === null || raw.number === null) return null;
    const found = this.others.flatMap((other) => inFolder(raw, other, raw)?.elsewhere ?? []);
    if (found.length === 0) return null;
    const mine = reference?.target ? [reference.target] : (reference?.candidates ?? []);
    if (mine.length === 0) return elsewhere(raw, found);
    return { ...raw, resolution: 'ambiguous', target: null, candidates: mine, elsewhere: found };
  }
}

function inFolder(raw: RawReference, { folder, world }: Neighbour, asked: RawReference): Reference | null {
  // Resolved from the root, so that no record of the folder is nearer than another.
  const [answer] = resolveAll([asked], '', world);
  const paths = answer?.target ? [answer.target] : (answer?.candidates ?? []);
  return paths.length === 0
    ? null
    : elsewhere(
        raw,
        paths.map((path) => ({ folder, path })),
      );
}

function elsewhere(raw: RawReference, found: readonly Elsewhere[]): Reference {
  return { ...raw, resolution: 'foreign', target: null, candidates: [], elsewhere: found };
}

function withoutPlace(beside: Beside | null): Beside | null {
  return beside && { ...beside, place: null };
}

/** A bare number near the address of its record in another repository, where that is a folder of the window. */
function nearAddress(reference: Reference, all: readonly Reference[]): Reference | null {
  const { resolution, number, prefix, line } = reference;
  if (resolution !== 'foreign' || reference.elsewhere || number === null || reference.beside?.place) return null;
  const key = keyOf(prefix, number);
  const near = all.find(
    (other) =>
      other.form === 'url' &&
      other.elsewhere !== undefined &&
      other.number !== null &&
      keyOf(other.prefix, other.number) === key &&
      Math.abs(other.line - line) <= nearLines,
  );
  return near?.elsewhere ? elsewhere(reference, near.elsewhere) : null;
}

/** Where a relative path leads from an absolute folder; null above the root of the disk. */
function absolute(folder: string, name: string): string | null {
  const parts = folder.split('/').filter((part) => part !== '');
  for (const part of name.split('/')) {
    if (part === '..' && parts.pop() === undefined) return null;
    if (part !== '..' && part !== '' && part !== '.') parts.push(part);
  }
  return `/${parts.join('/')}`;
}
