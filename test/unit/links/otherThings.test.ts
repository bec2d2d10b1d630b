import assert from 'node:assert/strict';
import { scanReferences } from '../../../src/core/links/scan';

const found = (text: string) => scanReferences(text, 'src/a.ts').map(({ number, name }) => name ?? number);

describe('regression: a number that is written like a record’s', () => {
  const cases: Readonly<Record<string, readonly string[]>> = {
    'image: acme/adr-001:0.0.2': [],
    'ghcr.io/acme/adr-0051:latest': [],
    'FROM registry.acme.io:5000/adr-0002/base:2': [],
    'acme/adr-001@sha256:00ff': [],
    "import x from '@acme/adr-0052'": [],
    'cable ADR-12 kV, LED-7 mm': [],
    'reg ADR3, slave ADR 16': [],
    '#define ADR_12 0x12': [],
    'average daily rate: ADR 2 nights': [],
    "P = 'ADR-0002-7781-B'; I = 'ADR-0010-4f1c-9a77'": [],
    'Part ADR-0003-X/12': [],
    'Records of the decisions: ADRs (3)': [],
    'Decision Records (3 in May)': [],
    'ADRs (3, 7)': ['3', '7'],
    'ADR (0003)': ['0003'],
  };
  for (const [text, expected] of Object.entries(cases)) {
    it(`is of something else: ${text}`, () => assert.deepEqual(found(text), expected));
  }

  it('is the record’s beside a line, a slug with digits and plain words', () => {
    assert.deepEqual(found('docs/adr/adr-001.md:12'), ['docs/adr/adr-001.md']);
    assert.deepEqual(found('docs/adr/adr-001:12'), ['docs/adr/adr-001']);
    assert.deepEqual(found('ADR-0012-404-pages and ADR-0012-2024-review'), ['0012', '0012']);
    assert.deepEqual(found('record ADR-3; ADR-12 keeps it'), ['3', '12']);
  });

  it('is one of two short ones in a row with a slash between, which are no fraction and no date', () => {
    assert.deepEqual(found('ADR-51/52'), ['51', '52']);
    assert.deepEqual(found('ADR-12/24 and ADR-1/2'), ['12', '1']);
  });
});
