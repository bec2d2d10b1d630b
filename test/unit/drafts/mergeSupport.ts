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
function draftOf(text: string, tips: string): Draft {
  const stops = promptsIn(text).map(({ index, text: prompt }): TabStop => {
    return { offset: index, length: prompt.length, choices: prompt.includes(' / ') ? ['this', 'that'] : null };
  });
  return { text: withFingerprints(text, 'note', tips), stops };
}

function nextOf(items: readonly string[]): string {
  const rows = items.map((item, at) => `- [ ] **${item}**${at === 0 ? ': ‹next step, who, due›' : ''} · 1 commit`);
  return items.length > 0 ? rows.join('\n') : '- [ ] ‹what, who, due›';
}

export function handoffDraft({ end, to, tip, items, commits, runbooks, banner }: Facts): Draft {
  const text = `---
handoff: ${end}
from: ann
to: ${to}
covers: 2026-11-19T18:05:00Z / ${end}
---
# Handoff to ${to} · ${end}

## Next

${nextOf(items)}

If ‹this / that›, then ‹do that›.
${banner ? `\n## Watch out\n\n- ${commits.length} commits are not pushed\n` : ''}
## Questions for you

- ‹question, needed by when›

<details><summary>Facts: ${commits.length} commits</summary>

Covers until ${end}.

### Commits

${commits.map((commit) => `- ${commit}`).join('\n') || 'Nothing.'}
${runbooks.length > 0 ? `\n### Runbooks\n\n${runbooks.map((one) => `- [${one}](${one}.md)`).join('\n')}\n` : ''}
</details>
`;
  return draftOf(text, `ledger split=${tip}`);
}

/** A note as drafts were at first (docs/adr/0024), with its fingerprints: forms as this one lie in repositories. */
export const formerDraft = withFingerprints(`---
handoff: 2026-11-20T17:42:00Z
from: ann
to: kenji
covers: 2026-11-19T18:05:00Z / 2026-11-20T17:42:00Z
tips:
  ledger:
    split: aaaaaaa
---
# Handoff to kenji · 2026-11-20T17:42:00Z

> **Not visible to you yet:** 2 commits are not pushed

## Next

- [ ] ‹what, who, due›

## State

| item | state | if … then … |
| --- | --- | --- |
| LED-42 split ledger | ‹on track / blocked› | ‹if … then …› |
| LED-50 balance check | ‹on track / blocked› | ‹if … then …› |

## Blocked or waiting

‹none, or on whom and since when›

## Questions for you

- ‹none, or what, needed by when›

<details><summary>Facts: 2 commits</summary>

### Where it stands

\`split\` is at aaaaaaa.

### How it was checked

‹what was run›

</details>
`);

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
