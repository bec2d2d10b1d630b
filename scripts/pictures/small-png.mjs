// Reduces a PNG to few colours: a quarter of the size for a picture of a window, in which most pixels share a few
// colours.
import { crc32, deflateSync, inflateSync } from 'node:zlib';

const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);

/**
 * @param {Buffer} png 8 bits for each of red, green, blue (and opacity), not interlaced, as a browser writes it
 * @param {number} mostColours at most 256
 */
export function smallPng(png, mostColours) {
  const { width, height, pixels } = decode(png);
  const { palette, indexes } = withPalette(pixels, mostColours);
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y += 1) indexes.copy(rows, y * (width + 1) + 1, y * width, (y + 1) * width);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  const chunks = [chunk('IHDR', header), chunk('PLTE', palette), chunk('IDAT', deflateSync(rows, { level: 9 }))];
  return Buffer.concat([signature, ...chunks, chunk('IEND', Buffer.alloc(0))]);
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type), data]);
  const [size, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  size.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([size, body, sum]);
}

/** Pixels as 0xRRGGBB. */
function decode(png) {
  const parts = [];
  let header = png;
  for (let at = signature.length; at < png.length; at += 12 + png.readUInt32BE(at)) {
    const data = png.subarray(at + 8, at + 8 + png.readUInt32BE(at));
    const type = png.toString('latin1', at + 4, at + 8);
    if (type === 'IHDR') header = data;
    if (type === 'IDAT') parts.push(data);
  }
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const size = { 2: 3, 6: 4 }[header[9]];
  if (header[8] !== 8 || size === undefined || header[12] !== 0)
    throw new Error('a PNG of a kind that is not read here');
  const raw = inflateSync(Buffer.concat(parts));
  const pixels = new Uint32Array(width * height);
  let above = Buffer.alloc(width * size);
  for (let y = 0; y < height; y += 1) {
    const start = y * (width * size + 1);
    const row = unfiltered(raw[start], raw.subarray(start + 1, start + 1 + width * size), above, size);
    for (let x = 0; x < width; x += 1) pixels[y * width + x] = row.readUIntBE(x * size, 3);
    above = row;
  }
  return { width, height, pixels };
}

function unfiltered(filter, line, above, size) {
  const row = Buffer.from(line);
  for (let at = 0; at < row.length; at += 1) {
    const left = at < size ? 0 : row[at - size];
    const [up, corner] = [above[at], at < size ? 0 : above[at - size]];
    const guesses = [0, left, up, (left + up) >> 1, paeth(left, up, corner)];
    row[at] += guesses[filter];
  }
  return row;
}

function paeth(left, up, corner) {
  const guess = left + up - corner;
  const [a, b, c] = [left, up, corner].map((value) => Math.abs(guess - value));
  if (a <= b && a <= c) return left;
  return b <= c ? up : corner;
}

/** Keeps colours by the largest error (distance × pixels), one at a time; the others become the nearest of these. */
function withPalette(pixels, mostColours) {
  const counts = new Map();
  for (const colour of pixels) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  const colours = [...counts.keys()];
  const kept = [];
  /** For each colour, the index of the kept one that is nearest, and how far that is. */
  const indexOf = new Map();
  const far = new Map(colours.map((colour) => [colour, Number.MAX_SAFE_INTEGER]));
  const wrong = (colour) => far.get(colour) * counts.get(colour);
  while (kept.length < Math.min(mostColours, colours.length)) {
    const next = colours.reduce((worst, colour) => (wrong(colour) > wrong(worst) ? colour : worst));
    for (const colour of colours) {
      const distance = distanceOf(colour, next);
      if (distance >= far.get(colour)) continue;
      far.set(colour, distance);
      indexOf.set(colour, kept.length);
    }
    kept.push(next);
  }
  const palette = Buffer.alloc(kept.length * 3);
  for (const [index, colour] of kept.entries()) palette.writeUIntBE(colour, index * 3, 3);
  return { palette, indexes: Buffer.from(Uint8Array.from(pixels, (colour) => indexOf.get(colour))) };
}

function distanceOf(one, other) {
  return [16, 8, 0].reduce((sum, shift) => sum + (((one >> shift) & 255) - ((other >> shift) & 255)) ** 2, 0);
}
