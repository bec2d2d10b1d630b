import type { Token } from 'markdown-it';
import { Uri } from 'vscode';
import { dirname } from '../../../core/files/paths';
import { relativeHref } from '../../../core/files/relativeHref';
import type { Reference } from '../../../core/links/link';
import type { FilePath } from '../../../core/ports';
import { type DocRecord, fileOf } from '../../../core/records/record';
import { withReferences } from '../../../core/render/referenceTokens';
import { writtenTarget } from '../../../core/render/writtenTarget';
import { joinParts } from '../../../core/text/compareText';
import { escapeHtml } from '../../../core/text/escape';
import type { Boundary } from '../../host/boundary';
import { settingKeys } from '../../host/ids';
import { isOn } from '../../host/settings';
import type { PlacedFile, Projects } from '../../workspace/projects';
import { statusMarks } from '../panel/statusMark';
import { factsText, recordName } from '../words/recordWords';
import { hasStatus, statusWord } from '../words/statusWords';

/** The renderer that markdown-it passes to a rule. */
interface Renderer {
  render(tokens: readonly Token[], options: unknown, env: unknown): string;
  renderToken(tokens: readonly Token[], index: number, options: unknown): string;
}

export type RenderRule = (
  tokens: readonly Token[],
  index: number,
  options: unknown,
  env: unknown,
  renderer: Renderer,
) => string;

/** The token that is rendered, with the tokens around it. */
interface Rendered {
  readonly tokens: readonly Token[];
  readonly index: number;
  readonly env: unknown;
  readonly render: (own: readonly Token[]) => string;
}

type Mark = (rendered: Rendered, usual: () => string) => string | undefined;

/**
 * References in the editor's own Markdown preview: links to their records, followed by the record's status. Each rule
 * returns undefined where the usual HTML stays.
 */
export class PreviewMarks {
  readonly text: Mark;
  readonly link_close: Mark;
  private readonly links = new WeakMap<readonly Token[], readonly (Token | undefined)[]>();

  constructor(
    private readonly projects: Projects,
    boundary: Boundary,
  ) {
    this.text = boundary.provider('preview', undefined, (rendered) => this.markText(rendered));
    this.link_close = boundary.provider('preview', undefined, (rendered, usual) => this.markLink(rendered, usual));
  }

  private markText({ tokens, index, env, render }: Rendered): string | undefined {
    const file = this.fileOf(env);
    const token = tokens[index];
    if (!file || !token || this.linkAt(tokens, index)) return undefined;
    const references = this.projects.referencesIn(file, token.content);
    const TokenClass = token.constructor as typeof Token;
    const textToken = (content: string) => Object.assign(new TokenClass('text', '', 0), { content });
    let isMarked = false;
    const around = ({ target }: Reference) => {
      const record = target === null ? null : otherRecord(file, target);
      if (!record) return null;
      isMarked = true;
      const open = new TokenClass('link_open', 'a', 1);
      open.attrs = [
        ['href', relativeHref(dirname(file.path), fileOf(record))],
        ['title', joinParts([recordName(record), factsText(record)], ' · ')],
      ];
      return { open, close: [new TokenClass('link_close', 'a', -1)] };
    };
    const marked = withReferences(token.content, references, around, textToken);
    return isMarked ? render(marked) : undefined;
  }

  /**
   * Adds the status of the record behind a link that leads to one, whether the link was written so or made from a
   * reference.
   */
  private markLink({ tokens, index, env }: Rendered, usual: () => string): string | undefined {
    const file = this.fileOf(env);
    const href = this.linkAt(tokens, index)?.attrGet('href');
    const record = file && href ? this.linked(file, String(href)) : null;
    const status = record ? statusOf(record) : '';
    return status === '' ? undefined : `${usual()} ${escapeHtml(status)}`;
  }

  private linkAt(tokens: readonly Token[], index: number): Token | undefined {
    const links = this.links.get(tokens) ?? openLinks(tokens);
    this.links.set(tokens, links);
    return links[index];
  }

  private linked(file: PlacedFile, href: string): DocRecord | null {
    const target = writtenTarget(href, file.path, (text) => this.projects.referencesIn(file, text));
    return target?.kind === 'file' && target.folder === undefined ? otherRecord(file, target.path) : null;
  }

  private fileOf(env: unknown): PlacedFile | undefined {
    const document = typeof env === 'object' && env !== null && 'currentDocument' in env ? env.currentDocument : null;
    const uri = document instanceof Uri ? document : undefined;
    const file = uri && this.projects.locate(uri);
    return file?.project.view.loaded && isOn(settingKeys.preview, uri) ? file : undefined;
  }
}

/** The record at a path, unless it is the document itself. */
function otherRecord({ project, path }: PlacedFile, target: FilePath): DocRecord | null {
  const record = project.view.record(target);
  return record && fileOf(record) !== path ? record : null;
}

/**
 * For each token the opening token of the link that it is in or ends. Found once for a list of tokens; links do not
 * nest.
 */
function openLinks(tokens: readonly Token[]): readonly (Token | undefined)[] {
  let open: Token | undefined;
  return tokens.map((token) => {
    if (token.type === 'link_open') open = token;
    const around = open;
    if (token.type === 'link_close') open = undefined;
    return around;
  });
}

/** `✔`; for a record that is not in force the word, too. */
function statusOf(record: DocRecord): string {
  const word = hasStatus(record) && record.status !== 'accepted' ? statusWord(record) : '';
  return joinParts([statusMarks[record.status], word], ' ');
}
