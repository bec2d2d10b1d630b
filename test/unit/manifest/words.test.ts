import { deepEqual } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { texts } from './manifest';

/** The English texts of the code are the keys of its translations. */
const ofCode = Object.keys(JSON.parse(readFileSync('l10n/bundle.l10n.de.json', 'utf8')));
const all = [...Object.values(texts), ...ofCode];
const withKey = (prefix: string) => Object.entries(texts).filter(([key]) => key.startsWith(prefix));

/** Words that a title has in small letters, unless it begins or ends with them. */
const small = /^(?:a|an|the|and|or|as|at|by|for|from|in|into|of|on|to|with)$/;

describe('the words that people read', () => {
  it('shout, excuse and praise nothing', () => {
    deepEqual(
      all.filter((text) => /!(?!\[)|\b(?:oops|sorry|please|successfully|great|awesome|simply)\b/i.test(text)),
      [],
    );
  });

  it('call the view Decisions, not a panel', () => {
    deepEqual(
      all.filter((text) => /\bpanel\b/i.test(text)),
      [],
    );
  });

  it('are in Title Case where they name a command', () => {
    const wrong = withKey('command.').filter(([, title]) => {
      const words = title.replace(/…$/, '').split(' ');
      const isRight = (word: string, at: number) =>
        small.test(word) ? at > 0 && at < words.length - 1 : /^[A-Z]/.test(word);
      // "Turn On or Off": a preposition that belongs to the verb.
      return !words.every((word, at) => isRight(word, at)) || /[.:]$/.test(title);
    });
    deepEqual(wrong, []);
  });

  it('are sentences where they explain a setting', () => {
    const wrong = withKey('setting.').filter(([, text]) => !/^[A-Z].*[.`]$/s.test(text));
    deepEqual(wrong, []);
  });

  it('end a sentence with one full stop, and have no blank where none belongs', () => {
    deepEqual(
      all.filter((text) => /\.\.$| {2}|^ | $| [.,;:](?!\w)/.test(text)),
      [],
    );
  });
});
