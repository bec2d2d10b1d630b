import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { partyOf } from '../../../src/core/drafts/addressee';
import { parseTeam } from '../../../src/core/team/parseTeam';
import { isLocated, teamAsOf } from '../../../src/core/team/team';

const ana = '"name": "Ana", "zone": "Europe/London"';
const inMember = (text: string) => `{ "members": [{ ${ana}, ${text} }] }`;

/** Each problem as its code, its path and what stands at its place. */
function problemsOf(text: string): string[] {
  return parseTeam(text).problems.map(({ code, path, offset, length, value }) => {
    assert.equal(value, text.slice(offset, offset + Math.min(length, 100)));
    return `${code} ${path} ${value}`;
  });
}

describe('team file', () => {
  it('is read in full', () => {
    const { team, problems } = parseTeam(`{
      "$schema": "x",
      "members": [
        { ${ana}, "addresses": ["ana@x.org", "Ana@home.org"], "github": "ana", "hours": "08:30-16:00",
          "days": ["tue", "mon"], "away": ["2026-12-25", "2026-12-28/2027-01-01"], "contact": "call" },
        { "name": "Kenji", "zone": "Asia/Tokyo", "hours": "22:00-06:00" }
      ],
      "teams": [{ "name": "ledger", "members": ["Kenji"], "channel": "#ledger" }],
      "channels": [{ "name": "#ledger", "purpose": "all of it", "url": "https://x.org" }],
      "responses": [{ "to": "a review", "workingHours": 4.5 }],
      "urgent": { "when": ["money is lost"], "path": [{ "who": "Ana", "how": "phone", "afterMinutes": 15 }, { "who": "ledger" }] },
      "glossary": [{ "term": "drift", "meaning": "a difference" }],
      "ticketKeys": ["LED", "OPS"]
    }`);
    assert.deepEqual(problems, []);
    assert.deepEqual(team.members[0], {
      name: 'Ana',
      addresses: ['ana@x.org', 'Ana@home.org'],
      github: 'ana',
      zone: 'Europe/London',
      hours: { start: 510, end: 960 },
      days: ['mon', 'tue'],
      away: [
        { from: '2026-12-25', to: '2026-12-25' },
        { from: '2026-12-28', to: '2027-01-01' },
      ],
      contact: 'call',
    });
    assert.deepEqual(team.members[1]?.hours, { start: 22 * 60, end: 30 * 60 });
    assert.deepEqual(team.members[1]?.days, ['mon', 'tue', 'wed', 'thu', 'fri']);
    assert.deepEqual(team.teams, [{ name: 'ledger', members: ['Kenji'], channel: '#ledger' }]);
    assert.deepEqual(team.channels, [{ name: '#ledger', purpose: 'all of it', url: 'https://x.org' }]);
    assert.deepEqual(team.responses, [{ to: 'a review', workingHours: 4.5 }]);
    assert.deepEqual(team.urgent.path[1], { who: 'ledger', how: null, afterMinutes: 0 });
    assert.deepEqual(team.glossary, [{ term: 'drift', meaning: 'a difference' }]);
    assert.deepEqual(team.ticketKeys, ['LED', 'OPS']);
    assert.ok(team.members.every(isLocated));
  });

  const memberOf = (text: string) => parseTeam(inMember(text)).team.members[0];

  it('has split days, days with hours of their own, holidays that several have, and travels', () => {
    const split = memberOf('"hours": "14:00-18:00, 09:00-12:00", "days": ["mon", "fri 09:00-13:00"]');
    const [morning, afternoon] = [
      { start: 540, end: 720 },
      { start: 840, end: 1080 },
    ];
    assert.deepEqual([split?.hours, split?.days], [{ start: 540, end: 1080 }, ['mon', 'fri']]);
    assert.deepEqual([split?.shifts?.mon, split?.shifts?.fri], [[morning, afternoon], [{ start: 540, end: 780 }]]);
    assert.equal(memberOf('"hours": "09:00-17:00"')?.shifts, undefined);
    const travel = memberOf('"travel": ["2026-12-01/2026-12-10 Asia/Tokyo"]')?.travel;
    assert.deepEqual(travel, [{ from: '2026-12-01', to: '2026-12-10', zone: 'Asia/Tokyo' }]);
    const { team, problems } = parseTeam(
      `{ "members": [{ ${ana}, "away": ["2026-11-02"], "holidays": "GB" }], "holidays": [{ "name": "GB", "days": ["2026-12-25"] }] }`,
    );
    assert.deepEqual(problems, []);
    assert.deepEqual(
      team.members[0]?.away.map(({ from }) => from),
      ['2026-11-02', '2026-12-25'],
    );
  });

  it('has the clock of a travel as long as it lasts', () => {
    const { team } = parseTeam(inMember('"travel": ["2026-12-01/2026-12-10 Asia/Tokyo"]'));
    const zoneAt = (instant: string) => teamAsOf(team, Date.parse(instant)).members[0]?.zone;
    assert.deepEqual(['2026-11-30T23:59Z', '2026-12-01T00:01Z', '2026-12-10T23:59Z', '2026-12-11T00:01Z'].map(zoneAt), [
      'Europe/London',
      'Asia/Tokyo',
      'Asia/Tokyo',
      'Europe/London',
    ]);
  });

  const bad: readonly [text: string, ...problems: string[]][] = [
    [inMember('"hours": "9-5"'), 'hours members[0].hours "9-5"'],
    [inMember('"hours": "09:00-09:00"'), 'hours members[0].hours "09:00-09:00"'],
    [inMember('"hours": "09:00-12:00 11:00-17:00"'), 'hours members[0].hours "09:00-12:00 11:00-17:00"'],
    [inMember('"days": ["fri 9-13"]'), 'day members[0].days[0] "fri 9-13"'],
    [inMember('"holidays": "FR"'), 'unknown-name members[0].holidays "FR"'],
    [
      inMember('"travel": ["2026-12-01", "2026-12-01 EST", "2026-12-02/2026-12-01 UTC"]'),
      'date members[0].travel[0] "2026-12-01"',
      'zone-abbreviation members[0].travel[1] "2026-12-01 EST"',
      'date members[0].travel[2] "2026-12-02/2026-12-01 UTC"',
    ],
    [inMember('"days": ["mon", "Tue"]'), 'day members[0].days[1] "Tue"'],
    [
      inMember('"away": ["2026-02-30", "2026-03-02/2026-03-01"]'),
      'date members[0].away[0] "2026-02-30"',
      'date members[0].away[1] "2026-03-02/2026-03-01"',
    ],
    [inMember('"github": 7'), 'type members[0].github 7'],
    [inMember('"github": " "'), 'missing members[0].github " "'],
    [inMember('"email": "x"'), 'unknown-key members[0].email "email"'],
    [inMember('"zone": "UTC"'), 'repeated members[0].zone "zone"'],
    [inMember('"__proto__": { "zone": 1 }'), 'unknown-key members[0].__proto__ "__proto__"'],
    ['{ "members": [{ "name": "A", "zone": "EST" }] }', 'zone-abbreviation members[0].zone "EST"'],
    ['{ "members": [{ "name": "A", "zone": "+02:00" }] }', 'zone-offset members[0].zone "+02:00"'],
    ['{ "members": [{ "name": "A", "zone": "Mars/Base" }] }', 'zone-unknown members[0].zone "Mars/Base"'],
    ['{ "members": [{ "name": "A" }] }', 'missing members[0].zone { "name": "A" }'],
    ['{ "members": [{ "zone": "UTC" }] }', 'missing members[0].name { "zone": "UTC" }'],
    [
      `{ "members": [{ ${ana}, "addresses": ["a@x"] }, { "name": "B", "zone": "UTC", "addresses": ["A@x"] }] }`,
      'repeated members[1].addresses[0] "A@x"',
    ],
    [`{ "members": [{ ${ana} }, { ${ana} }] }`, 'repeated members[1].name "Ana"'],
    ['{ "teams": [{ "name": "t", "members": ["Nobody"] }] }', 'unknown-name teams[0].members[0] "Nobody"'],
    ['{ "responses": [{ "to": "x", "workingHours": -1 }] }', 'type responses[0].workingHours -1'],
    ['{ "urgent": [] }', 'type urgent []'],
    ['[]', 'type  []'],
    ['', 'json  '],
    ['{ "members": [}', 'json  }'],
    ["{ 'members': [] }", "json  '"],
    ['{ "members": [] } x', 'json  x'],
    ['{ "members": [], }', 'json  }'],
    [`{"glossary": ${'['.repeat(40)}`, 'type glossary[0] [[[[[[[[[[[[[[', 'too-large  ['],
  ];
  for (const [text, ...problems] of bad) {
    it(`says what is wrong with ${text.slice(0, 80)}`, () => assert.deepEqual(problemsOf(text), problems));
  }

  it('uses what is before and beside a bad value', () => {
    const { team } = parseTeam(
      `{ "members": [{ ${ana}, "hours": 9, "github": "ana" }, 3, { "name": "B", "zone": "CET" }, { "na`,
    );
    assert.deepEqual(
      team.members.map(({ name, zone, github }) => [name, zone, github]),
      [
        ['Ana', 'Europe/London', 'ana'],
        ['B', null, null],
      ],
    );
    assert.deepEqual(team.members[0]?.hours, { start: 540, end: 1020 });
  });

  it('does not know when a member works whose hours, days or absences it does not understand', () => {
    const known = (rest: string) =>
      parseTeam(inMember(rest)).team.members.map((member) => partyOf(member).schedule !== null);
    for (const rest of [
      '"hours": "13:00 - 21:00"',
      '"days": ["mon", "Wednesday"]',
      '"days": "mon-thu"',
      '"days": ["fri 9-13"]',
      '"away": ["soon"]',
      '"away": ["2026-12-10/2026-11-28"]',
      '"travel": ["2026-12-10/2026-11-28 Asia/Tokyo"]',
      '"holidays": "GB"',
    ]) {
      assert.deepEqual(known(rest), [false], rest);
    }
    for (const rest of ['"hours": "13:00-21:00"', '"days": []', '"away": ["2026-11-28/2026-12-10"]'])
      assert.deepEqual(known(rest), [true], rest);
    const { team } = parseTeam(
      `{ "members": [{ ${ana}, "holidays": "GB" }], "holidays": [{ "name": "GB", "days": ["1.12.2026"] }] }`,
    );
    assert.equal(team.members[0]?.isUnclear, true);
  });

  it('does not ask an unfinished file for what may come', () => {
    assert.deepEqual(problemsOf('{ "members": [{ "name": "A"'), ['json  "']);
  });

  it('refuses a file of more than 256 KB and a list of more than 1,000', () => {
    assert.deepEqual(
      parseTeam(' '.repeat(300_000)).problems.map(({ code }) => code),
      ['too-large'],
    );
    const many = parseTeam(`{ "members": [${'0,'.repeat(1500)}0] }`);
    assert.equal(many.problems[0]?.code, 'too-large');
    assert.equal(many.problems.length, 1001);
  });

  it('never throws, and each problem lies in the text', () => {
    const piece = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"members"',
      '"name"',
      '"',
      '\\',
      '\n',
      '1e999',
      'null',
      '-',
      '\u0000',
      `{${ana}}`,
    );
    const text = fc.oneof(
      fc.string(),
      fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join('')),
    );
    fc.assert(
      fc.property(text, (source) => {
        for (const { offset, length } of parseTeam(source).problems) {
          assert.ok(offset >= 0 && length >= 0 && offset + length <= source.length);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('agrees with JSON.parse on what JSON is', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 8 }), fc.nat(), fc.constantFrom('', '"', ',', '}', 'x'), (json, at, wedge) => {
        const cut = at % (json.length + 1);
        const text = json.slice(0, cut) + wedge + json.slice(cut);
        let isJson = true;
        try {
          JSON.parse(text);
        } catch {
          isJson = false;
        }
        assert.equal(!parseTeam(text).problems.some(({ code }) => code === 'json'), isJson, text);
      }),
      { numRuns: 500 },
    );
  });
});
