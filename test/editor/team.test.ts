import { deepEqual, equal, match, ok } from 'node:assert/strict';
import * as vscode from 'vscode';
import { Boundary } from '../../src/editor/host/boundary';
import type { TeamFeature } from '../../src/editor/team/teamFeature';
import { TeamView } from '../../src/editor/team/teamView';
import { meridian, openSample, outline, placeOf, sampleUri, until } from './support/meridian';
import { asPerson } from './support/person';

const { onDidChangeDiagnostics } = vscode.languages;

/** Meridian's marks on a document, as `code: text`. */
function marks(document: vscode.TextDocument, source = 'Meridian'): readonly string[] {
  return vscode.languages
    .getDiagnostics(document.uri)
    .filter((diagnostic) => diagnostic.source === source)
    .map(({ code, range }) => `${String(code)}: ${document.getText(range)}`);
}

async function replace(document: vscode.TextDocument, text: string, by: string): Promise<void> {
  const at = document.getText().indexOf(text);
  ok(at >= 0, text);
  const edit = new vscode.WorkspaceEdit();
  const place = new vscode.Range(document.positionAt(at), document.positionAt(at + text.length));
  edit.replace(document.uri, place, by);
  ok(await vscode.workspace.applyEdit(edit));
}

let opened = 0;

/** Each has a name of its own: the editor gives that of one that was closed to the next, and may still be closing it. */
async function openMarkdown(content: string): Promise<vscode.TextDocument> {
  opened += 1;
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(`untitled:plan-${opened}.md`));
  const editor = await vscode.window.showTextDocument(document);
  await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), content));
  return document;
}

async function fixesAt(document: vscode.TextDocument, text: string): Promise<readonly vscode.CodeAction[]> {
  const at = placeOf(document, text);
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    new vscode.Range(at, at),
    vscode.CodeActionKind.QuickFix.value,
  );
  return actions.filter(({ title }) => title.startsWith('Write '));
}

async function theTeam(): Promise<TeamFeature> {
  const team = await (await meridian()).features.team.load();
  await team.files.whenIdle();
  return team;
}

describe('the team file', () => {
  let document: vscode.TextDocument;
  before(async () => {
    await theTeam();
    document = await openSample('.meridian/team.json');
  });
  afterEach(async () => {
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await until(() => marks(document).length === 0, onDidChangeDiagnostics);
  });

  it('has what cannot be used marked at its place, while it is typed', async () => {
    deepEqual(marks(document), []);
    await replace(document, '"Asia/Tokyo"', '"JST"');
    await until(() => marks(document).length > 0, onDidChangeDiagnostics);
    deepEqual(marks(document), ['zone-abbreviation: "JST"']);
  });

  it('says who has no zone, on the first line of the member', async () => {
    await replace(document, ',\n      "zone": "Europe/London"', '');
    await until(() => marks(document).length > 0, onDidChangeDiagnostics);
    deepEqual(marks(document), ['missing: "name": "Ann Lee",']);
  });

  it('is checked and completed from its schema', async () => {
    await replace(document, '"09:00-18:00"', '17');
    await until(
      () => vscode.languages.getDiagnostics(document.uri).some(({ source }) => source !== 'Meridian'),
      onDidChangeDiagnostics,
    );
    await until(() => marks(document).length > 0, onDidChangeDiagnostics);
    deepEqual(marks(document), ['type: 17']);
  });
});

describe('Team', () => {
  it('shows everybody once, under what they do now', async () => {
    const team = await theTeam();
    const rows = await outline(team.tree);
    for (const name of ['Ann Lee', 'Kenji Mori', 'Ana Souza', 'Priya Raman', 'Tom Becker']) {
      equal(
        rows.filter((row) => new RegExp(`^  \\d\\d:\\d\\d ${name}`).test(row)).length,
        1,
        `${name}\n${rows.join('\n')}`,
      );
    }
    const headings = rows.filter((row) => !row.startsWith(' ')).map((row) => row.replace(/ · \d+$/, ''));
    for (const row of headings) match(row, /^(?:At work now|Next at work|Away|Clocks change apart: .*)$/);
    match(rows.find((row) => row.includes('Kenji')) ?? '', /^ {2}\d\d:\d\d Kenji Mori · \S.* · Tokyo$/);
  });

  it('knows who I am by git, and says in words what the icon says', async () => {
    const team = await theTeam();
    const rows = () => team.tree.getChildren().flatMap((node) => team.tree.getChildren(node));
    const mine = () => rows().some((node) => team.tree.getTreeItem(node).label?.toString().endsWith(' Ann Lee (you)'));
    await until(mine, team.tree.onDidChangeTreeData);
    const groups = team.tree.getChildren().filter((node) => node.type === 'group');
    ok(groups.length > 0);
    for (const group of groups) {
      for (const node of team.tree.getChildren(group)) {
        const item = team.tree.getTreeItem(node);
        ok(item.iconPath instanceof vscode.ThemeIcon);
        match(item.accessibilityInformation?.label ?? '', /At work now|Next at work|Away/);
        match(String(item.tooltip), /At work now|Next at work|Away/);
      }
    }
  });

  it('follows what is typed into the file, and goes with the switch', async () => {
    const team = await theTeam();
    const document = await openSample('.meridian/team.json');
    const shows = (name: string) => JSON.stringify(team.files.teams).includes(name);
    await replace(document, '"Tom Becker"', '"Thomas Becker"');
    await until(() => shows('Thomas Becker'), team.files.onDidChange);
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await until(() => !shows('Thomas Becker'), team.files.onDidChange);
    const settings = vscode.workspace.getConfiguration('meridian');
    await settings.update('team.enabled', false, vscode.ConfigurationTarget.Global);
    await until(() => team.files.teams.length === 0, team.files.onDidChange);
    deepEqual(await outline(team.tree), []);
    await settings.update('team.enabled', undefined, vscode.ConfigurationTarget.Global);
    await until(() => team.files.teams.length === 1, team.files.onDidChange);
  });
});

