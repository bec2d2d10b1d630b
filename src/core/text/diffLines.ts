/** Finding this many edits takes some milliseconds and 4 MB; with more, little of the file is unchanged. */
const mostEdits = 1_000;

/**
 * For each line of `after` its index in `before`, or null where it is not there, by the shortest edit script
 * (Myers, "An O(ND) Difference Algorithm and Its Variations", 1986, section 4). With more than 1,000 edits between the
 * common beginning and the common end, no line between those is matched.
 */
export function diffLines(before: readonly string[], after: readonly string[]): (number | null)[] {
  const [shorter, longer] = [Math.min(before.length, after.length), Math.max(before.length, after.length)];
  let head = 0;
  while (head < shorter && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  const origins: (number | null)[] = after.map((_, at) => {
    if (at < head) return at;
    return at >= after.length - tail ? at - after.length + before.length : null;
  });
  if (head + tail === longer) return origins;
  const pairs = commonLines(before.slice(head, before.length - tail), after.slice(head, after.length - tail));
  for (const [from, to] of pairs) origins[head + to] = head + from;
  return origins;
}

/** Pairs of equal lines, from the last to the first. */
function commonLines(before: readonly string[], after: readonly string[]): (readonly [from: number, to: number])[] {
  const trace = shortestEdits(before, after);
  const pairs: (readonly [number, number])[] = [];
  let [x, y] = [before.length, after.length];
  for (let edits = trace.length - 1; edits >= 0; edits--) {
    const ends = trace[edits];
    const k = x - y;
    const previous = edits === 0 ? 0 : comesFromAbove(ends, k, edits) ? k + 1 : k - 1;
    const startX = edits === 0 ? 0 : endOf(ends, previous);
    const startY = startX - previous;
    while (x > startX && y > startY && before[x - 1] === after[y - 1]) pairs.push([--x, --y]);
    [x, y] = [startX, Math.max(0, startY)];
  }
  return pairs;
}

/** For each number of edits the furthest point of every diagonal before that edit; empty where there are too many. */
function shortestEdits(before: readonly string[], after: readonly string[]): Int32Array[] {
  const trace: Int32Array[] = [];
  let ends = new Int32Array([0, 0, 0]);
  for (let edits = 0; edits <= mostEdits; edits++) {
    trace.push(ends);
    const next = new Int32Array(2 * edits + 5);
    for (let k = -edits; k <= edits; k += 2) {
      let x = comesFromAbove(ends, k, edits) ? endOf(ends, k + 1) : endOf(ends, k - 1) + 1;
      if (edits === 0) x = 0;
      let y = x - k;
      while (x < before.length && y < after.length && before[x] === after[y]) {
        x++;
        y++;
      }
      next[k + edits + 2] = x;
      if (x >= before.length && y >= after.length) return trace;
    }
    ends = next;
  }
  return [];
}

/** Whether the path to diagonal `k` ends with an added line rather than with a removed one. */
function comesFromAbove(ends: Int32Array | undefined, k: number, edits: number): boolean {
  return k === -edits || (k !== edits && endOf(ends, k - 1) < endOf(ends, k + 1));
}

/** The diagonals are centred in the array, which is a little wider than needed. */
function endOf(ends: Int32Array | undefined, k: number): number {
  return ends?.[k + Math.floor(ends.length / 2)] ?? 0;
}
