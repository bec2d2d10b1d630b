import { deepEqual } from 'node:assert/strict';
import { citingPlaces } from '../../../src/core/links/citingPlaces';
import { parsedRecord } from '../support/records';
import { TestWorld } from './world';

const path = 'docs/adr/0012-x.md';

function placesIn(text: string, file = 'docs/notes.md'): readonly string[] {
  const world = new TestWorld();
  world.write(path, '', parsedRecord(path)).write('docs/adr/0007-y.md', '', parsedRecord('docs/adr/0007-y.md'));
  world.write(file, text);
  return citingPlaces(world.graph.backlinks(path)).map(({ reference }) => reference.text);
}

describe('the places that cite a record', () => {
  it('regression: are one for a link whose words and whose target both name it', () => {
    deepEqual(placesIn('See [ADR-0012](adr/0012-x.md).'), ['adr/0012-x.md']);
    deepEqual(placesIn('See [ADR-0012: Use X](adr/0012-x.md) and ADR-12.'), ['adr/0012-x.md', 'ADR-12']);
    deepEqual(placesIn('xref:adr/0012-x.adoc[ADR 12]', 'docs/notes.adoc'), ['adr/0012-x.adoc']);
    deepEqual(placesIn('`ADR 12 <adr/0012-x.rst>`_', 'docs/notes.rst'), ['adr/0012-x.rst']);
  });

  it('are as many as there are links, and the words of one whose target is no record', () => {
    const link = '[ADR-0012](adr/0012-x.md)';
    deepEqual(placesIn(`${link}, ${link}`), ['adr/0012-x.md', 'adr/0012-x.md']);
    deepEqual(placesIn('[ADR-0012](notes/about-it.md)'), ['ADR-0012']);
  });
});
