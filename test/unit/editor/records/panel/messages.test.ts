import assert from 'node:assert/strict';
import fc from 'fast-check';
import { MessageRate, readMessage } from '../../../../../src/editor/records/panel/messages';
import { PanelTargets } from '../../../../../src/editor/records/panel/panelTarget';

describe('readMessage', () => {
  it('takes the two messages of the page', () => {
    assert.deepEqual(readMessage({ type: 'ready' }), { type: 'ready' });
    assert.deepEqual(readMessage({ type: 'follow', id: 'ab-1' }), { type: 'follow', id: 'ab-1' });
  });

  const dropped: readonly [name: string, value: unknown][] = [
    ['nothing', undefined],
    ['null', null],
    ['a text', 'ready'],
    ['a list', ['ready']],
    ['an unknown type', { type: 'command', id: 'x' }],
    ['a type from the prototype', { type: 'constructor' }],
    ['a type that is no text', { type: ['ready'] }],
    ['a field too many', { type: 'ready', id: 'x' }],
    ['a prototype key', JSON.parse('{"type":"ready","__proto__":{"id":"x"}}')],
    ['inherited fields', Object.create({ type: 'follow', id: 'x' })],
    ['no id', { type: 'follow' }],
    ['an id that is no text', { type: 'follow', id: 1 }],
    ['10 MB', { type: 'follow', id: 'x'.repeat(10_000_000) }],
  ];
  for (const [name, value] of dropped) it(`drops ${name}`, () => assert.equal(readMessage(value), null));

  it('never throws', () => {
    fc.assert(fc.property(fc.anything({ withNullPrototype: true }), (value) => void readMessage(value)));
  });
});

describe('MessageRate', () => {
  it('drops a flood and lets through again a second later', () => {
    let now = 0;
    const rate = new MessageRate(() => now);
    const passed = (): number => Array.from({ length: 10_000 }, () => rate.allows()).filter(Boolean).length;
    assert.equal(passed(), 50);
    now = 999;
    assert.equal(passed(), 0);
    now = 1_000;
    assert.equal(passed(), 50);
  });
});

describe('PanelTargets', () => {
  const targets = new PanelTargets('a1');
  const id = targets.idOf({ kind: 'external', url: 'https://example.com' });

  it('finds what it gave an id to', () => {
    assert.equal(id, 'a1-0');
    assert.deepEqual(targets.find('a1-0'), { kind: 'external', url: 'https://example.com' });
  });

  for (const other of [
    '',
    'a1',
    'a1-',
    'a1-1',
    'a1--1',
    'a1-0-0',
    'b2-0',
    'a1-00x',
    'a1-length',
    'a1-1e0',
    '__proto__',
  ]) {
    it(`does not know ${JSON.stringify(other)}`, () => assert.equal(targets.find(other), undefined));
  }

  it('takes 5,000 and no more', () => {
    const full = new PanelTargets('f');
    const ids = Array.from({ length: 5_001 }, () => full.idOf({ kind: 'step', by: 1 }));
    assert.deepEqual(ids.slice(-2), ['f-4999', null]);
  });
});
