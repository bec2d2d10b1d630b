// Draws the module structure: which folder of src uses which, by the imports. `node scripts/house.mjs` prints the
// diagram, `--write` puts it into docs/house.md; a unit test fails where the two differ. A "room" is a folder, or a
// file of its own.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { circlesIn, importsOf } from './imports.mjs';
import { calledWith } from './options.mjs';

const page = 'docs/house.md';
const areas = ['editor', 'core'];
const isIn = (area, [room]) => room.startsWith(`${area}/`);
const block = /```mermaid\n[^`]*```/;

function sources() {
  const names = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  const paths = names.map((name) => `src/${name.replaceAll('\\', '/')}`).sort();
  return new Map(paths.map((path) => [path, readFileSync(path, 'utf8')]));
}

/** The room of a file: `editor/records`, `core/text`, `git`, `extension`; a file directly in core or editor is its own. */
function roomOf(path) {
  const [, area, folder] = path.replace(/\.ts$/, '').split('/');
  return (area === 'core' || area === 'editor') && folder !== undefined ? `${area}/${folder}` : area;
}

/** By room, the other rooms that it uses. */
function uses() {
  const files = sources();
  const rooms = new Map();
  for (const file of files.keys()) {
    const room = roomOf(file);
    const used = rooms.get(room) ?? new Set();
    for (const other of importsOf(file, files)) if (roomOf(other) !== room) used.add(roomOf(other));
    rooms.set(room, used);
  }
  return rooms;
}

/**
 * Rooms that use each other share a box: between files there is no circle, which the linter forbids, but between rooms
 * there may be. The rooms of an area that use nothing share one, too.
 */
function boxesOf(rooms) {
  const circles = circlesIn(rooms.keys(), (room) => rooms.get(room));
  const isGround = ([room, ...others]) => others.length === 0 && rooms.get(room).size === 0;
  const grounds = areas.map((area) => circles.filter((circle) => isGround(circle) && isIn(area, circle)).flat());
  const others = circles.filter((circle) => !(isGround(circle) && areas.some((area) => isIn(area, circle))));
  const boxes = [...grounds.filter((ground) => ground.length > 0), ...others];
  const boxOf = new Map(boxes.flatMap((box) => box.sort().map((room) => [room, box])));
  const next = new Map(
    boxes.map((box) => {
      const used = box.flatMap((room) => [...rooms.get(room)].map((other) => boxOf.get(other)));
      return [box, new Set(used.filter((other) => other !== box))];
    }),
  );
  return { boxes, next };
}

/** The arrows, without those that a longer path implies (a transitive reduction). */
function arrowsOf({ boxes, next }) {
  const reach = new Map();
  // `circlesIn` gives each box after all that it leads to.
  for (const box of boxes) reach.set(box, new Set([...next.get(box)].flatMap((other) => [other, ...reach.get(other)])));
  return boxes.flatMap((box) => {
    const others = [...next.get(box)];
    return others.filter((other) => !others.some((way) => reach.get(way).has(other))).map((other) => [box, other]);
  });
}

const nameOf = ([room]) => room.replaceAll('/', '_');

/** Names of the folders, five a line. */
function labelOf(box) {
  const names = box.map((room) => room.split('/').at(-1));
  const lines = [];
  for (let at = 0; at < names.length; at += 5) lines.push(names.slice(at, at + 5).join(', '));
  return lines.join('<br>');
}

/** @returns {string} the picture in Mermaid's language */
export function drawHouse() {
  const house = boxesOf(uses());
  const row = (box) => `${nameOf(box)}["${labelOf(box)}"]`;
  const rooms = areas.flatMap((area) => [
    `  subgraph ${area}`,
    ...house.boxes.filter((box) => isIn(area, box)).map((box) => `    ${row(box)}`),
    '  end',
  ]);
  const others = house.boxes.filter(([room]) => !room.includes('/')).map((box) => `  ${row(box)}`);
  const arrows = arrowsOf(house).map(([box, other]) => `  ${nameOf(box)} --> ${nameOf(other)}`);
  return ['flowchart TD', ...rooms, ...others, ...arrows].join('\n');
}

/** The page with the picture as it is now. */
export function withPicture(text) {
  return text.replace(block, `\`\`\`mermaid\n${drawHouse()}\n\`\`\``);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { values } = calledWith({ options: { write: { type: 'boolean' } } });
  if (values.write) writeFileSync(page, withPicture(readFileSync(page, 'utf8')));
  else console.log(drawHouse());
}
