import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Project } from '../../../src/core/project';
import { DiskFiles } from '../../../src/disk/diskFiles';
import { NodePacer } from '../../../src/disk/nodePacer';
import { silent } from './projectSupport';

interface Comment {
  readonly place: string;
  readonly file: string;
  readonly line: number;
  /** Where the comment begins in its line, from 1. */
  readonly column: number;
  readonly text: string;
}

const sources = ['src', 'scripts', 'test']
  .flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file).replaceAll('\\', '/')),
  )
  .filter((file) => /\.(?:ts|mjs)$/.test(file) && !/^test\/(?:fixtures|golden)\/|\/node_modules\//.test(file));

/** The lines of comments: blocks, and what follows `//` at the beginning of a line or after a blank. */
function commentsOf(file: string): readonly Comment[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line, index): Comment[] => {
      const at = /^\s*(?:\/\*|\*)/.test(line) ? 0 : line.search(/(?:^|\s)\/\/ /);
      if (at < 0) return [];
      return [{ place: `${file}:${index + 1}`, file, line: index + 1, column: at + 1, text: line.slice(at) }];
    });
}

const rules = readFileSync('docs/security.md', 'utf8');

/** Numbers of rules and of hostile input that docs/security.md has. */
function numbersOf(text: string): ReadonlySet<string> {
  const rows = [...text.matchAll(/^\| ([A-Z])(\d+)(?:-\1(\d+))? \|/gm)].flatMap(([, letter, first, last]) => {
    const [from, to] = [Number(first), Number(last ?? first)];
    return Array.from({ length: to - from + 1 }, (_, index) => `${letter}${from + index}`);
  });
  return new Set([...[...text.matchAll(/^### (R\d+)$/gm)].map(([, number]) => number ?? ''), ...rows]);
}

/** docs/adr/0001: what this product is for holds for itself. */
describe('what a comment cites', () => {
  const comments = sources.flatMap(commentsOf);
  const numbers = numbersOf(rules);
  /** Ids of the rules, not of diagrams (`D2`) or the sections of records (`§9, D2`). */
  const ofRules = /(?<![\w#§%./`-])[RDGPAS]\d{1,2}(?![\w%])/g;
  const notRules = ['src/core/links/readNumbers.ts', 'src/core/records/read/diagram.ts'];

  it('is a record of this repository, wherever it reads as a reference', async function () {
    this.timeout(60_000);
    const project = new Project({
      files: new DiskFiles(process.cwd()),
      git: () => null,
      log: silent,
      pacer: new NodePacer(),
      settings: { include: [], exclude: [] },
    });
    await project.load();
    await project.scanReferences();
    const commentAt = new Map(comments.map((comment) => [comment.place, comment]));
    const cited = project.allReferences().filter(({ file, reference: { line, column } }) => {
      const comment = commentAt.get(`${file}:${line}`);
      return comment && column >= comment.column;
    });
    assert.ok(cited.length > 120, `the code cites records: ${cited.length}`);
    assert.ok(cited.filter(({ reference }) => reference.target === 'docs/security.md').length > 80);
    const dangling = cited.filter(({ reference: { resolution } }) => resolution !== 'resolved');
    assert.deepEqual(
      dangling.map(({ file, reference: { line, text, resolution } }) => `${file}:${line} ${text}: ${resolution}`),
      [],
    );
  });

  it('is a heading of docs/security.md where it names one', () => {
    const headings = [...rules.matchAll(/^#+ (.+)$/gm)].map(([, title = '']) =>
      title.toLowerCase().replaceAll(' ', '-'),
    );
    for (const { place, text } of comments) {
      for (const [, anchor = ''] of text.matchAll(/docs\/security\.md#([\w-]+)/g)) {
        assert.ok(headings.includes(anchor), `${place} cites #${anchor}`);
      }
    }
  });

  it('is a rule of docs/security.md where it is a number, and the file says once where that is', () => {
    const places = new Set(comments.filter(({ text }) => text.includes('docs/security.md')).map(({ file }) => file));
    for (const { place, file, text } of comments.filter((comment) => !notRules.includes(comment.file))) {
      for (const [number] of text.matchAll(ofRules)) {
        assert.ok(numbers.has(number), `${place} cites ${number}`);
        assert.ok(places.has(file), `${place} cites ${number}: the first one of a file is docs/security.md#…`);
      }
    }
    const titles = sources.flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/\b(?:it|describe)\(.*$/gm)]);
    for (const [title] of titles) {
      for (const [, list = ''] of title.matchAll(/\(([A-Z]\d+(?:(?:, |-)[A-Z]\d+)*)\)/g)) {
        for (const number of list.split(/, |-/)) assert.ok(numbers.has(number), title);
      }
    }
  });

  it('is in this repository where it is a document or a path of the code', () => {
    const folders = /(?<![\w./-])(?:src|docs|scripts)\/[\w./-]*[\w/]/g;
    // Examples of what people write stand in backticks.
    const outside = (text: string) => text.replace(/`[^`]*`/g, '');
    for (const { place, text } of comments) {
      const paths = [...outside(text).matchAll(folders)].map(([path]) => path);
      for (const path of paths.filter((path) => !/^docs\/adr\/\d{4}$/.test(path))) {
        assert.ok(existsSync(path), `${place} names ${path}`);
      }
      for (const [, document = ''] of outside(text).matchAll(/\(([\w./-]+\.md)\b/g)) {
        assert.ok(existsSync(document), `${place} cites ${document}`);
      }
    }
  });
});

describe('what a document of this repository names', () => {
  const documents = [
    ...['CONTRIBUTING.md', 'docs/conventions.md', 'docs/security.md', 'docs/glossary.md'],
    ...['docs/adr', 'docs/runbooks'].flatMap((folder) => readdirSync(folder).map((file) => `${folder}/${file}`)),
  ];
  /** Whole paths in backticks; those with a placeholder are forms. */
  const named = /`((?:src|test|scripts|docs|media|snippets)\/[\w./-]+)`/g;

  for (const document of documents) {
    it(`is there: ${document}`, () => {
      const paths = [...readFileSync(document, 'utf8').matchAll(named)].map(([, path = '']) => path);
      // A record is cited by its number.
      const gone = paths.filter((path) => !/^docs\/adr\/\d{4}$/.test(path) && !existsSync(path));
      assert.deepEqual(gone, []);
    });
  }

  it('is there where docs/conventions.md says how to teach Meridian another convention', () => {
    const text = readFileSync('docs/conventions.md', 'utf8');
    const [table = ''] = text.slice(text.indexOf('| what is written |')).split('\n\n', 1);
    const rows = table.split('\n').slice(2);
    assert.ok(rows.length > 25);
    for (const row of rows) {
      const [, , place = '', tests = ''] = row.split('|');
      const words = [...place.matchAll(/`([^`]+)`/g)].map(([, word = '']) => word);
      let folder = 'src/core';
      const files: string[] = [];
      for (const word of words.filter((word) => word.endsWith('.ts'))) {
        const roots = word.includes('/') ? ['src/core', 'src'] : [folder];
        const file = roots.map((root) => join(root, word)).find((path) => existsSync(path));
        assert.ok(file, `${word} in ${row}`);
        folder = dirname(file);
        files.push(file);
      }
      const sources = files.map((file) => readFileSync(file, 'utf8')).join('\n');
      for (const word of words.filter((word) => /^[a-z]\w+$/.test(word))) {
        assert.match(sources, new RegExp(`\\b${word}\\b`), `${word} in ${row}`);
      }
      for (const [, test = ''] of tests.matchAll(/`([^`]+)`/g)) {
        const isThere = existsSync(test) || existsSync(`test/unit/${test}.test.ts`);
        assert.ok(isThere, `${test} in ${row}`);
      }
    }
  });
});
