import { strict as assert } from 'node:assert';
import type { ParsedRecord } from '../../../../src/core/records/record';
import { readSample } from './readSample';

/** A record with this below `## Status`. */
function stated(status: string): ParsedRecord {
  return readSample(`# 7. Use foo\n\n## Status\n\n${status}\n`);
}

const names = (relations: ParsedRecord['supersedes']) =>
  relations.map(({ text, partial }) => (partial ? `${text} partly` : text));

describe('regression: a supersession that is planned, denied or made to depend on something', () => {
  for (const status of [
    'Aceptada; será reemplazada por ADR-9',
    'Acceptée, sera remplacée par ADR-9',
    'Aceita, não substituída por ADR-9',
    '未被 ADR-9 取代',
    'ADR-9によって置き換えられない',
    'ADR-9로 대체되지 않음',
    'Superseded by ADR-9 unless the board objects',
    'Superseded by ADR-9, if it is accepted',
    'Reinstated (was superseded by ADR-9 from May to June)',
    'In force again, had been replaced by ADR-9',
    'Accepted. It may one day be replaced by ADR-9.',
    'Accepted, and should soon be superseded by ADR-9',
    'Superseded by nothing yet',
    'Acceptée, devrait être remplacée par ADR-9',
    'Aceptada, podría ser reemplazada por ADR-9',
    'Aceita, pode ser substituída por ADR-9',
    'Accettata, potrebbe essere sostituita da ADR-9',
    'Geaccepteerd, kan later worden vervangen door ADR-9',
    'Godkendt, kan blive erstattet af ADR-9',
    'Zaakceptowana, może zostać zastąpiona przez ADR-9',
    'Принято, может быть заменено на ADR-9',
    '已接受，计划被 ADR-9 取代',
  ]) {
    it(`is none: ${status}`, () => {
      const record = stated(status);
      assert.deepEqual(names(record.supersededBy), []);
      assert.notEqual(record.status, 'superseded');
    });
  }

  for (const status of [
    'Acceptée, ne remplace pas ADR-3',
    'Aceptada, no reemplaza ADR-3',
    'Akzeptiert, ersetzt ADR-3 nicht',
    'Geaccepteerd, vervangt ADR-3 niet',
    '已接受，不取代 ADR-3',
  ]) {
    it(`is none of another: ${status}`, () => assert.deepEqual(names(stated(status).supersedes), []));
  }

  for (const status of [
    'Supersedes [ADR-3](0003-x.md), uses concepts of [ADR-4](0004-y.md)',
    'Supersedes ADR-3, reusing the queue of ADR-4',
    'Supersedes ADR-3 and keeps ADR-4',
  ]) {
    it(`is of the first alone: ${status}`, () => assert.deepEqual(names(stated(status).supersedes), ['ADR-3']));
  }

  for (const status of ['Accepteret; erstatter delvist ADR-3', 'Acceptée; remplace partiellement ADR-3']) {
    it(`is in part of another: ${status}`, () => assert.deepEqual(names(stated(status).supersedes), ['ADR-3 partly']));
  }

  for (const value of [
    '– (see ADR-9 for mail)',
    'possibly ADR-9',
    'ADR-9 (planned)',
    'ADR-9?',
    'none of ADR-8 and ADR-9',
  ]) {
    it(`is none in a field: ${value}`, () => {
      const record = readSample(`# 7. Use foo\n\n**Status:** Accepted\n\n**Superseded by:** ${value}\n\nWhy.\n`);
      assert.deepEqual([record.status, names(record.supersededBy)], ['accepted', []]);
    });
  }

  it('is in part where a clause before the successor says of what', () => {
    const record = stated('Superseded, in so far as mail is concerned, by ADR-9');
    assert.deepEqual([record.status, names(record.supersededBy)], ['accepted', ['ADR-9 partly']]);
    assert.deepEqual(names(stated('Superseded, after a year of use, by ADR-9').supersededBy), ['ADR-9']);
    assert.deepEqual(names(stated('Superseded by ADR-9 and, for mail, ADR-8').supersededBy), ['ADR-9', 'ADR-8']);
  });

  it('is one where only something else is denied or asked', () => {
    assert.deepEqual(names(stated('Ersetzt ADR-3, nicht aber ADR-4').supersedes), ['ADR-3']);
    assert.deepEqual(names(stated('Superseded by ADR-9, which asks if pages are kept').supersededBy), ['ADR-9']);
  });

  it('is in part of one and in full of another where each says so', () => {
    const text = '# 7. Use foo\n\nStatus: Accepted\nSupersedes: [3](0003-x.md) in part, [4](0004-y.md) in full\n';
    assert.deepEqual(names(readSample(text).supersedes), ['3 partly', '4']);
  });
});

describe('regression: code in a sentence that quotes what another text says', () => {
  it('states nothing of the record', () => {
    const record = readSample(
      '# 7. Use foo\n\nStatus: Accepted\n\n## Work\n\n- We set its status and add\n  `superseded_by: ADR-7` to it, then `status: deprecated` too.\n',
    );
    assert.deepEqual(names(record.supersededBy), []);
    assert.equal(record.status, 'accepted');
  });

  it('states the status of the record where the rest goes with it', () => {
    for (const rest of ['', ' since 2024-05-06', ' (by Ann Lee)', ' on 6 May 2024'])
      assert.equal(readSample(`# 7. Use foo\n\n\`Status: Accepted\`${rest}\n\n## Decision\n`).status, 'accepted', rest);
    for (const rest of ['is added later.', 'in the front matter says so.'])
      assert.equal(readSample(`# 7. Use foo\n\n\`Status: Accepted\` ${rest}\n\n## Decision\n`).status, 'none');
  });
});
