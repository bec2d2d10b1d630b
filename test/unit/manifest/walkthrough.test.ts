import { deepEqual, doesNotMatch, equal, match, ok } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { manifest, texts } from './manifest';

const { commands, views, walkthroughs } = manifest.contributes;
const steps = walkthroughs.flatMap((walkthrough) => walkthrough.steps);

function textOf(reference: string): string {
  return texts[reference.replaceAll('%', '')] ?? '';
}

describe('the walkthrough', () => {
  it('is one, and short', () => {
    equal(walkthroughs.length, 1);
    ok(steps.length >= 3 && steps.length <= 6);
  });

  for (const { id, title, description, media, completionEvents } of steps) {
    describe(id, () => {
      it('has a heading that its row has room for, and a button on a line of its own', () => {
        match(textOf(title), /^.{5,28}$/);
        match(textOf(description), /^\[[^\]]+\]\(command:[\w.]+\)$/m);
        // The page knows links and nothing else of Markdown.
        doesNotMatch(textOf(description), /[`*_]/);
      });

      it('is done by what it offers', () => {
        const known = [
          ...commands.map(({ command }) => `onCommand:${command}`),
          ...Object.values(views).flatMap((list) => list.map((view) => `onView:${view.id}`)),
        ];
        ok(completionEvents.length > 0);
        deepEqual(
          completionEvents.filter((event) => !known.includes(event)),
          [],
        );
      });

      it('has a picture in the colours of the theme, and words for those who do not see it', () => {
        const picture = readFileSync(media.svg, 'utf8');
        match(textOf(media.altText), /^[A-Z].{20,}\.$/);
        ok(picture.length < 3_000);
        // The page that shows it lets no style, script or colour of its own through to a dark or a light theme.
        doesNotMatch(picture, /<style|<script|style=|#[\da-f]{3}|(?:fill|stroke)="(?!var\(--vscode-|none)/i);
      });
    });
  }
});
