import type { QuestionCode, QuestionInput } from '../../../src/core/questions/questionInput';
import { at, hashOf, party, touched } from '../drafts/support';

export function questionCode(given: Partial<QuestionCode> = {}): QuestionCode {
  return {
    path: 'src/ledger/post.ts',
    lines: { first: 41, last: 44 },
    text: '  if (entry.region !== account.region) {\n    throw new RegionMismatch(entry);\n  }\n',
    language: 'typescript',
    symbol: 'Ledger.post',
    permalink: {
      url: `https://github.com/acme/ledger/blob/${hashOf(0xabc)}/src/ledger/post.ts#L39-L42`,
      problem: null,
      lines: { first: 39, last: 42 },
      commit: hashOf(0xabc),
      unknownHost: null,
      unpushed: 2,
      missing: [],
    },
    problems: [],
    masked: [],
    people: [],
    uncommitted: [],
    cut: 0,
    ...given,
  };
}

/** Ann in London asks Kenji in Tokyo, with nothing in it but what the test names. */
export function questionInput(given: Partial<QuestionInput> = {}): QuestionInput {
  return {
    now: at('2026-11-20T16:20:00Z'),
    zone: 'Europe/London',
    from: party('Ann', 'Europe/London', { contact: 'Slack @ann' }),
    to: { kind: 'person', person: party('Kenji', 'Asia/Tokyo') },
    goal: null,
    code: questionCode(),
    branch: null,
    commit: null,
    versions: [],
    records: [],
    places: { people: [], otherOwners: [], channels: [] },
    answers: [],
    ...given,
  };
}

export function ordinaryQuestion(): QuestionInput {
  const permalink = questionCode().permalink;
  return questionInput({
    code: questionCode({
      permalink: permalink && { ...permalink, missing: [43] },
      problems: [
        {
          line: 42,
          severity: 'error',
          message: "Argument of type 'Entry' is not assignable to parameter of type 'PostedEntry'.",
          source: 'ts 2345',
        },
      ],
      masked: [{ rule: 'stripe access token', line: 43 }],
      people: [
        {
          name: 'Tom Beck',
          address: 'tom@example.com',
          commit: hashOf(0x3f2),
          subject: 'Refuse entries of another region',
          instant: at('2026-09-03T10:00:00Z'),
          lines: 3,
        },
      ],
    }),
    branch: 'LED-42-split',
    commit: hashOf(0xdef),
    versions: [
      { name: 'node', version: '20.11.1' },
      { name: 'typescript', version: '5.6.2' },
    ],
    records: [touched('docs/adr/0012-one-ledger.md', { label: 'ADR-0012', title: 'One ledger for all regions' })],
    places: {
      people: [
        { party: party('Kenji', 'Asia/Tokyo'), reason: 'owner' },
        { party: party('Tom Beck', 'America/New_York', { contact: 'Slack @tom' }), reason: 'last-change' },
      ],
      otherOwners: ['@acme/payments'],
      channels: [{ name: '#ledger', purpose: 'Bookings and balances', url: null }],
    },
    answers: [
      { title: 'Why is a booking refused?', href: '2026-05-04-refused.md', passage: 'Regions differ', line: 12 },
    ],
  });
}

/** Everything that others wrote tries to be more than text. */
export function hostileQuestion(): QuestionInput {
  const evil = '</details>\n# Owned @kenji fixes #1 <img src=x> [a](command:x) ‹b› \u202Eend | `';
  return questionInput({
    code: questionCode({
      path: `src/${evil}.ts`,
      text: '```\n# Owned\n~~~\n\u202E// <!-- x\n````` \u0000\n',
      language: 'ts\n# Owned',
      symbol: evil,
      permalink: {
        url: null,
        problem: 'unknown-host',
        lines: null,
        commit: null,
        unknownHost: evil,
        unpushed: 0,
        missing: [],
      },
      problems: [{ line: 41, severity: 'warning', message: evil, source: evil }],
      masked: [{ rule: evil, line: 41 }],
      people: [{ name: evil, address: evil, commit: hashOf(1), subject: evil, instant: 0, lines: 1 }],
    }),
    branch: evil,
    versions: [{ name: evil, version: evil }],
    records: [touched(`docs/${evil}.md`, { title: evil, label: null, href: `../${evil}`, files: [evil] })],
    places: {
      people: [{ party: party(evil, null, { contact: evil }), reason: 'owner' }],
      otherOwners: [evil],
      channels: [{ name: evil, purpose: evil, url: evil }],
    },
    answers: [{ title: evil, href: evil, passage: evil, line: 1 }],
  });
}
