import { randomBytes } from 'node:crypto';
import type { WorkspaceFolder } from 'vscode';
import { readText, type TextResult } from '../../../core/files/readText';
import type { FilePath } from '../../../core/ports';
import { type DocRecord, fileOf, ownText } from '../../../core/records/record';
import type { RenderPorts } from '../../../core/render/linkRules';
import type { RenderedRecord } from '../../../core/render/renderRecord';
import { settingKeys } from '../../host/ids';
import { isOn } from '../../host/settings';
import { openDocument } from '../../workspace/folderDocuments';
import { folderFiles } from '../../workspace/folderFiles';
import { uriOf } from '../../workspace/folderPaths';
import type { Projects } from '../../workspace/projects';
import type { RecordLocation } from '../recordHandles';
import { panelModel } from './panelModel';
import { PanelTargets } from './panelTarget';
import type { PanelWords } from './panelWords';
import { type HistorySteps, noticeHtml, RecordHtml } from './recordHtml';

/** What the page shows, with the meaning of its ids. */
export interface PanelContent {
  readonly html: string;
  /** The HTML without the random part of its ids: equal where nothing that can be seen changed. */
  readonly fingerprint: string;
  readonly targets: PanelTargets;
  /** For the view's header; empty where there is no record. */
  readonly name: string;
}

export type ImageUri = (folder: WorkspaceFolder, path: FilePath) => string | null;

/** Makes the page's content from what the project knows and the record's text. */
export class PanelContentMaker {
  constructor(
    private readonly projects: Projects,
    private readonly words: PanelWords,
    private readonly imageUri: ImageUri,
  ) {}

  async make(place: RecordLocation | undefined, history: HistorySteps): Promise<PanelContent> {
    if (!isOn(settingKeys.panel)) return notice(this.words.off);
    if (!place) return notice(this.words.empty);
    const project = this.projects.of(place.folder);
    const model = project && panelModel(project.view, place.path, this.folderName(project.folder));
    if (!project || !model)
      return notice(project?.view.loaded === false ? this.words.reading : this.words.gone(place.path));
    const { folder } = project;
    const text = await recordText(folder, fileOf(model.record));
    const prefix = randomBytes(6).toString('hex');
    const targets = new PanelTargets(prefix);
    const ports: RenderPorts = {
      idOf: (target) => (target.kind === 'fragment' ? null : targets.idOf(target)),
      imageUri: (path) => this.imageUri(folder, path),
      remoteImage: this.words.remoteImage,
      references: (piece) =>
        this.projects.referencesIn({ project, path: place.path }, piece).filter(({ target }) => target !== place.path),
    };
    const rendered = text.ok ? await render(model.record, text.text, ports) : nothing;
    // What cites a record, and what replaced it, is known also where its own text cannot be had.
    const shown = text.ok ? model : { ...model, record: { ...model.record, problem: text.reason } };
    const html = new RecordHtml(targets, this.words).page(shown, rendered, history);
    return { html, fingerprint: html.replaceAll(prefix, ''), targets, name: this.words.shortName(model.record) };
  }

  /** Null where it is the only one of the window. */
  private folderName({ name }: WorkspaceFolder): string | null {
    return this.projects.folders.length > 1 ? name : null;
  }
}

const nothing: RenderedRecord = { form: 'document', html: '', hasTitle: false, truncated: false };

/** The renderer is loaded with the first record that is shown. */
async function render(record: DocRecord, text: string, ports: RenderPorts): Promise<RenderedRecord> {
  const { renderRecord } = await import('../../../core/render/renderRecord');
  const rendered = await renderRecord(fileOf(record), ownText(record, text), ports);
  // The heading of one in a file that holds several is its title, whatever its level.
  return record.part ? { ...rendered, hasTitle: true } : rendered;
}

function notice(text: string): PanelContent {
  const html = noticeHtml(text);
  return { html, fingerprint: html, targets: new PanelTargets(''), name: '' };
}

/** A record's text as the person sees it: an open document, saved or not, wins over the disk. */
async function recordText(folder: WorkspaceFolder, path: FilePath): Promise<TextResult> {
  const document = openDocument(uriOf(folder.uri, path));
  return document ? { ok: true, text: document.getText() } : readText(folderFiles(folder.uri, new Set()), path);
}
