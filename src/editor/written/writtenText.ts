import { type Command, type DocumentSelector, type Event, Range, type TextDocument } from 'vscode';
import type { Gap } from '../../core/drafts/gap';
import { type CommandId, type ContextKey, type SettingKey, settingKeys } from '../host/ids';
import { isOwnMarkdown } from '../host/ownMarkdown';
import { isOn } from '../host/settings';
import { visibleText } from '../host/visibleText';

/** `read`: it is not being written here, or not any more. `open`: it is being written, and can be drafted again as it is. */
export type WrittenState = 'read' | 'written' | 'open';

/**
 * One kind of text that a person writes in the editor: how its documents are recognised, what they lack and what can be
 * done with them. Everything that is shown of it follows from this; a further kind is one more of these.
 */
export interface WrittenText<Code extends string = string> {
  /** `handoff`: names its diagnostics (`meridian.handoff`) and its entries in the log. */
  readonly name: string;
  /** Which documents are asked about at all. */
  readonly selector: DocumentSelector;
  /** Switches the check off, and nothing else. */
  readonly setting: SettingKey;
  /** For `when` clauses: the state of such a document while it is in front, else false. */
  readonly inFront: ContextKey;
  /** Lists the gaps of the document in front. */
  readonly check: CommandId;
  /** Above a text without gaps. */
  readonly ready: string;
  readonly list: GapListWords;
  /** What each gap says; takes its `detail`. */
  readonly sentences: Readonly<Record<Code, (detail: string) => string>>;
  /** A time without a zone or a day. Where deadlines are marked, they mark it, with quick fixes. */
  readonly unclearTime: Code | null;
  /** When any of these fires, what was answered about a document may be another answer. */
  readonly changes: readonly Event<unknown>[];
  /** Whether a document is one of this kind, by any author. Asked on every key. */
  is(document: TextDocument): boolean;
  /** What the person at the keyboard is doing with it; asked of documents of the kind. */
  stateOf(document: TextDocument): WrittenState;
  /**
   * Whether it is still as it was drafted; asked of documents that are being written. While it is, nothing is marked. False
   * for a kind that is not drafted.
   */
  isAsDrafted(document: TextDocument): boolean;
  /** The core's rules, applied; asked of documents of the kind. */
  gapsIn(document: TextDocument): readonly Gap<Code>[];
  /** What can be done with it, as lenses; asked of documents that are being written. */
  actionsFor(document: TextDocument): readonly WrittenAction[];
}

export interface GapListWords {
  readonly title: string;
  /** Where there is no gap. */
  readonly none: string;
  /** Where no text of the kind is in front. */
  readonly elsewhere: string;
}

/**
 * A lens. It has no arguments, and its command takes the document in front: VS Code keeps arguments with the lens, and
 * while a person types, the lens that is shown may be gone already.
 */
export interface WrittenAction extends Command {
  readonly arguments?: never;
  /** Counts from 0; the first line, where nothing is stated. */
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

/** Whether deadlines are marked in a document by themselves. */
export function hasDeadlineMarks(document: TextDocument): boolean {
  return isOwnMarkdown(document) && isOn(settingKeys.deadlines, document);
}
