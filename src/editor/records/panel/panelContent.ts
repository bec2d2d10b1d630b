import { type WorkspaceFolder, workspace } from 'vscode';
import { readText, type TextResult } from '../../../core/files/readText';
import type { FilePath } from '../../../core/ports';
import { ownText } from '../../../core/records/ownText';
import { type DocRecord, fileOf } from '../../../core/records/record';
import type { RenderPorts } from '../../../core/render/linkRules';
import type { RenderedRecord } from '../../../core/render/renderRecord';
import { joinParts } from '../../../core/text/compareText';
import { visibleText } from '../../host/visibleText';
import { openDocument } from '../../workspace/folderDocuments';
import { folderFiles } from '../../workspace/folderFiles';
import { uriOf } from '../../workspace/folderPaths';
import type { Projects } from '../../workspace/projects';
import type { FileGroupKey } from '../fileGroups';
import type { FileInFront, FileState } from '../fileInFront';
import type { RecordLocation } from '../recordHandles';
import { linkHtml } from './linkHtml';
import { listHtml, listPage } from './listHtml';
import { listModel } from './listModel';
import { panelModel } from './panelModel';
import { newTargets, type PanelTargets } from './panelTarget';
import type { NoticeState, PanelWords } from './panelWords';
import { type HistorySteps, noticeHtml, RecordHtml, spokenTitle } from './recordHtml';

/** The HTML of the page, with the meaning of its ids. */
export interface PanelContent {
  readonly html: string;
  /** The HTML without the random part of its ids: equal where nothing visible changed. */
  readonly fingerprint: string;
  readonly targets: PanelTargets;
  /** The workspace folder that the page's paths are relative to; null where there is none. */
  readonly folder: string | null;
  /** The name in the view's header; empty where there is neither record nor file. */
  readonly name: string;
}

export type ImageUri = (folder: WorkspaceFolder, path: FilePath) => string | null;

/** Makes the page's content from the project's facts and the record's text. */
export class PanelContentMaker {
  constructor(
    private readonly projects: Projects,
    private readonly front: FileInFront,
    private readonly words: PanelWords,
    private readonly imageUri: ImageUri,
  ) {}

  /**
   * The list for the file in front, or why there is none.
   * @param pages how many pages of a group the person asked for, where more than one
   */
  list(pages: ReadonlyMap<FileGroupKey, number>): PanelContent {
    const { state } = this.projects;
    // The first record of a workspace is being written, so its list is shown.
    const isFirst = state === 'empty' && this.front.state === 'unsaved';
    if (state !== 'ready' && !isFirst) {
      return this.notice(state === 'empty' && !workspace.workspaceFolders?.length ? 'noFolder' : state, '');
    }
    const { file, state: known } = this.front;
    if (!file) return this.notice('none', '');
    const { project, path } = file;
    const name = this.fileName();
    if (known === 'unlinked' && !this.front.isEditable) return this.notice('unlinkable', name);
    if (known !== 'linked') return this.notice(noticeOf(known), name);
    const folder = project.folder.uri.toString();
    const shownName = project.view.problemOf(path) === null ? name : this.words.notWhole(name);
    const targets = newTargets();
    const model = listModel(project.view, this.front.groups(), (key) => listPage * (pages.get(key) ?? 1));
    const list = listHtml(model, { folder, path }, { targets, words: this.words });
    return content(spokenTitle(this.titleOf(name), name) + list, targets, folder, shownName);
  }

  async record(place: RecordLocation, steps: Omit<HistorySteps, 'file'>): Promise<PanelContent> {
    const project = this.projects.of(place.folder);
    const model = project && panelModel(project.view, place.path, this.folderName(project.folder));
    const targets = newTargets();
    const page = new RecordHtml(targets, this.words);
    // A record that is in front itself has no list to go back to.
    const isInFront = this.front.file?.path === (model ? fileOf(model.record) : place.path);
    const history = { ...steps, file: isInFront ? '' : this.fileName() };
    if (!project || !model) {
      const text = project?.view.loaded === false ? this.noticeText('reading') : this.words.gone(place.path);
      return content(page.history(history) + noticeHtml(this.words.title, text), targets, place.folder, '');
    }
    const { folder } = project;
    const text = await recordText(folder, fileOf(model.record));
    const ports: RenderPorts = {
      idOf: (target) => (target.kind === 'fragment' ? null : targets.idOf(target)),
      imageUri: (path) => this.imageUri(folder, path),
      remoteImage: this.words.remoteImage,
      head: this.words.head,
      references: (piece) =>
        this.projects.referencesIn({ project, path: place.path }, piece).filter(({ target }) => target !== place.path),
    };
    const rendered = text.ok ? await render(model.record, text.text, ports) : nothing;
    // Citations and successors are known even where the record's own text cannot be read.
    const shown = text.ok ? model : { ...model, record: { ...model.record, problem: text.reason } };
    return content(page.page(shown, rendered, history), targets, place.folder, this.words.shortName(model.record));
  }

  /** The words of a notice; while a folder is read, with the progress. */
  private noticeText(state: NoticeState): string {
    const { text } = this.words.notices[state];
    const { progress } = this.projects;
    const isReading = state === 'reading' || state === 'readingFile';
    return isReading && progress ? `${text} ${this.words.readSoFar(progress.done, progress.total)}` : text;
  }

  /** Null where the window has one folder only. */
  private folderName({ name }: WorkspaceFolder): string | null {
    return this.projects.folders.length > 1 ? name : null;
  }

  /** The name of the file whose records are listed; empty where none is in front. */
  private fileName(): string {
    return visibleText(this.front.name, 80);
  }

  private notice(state: NoticeState, name: string): PanelContent {
    const { action } = this.words.notices[state];
    const text = this.noticeText(state);
    const targets = newTargets();
    const link = action && linkHtml({ targets, words: this.words }, action.target, action.text);
    return content(noticeHtml(this.titleOf(name), text, link ?? '', name), targets, null, name);
  }

  private titleOf(name: string): string {
    return joinParts([this.words.title, name], ': ');
  }
}

function noticeOf(known: Exclude<FileState, 'linked'>): NoticeState {
  if (known === 'reading') return 'readingFile';
  return known === 'stopped' ? 'stoppedFile' : known;
}

function content(html: string, targets: PanelTargets, folder: string | null, name: string): PanelContent {
  return { html, fingerprint: html.replaceAll(targets.prefix, ''), targets, folder, name };
}

const nothing: RenderedRecord = { form: 'document', html: '', hasTitle: false, truncated: false };

/** The renderer is loaded with the first record that is shown. */
async function render(record: DocRecord, text: string, ports: RenderPorts): Promise<RenderedRecord> {
  const { renderRecord } = await import('../../../core/render/renderRecord');
  const rendered = await renderRecord(fileOf(record), ownText(record, text), ports);
  // A record in a file with several begins with its heading, whatever its level, so it has a title.
  return record.part ? { ...rendered, hasTitle: true } : rendered;
}

/** A record's text as the person sees it: an open document, saved or not, wins over the disk. */
async function recordText(folder: WorkspaceFolder, path: FilePath): Promise<TextResult> {
  const document = openDocument(uriOf(folder.uri, path));
  return document ? { ok: true, text: document.getText() } : readText(folderFiles(folder.uri, new Set()), path);
}
