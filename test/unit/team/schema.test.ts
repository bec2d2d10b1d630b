import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { parseTeam } from '../../../src/core/team/parseTeam';
import { usualDays } from '../../../src/core/team/team';
import type { TeamProblem } from '../../../src/core/team/valueReader';
import { fits, type Schema } from './fits';

const schema: Schema = JSON.parse(readFileSync('media/schemas/team.schema.json', 'utf8'));

/** What no schema of draft 7 can say: names that refer to others, zones and dates that exist. */
const beyondSchema = new Set(['zone-unknown', 'date', 'unknown-name', 'repeated']);
/** A zone that is still to be asked for is no mistake: the editor would warn over the whole member. */
const isBeyond = ({ code, path }: TeamProblem) =>
  beyondSchema.has(code) || (code === 'missing' && path.endsWith('.zone'));

const text = fc.oneof(
  { weight: 20, arbitrary: fc.nat(9999).map((number): unknown => `N${number}`) },
  fc.constantFrom<unknown>(' ', '', 7, null, ['x']),
);
const among = (...values: unknown[]) => fc.oneof({ weight: 8, arbitrary: fc.constantFrom(...values) }, text);
const listOf = (item: fc.Arbitrary<unknown>) =>
  fc.oneof({ weight: 30, arbitrary: fc.array(item, { maxLength: 2 }) }, fc.constantFrom<unknown>({}, 'x', null));
const objectOf = (fields: Record<string, fc.Arbitrary<unknown>>, needed: readonly string[]) =>
  fc.oneof(
    { weight: 2, arbitrary: fc.record({ ...fields, other: fc.constant(1) }, { requiredKeys: [] }) },
    { weight: 30, arbitrary: fc.record(fields, { requiredKeys: [...needed] }) },
    fc.constantFrom<unknown>([], 'x', 1, null, true),
  );

const zones = ['Europe/London', 'UTC', 'utc', 'EST', 'GMT+2', '+02:00', 'Etc/GMT+5', 'etc/gmt0', ' Asia/Tokyo '];
const hours = [
  '09:00-17:00',
  '22:00-06:00',
  '00:00-24:00',
  '9:00-17:00',
  '09:00-09:00',
  '24:00-08:00',
  '09:00-24:30',
  '09:00-12:00 13:00-17:00',
  '09:00-12:00, 09:00-09:00',
];
const travel = ['2026-12-01/2026-12-10 Asia/Tokyo', '2026-12-01 UTC', '2026-12-01', 'Asia/Tokyo', '2026-12-01 EST', ''];
const days = ['mon', 'sun', 'Mon', 'monday', 'fri 09:00-13:00', 'fri 9-13', 'sat 09:00-12:00 13:00-14:00'];
const away = ['2026-12-25', '2026-12-25/2026-12-31', '25.12.2026', '2026-12-25/', '3026-12-25', 'soon'];

const anyTeam = objectOf(
  {
    members: listOf(
      objectOf(
        {
          name: text,
          addresses: listOf(text),
          github: text,
          zone: among(...zones),
          hours: among(...hours),
          days: listOf(among(...days)),
          away: listOf(among(...away)),
          holidays: among('GB'),
          travel: listOf(among(...travel)),
          contact: text,
        },
        ['name', 'zone'],
      ),
    ),
    teams: listOf(objectOf({ name: text, members: listOf(text), channel: text }, ['name'])),
    channels: listOf(objectOf({ name: text, purpose: text, url: text }, ['name'])),
    responses: listOf(objectOf({ to: text, workingHours: among(4, 0, -1, 1001) }, ['to', 'workingHours'])),
    urgent: objectOf(
      { when: listOf(text), path: listOf(objectOf({ who: text, how: text, afterMinutes: among(15, -1) }, ['who'])) },
      [],
    ),
    glossary: listOf(objectOf({ term: text, meaning: text }, ['term', 'meaning'])),
    ticketKeys: listOf(text),
    holidays: listOf(objectOf({ name: text, days: listOf(among(...away)) }, ['name'])),
  },
  [],
);

