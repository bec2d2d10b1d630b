import { deepEqual, doesNotMatch, equal, match, ok } from 'node:assert/strict';
import { existsSync } from 'node:fs';
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

      it('has a picture for each kind of theme, and words for those who do not see it', () => {
        match(textOf(media.altText), /^[A-Z].{20,}\.$/);
        const { dark, light, hc, hcLight } = media.image;
        deepEqual([dark, light, hc, hcLight].map(existsSync), [true, true, true, true]);
        equal(new Set([dark, light, hc]).size, 3);
        equal(hcLight, light);
      });
    });
  }
});