describe('deadlines', () => {
  before(() => theTeam());
  afterEach(() => vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor'));

  it('are marked where readers elsewhere cannot tell them, and written in both clocks by a fix', async () => {
    const document = await openMarkdown('# Plan\n\nPlease review this by EOD Friday.\n');
    await until(() => marks(document).length > 0, onDidChangeDiagnostics);
    equal(marks(document).length, 1);
    const [mark] = vscode.languages.getDiagnostics(document.uri);
    equal(mark?.severity, vscode.DiagnosticSeverity.Information);
    const [fix] = await fixesAt(document, 'EOD Friday');
    ok(fix?.edit, 'there is no fix');
    ok(await vscode.workspace.applyEdit(fix.edit));
    match(document.getText(), /review this by Fri \d{1,2} \w{3}.* 17:00 Europe\/London \(/);
    await until(() => marks(document).length === 0, onDidChangeDiagnostics);
  });

  it('are written for whom the text is', async () => {
    const document = await openMarkdown('---\nto: kenji\n---\n\nDone by tomorrow 5pm.\n');
    const titles = (await fixesAt(document, 'tomorrow')).map(({ title }) => title);
    ok(titles.length > 0);
    for (const title of titles) match(title, /^Write .*Europe\/London \(.*Asia\/Tokyo\) for "tomorrow 5pm"$/);
  });

  it('are left alone in code, in other languages, and where they are switched off', async () => {
    const fenced = await openMarkdown('```\nreview by EOD Friday\n```\n\nDue by tomorrow 5pm.\n');
    await until(() => marks(fenced).length > 0, onDidChangeDiagnostics);
    ok(!marks(fenced).some((text) => text.includes('EOD')), marks(fenced).join());
    const settings = vscode.workspace.getConfiguration('meridian');
    await settings.update('deadlines.enabled', false, vscode.ConfigurationTarget.Global);
    await until(() => marks(fenced).length === 0, onDidChangeDiagnostics);
    deepEqual(await fixesAt(fenced, 'tomorrow'), []);
    await settings.update('deadlines.enabled', undefined, vscode.ConfigurationTarget.Global);
    await until(() => marks(fenced).length > 0, onDidChangeDiagnostics);
  });
});

describe('a team file that cannot be read', () => {
  it('is said in the view, which is there all the same', async () => {
    const { files } = await theTeam();
    const [known] = files.teams;
    ok(known);
    const none = () => undefined;
    const never = () => new vscode.Disposable(none);
    const unread = { ...known, team: { ...known.team, members: [] }, unread: true };
    const set: Record<string, unknown> = {};
    const view = new TeamView(
      ...([
        { getChildren: () => [], getTreeItem: none, show: none, refresh: none },
        { onDidChange: never, teams: [unread], teamOf: () => unread },
        { onDidChange: never, in: () => ({ chosen: null, name: null, address: null }) },
        { onDidChange: never },
        { set: (key: string, value: unknown) => (set[key] = value) },
        new Boundary({ debug: none, info: none, warn: none, error: none }, none),
      ] as unknown as ConstructorParameters<typeof TeamView>),
    );
    match(view.message.text, /^The team file could not be read: /);
    deepEqual(set, { 'meridian.teamState': 'empty' });
    view.dispose();
  });
});

describe('Create Team File', () => {
  it('regression: says what to do where git cannot read the repository', async () => {
    await meridian();
    const head = sampleUri('.git/HEAD');
    const before = await vscode.workspace.fs.readFile(head);
    const said: string[] = [];
    const clicks = (sentence: string): undefined => void said.push(sentence);
    await vscode.workspace.fs.writeFile(head, new TextEncoder().encode('broken'));
    try {
      await asPerson({ clicks, token: '' }, async () => vscode.commands.executeCommand('meridian.createTeamFile'));
    } finally {
      await vscode.workspace.fs.writeFile(head, before);
    }
    deepEqual(said, ['Git cannot read this repository. Run git status in a terminal: it says what is wrong.']);
  });
});
