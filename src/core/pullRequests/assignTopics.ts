import { append } from '../lists';
import { requestedTopics } from './requestLines';
import type { TemplateSection } from './templateSections';
import type { Topic } from './topicTable';

/** A topic that a section is filled with. */
export interface Assigned {
  readonly topic: Topic;
  /** What stands above the topic in a section about something else; `''` in a section of its own. */
  readonly label: string;
}

/** Where a topic goes without a section of its own in the template: the first of `hosts` that exists, below `label`. */
const guests: Partial<Record<Topic, { readonly hosts: readonly Topic[]; readonly label: string }>> = {
  ticket: { hosts: ['why', 'what'], label: '' },
  why: { hosts: ['what'], label: '' },
  what: { hosts: ['why'], label: '**What changed**' },
  records: { hosts: ['what', 'why'], label: '**Decisions and runbooks**' },
  risk: { hosts: ['what', 'why'], label: '**Risk**' },
  test: { hosts: ['what', 'why'], label: '**How to test**' },
  screenshots: { hosts: ['what', 'why'], label: '**Screenshots**' },
  feedback: { hosts: ['what', 'why'], label: '**Feedback wanted**' },
  reviewers: { hosts: ['feedback', 'what', 'why'], label: '' },
};
/** In the order in which several topics stand in one section. */
const topics: readonly Topic[] = [
  'ticket',
  'why',
  'what',
  'records',
  'risk',
  'test',
  'screenshots',
  'feedback',
  'reviewers',
];

function isTaken(section: TemplateSection, homes: ReadonlyMap<Topic, TemplateSection>): boolean {
  return [...homes.values()].includes(section);
}

const words: ReadonlySet<Topic> = new Set(['why', 'what']);

/** Which topics each section is filled with: each topic once, in the section with the fewest other topics. */
export function assignTopics(
  sections: readonly TemplateSection[],
  isOpen: (section: TemplateSection) => boolean,
  hasIssueLine: boolean,
): Map<TemplateSection, Assigned[]> {
  const homes = new Map<Topic, TemplateSection>();
  // A rule or a warning below it asks for nothing.
  const isParent = ({ lines, level }: TemplateSection, at: number) =>
    lines.every(({ kind }) => kind === 'blank' || kind === 'fixed' || kind === 'note') &&
    (sections[at + 1]?.level ?? 0) > level;
  for (const topic of topics) {
    const asking = sections.filter((section) => section.topics?.includes(topic));
    const children = asking.filter((section) => !isParent(section, sections.indexOf(section)));
    const [home] = (children.length > 0 ? children : asking).toSorted(
      (a, b) => (a.topics?.length ?? 0) - (b.topics?.length ?? 0),
    );
    if (home !== undefined) homes.set(topic, home);
  }
  // A request may name a topic that the heading above it does not: "Content", then "What has been changed?".
  for (const topic of words) {
    const asked = homes.has(topic) ? [] : sections.filter((section) => requestedTopics(section).includes(topic));
    const [place] = asked;
    if (asked.length === 1 && place !== undefined && place.level > 0 && !isTaken(place, homes)) homes.set(topic, place);
  }
  const [lead] = sections;
  // Without a section for why or what, both go to the one section that asks for either, else before the first heading.
  if (lead !== undefined && !homes.has('why') && !homes.has('what')) {
    const asked = sections.filter((section) => requestedTopics(section).some((topic) => words.has(topic)));
    const place = (asked.length === 1 ? asked[0] : undefined) ?? lead;
    homes.set('why', place).set('what', place);
  }
  const assigned = new Map<TemplateSection, Assigned[]>();
  for (const topic of topics) {
    if (topic === 'ticket' && hasIssueLine) continue;
    const guest = guests[topic];
    const home = homes.get(topic);
    const section = home ?? guest?.hosts.flatMap((host) => homes.get(host) ?? []).find(isOpen);
    if (section === undefined || !isOpen(section)) continue;
    const label = home === undefined ? (guest?.label ?? '') : '';
    append(assigned, section, { topic, label });
  }
  return assigned;
}
