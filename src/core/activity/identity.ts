import type { Member } from '../team/team';
import type { Identity } from './activity';
import type { CommitFact, Person } from './facts';
import { isMachine, noreplyLogin } from './machines';

/** Names of a person as git and the team file write them, not folded yet. */
interface Known {
  readonly names?: readonly (string | null)[];
  readonly addresses?: readonly (string | null)[];
  readonly logins?: readonly (string | null)[];
}

/** The person at the keyboard: what git is configured with, and their entry in the team file. */
export function ownIdentity(
  git: { readonly name: string | null; readonly address: string | null },
  member: Pick<Member, 'name' | 'addresses' | 'github'> | null,
): Identity {
  return identityFrom([{ names: [git.name], addresses: [git.address] }, ...(member ? [knownOf(member)] : [])]);
}

/**
 * Whom `--author` means: each value is a name, an address, or both as `Ann Lee <ann@example.com>`. A value that names a
 * member of the team, also by their GitHub login, brings all that the team file knows of them.
 */
export function identityOfAuthors(values: readonly string[], members: readonly Member[]): Identity {
  const given = values.map(knownFrom);
  const wanted = identityFrom([...given, { logins: values }]);
  const meant = members.filter(({ name, addresses, github }) => {
    const known = identityFrom([{ names: [name], addresses, logins: [github] }]);
    return (['names', 'addresses', 'logins'] as const).some((part) => meets(known[part], wanted[part]));
  });
  return identityFrom([...given, ...meant.map(knownOf)]);
}

/**
 * Whether a person is meant, by address, by the login in a noreply address, or by name. Names are compared as a whole,
 * in any letter case, because git's own `--author` is a pattern and `Ann` finds Annika (docs/adr/0018). Many people are
 * called Tom: a name of one word is enough only where no address is known.
 */
export function isOneOf(who: Identity, { name, address, written: before }: Person): boolean {
  if (before !== undefined && isOneOf(who, { name: '', address: before })) return true;
  const written = fold(address);
  if (written !== '' && who.addresses.includes(written)) return true;
  const login = noreplyLogin(written);
  if (login !== null && who.logins.includes(login)) return true;
  const folded = fold(name);
  return folded !== '' && who.names.includes(folded) && (folded.includes(' ') || who.addresses.length === 0);
}

/** How a person took part in a commit, or null: mailmaps rename people, so the address as written counts too. */
export function roleIn(who: Identity, commit: CommitFact): 'author' | 'co-author' | null {
  const { author, writtenAddress, coAuthors } = commit;
  if (isOneOf(who, author) || isOneOf(who, { name: '', address: writtenAddress })) return 'author';
  return coAuthors.some((person) => isOneOf(who, person)) ? 'co-author' : null;
}

function knownOf({ name, addresses, github }: Pick<Member, 'name' | 'addresses' | 'github'>): Known {
  return { names: [name], addresses, logins: [github] };
}

function knownFrom(value: string): Known {
  const [, name = value, address = null] = /^([^<>]*)<([^<>]*)>\s*$/.exec(value) ?? [];
  if (address !== null) return { names: [name], addresses: [address] };
  return /^[^\s@]+@\S+$/.test(value.trim()) ? { addresses: [value] } : { names: [value] };
}

function identityFrom(known: readonly Known[]): Identity {
  const all = (part: keyof Known) => known.flatMap((person) => person[part] ?? []);
  const addresses = folded(all('addresses'));
  return {
    names: folded(all('names')),
    addresses,
    logins: folded([...all('logins'), ...addresses.map(noreplyLogin)]),
  };
}

function folded(texts: readonly (string | null)[]): readonly string[] {
  return [...new Set(texts.map((text) => fold(text ?? '')))].filter((text) => text !== '');
}

function fold(text: string): string {
  return text.normalize('NFC').trim().replace(/\s+/gu, ' ').toLowerCase();
}

function meets(some: readonly string[], others: readonly string[]): boolean {
  return some.some((text) => others.includes(text));
}

/** The names of the people among them, without that person and without machines, each once. */
export function namesOfOthers(people: readonly Person[], who: Identity): readonly string[] {
  const others = people.filter((person) => !isOneOf(who, person) && !isMachine(person.name, person.address));
  return [...new Set(others.map(({ name }) => name.trim()))].filter((name) => name !== '');
}
