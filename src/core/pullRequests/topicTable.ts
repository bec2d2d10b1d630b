/** What a section of a pull request is about. */
export type Topic = 'why' | 'ticket' | 'what' | 'records' | 'risk' | 'test' | 'screenshots' | 'feedback' | 'reviewers';

/** Headings that ask for the same. Patterns are matched against lower case. */
interface TopicRow {
  /** `[]` is what only a person can say: kinds of change, checklists, notes for a release. */
  readonly topics: readonly Topic[];
  readonly words: readonly RegExp[];
}

/** Words that ask a person where nothing else in the heading names a topic: `Performance`, `AI`, `Deployment`. */
const ofPersons =
  '(?:performance|accessib\\w{0,6}|a11y|documentation|docs?|translat\\w{0,5}|dependenc\\w{0,3}|deploy\\w{0,5}|versions?|ai|backports?|benchmarks?|labels?)';
const aspects =
  'impacts?|implications?|considerations?|effects?|changes?|updates?|notes?|usage|use|disclosure|statement|assistance|checks?|tests?|results?|added|updated|changed';
export const looseWords = new RegExp(
  `\\b${ofPersons}\\b|contribut|\\bready\\b|alternatives?|future|\\bto.?dos?\\b|deploy|before (?:you )?(?:submit|merg|request)|\\b(?:types?|kinds?) of\\b`,
);

