import { equal } from 'node:assert/strict';
import { linesThatStayFirst } from '../../../../src/editor/records/model/freeLines';

describe('Lines that stay the first of their file', () => {
  const cases: readonly (readonly [what: string, text: string, count: number, language?: string])[] = [
    ['a program that names its interpreter', '#!/bin/sh\nset -e\n', 1],
    ['one that says its encoding too', '#!/usr/bin/env python3\n# -*- coding: utf-8 -*-\nx = 1\n', 2],
    ['an encoding alone', '# coding=utf-8\nx = 1\n', 1],
    ['a declaration of XML over two lines', '<?xml version="1.0"\n  encoding="utf-8"?>\n<a/>\n', 2],
    ['PHP', '<?php\necho 1;\n', 1],
    ['a page of HTML', '<!DOCTYPE html>\n<html>\n', 1],
    ['a style sheet with its letters', '@charset "utf-8";\na {}\n', 1],
    ['a front matter', '---\nstatus: accepted\n---\n# Title\n', 3],
    ['a front matter without an end', '---\nstatus: accepted\n', 0],
    ['a front matter without keys', '---\n---\n@import "a";\n', 2],
    ['a front matter of TOML', '+++\nstatus = "accepted"\n+++\n# Title\n', 3],
    ['a text between two rules', '---\n\nWe keep it.\n\n---\n\nWe keep that.\n', 0, 'markdown'],
    ['a heading between two rules', '---\n# Title\n\n---\nstatus: accepted\n', 0, 'markdown'],
    ['a script of Astro, which takes a comment', "---\nimport A from './a.astro';\n---\n<A />\n", 1, 'astro'],
    ['a page of Astro without a script', '<p>one</p>\n---\n', 0, 'astro'],
    ['documents of YAML', '---\na: 1\n---\nb: 2\n', 0, 'yaml'],
    ['the head of AsciiDoc', '= Title\n:status: accepted\n\nText\n', 3, 'asciidoc'],
    ['a preprocessor', '#include <a.h>\nint a;\n', 0],
    ['code', 'export const a = 1;\n', 0],
    ['nothing', '', 0],
  ];
  for (const [what, text, count, language = 'x'] of cases) {
    it(`are ${count} of ${what}`, () => {
      const lines = text.split('\n');
      equal(
        linesThatStayFirst((at) => lines[at] ?? '', lines.length, language),
        count,
      );
    });
  }
});
