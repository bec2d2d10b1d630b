import { memberNamed } from '../../../core/drafts/addressee';
import type { AnswerToMe, DeadlineAhead, HandoffToMe } from '../../../core/drafts/catchUpInput';
import { relativeHref } from '../../../core/drafts/touchedRecords';
import type { FilePath } from '../../../core/ports';
import { isLocated, type Schedule } from '../../../core/team/team';
import type { Instant } from '../../../core/time/zone';
import { folderFiles } from '../../workspace/folderFiles';
import type { FolderProject } from '../../workspace/folderProject';
import type { CatchUpParts } from './catchMeUp';
import { deadlinesOf, textsWithDeadlines } from './catchUpDeadlines';

/** What handoffs and records say to whoever catches up, also where git cannot be asked. */
export class CatchUpNotes {
  constructor(
    private readonly parts: CatchUpParts,
    private readonly now: Instant,
  ) {}

  /** Notes to the reader that they have not read, or that were written since. */
  async handoffs(since: Instant): Promise<readonly HandoffToMe[]> {
    const rows = this.parts.tree.rows.filter(({ direction, unread, note }) => {
      return direction === 'to-me' && (unread || (note.written ?? 0) > since);
    });
    return Promise.all(
      rows.map(async ({ note, unread }) => {
        const project = this.parts.services.projects.locate(note.uri)?.project;
        const { changes } = await this.parts.changes.of(note);
        return {
          href: project ? this.hrefOf(project, note.path) : note.path,
          title: note.title,
          from: note.from,
          written: note.written,
          zone: this.scheduleOf(project, note.from)?.zone ?? null,
          first: note.next.find(({ done }) => !done)?.text ?? null,
          unread,
          changes,
        };
      }),
    );
  }

  /** What others said to notes of the reader's. */
  answers(since: Instant): readonly AnswerToMe[] {
    const own = this.parts.tree.rows.filter(({ direction }) => direction === 'from-me');
    return own.flatMap(({ note, unread }) => {
      const project = this.parts.services.projects.locate(note.uri)?.project;
      const news = note.replies.filter(({ at }, index) => {
        return (at ?? 0) > since || (unread && index === note.replies.length - 1);
      });
      return news.map(({ by, at, text }) => ({
        ...{ by, at, text, title: note.title },
        href: project ? this.hrefOf(project, note.path) : note.path,
        zone: this.scheduleOf(project, by)?.zone ?? null,
      }));
    });
  }

  /** Of notes to and from the reader, and of decisions that wait. */
  deadlinesIn(project: FolderProject): Promise<readonly DeadlineAhead[]> {
    const rows = this.parts.tree.rows.filter(({ note }) => note.folder === project.folder);
    return deadlinesOf(textsWithDeadlines(rows, project.view.records(), this.now), {
      now: this.now,
      machineZone: this.parts.zone(),
      files: folderFiles(project.folder.uri, new Set()),
      scheduleOf: (name) => this.scheduleOf(project, name),
      hrefOf: (path) => this.hrefOf(project, path),
    });
  }

  private scheduleOf(project: FolderProject | undefined, name: string | null): Schedule | null {
    const team = (project && this.parts.store.writerIn(project.folder)?.team) ?? null;
    const member = name === null ? null : memberNamed(name, team);
    return member && isLocated(member) ? member : null;
  }

  /** From the first folder: links of a document without a file begin there. */
  hrefOf({ folder }: FolderProject, path: FilePath): string {
    const base = this.parts.services.projects.folders[0]?.folder.uri.path ?? '';
    return relativeHref(base.slice(1), `${folder.uri.path.slice(1)}/${path}`);
  }
}
