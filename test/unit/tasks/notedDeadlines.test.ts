import { deepEqual } from 'node:assert/strict';
import { deadlinesOf, textsWithDeadlines } from '../../../src/core/tasks/notedDeadlines';
import { projectOf } from '../project/projectSupport';
import { readSample } from '../records/read/readSample';
import { MemoryFiles, memoryFiles } from '../support/memoryFiles';
import { docRecord } from '../support/records';

const now = Date.parse('2026-11-29T12:00:00Z');

/** What Catch Me Up tells of the deadline of an RFC with this line in its head. */
async function told(line: string, date: string | null = '2026-11-20'): Promise<readonly string[]> {
  const path = 'docs/rfcs/0007-x.md';
  const text = `# RFC-0007: X\n\n- Status: proposed\n${date === null ? '' : `- Date: ${date}\n`}${line}\n\n## Context\n\nWe.\n`;
  const files = new MemoryFiles();
  files.set(path, text);
  const { supersedes: _, supersededBy: __, ...parsed } = readSample(text, path, 'rfc');
  const texts = textsWithDeadlines([], [docRecord(path, { ...parsed })], now);
  const surroundings = { now, machineZone: 'Europe/London', files, scheduleOf: () => null, hrefOf: (of: string) => of };
  const found = await deadlinesOf(texts, surroundings);
  return found.map(({ instant, text: words, certain }) => `${new Date(instant).toISOString()} ${certain} ${words}`);
}

describe('the deadline of a decision that waits', () => {
  it('is told on its clock, in its own words', async () => {
    deepEqual(await told('- Comment window closes: 2026-12-04 17:00 Asia/Tokyo'), [
      '2026-12-04T08:00:00.000Z true Comment window closes: 2026-12-04 17:00 Asia/Tokyo',
    ]);
  });

  it('ends with its day where it has no time, and is not certain then', async () => {
    deepEqual(await told('- **Deadline:** 2026-12-04'), ['2026-12-05T00:00:00.000Z false Deadline: 2026-12-04']);
  });

  it('is told once, and not when it is over or far', async () => {
    deepEqual((await told('- Deadline: 2026-12-04T17:00:00Z')).length, 1);
    deepEqual(await told('- Deadline: 2026-11-20'), []);
    deepEqual(await told('- Deadline: 2027-03-01'), []);
  });

  it('is not of this week where the decision says “by Friday” and was written weeks ago', async () => {
    deepEqual(await told('\nComments by Friday 17:00, please.'), []);
    deepEqual(await told('\nComments by next Friday 17:00, please.', '2026-11-28'), [
      '2026-12-04T17:00:00.000Z false Comments by next Friday 17:00, please.',
    ]);
    deepEqual(await told('\nComments by Friday 17:00, please.', null), []);
  });

  it('is told of an entry of a log', async () => {
    const entry = (title: string, line: string) =>
      `## ${title}\n\n- Status: Proposed\n- ${line}\n\n### Decision\n\nWe.\n\n`;
    const text = `# Decisions\n\n${entry('ADR-001: Rows', 'Deadline: 2026-12-04')}${entry('ADR-002: Queue', 'Area: mail')}`;
    const files = memoryFiles({ 'DECISIONS.md': text });
    const project = projectOf(files);
    await project.load();
    const surroundings = {
      now,
      machineZone: 'Europe/London',
      files,
      scheduleOf: () => null,
      hrefOf: (of: string) => of,
    };
    const found = await deadlinesOf(textsWithDeadlines([], project.records(), now), surroundings);
    deepEqual(
      found.map(({ title, text: words }) => [title, words]),
      [['ADR-001 Rows', 'Deadline: 2026-12-04']],
    );
  });
});
