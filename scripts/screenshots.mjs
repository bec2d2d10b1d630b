// Takes every picture of the README and of the walkthrough, in the sample workspace, at 1400×900 with the default
// sidebar: `npm run screenshots [-- SCENE…]`. `media/pictures.json` keeps the words that each picture shows and its
// checksum; tests compare the product and the pictures with it.
import { createHash } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openEditor } from './editor-host/open-editor.mjs';
import { startSmallGitHub } from './editor-host/small-github.mjs';
import { calledWith, onlyKnown } from './options.mjs';
import { leave, scenes } from './pictures/scenes.mjs';
import { smallPng } from './pictures/small-png.mjs';
import { makeSampleWorkspace } from './sample/workspace.mjs';

const root = new URL('../', import.meta.url);
const listFile = fileURLToPath(new URL('media/pictures.json', root));

/** Size of the window for all pictures but some of the walkthrough. */
const viewport = { width: 1400, height: 900 };

/** Without `hc-light`, in which the walkthrough shows the light pictures. */
const themes = ['dark', 'light', 'hc-black'];

/** Colours with which no difference is visible. The walkthrough's need fewer: they are small, and part of the package. */
const colours = { readme: 96, walkthrough: 32 };

/** The pictures of a scene in a theme, with their files. */
function picturesOf({ readme, walkthrough }, theme) {
  const inReadme = readme && (theme === 'dark' || theme === 'light');
  return [
    ...(inReadme ? [{ file: `media/readme/${readme}-${theme}.png`, mostColours: colours.readme }] : []),
    ...(walkthrough
      ? [
          {
            ...walkthrough,
            file: `media/walkthrough/${walkthrough.step}-${theme}.png`,
            mostColours: colours.walkthrough,
          },
        ]
      : []),
  ];
}

/** Resolves when the workbench has the new size, and its content has had some frames to follow. */
async function resize(page, size) {
  await page.setViewportSize(size);
  const { width } = size;
  await page.waitForFunction((wanted) => document.querySelector('.monaco-workbench').clientWidth === wanted, width);
  for (let frames = 0; frames < 10; frames += 1) await page.evaluate(() => new Promise(requestAnimationFrame));
}

/** @returns the checksum of each picture by its file */
async function take(theme, wanted) {
  const folder = await makeSampleWorkspace();
  const gitHub = await startSmallGitHub(folder);
  const editor = await openEditor({ folder, theme, viewport, settings: gitHub.settings });
  const sums = {};
  try {
    for (const scene of wanted) {
      await scene.show(editor);
      await editor.sees(scene.texts);
      for (const { file, part: clip, windowWidth, mostColours } of picturesOf(scene, theme)) {
        if (windowWidth) await resize(editor.page, { ...viewport, width: windowWidth });
        const taken = await editor.page.screenshot({ animations: 'disabled', caret: 'hide', clip });
        const picture = smallPng(taken, mostColours);
        const path = fileURLToPath(new URL(file, root));
        await mkdir(dirname(path), { recursive: true });
        await writeFile(path, picture);
        sums[file] = createHash('sha256').update(picture).digest('hex');
        console.log(`${(picture.length / 1000).toFixed(1).padStart(7)} KB  ${file}`);
      }
      await resize(editor.page, viewport);
      await leave(editor);
    }
  } finally {
    await editor.close();
    await gitHub.stop();
    await rm(dirname(folder), { recursive: true, force: true });
  }
  return sums;
}

const names = calledWith({ most: Number.POSITIVE_INFINITY }).positionals;
onlyKnown(
  names,
  scenes.map(({ name }) => name),
  'scene',
);
const wanted = scenes.filter(({ name }) => names.length === 0 || names.includes(name));
const list = JSON.parse(await readFile(listFile, 'utf8').catch(() => '{}'));
for (const { name, texts } of wanted) list[name] = { texts, files: {} };
for (const theme of themes) {
  const sums = await take(
    theme,
    wanted.filter((scene) => picturesOf(scene, theme).length > 0),
  );
  for (const scene of wanted) {
    for (const { file } of picturesOf(scene, theme)) list[scene.name].files[file] = sums[file];
  }
}
const inOrder = Object.fromEntries(scenes.flatMap(({ name }) => (list[name] ? [[name, list[name]]] : [])));
await writeFile(listFile, `${JSON.stringify(inOrder, null, 2)}\n`);
