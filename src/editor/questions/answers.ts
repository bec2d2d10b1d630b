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
/**
 * The most answers from each other folder of the window, whose scores cannot be compared with those of the question's
 * own folder.
 */
const mostElsewhere = 3;
/** A score below this share of the best one is chance. */
const leastShare = 0.25;

/** The most characters that a heading has beside its title: `ADR-0012: `. */
const mostTitleMarks = 20;

interface FolderAnswers {
  readonly folder: WorkspaceFolder;
  readonly questions: readonly FilePath[];
  readonly search: DocumentSearch;
}

/** The search in the documents of every folder: earlier questions, handoffs, records. */
export class Answers {
  /** Whether all documents were read. Until then the search covers those that were read so far. */
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

  /** The questions that are saved in a folder, or drafted there. */
  questionsIn(folder: WorkspaceFolder | undefined): readonly FilePath[] {
    return this.folders.find((one) => one.folder === folder)?.questions ?? [];
  }

  /** The answers, best first in each folder; the question's own folder comes first. */
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

/** The passage to show. Where it only repeats the title, what was decided is shown instead. */
function tellingPassage({ source, passage }: FoundDocument): string {
  const saysTitle = passage.toLowerCase().includes(source.title.toLowerCase());
  return saysTitle && passage.length <= source.title.length + mostTitleMarks ? (source.decision ?? passage) : passage;
}

const mostFiles = 20_000;

/** The questions that are saved in a folder, with those that were drafted and not saved yet. */
async function savedQuestions(folder: WorkspaceFolder): Promise<readonly FilePath[]> {
  const pattern = new RelativePattern(folder, documentPattern);
  const found = await workspace.findFiles(pattern, '**/{node_modules,.git}/**', mostFiles);
  const open = workspace.textDocuments
    .filter(({ isUntitled, isClosed }) => isUntitled && !isClosed)
    .map(({ uri }) => uri.with({ scheme: folder.uri.scheme, authority: folder.uri.authority }));
  const paths = [...found, ...open].map((uri) => pathIn(folder, uri) ?? '');
  return [...new Set(paths.filter(isQuestionPath))];
}
