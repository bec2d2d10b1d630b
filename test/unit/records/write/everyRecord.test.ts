import { strict as assert } from 'node:assert';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Project } from '../../../../src/core/project';
import { readRecord } from '../../../../src/core/records/read/readRecord';
import { type DocRecord, fileOf, isDecided, type ParsedRecord } from '../../../../src/core/records/record';
import { changeStatus, type OwnVerdict } from '../../../../src/core/records/write/changeStatus';
import { citingStyleOf } from '../../../../src/core/records/write/citation';
import type { Writing } from '../../../../src/core/records/write/recordText';
import { wordingFor } from '../../../../src/core/records/write/statusWording';
import { writeSuperseded, writeSuperseding } from '../../../../src/core/records/write/supersede';
import { applyEdits } from '../../../../src/core/text/textEdit';
import { DiskFiles } from '../../../../src/disk/diskFiles';
import { NodePacer } from '../../../../src/disk/nodePacer';
import { silent } from '../../project/projectSupport';

/** Six public repositories, where they lie beside the project. */
const corpus = process.env.MERIDIAN_CORPUS ?? resolve(import.meta.dirname, '../../../../../shared/corpus');
const ofCorpus = existsSync(corpus)
  ? readdirSync(corpus, { withFileTypes: true }).flatMap((entry) =>
      entry.isDirectory() ? join(corpus, entry.name) : [],
    )
  : [];
/** Further ones, which are not kept here, are named in the variable, with colons between them. */
const folders = ['docs', 'test/fixtures/sample', 'test/fixtures/payments'].concat(
  ofCorpus,
  process.env.MERIDIAN_RECORDS?.split(':') ?? [],
);

type Act = OwnVerdict | 'superseded' | 'partly superseded' | 'supersedes';
const acts: readonly Act[] = ['accepted', 'rejected', 'deprecated', 'superseded', 'partly superseded', 'supersedes'];

function write(record: DocRecord, text: string, act: Act, all: readonly DocRecord[]): Writing {
  const wording = wordingFor(record, all);
  if (act === 'accepted' || act === 'rejected' || act === 'deprecated') return changeStatus(record, text, act, wording);
  const decided = all.filter(
    ({ kind, part, path, id }) => isDecided(kind) && !part && id !== null && path !== record.path,
  );
  const supersession = {
    others: decided.slice(-2),
    partial: act === 'partly superseded',
    style: citingStyleOf(all),
    wording,
  };
  return act === 'supersedes'
    ? writeSuperseding(record, text, supersession)
    : writeSuperseded(record, text, supersession);
}

function read({ path, kind, part }: DocRecord, text: string): ParsedRecord {
  const outcome = readRecord({ path: part?.file ?? path, kind }, text);
  assert.ok('record' in outcome, path);
  const found = [outcome.record, ...(outcome.parts ?? [])].find((record) => record.path === path);
  assert.ok(found, path);
  return found;
}

/** Lines with their ends. */
const linesOf = (text: string): readonly string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];

/** The lines of a text that are not in another, in order, byte for byte. */
function lost(text: string, after: string): readonly string[] {
  const there = linesOf(after);
  let at = 0;
  return linesOf(text).filter((line) => {
    const found = there.indexOf(line, at);
    if (found >= 0) at = found + 1;
    return found < 0;
  });
}

/** What is left of a line without what may be written anew: a status, its date, and what took whose place. */
function isOfStatus(line: string, { statusText }: ParsedRecord): boolean {
  const words = (each: string) => each.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const known = new Set(words(statusText ?? ''));
  const isLabelled = /status|superse|superce|replace|--/i.test(line);
  return isLabelled || (words(line).length > 0 && words(line).every((word) => known.has(word)));
}

/** The most lines that one side of a supersession has: its status, and the field of the other. */
const mostLost = 2;

function assertKept(text: string, after: string, before: ParsedRecord): void {
  const gone = lost(text, after);
  assert.ok(
    gone.length <= mostLost && gone.every((line) => isOfStatus(line, before)),
    `${before.path}\n${gone.join('')}`,
  );
}

describe('the check that all other bytes are left', () => {
  const text = '# A\n\n## Status\n\nAccepted  \n\n## Context\n\nWords.\r\n';
  const before = read({ path: 'docs/adr/0001-a.md', kind: 'decision' } as DocRecord, text);

  it('passes where the status alone is another', () => {
    assertKept(text, text.replace('Accepted', 'Superseded by ADR-2'), before);
  });

  for (const [what, after] of [
    ['a trailing blank elsewhere', text.replace('Words.', 'Words. ')],
    ['an end of a line', text.replace('\r\n', '\n')],
    ['an empty line', text.replace('Accepted  \n\n', 'Rejected\n')],
    ['a heading', text.replace('## Context', '## Kontext')],
    ['the last end', text.trimEnd()],
  ] as const)
    it(`fails for ${what}`, () => assert.throws(() => assertKept(text, after, before)));
});

for (const folder of folders) {
  describe(`every record of ${folder}`, () => {
    const project = new Project({
      files: new DiskFiles(folder.startsWith('/') ? folder : join(process.cwd(), folder)),
      git: () => null,
      log: silent,
      pacer: new NodePacer(),
      settings: { include: [], exclude: [] },
    });
    const outcomes = new Map<string, number>();
    const root = folder.startsWith('/') ? folder : join(process.cwd(), folder);
    before(() => project.load());
    after(() => {
      if (process.env.MERIDIAN_RECORDS) console.log(Object.fromEntries([...outcomes].sort()));
    });

    for (const act of acts) {
      it(`is written as ${act} in its own form, or refused`, () => {
        const all = project.records();
        for (const record of all.filter(({ kind }) => isDecided(kind))) {
          const text = readFileSync(join(root, fileOf(record)), 'utf8');
          const written = write(record, text, act, all);
          const key = `${act}: ${written.ok ? 'written' : written.why}`;
          outcomes.set(key, (outcomes.get(key) ?? 0) + 1);
          if (!written.ok) {
            if (process.env.MERIDIAN_REFUSED === `${act} ${written.why}`) console.log(record.path, record.statusText);
            continue;
          }
          const after = applyEdits(text, written.edits);
          const status = act === 'supersedes' || act === 'partly superseded' ? read(record, text).status : act;
          assert.equal(read(record, after).status, status, record.path);
          assertKept(text, after, read(record, text));
          const crlf = (plain: string): string => `\ufeff${plain.replace(/\r?\n/g, '\r\n')}`;
          const windows = write(record, crlf(text), act, all);
          assert.ok(windows.ok, record.path);
          assert.equal(applyEdits(crlf(text), windows.edits), crlf(after), record.path);
        }
      });
    }
  });
}
