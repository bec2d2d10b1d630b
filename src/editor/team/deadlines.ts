import type { TextDocument, Uri } from 'vscode';
import { findMe, isLocated, usualDays, usualHours } from '../../core/team/team';
import { type Deadline, findDeadlines } from '../../core/time/deadlines';
import type { DeadlineContext } from '../../core/time/timeMeanings';
import type { ZoneName } from '../../core/time/zone';
import { settingKeys } from '../host/ids';
import { longestDocument } from '../host/longestDocument';
import { isOwnMarkdown } from '../host/ownMarkdown';
import { isOn } from '../host/settings';
import { readerZones } from './model/readers';
import type { TeamFiles } from './teamFiles';
import type { WhoIAm } from './whoIAm';

/** The unclear deadlines of open Markdown documents, as whoever is at the keyboard would mean them. */
export class Deadlines {
  constructor(
    private readonly files: TeamFiles,
    private readonly me: WhoIAm,
    private readonly now: () => number,
    private readonly zone: () => ZoneName,
  ) {}

  /** Of a document that a person writes: Markdown in a folder of the window or in no file yet, and not an old version. */
  applies(document: TextDocument): boolean {
    return isOwnMarkdown(document) && isOn(settingKeys.deadlines, document);
  }

  /** Without fixes, for marking the places. */
  in(document: TextDocument): readonly Deadline[] {
    const text = this.textOf(document);
    return text === null ? [] : findDeadlines(text, this.contextFor(document.uri));
  }

  /** The deadlines that touch a place, with a fix for each reading and reader's clock. */
  at(document: TextDocument, start: number, end: number): readonly Deadline[] {
    const text = this.textOf(document);
    if (text === null) return [];
    const context = this.contextFor(document.uri);
    const team = this.files.teamFor(document.uri);
    const zones = team ? readerZones(team.team, context.author.zone, text) : [];
    const readings = (zones.length > 0 ? zones : [null]).map((reader) => findDeadlines(text, { ...context, reader }));
    const [first = []] = readings;
    return first.flatMap((deadline, index) => {
      if (deadline.offset > end || deadline.offset + deadline.length < start) return [];
      return [{ ...deadline, fixes: readings.flatMap((reading) => reading[index]?.fixes ?? []) }];
    });
  }

  private textOf(document: TextDocument): string | null {
    const text = this.applies(document) ? document.getText() : '';
    return text === '' || text.length > longestDocument ? null : text;
  }

  private contextFor(uri: Uri): DeadlineContext {
    const team = this.files.teamFor(uri);
    const me = team ? findMe(team.team, this.me.in(team.folder.uri)) : null;
    const here = { zone: this.zone(), hours: usualHours, days: usualDays };
    return { now: this.now(), author: me && isLocated(me) ? me : here, reader: null };
  }
}
