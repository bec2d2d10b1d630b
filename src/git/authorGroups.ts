import { isMachine, noreplyLogin } from '../core/activity/machines';

/** One name and address as a commit has them, with how often and when they were last seen (seconds since 1970). */
export interface Signature {
  readonly name: string;
  readonly address: string;
  readonly commits: number;
  readonly last: number;
}

/** One person, as far as git can tell. */
export interface Author {
  /** The name that most of the commits have. */
  readonly name: string;
  /** In small letters, the most used first. */
  readonly addresses: readonly string[];
  /** Login at a host, from a noreply address, or null. */
  readonly login: string | null;
  readonly commits: number;
}

export interface AuthorGroups {
  /** Those with the most commits first. */
  readonly authors: readonly Author[];
  /** Names of bots and agents, which are nobody's colleagues. */
  readonly machines: readonly string[];
}

/**
 * Puts signatures together that are one person's: the same address in any letter case, the same login in a noreply
 * address, or the same name of at least two words. One word alone ("Tom", "root") says too little.
 */
export function groupAuthors(signatures: readonly Signature[]): AuthorGroups {
  const people = signatures.filter(({ name, address }) => !isMachine(name, address) && name + address !== '');
  const machines = signatures.filter(({ name, address }) => isMachine(name, address)).map(({ name }) => name);
  const groups = new Map<string, ReadonlySet<Signature>>();
  for (const signature of people) {
    const keys = keysOf(signature);
    const joined = new Set([signature]);
    for (const known of new Set(keys.map((key) => groups.get(key)))) {
      for (const other of known ?? []) joined.add(other);
    }
    for (const member of joined) for (const key of keysOf(member)) groups.set(key, joined);
  }
  const authors = [...new Set(groups.values())].map(toAuthor);
  return { authors: authors.sort(byCommits), machines: [...new Set(machines)].sort() };
}

function keysOf({ name, address }: Signature): readonly string[] {
  const login = noreplyLogin(address);
  const words = name.trim().toLowerCase().split(/\s+/u);
  return [
    address === '' ? `without address ${words.join(' ')}` : `address ${address.toLowerCase()}`,
    ...(login === null ? [] : [`login ${login}`]),
    ...(words.length > 1 ? [`name ${words.join(' ')}`] : []),
  ];
}

function toAuthor(group: ReadonlySet<Signature>): Author {
  const signatures = [...group].sort((a, b) => b.commits - a.commits || b.last - a.last);
  const addresses = [...new Set(signatures.map(({ address }) => address.toLowerCase()))];
  return {
    name: signatures.map(({ name }) => name.trim()).find((name) => name !== '') ?? addresses[0] ?? '',
    addresses: addresses.filter((address) => address !== ''),
    login: addresses.map(noreplyLogin).find((login) => login !== null) ?? null,
    commits: signatures.reduce((sum, { commits }) => sum + commits, 0),
  };
}

function byCommits(a: Author, b: Author): number {
  return b.commits - a.commits || (a.name < b.name ? -1 : 1);
}