const good = {
  members: [
    {
      name: 'Ana',
      addresses: ['ana@example.org'],
      github: 'ana',
      zone: 'Europe/London',
      hours: '09:00-17:00',
      days: ['mon'],
      away: ['2026-12-25'],
      contact: 'call',
    },
  ],
  teams: [{ name: 'ledger', members: ['Ana'], channel: '#ledger' }],
  channels: [{ name: '#ledger', purpose: 'all', url: 'https://example.org' }],
  responses: [{ to: 'a review', workingHours: 4 }],
  urgent: { when: ['money is lost'], path: [{ who: 'Ana', how: 'phone', afterMinutes: 15 }] },
  glossary: [{ term: 'drift', meaning: 'a difference' }],
  ticketKeys: ['LED'],
};

/** The file with one of its values left out or replaced, for each of its values. */
function variants(value: unknown): unknown[] {
  const wrong = [null, 7, -1, '', ' ', 'x', true, [], {}];
  if (Array.isArray(value)) return [...wrong, ...value.flatMap((item) => variants(item).map((other) => [other]))];
  if (typeof value !== 'object' || value === null) return wrong;
  const inside = Object.entries(value).flatMap(([key, inner]) => {
    const { [key]: _, ...rest } = value as Record<string, unknown>;
    return [rest, ...variants(inner).map((other) => ({ ...value, [key]: other }))];
  });
  return [...wrong, { ...value, other: 1 }, ...inside];
}

describe('team schema', () => {
  it('agrees with the parser on each value that is missing or wrong', () => {
    const tried = [good, ...variants(good)];
    for (const team of tried) {
      const { problems } = parseTeam(JSON.stringify(team));
      if (problems.some(isBeyond)) continue;
      assert.equal(fits(schema, team), problems.length === 0, JSON.stringify([team, problems]));
    }
    assert.ok(tried.length > 300);
  });

  it('accepts what the parser accepts and nothing else', () => {
    fc.assert(
      fc.property(anyTeam, (team) => {
        const { problems } = parseTeam(JSON.stringify(team));
        if (problems.some(isBeyond)) return;
        assert.equal(fits(schema, team), problems.length === 0, JSON.stringify([team, problems]));
      }),
      { numRuns: 500 },
    );
  });

  it('is tried on good files too', () => {
    // A fixed seed: how many of a few hundred random files are good differs from run to run.
    const good = fc.sample(anyTeam, { seed: 1, numRuns: 500 }).filter((team) => {
      return parseTeam(JSON.stringify(team)).problems.length === 0;
    });
    assert.ok(good.length > 10, `only ${good.length} were good`);
  });

  it('describes each key, and its examples and defaults are good ones', () => {
    const member = schema.properties?.members?.items?.properties ?? {};
    for (const [key, { examples = [], default: usual }] of Object.entries(member)) {
      for (const value of [...examples, ...(usual === undefined ? [] : [usual])]) {
        const file = JSON.stringify({ members: [{ name: 'A', zone: 'UTC', [key]: value }] });
        assert.deepEqual(parseTeam(file).problems, [], file);
      }
    }
    assert.deepEqual(member.days?.default, usualDays);
    assert.deepEqual(parseTeam('{"members":[{"name":"A","zone":"UTC"}]}').team.members[0]?.hours, {
      start: 540,
      end: 1020,
    });
    assert.equal(member.hours?.default, '09:00-17:00');
    const undescribed = (at: Schema): string[] =>
      Object.entries(at.properties ?? {}).flatMap(([key, value]) => [
        ...(value.description ? [] : [key]),
        ...undescribed(value),
        ...undescribed(value.items ?? {}),
      ]);
    assert.deepEqual(undescribed(schema), []);
  });

  it('is shipped and offered for the team file', () => {
    const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
    assert.deepEqual(manifest.contributes.jsonValidation, [
      { fileMatch: '.meridian/team.json', url: './media/schemas/team.schema.json' },
    ]);
    assert.match(readFileSync('.vscodeignore', 'utf8'), /^!media\/schemas\/\*\.json$/m);
  });
});