/** English; the most specific row first, the first that matches counts. */
export const englishTopics: readonly TopicRow[] = [
  {
    topics: [],
    words: [
      /\b(?:types?|kinds?|category|categories) of (?:the |this )?(?:changes?|prs?|pull|merge|issue|update|fix|work|commit|contribution|modification|release)\b/,
      /\b(?:pr|change|contribution) (?:type|kind|category)\b|^(?:type|kind|category)s?$/,
      /user.facing/,
      // Who notices a change, and how, is in no commit.
      /\b(?:customers?|(?:end.)?users?|clients?|business|stakeholders?) (?:impacts?|implications?|effects?)\b|\b(?:impacts?|effects?) (?:on|to|for) (?:the |our |your )?(?:customers?|(?:end.)?users?|clients?|business|stakeholders?)\b/,
      /\bchange ?log/,
      /release notes?/,
      /\bbreaking\b/,
      /check ?list/,
      /^(?:please )?check (?:the|all|one|any)|check the (?:box|following|appropriate|relevant|list)/,
      /definition of done/,
      /sign.?off/,
      /\blicen[cs]e|\bcla\b|\bdco\b|code of conduct|acknowledg/,
      /^(?:please )?before (?:you |we |i )?(?:submit|merg|request)/,
      /alternative (?:solutions?|approach\w*|implementations?|designs?)|alternatives? considered|(?:considered|rejected) (?:alternatives?|approach\w*|solutions?)/,
      /out of scope|follow.?ups?\b|acceptance criteria/,
      /(?:additional|other|further) (?:context|info\w*|notes?|comments?|remarks?)|anything else/,
      /post.?(?:merge|deploy\w*)|(?:deploy(?:ment)?|release|migration) (?:steps|plan|instructions|notes?)|steps to (?:deploy|release|roll|migrate)/,
      // Such a word beside its aspect: `Performance impact`, `Impact on performance`.
      new RegExp(
        `\\b${ofPersons} (?:and \\w{1,20} )?(?:${aspects})\\b|\\b(?:${aspects}) (?:on|to|of|for|in) (?:the |our )?${ofPersons}`,
      ),
    ],
  },
  {
    topics: ['screenshots'],
    words: [
      /screen ?shots?/,
      /screen ?cast/,
      /recordings?/,
      /\bvideos?\b/,
      /\bvisual/,
      /\bui changes?\b/,
      /before ?(?:[/&+]|and) ?after/,
      /\bgifs?\b/,
    ],
  },
  {
    topics: ['feedback', 'reviewers'],
    words: [
      /feedback/,
      /review(?:ers?)? (?:notes?|focus|guid)/,
      /notes? (?:for|to) (?:the |your )?(?:reviewers?|maintainers?)/,
      /what to review/,
      /for (?:the )?reviewers?/,
    ],
  },
  { topics: ['reviewers'], words: [/\breviewers?\b/, /who (?:can|should) review/] },
  { topics: ['what'], words: [/\b(?:new|changed) behaviou?r/] },
  {
    topics: ['why'],
    words: [
      /\b(?:current|old|existing|previous) behaviou?r/,
      /\b(?:what|which) (?:problem|bug)s?\b/,
      /\bproblems?\b.{0,30}(?:fix|solv|address)/,
    ],
  },
  {
    topics: ['ticket'],
    words: [
      /\bissues?\b/,
      /\btickets?\b/,
      /\b(?:jira|trello|favro|asana|clickup|youtrack)\b/,
      /\brelate[sd]?\b/,
      /\breferences?\b/,
      /\blinks?\b/,
      /^(?:this )?(?:pr )?fixes\b(?!.*(?:how|problem))|\b(?:fix(?:es)? (?:#|number|ticket))/,
      /\bcloses?\b/,
      /work items?/,
      /\bstor(?:y|ies)\b/,
      /\btracking\b/,
    ],
  },
  { topics: ['records'], words: [/\badrs?\b/, /\bdecisions?\b/, /\brfcs?\b/, /\brunbooks?\b/] },
  {
    topics: ['risk'],
    words: [/\brisks?\b/, /\bimpacts?\b/, /side effects?/, /what (?:could|can|might) go wrong/, /concerns?\b/],
  },
  {
    topics: ['test'],
    words: [
      /\btest(?:s|ed|ing)?\b/,
      /what to (?:check|look)/,
      /\bverif/,
      /\bqa\b/,
      /\bvalidat/,
      /reproduc/,
      /how (?:to|can|do).*(?:check|review|try)/,
      /steps to/,
    ],
  },
  {
    topics: ['why', 'what'],
    words: [
      /what.*\bwhy\b/,
      /\bwhy\b.*what/,
      /^what does (?:this|the)/,
      /^what (?:is|does)/,
      /description/,
      /^describe\b/,
      /\bsummary\b/,
      /\boverview\b/,
      /^about\b/,
      /\babstract\b/,
      /^tl;?\s?dr\b/,
      /^details?$/,
      /^(?:pr|mr|pull request|merge request)$/,
      /^what$.*^why$/,
      /^proposed changes?$/,
    ],
  },
  {
    topics: ['why'],
    words: [
      /\bwhy\b/,
      /motivat/,
      /context/,
      /background/,
      /purpose/,
      /\bproblem\b/,
      /trying to (?:achieve|address|fix|solve)/,
      /\breason/,
      /rationale/,
      /\bgoals?\b/,
      /^need|\bneed(?:ed)? for\b|\bwhy\b.{0,40}\bneed/,
      /\bintent/,
      /objective/,
    ],
  },
  {
    topics: ['what'],
    words: [
      /^what\b/,
      /\bwhat (?:has |have |is |was )?(?:been )?chang/,
      /^(?:(?:the|key|main|major|notable|specific|detailed|proposed|code|technical|implementation|your|list of|summary of) )*chang(?:es?|ed)(?: (?:made|proposed|introduced|included|overview|summary|list|since .{1,60}|in (?:this|the) .{1,30}|to the code.{0,10}))*\W*$/,
      /\bimplement(?:ation|ed)\b/,
      /\bsolution\b/,
      /\bapproach\b/,
      /^how$/,
      /^how (?:i|we) (?:did|do|have done|made) (?:it|this)$/,
      /how (?:it|does (?:it|this)) works?/,
      /\bmodifications?\b/,
      /technical (?:details|notes)/,
      /^proposal$/,
      /^(?:the )?fix$|^how (?:does|did) (?:this|it|you) .{0,20}\bfix/,
    ],
  },
];
