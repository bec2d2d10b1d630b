import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
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

/** Real repositories, which are not kept here, are named in the variable, with colons between them. */
const folders = ['docs', 'test/fixtures/sample', 'test/fixtures/payments'].concat(
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

/** What is left of a text where the edits cut it, in order. */
function outside(text: string, edits: readonly { start: number; end: number }[]): string[] {
  const sorted = [...edits].sort((a, b) => a.start - b.start);
  return [...sorted, { start: text.length, end: text.length }].map(({ start }, at) =>
    text.slice(sorted[at - 1]?.end ?? 0, start),
  );
}

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
          let at = 0;
          for (const kept of outside(text, written.edits)) {
            const found = after.indexOf(kept, at);
            assert.ok(found >= 0, record.path);
            at = found + kept.length;
          }
          const crlf = (plain: string): string => `\ufeff${plain.replace(/\r?\n/g, '\r\n')}`;
          const windows = write(record, crlf(text), act, all);
          assert.ok(windows.ok, record.path);
          assert.equal(applyEdits(crlf(text), windows.edits), crlf(after), record.path);
        }
      });
    }
  });
}
