import { RelativePattern, type WorkspaceFolder, workspace } from 'vscode';
import { type FilePath, neverCancelled } from '../../core/ports';
import { isQuestionPath } from '../../core/questions/questionPlaces';
import type { DocumentSearch, FoundDocument } from '../../core/search/documentSearch';
import { searchSources } from '../../core/search/searchSources';
import { pathIn } from '../workspace/folderPaths';
import type { FolderProject } from '../workspace/folderProject';
import { type AnswerIndexes, documentPattern } from './answerIndexes';

/** A document of the window that may answer a question. */
export interface FoundAnswer extends FoundDocument {
  readonly folder: WorkspaceFolder;
}

const mostAnswers = 7;
/** Of other folders of the window, whose scores are not to be compared with those of the question's own. */
const mostElsewhere = 3;
/** Less than that of the best one's score is chance. */
const leastShare = 0.25;

/** What a heading has beside its title: `ADR-0012:`. */
const mostTitleMarks = 20;

interface FolderAnswers {
  readonly folder: WorkspaceFolder;
  readonly questions: readonly FilePath[];
  readonly search: DocumentSearch;
}

/** What the documents of every folder say: questions of before, handoffs, records. */
export class Answers {
  /** Whether all of it has been read; until then what was read so far is looked through. */
  isWhole = false;
  readonly whenWhole: Promise<void>;

  private constructor(
    private readonly folders: readonly FolderAnswers[],
    reading: readonly Promise<void>[],
  ) {
    this.whenWhole = Promise.all(reading).then(() => {
      this.isWhole = true;
    });
  }

  /** @param own the folder that is asked about; its answers go first */
  static async open(
    projects: readonly FolderProject[],
    own: FolderProject | undefined,
    indexes: AnswerIndexes,
    signal: AbortSignal,
  ): Promise<Answers> {
    const ordered = [...projects].sort((a, b) => Number(b === own) - Number(a === own));
    const folders = await Promise.all(
      ordered.map(async ({ folder }) => ({
        folder,
        questions: await savedQuestions(folder),
        search: indexes.of(folder),
      })),
    );
    const reading = folders.map(({ questions, search }, at) =>
      search.update(searchSources(ordered[at]?.view ?? noRecords, questions), signal),
    );
    return new Answers(folders, reading);
  }

  /** Those that are kept in a folder, or drafted there. */
  questionsIn(folder: WorkspaceFolder | undefined): readonly FilePath[] {
    return this.folders.find((one) => one.folder === folder)?.questions ?? [];
  }

  /** The best first. */
  async find(query: string): Promise<readonly FoundAnswer[]> {
    const found = this.folders.map(async ({ folder, search }, at) => {
      const some = await search.search(query, at === 0 ? mostAnswers : mostElsewhere, neverCancelled);
      const best = some[0]?.score ?? 0;
      return some
        .filter(({ score }) => score >= best * leastShare)
        .map((one) => ({ ...one, passage: tellingPassage(one), folder }));
    });
    return (await Promise.all(found)).flat();
  }
}

const noRecords = { records: () => [] };

/** Of a passage that only says the title again, what was decided. */
function tellingPassage({ source, passage }: FoundDocument): string {
  const saysTitle = passage.toLowerCase().includes(source.title.toLowerCase());
  return saysTitle && passage.length <= source.title.length + mostTitleMarks ? (source.decision ?? passage) : passage;
}

const mostFiles = 20_000;

/** The questions that are kept in a folder, those included that were drafted and not saved yet. */
async function savedQuestions(folder: WorkspaceFolder): Promise<readonly FilePath[]> {
  const pattern = new RelativePattern(folder, documentPattern);
  const found = await workspace.findFiles(pattern, '**/{node_modules,.git}/**', mostFiles);
  const open = workspace.textDocuments
    .filter(({ isUntitled, isClosed }) => isUntitled && !isClosed)
    .map(({ uri }) => uri.with({ scheme: folder.uri.scheme, authority: folder.uri.authority }));
  const paths = [...found, ...open].map((uri) => pathIn(folder, uri) ?? '');
  return [...new Set(paths.filter(isQuestionPath))];
}
