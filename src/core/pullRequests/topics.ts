import { plainText } from '../text/plainText';
import { foreignWords } from './topicWords';

/** What a section of a pull request is about. */
export type Topic = 'why' | 'ticket' | 'what' | 'records' | 'risk' | 'test' | 'screenshots' | 'feedback' | 'reviewers';

/**
 * What the words of a heading ask for, in the order in which they are asked; the first that matches counts. `[]` is
 * what only a person can say: kinds of change, checklists, notes for a release.
 */
const words: readonly (readonly [heading: RegExp, topics: readonly Topic[]])[] = [
  [
    /\b(?:types?|kinds?|category|categories) of\b|\bpr type\b|user.facing|\bchange ?log|release notes?|\bbreaking\b|check ?list|check the|definition of done|\blicen[cs]e|\bcla\b|\bdco\b|sign.?off|contribut|\bai\b|acknowledg|before (?:you )?(?:submit|merg|request)|\bready\b|alternatives?|future|follow.?ups?|out of scope|\bto.?dos?\b|\bversions?\b|dependenc|\blabels?\b|performance|benchmark|translat|accessib|\ba11y\b|\bdocumentation\b|docs? (?:updat|chang)|backport|code of conduct|post.?(?:merge|deploy)|deploy/,
    [],
  ],
  [
    /screen ?shots?|screen ?cast|recordings?|\bvideos?\b|\bvisual|\bui changes?\b|before ?(?:[/&+]|and) ?after|\bgifs?\b/,
    ['screenshots'],
  ],
  [
    /feedback|review(?:ers?)? (?:notes?|focus|guid)|notes? (?:for|to) (?:the |your )?(?:reviewers?|maintainers?)|what to review|for (?:the )?reviewers?/,
    ['feedback', 'reviewers'],
  ],
  [/\breviewers?\b|who (?:can|should) review/, ['reviewers']],
  [
    /\bissues?\b|\btickets?\b|\b(?:jira|trello|favro|asana|clickup|youtrack)\b|\brelate[sd]?\b|\breferences?\b|\blinks?\b|\bfix(?:es)?\b|\bcloses?\b|work items?|\bstor(?:y|ies)\b|\btracking\b/,
    ['ticket'],
  ],
  [/\badrs?\b|\bdecisions?\b|\brfcs?\b|\brunbooks?\b/, ['records']],
  [/\brisks?\b|\bimpacts?\b|side effects?|what (?:could|can|might) go wrong|concerns?\b/, ['risk']],
  [
    /\btest(?:s|ed|ing)?\b|what to (?:check|look)|\bverif|\bqa\b|\bvalidat|reproduc|how (?:to|can|do).*(?:check|review|try)|steps to/,
    ['test'],
  ],
  [
    /what.*\bwhy\b|\bwhy\b.*what|^what does (?:this|the)|^what (?:is|does)|description|^describe\b|\bsummary\b|\boverview\b|^about\b|\babstract\b|^details?$|^(?:pr|mr|pull request|merge request)$|^what$.*^why$|^proposed changes?$/,
    ['why', 'what'],
  ],
  [
    /\bwhy\b|motivat|context|background|purpose|\bproblem\b|trying to (?:achieve|address|fix|solve)|\breason|rationale|\bgoals?\b|\bneed(?:ed)?\b|\bintent|objective/,
    ['why'],
  ],
  [
    /^what\b|\bwhat (?:has |have |is |was )?(?:been )?chang|^(?:(?:the|key|main|major|notable|specific|detailed|proposed|code|technical|implementation|your|list of|summary of) )*chang(?:es?|ed)(?: (?:made|proposed|introduced|included|overview|summary|list|in (?:this|the) .{1,30}|to the code.{0,10}))*\W*$|\bimplement(?:ation|ed)\b|\bsolution\b|\bapproach\b|^how$|how (?:it|does (?:it|this)) works?|\bmodifications?\b|technical (?:details|notes)|^proposal$/,
    ['what'],
  ],
];

const longestHeading = 200;

/** What a heading asks for; null where its words are in no row, and so nobody knows. */
export function topicsOf(heading: string): readonly Topic[] | null {
  const text = plainText(heading.slice(0, longestHeading))
    .normalize('NFC')
    .toLowerCase()
    // `:memo:` is a picture.
    .replace(/:[a-z0-9_+-]{2,40}:/g, ' ')
    .replace(/[^\p{L}\p{N}/&+'’ .-]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return [...words, ...foreignWords].find(([pattern]) => pattern.test(text))?.[1] ?? null;
}
