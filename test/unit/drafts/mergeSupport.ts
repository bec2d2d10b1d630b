import type { Draft, TabStop } from '../../../src/core/drafts/draft';
import { withFingerprints } from '../../../src/core/drafts/fingerprints';
import { promptsIn } from '../../../src/core/drafts/prompts';

/** What a handoff for these tests is made from. */
export interface Facts {
  readonly end: string;
  readonly to: string;
  readonly tip: string;
  readonly items: readonly string[];
  readonly commits: readonly string[];
  readonly runbooks: readonly string[];
  readonly banner: boolean;
}

/** `‹what›` is a prompt, and one with a slash a choice. */
function draftOf(text: string): Draft {
  const stops = promptsIn(text).map(({ index, text: prompt }): TabStop => {
    return { offset: index, length: prompt.length, choices: prompt.includes(' / ') ? ['on track', 'blocked'] : null };
  });
  return { text: withFingerprints(text), stops };
}

function stateOf(items: readonly string[]): string {
  const rows = items.map((item) => `| ${item} | ‹on track / blocked› | ‹if … then …› |`);
  const head = ['| item | state | if … then … |', '| --- | --- | --- |'];
  return items.length > 0 ? [...head, ...rows].join('\n') : '- ‹none, or an item›';
}

export function handoffDraft({ end, to, tip, items, commits, runbooks, banner }: Facts): Draft {
  return draftOf(`---
handoff: ${end}
from: ann
to: ${to}
covers: 2026-11-19T18:05:00Z / ${end}
tips:
  ledger:
    split: ${tip}
---
# Handoff to ${to} · ${end}
${banner ? `\n> **Not visible to you yet:** ${commits.length} commits are not pushed\n` : ''}
## Next

- [ ] ‹what, who, due›
- [ ] ‹what comes then›

## State

${stateOf(items)}

## Blocked or waiting

‹none, or on whom and since when›

## Time-critical

‹none, or what and when›

## Questions for you

- ‹none, or what, needed by when›

<details><summary>Facts: ${commits.length} commits</summary>

Covers until ${end}.

### Where it stands

\`split\` is at ${tip}.

### Done since the last note

${commits.map((commit) => `- ${commit}`).join('\n') || 'Nothing.'}

### How it was checked

‹what was run›
${runbooks.length > 0 ? `\n### Runbooks\n\n${runbooks.map((one) => `- [${one}](${one}.md)`).join('\n')}\n` : ''}
</details>
`);
}

export const evening: Facts = {
  end: '2026-11-20T17:42:00Z',
  to: 'kenji',
  tip: 'aaaaaaa',
  items: ['LED-42 split ledger', 'LED-50 balance check'],
  commits: ['Parse the ledger', 'Split the ledger'],
  runbooks: ['balance-drift'],
  banner: true,
};

export const later: Facts = {
  end: '2026-11-20T19:10:00Z',
  to: 'kenji',
  tip: 'bbbbbbb',
  items: ['LED-60 audit', 'LED-42 split ledger'],
  commits: ['Audit the ledger', 'Split the ledger'],
  runbooks: [],
  banner: false,
};
