import { doesNotMatch, equal, match } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { storeReadme } from '../../../scripts/store-readme.mjs';

const text = `# A

<picture>
  <source media="(prefers-color-scheme: dark)" srcset="media/a-dark.png">
  <img src="media/a-light.png" alt="What it shows">
</picture>

## B

![Another](media/b.png)

Words, and ![a badge](https://example.com/b.png).
`;

describe('the README in a store', () => {
  it('has plain pictures, which get the address of the repository', () => {
    equal(
      storeReadme(text, true),
      `# A\n\n![What it shows](media/a-light.png)\n\n## B\n\n![Another](media/b.png)\n\nWords, and ![a badge](https://example.com/b.png).\n`,
    );
  });

  it('has none that would lead nowhere where there is no repository yet', () => {
    equal(storeReadme(text, false), '# A\n\n## B\n\nWords, and ![a badge](https://example.com/b.png).\n');
  });

  it('leaves out what needs a clone', () => {
    const readme = 'a\n\n<!-- not in the stores -->\n\nnpm start\n\n<!-- in the stores again -->\n\nb\n';
    equal(storeReadme(readme, true), 'a\n\nb\n');
  });

  it('has no markup left of the pictures that the README has', () => {
    const readme = readFileSync('README.md', 'utf8');
    match(storeReadme(readme, true), /!\[[^\]]+\]\(media\/readme\//);
    doesNotMatch(storeReadme(readme, true), /<(?:picture|source|img)\b/);
    doesNotMatch(storeReadme(readme, false), /media\/readme|npm start|<!--/);
  });
});
