// Takes a picture of Meridian at work, as a person sees it:
//   node scripts/look.mjs --out shot.png [--folder X] [--theme dark|light|hc-black|hc-light] [--restricted]
//     [--size 1400x900] [--language de] [--settings JSON] [--github] [step ...]
// Without a folder: the sample workspace. Steps, in order: `open=PATH[:LINE]`, `hover=TEXT[|EXPECTED]`,
// `command=TITLE`, `container=TITLE`, `row=TEXT` (click), `pick=TEXT`, `click=TEXT` (a button), `type=TEXT`,
// `key=NAME`, `webview=SELECTOR` (wait for it), `wait=SELECTOR`, `shot=FILE`.
// With `--github` the sample's remote is a GitHub on this machine, and a branch is ready for a pull request:
// after a `command=` that asks to sign in, `signIn=` does it; `gitHub=mood:offline` changes the server (a field of
// test/editor/support/smallGitHub.ts), `openPull=TEXT` has another user open the branch's pull request, `written=`
// prints the requests that the server got.
import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { openEditor } from './editor-host/open-editor.mjs';
import { giveToken, startSmallGitHub } from './editor-host/small-github.mjs';
import { calledWith } from './options.mjs';
import { makeSampleWorkspace } from './sample/workspace.mjs';

const { values, positionals } = calledWith({
  most: Number.POSITIVE_INFINITY,
  options: {
    folder: { type: 'string' },
    theme: { type: 'string', default: 'dark' },
    out: { type: 'string' },
    restricted: { type: 'boolean', default: false },
    size: { type: 'string', default: '1400x900' },
    settings: { type: 'string', default: '{}' },
    language: { type: 'string' },
    github: { type: 'boolean', default: false },
  },
});

const [width, height] = values.size.split('x').map(Number);
const sample = values.folder === undefined ? await makeSampleWorkspace() : undefined;
const gitHub = values.github && sample ? await startSmallGitHub(sample) : undefined;
const editor = await openEditor({
  folder: sample ?? values.folder,
  theme: values.theme,
  trusted: !values.restricted,
  settings: { ...gitHub?.settings, ...JSON.parse(values.settings) },
  viewport: { width, height },
  language: values.language,
});
const { page } = editor;

const steps = {
  open: (text) => {
    const [, path, line] = /^(.*?)(?::(\d+))?$/.exec(text);
    return editor.openFile(path, line === undefined ? undefined : Number(line));
  },
  hover: async (text) => console.log(await editor.hoverText(...text.split('|'))),
  command: (text) => editor.runCommand(text),
  container: (text) => editor.openContainer(text),
  row: async (text) => (await editor.row(text)).click(),
  pick: (text) => editor.pick(text),
  click: (text) => page.locator('.monaco-button, .codelens-decoration a', { hasText: text }).first().click(),
  type: (text) => page.keyboard.type(text),
  key: (text) => page.keyboard.press(text),
  webview: (text) => editor.webview(text),
  wait: (text) => page.locator(text).first().waitFor(),
  signIn: () => giveToken(page),
  gitHub: (text) => gitHub.set(...text.split(':')),
  openPull: (text) => gitHub.openPull(text),
  written: () => console.log(JSON.stringify(gitHub.written(), null, 2)),
  shot: (text) => page.screenshot({ path: text, animations: 'disabled' }),
};

try {
  for (const step of positionals) {
    const at = step.indexOf('=');
    const act = steps[step.slice(0, at)];
    if (!act) throw new Error(`"${step}" is none of ${Object.keys(steps).join(', ')}`);
    await act(step.slice(at + 1));
  }
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
} finally {
  if (values.out) await page.screenshot({ path: values.out, animations: 'disabled' });
  await editor.close();
  await gitHub?.stop();
  if (sample) await rm(dirname(sample), { recursive: true, force: true });
}
