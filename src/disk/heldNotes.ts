import type { FilePath, FileStore } from '../core/ports';
import { digest, digestOfAll, digestOfContent } from './digest';
import { allLists, renewedLists } from './directoryLists';

/**
 * Questions about something other than files, by name. Each answers a text that differs from that of every other
 * answer, or null where no text is certain to. Never rejects.
 */
export type OtherQuestions = Readonly<Record<string, () => Promise<string | null>>>;

export const allStamps = 'stamps';

/** Notes (`notes.ts`) as they hold now, or null where one no longer holds. */
export async function renewed(files: FileStore, written: string, questions: OtherQuestions): Promise<string | null> {
  const notes: string[] = [];
  for (const note of written === '' ? [] : written.split('\n')) {
    const now = await renewedNote(files, note, questions);
    if (now === null) return null;
    notes.push(now);
  }
  return notes.join('\n');
}

async function renewedNote(files: FileStore, note: string, questions: OtherQuestions): Promise<string | null> {
  const [how = '', about = '', answer] = note.split('\t');
  const [what = '', maxBytes] = how.split(' ');
  if (what === allLists) return renewedLists(files, note);
  const now =
    what === allStamps
      ? await stampsOf(files, JSON.parse(about))
      : what === 'read'
        ? digestOfContent(await files.read(JSON.parse(about), Number(maxBytes)))
        : await otherAnswer(questions[what]);
  return now === answer ? note : null;
}

async function otherAnswer(ask: OtherQuestions[string] | undefined): Promise<string | null> {
  const now = (await ask?.()) ?? null;
  return now === null ? null : digest(now);
}

/** The stamps of files; null where one has none. */
async function stampsOf(files: FileStore, paths: readonly FilePath[]): Promise<string | null> {
  const stamps: string[] = [];
  for (const path of paths) {
    const stamp = await files.stamp?.(path);
    if (typeof stamp !== 'string') return null;
    stamps.push(stamp);
  }
  return digestOfAll(stamps);
}
