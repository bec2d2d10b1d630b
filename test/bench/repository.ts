import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

const topics = ['storage', 'retries', 'time zones', 'money', 'events', 'search', 'sessions', 'deployments'] as const;
const statuses = ['Accepted', 'Proposed', 'Deprecated', 'Rejected'] as const;
const sentence =
  'Whoever reads this in a year knows what we knew, what we did not, and what would make us decide again.';

const pick = <T>(values: readonly [T, ...T[]], index: number): T => values[index % values.length] ?? values[0];
const id = (index: number) => String(index + 1).padStart(5, '0');
const slug = (index: number) => `${id(index)}-settle-${pick(topics, index).replace(' ', '-')}`;

/** Eight packages with records of their own, as in a monorepo that grew for years. */
const folder = (index: number) => `packages/${pick(topics, index).replace(' ', '-')}`;

function record(index: number): string {
  const superseded = index % 7 === 6;
  const status = superseded ? `Superseded by ADR-${id(index - 1)}` : pick(statuses, index >> 2);
  return [
    `# ADR-${id(index)}: Settle ${pick(topics, index)}, part ${index}`,
    ...(index % 3 === 0 ? [] : [`Date: 20${20 + (index % 6)}-0${1 + (index % 9)}-1${index % 10}`]),
    `## Status\n\n${status}`,
    `## Context\n\n${`${sentence} `.repeat(6)}`,
    `## Decision\n\nWe settle part ${index} because it keeps the rest simple. ${`${sentence} `.repeat(4)}`,
    `## Consequences\n\n- See ADR-${id(index >> 1)}.\n- Lives in \`${folder(index)}/src/part${index}.ts\`.`,
  ].join('\n\n');
}

function code(index: number): string {
  const body = Array.from(
    { length: 40 },
    (_, line) => `export const value${line} = ${index} * ${line} + weight(${line});`,
  );
  body.splice(20, 0, `// The order matters here: ADR-${id(index >> 2)}.`);
  return [`/** Part ${index}, as ADR-${id(index)} has it. */`, ...body].join('\n');
}

async function write(root: string, path: string, text: string): Promise<string> {
  const target = join(root, path);
  await mkdir(dirname(target), { recursive: true });
  await writeFile(target, text);
  return path;
}

/**
 * Writes `count` records, a third of them without a date, and as many source files that cite them. The same bytes each
 * time.
 * @returns the paths of all files, relative to `root`
 */
export async function makeRepository(root: string, count: number): Promise<readonly string[]> {
  const files: string[] = [];
  for (let index = 0; index < count; index += 1) {
    files.push(await write(root, `${folder(index)}/docs/adr/${slug(index)}.md`, record(index)));
    files.push(await write(root, `${folder(index)}/src/part${index}.ts`, code(index)));
  }
  return files;
}

/** Adds `count` source files in folders of a hundred. */
export async function addCode(root: string, count: number): Promise<void> {
  for (let index = 0; index < count; index += 1) {
    await write(root, `${folder(index)}/lib/group${Math.trunc(index / 100)}/piece${index}.ts`, code(index));
  }
}

const longText = 'It was said more than once that this would be needed, and it was. ';

/**
 * Writes `count` records of one folder with people, tags, options and a date, a fifth of which name their successor by its
 * address, so that chains run through all of them.
 */
export async function makeChained(root: string, count: number): Promise<void> {
  const nameOf = (index: number) => `${id(index)}-choose-part-${index}`;
  for (let index = 0; index < count; index += 1) {
    const isReplaced = index % 5 === 4 && index > 10;
    const successor = `superseded by [ADR-${id(index - 5)}](${nameOf(index - 5)}.md)`;
    const text = [
      `# ${index + 1}. Choose part ${index}`,
      [
        `- Status: ${isReplaced ? successor : pick(statuses, index).toLowerCase()}`,
        '- Deciders: Ann, Kenji',
        `- Date: 20${20 + (index % 5)}-0${1 + (index % 9)}-1${index % 10}`,
        '- Tags: storage, money',
      ].join('\n'),
      `## Context and Problem Statement\n\n${longText.repeat(16)}`,
      '## Considered Options\n\n- One\n- Two',
      `## Decision Outcome\n\nChosen option: One, because ${longText.repeat(5)}`,
      `## Links\n\n- see src/mod${index % 50}/file${index}.ts`,
    ].join('\n\n');
    await write(root, `docs/adr/${nameOf(index)}.md`, `${text}\n`);
  }
}
