import {
  l10n,
  ProgressLocation,
  type QuickPickItem,
  QuickPickItemKind,
  type WorkspaceFolder,
  window,
  workspace,
} from 'vscode';
import { teamFilePath } from '../../core/team/team';
import { errorText } from '../../core/text/errorText';
import type { Instant, ZoneName } from '../../core/time/zone';
import type { Author } from '../../git/authors';
import { answer } from '../host/answer';
import { answerNoFolder, answerNotPlain, answerUntrusted } from '../host/answerFailures';
import { visibleText, withoutIcons } from '../host/visibleText';
import { documentAt } from '../workspace/folderDocuments';
import type { LazyGit, OpenRepository } from '../workspace/lazyGit';
import { isPlainPath } from '../workspace/plainPath';
import { rewriteDocument } from '../written/draftDocument';
import { whyNoGit } from '../written/refusals';
import { addMembers, type NewMember, newTeamFile, notMembers } from './model/teamFileText';
import type { PlacedTeam, TeamFiles } from './teamFiles';
import { askZones } from './zonePick';

const yearSeconds = 366 * 86_400;

/**
 * Creates a team file from the authors of the last year's commits, or adds those who are missing in it. The result is
 * an unsaved document: only the person saves. Zones are asked for and never inferred.
 */
export class CreateTeamFile {
  constructor(
    private readonly files: TeamFiles,
    private readonly git: LazyGit,
    private readonly now: () => Instant,
    private readonly zone: () => ZoneName,
  ) {}

  async run(): Promise<void> {
    const folder = await chooseFolder();
    if (!folder) return;
    const place = await this.open(folder);
    if (!place || !(await this.mayWrite(folder))) return;
    const team = this.files.teamOf(folder);
    const found = await authorsOf(place, this.now());
    if (!found) return;
    const candidates = found.authors.map((author) => ({ ...author, github: githubLogin(author) }));
    const fresh = team ? notMembers(candidates, team.team) : candidates;
    if (fresh.length === 0) return this.answerComplete(team);
    const chosen = await pickMembers(fresh, found.machines);
    if (!chosen || chosen.length === 0) return;
    const known = team?.team.members.flatMap(({ zone }) => zone ?? []) ?? [];
    const members = await askZones(chosen, [this.zone(), ...known]);
    if (members) await show(folder, members);
  }

  private async open(folder: WorkspaceFolder): Promise<OpenRepository | null> {
    if (!workspace.isTrusted) {
      await answerUntrusted(
        l10n.t('A team file is made from the authors in git, and git is not run in Restricted Mode.'),
      );
      return null;
    }
    const place = await this.git.open(folder.uri);
    if (!place)
      await answer(
        l10n.t(
          'A team file is made from the authors in git, and {0} is in no git repository on this machine.',
          folder.name,
        ),
      );
    return place;
  }

  /** Nothing is written through a link, which could lead out of the folder (docs/security.md#r24). */
  private async mayWrite(folder: WorkspaceFolder): Promise<boolean> {
    if (await isPlainPath(folder.uri, teamFilePath)) return true;
    await answerNotPlain(teamFilePath);
    return false;
  }

  private async answerComplete(team: PlacedTeam | undefined): Promise<void> {
    if (team) await window.showTextDocument(team.uri);
    await answer(
      team
        ? l10n.t('Everybody who committed here within the last year is in the team file.')
        : l10n.t('Nobody committed here within the last year, so there is nobody to put into a team file.'),
    );
  }
}

async function chooseFolder(): Promise<WorkspaceFolder | undefined> {
  const folders = workspace.workspaceFolders ?? [];
  if (folders.length > 1) return window.showWorkspaceFolderPick({ placeHolder: l10n.t('Whose team?') });
  if (folders.length === 0) await answerNoFolder(l10n.t('Open a folder first: a team file is kept with the code.'));
  return folders[0];
}

/** Undefined where git gives no authors; a message has then told the person why. */
async function authorsOf({ runner, repository }: OpenRepository, now: Instant) {
  const { recentAuthors } = await import('../../git/authors');
  const since = Math.floor(now / 1000) - yearSeconds;
  const title = l10n.t('Reading authors from git');
  try {
    return await window.withProgress({ location: ProgressLocation.Window, title }, () =>
      recentAuthors(runner, repository, since, { priority: 'interactive' }),
    );
  } catch (error) {
    const why = whyNoGit(errorText(error));
    if (why === undefined) throw error;
    await answer(why);
    return undefined;
  }
}

function githubLogin({ login, addresses }: Author): string | null {
  return addresses.some((address) => address.endsWith('@users.noreply.github.com')) ? login : null;
}

async function show(folder: WorkspaceFolder, members: readonly NewMember[]): Promise<void> {
  const document = await documentAt(folder.uri, teamFilePath);
  const text = document.getText();
  const insertion = text.trim() === '' ? { offset: 0, text: newTeamFile(members) } : addMembers(text, members);
  if (insertion) {
    await rewriteDocument(document, text.slice(0, insertion.offset) + insertion.text + text.slice(insertion.offset));
  }
  await window.showTextDocument(document);
  if (!insertion) await answer(l10n.t('Nobody was added: mend the team file first, it needs a list of members.'));
}

/** How many authors are preselected as the team: in a large project most authors contribute only once. */
const usualTeam = 12;

interface AuthorItem<A> extends QuickPickItem {
  readonly author: A | null;
}

/**
 * Asks which authors are on the team. Bots in `machines` are listed, so that the person sees why they are missing.
 * @returns undefined where the person left the question.
 */
async function pickMembers<A extends Author>(
  authors: readonly A[],
  machines: readonly string[],
): Promise<readonly A[] | undefined> {
  const [most] = authors;
  const isUsual = ({ commits }: Author, index: number) => index < usualTeam && commits * 50 >= (most?.commits ?? 0);
  const items: AuthorItem<A>[] = authors.map((author, index) => ({
    label: withoutIcons(visibleText(author.name, 60)),
    description: withoutIcons(visibleText(author.addresses.join(', '), 120)),
    detail: author.commits === 1 ? l10n.t('1 commit') : l10n.t('{0} commits', author.commits),
    picked: isUsual(author, index),
    author,
  }));
  if (machines.length > 0) {
    const names = machines.map((name) => visibleText(name, 30)).join(', ');
    const label = l10n.t('left out, no people: {0}', visibleText(names, 120));
    items.push({ label, kind: QuickPickItemKind.Separator, author: null });
  }
  const picked = await window.showQuickPick(items, {
    title: l10n.t('Create Team File'),
    placeHolder: l10n.t('Who of the last year’s authors is on the team?'),
    canPickMany: true,
    matchOnDescription: true,
    ignoreFocusOut: true,
  });
  return picked?.flatMap(({ author }) => author ?? []);
}
