import { type Command, type DocumentSelector, type Event, Range, type TextDocument } from 'vscode';
import type { Gap } from '../../core/drafts/gap';
import { type CommandId, type ContextKey, type SettingKey, settingKeys } from '../host/ids';
import { isOwnMarkdown } from '../host/ownMarkdown';
import { isOn } from '../host/settings';
import { visibleText } from '../host/visibleText';

/** `read`: not being written here, or not any more. `open`: being written, and can be drafted again as it is. */
export type WrittenState = 'read' | 'written' | 'open';

/**
 * One kind of text that a person writes in the editor: how its documents are recognised, what they lack and what can be
 * done with them. All surfaces for it follow from this; a further kind is another implementation.
 */
export interface WrittenText<Code extends string = string> {
  /** `handoff`: names its diagnostics (`meridian.handoff`) and its entries in the log. */
  readonly name: string;
  /** Selects the documents that the methods below are asked about. */
  readonly selector: DocumentSelector;
  /** The setting that switches only the check off. */
  readonly setting: SettingKey;
  /** The context key for `when` clauses: the state of a document of the kind while it is in front, else false. */
  readonly inFront: ContextKey;
  /** The command that lists the gaps of the document in front. */
  readonly check: CommandId;
  /** The lens above a text without gaps. */
  readonly ready: string;
  readonly list: GapListWords;
  /** The sentence for each gap; takes its `detail`. */
  readonly sentences: Readonly<Record<Code, (detail: string) => string>>;
  /**
   * The code of the gap for a time without a zone or a day. Where deadlines are marked, they mark it, with quick fixes.
   */
  readonly unclearTime: Code | null;
  /** When any of these fires, earlier answers about a document may no longer hold. */
  readonly changes: readonly Event<unknown>[];
  /** Whether a document is of this kind, by any author. Asked at every key press. */
  is(document: TextDocument): boolean;
  /** What the person at the keyboard is doing with a document. Asked only for documents of the kind. */
  stateOf(document: TextDocument): WrittenState;
  /**
   * Whether a document is still as it was drafted; while it is, nothing is marked. Asked only for documents that are
   * being written. False for a kind that is not drafted.
   */
  isAsDrafted(document: TextDocument): boolean;
  /** The gaps by the core's rules. Asked only for documents of the kind. */
  gapsIn(document: TextDocument): readonly Gap<Code>[];
  /** The actions on a document, as lenses. Asked only for documents that are being written. */
  actionsFor(document: TextDocument): readonly WrittenAction[];
}

export interface GapListWords {
  readonly title: string;
  /** The message where there is no gap. */
  readonly none: string;
  /** The message where no text of the kind is in front. */
  readonly elsewhere: string;
}

/**
 * A lens. It has no arguments, and its command takes the document in front: VS Code keeps the arguments with the lens,
 * and while a person types, the lens on the screen may be outdated.
 */
export interface WrittenAction extends Command {
  readonly arguments?: never;
  /** Counts from 0; undefined for the first line. */
  readonly line?: number;
}

/** A gap as it is shown. */
export interface ShownGap {
  readonly code: string;
  readonly sentence: string;
  readonly range: Range;
}

/** Every gap of a document, in the order of its lines. */
export function gapsOf<Code extends string>(text: WrittenText<Code>, document: TextDocument): readonly ShownGap[] {
  return text.gapsIn(document).map(({ code, line, start, end, detail }) => ({
    code,
    sentence: text.sentences[code](visibleText(detail, 80)),
    range: document.validateRange(new Range(line - 1, start, line - 1, end)),
  }));
}

/** Whether the person is writing a document of this kind, and Meridian is on. */
export function isWriting<Code extends string>(text: WrittenText<Code>, document: TextDocument): boolean {
  return isOn(settingKeys.enabled, document) && text.is(document) && text.stateOf(document) !== 'read';
}

/** Whether the marks for deadlines are on for a document. */
export function hasDeadlineMarks(document: TextDocument): boolean {
  return isOwnMarkdown(document) && isOn(settingKeys.deadlines, document);
}
