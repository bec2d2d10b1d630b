// Writes a history as one stream to one process of git, because several hundred commands would take a quarter of a
// minute on a busy machine.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** `2026-11-20T14:37:00+09:00` in git's form: seconds since 1970 and the offset from UTC. */
function gitDate(iso) {
  const [, sign, hours, minutes] = /([+-])(\d\d):(\d\d)$/.exec(iso) ?? ['', '+', '00', '00'];
  return `${Date.parse(iso) / 1000} ${sign}${hours}${minutes}`;
}

/** Writes commits to `git fast-import`. A commit is identified by its mark; its files are a map of path to text. */
export class HistoryImport {
  #child;
  #answers;
  #ended;
  #marks = 0;
  /** @type {Map<number, ReadonlyMap<string, string>>} */
  #files = new Map();

  /** @param {string} folder with an empty repository */
  constructor(folder, env) {
    this.#child = spawn('git', ['fast-import', '--quiet'], { cwd: folder, env, stdio: ['pipe', 'pipe', 'inherit'] });
    this.#answers = createInterface(this.#child.stdout)[Symbol.asyncIterator]();
    this.#ended = once(this.#child, 'close');
  }

  /**
   * @param {{branch: string, author: string, date: string, subject: string, parent?: number, merged?: number}} about
   *   `author` as `Name <address>`, `date` in ISO 8601; `parent` and `merged` are marks
   * @param {ReadonlyMap<string, string>} changed what differs from the parent
   * @returns {number} its mark
   */
  commit({ branch, author, date, subject, parent, merged }, changed) {
    const mark = ++this.#marks;
    const person = `${author} ${gitDate(date)}`;
    this.#write(`commit refs/heads/${branch}\nmark :${mark}\nauthor ${person}\ncommitter ${person}\n`);
    this.#data(`${subject}\n`);
    if (parent !== undefined) this.#write(`from :${parent}\n`);
    if (merged !== undefined) this.#write(`merge :${merged}\n`);
    for (const [path, text] of changed) {
      this.#write(`M 100644 inline ${path}\n`);
      this.#data(text);
    }
    this.#write('\n');
    this.#files.set(mark, new Map([...(this.#files.get(parent ?? 0) ?? []), ...changed]));
    return mark;
  }

  /** Every file of a commit. */
  filesOf(mark) {
    return this.#files.get(mark) ?? new Map();
  }

  /** Points a reference at a commit. */
  set(reference, mark) {
    this.#write(`reset ${reference}\nfrom :${mark}\n\n`);
  }

  /** The hash of a commit. */
  async hashOf(mark) {
    this.#write(`get-mark :${mark}\n`);
    const { value } = await this.#answers.next();
    return value;
  }

  async end() {
    this.#child.stdin.end();
    const [code] = await this.#ended;
    if (code !== 0) throw new Error(`git fast-import ended with ${code}`);
  }

  #data(text) {
    this.#write(`data ${Buffer.byteLength(text)}\n${text}\n`);
  }

  #write(text) {
    this.#child.stdin.write(text);
  }
}
