import sharp from 'sharp';

/** A sheet as it is photographed: where its corners lie in the picture, on what, in what light, by how steady a hand. */
export interface PhotoRecipe {
  width: number;
  height: number;
  /** Corners of the sheet as shares of the picture: upper left, upper right, lower right, lower left of the sheet itself. */
  corners: [number, number][];
  desk: 'wood' | 'dark' | 'white' | 'cloth';
  /** How dark the shadow across the sheet is, 0 to 1; it falls from one side and has the soft edge of a hand. */
  shadow: number;
  /** Colour of the light. */
  light: [number, number, number];
  /** Standard deviation of the sensor's noise. */
  noise: number;
  /** Radius of blur in pixels of the picture. */
  blur: number;
  quality: number;
  /** EXIF orientation the phone writes instead of turning the pixels. */
  orientation: number;
  seed: number;
}

export const PLAIN: PhotoRecipe = {
  width: 2400, height: 3200,
  corners: [[0.1, 0.08], [0.9, 0.1], [0.93, 0.92], [0.07, 0.9]],
  desk: 'wood', shadow: 0.25, light: [255, 250, 238], noise: 4, blur: 0, quality: 88, orientation: 1, seed: 1,
};

export interface Sheet {
  width: number;
  height: number;
  /** Red, green, blue. */
  data: Uint8Array;
}

/** The sheet's corners with its head turned by quarters to the right, as a phone held otherwise sees it. */
export function quarterTurned(corners: [number, number][], quarters: number): [number, number][] {
  return corners.map((_corner, index) => corners[(index + quarters) % 4] ?? [0, 0]);
}

/** A page printed and sealed: a raster page with a red seal of 42 mm over its lower part. */
export async function sealed(page: Buffer, at: { x: number; y: number } = { x: 0.72, y: 0.8 }): Promise<Sheet> {
  const { width = 0, height = 0 } = await sharp(page).metadata();
  const size = Math.round((42 / 210) * width);
  const points = Array.from({ length: 10 }, (_none, index) => {
    const [radius, angle] = [index % 2 === 0 ? 32 : 12.2, (index * Math.PI) / 5 - Math.PI / 2];
    return `${100 + radius * Math.cos(angle)},${100 + radius * Math.sin(angle)}`;
  }).join(' ');
  const seal = Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 200 200">
    <g fill="none" stroke="#d2232a" stroke-opacity="0.85"><circle cx="100" cy="100" r="94" stroke-width="7"/><circle cx="100" cy="100" r="76" stroke-width="10" stroke-dasharray="9 6"/></g>
    <polygon points="${points}" fill="#d2232a" fill-opacity="0.85"/></svg>`);
  const { data, info } = await sharp(page).flatten({ background: '#fff' }).toColourspace('srgb')
    .composite([{ input: seal, left: Math.round(at.x * width - size / 2), top: Math.round(at.y * height - size / 2), blend: 'multiply' }])
    .removeAlpha().raw().toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data: new Uint8Array(data) };
}

/** Photographs a sheet; the bytes of a JPEG as a phone would send it. */
export async function takePhoto(sheet: Sheet, change: Partial<PhotoRecipe> = {}): Promise<Buffer> {
  const recipe = { ...PLAIN, ...change };
  const { width, height } = recipe;
  const data = Buffer.from(expose(sheet, recipe));
  const raw = sharp(data, { raw: { width, height, channels: 3 } });
  const soft = recipe.blur > 0 ? raw.blur(recipe.blur) : raw;
  return soft.jpeg({ quality: recipe.quality }).withMetadata({ orientation: recipe.orientation }).toBuffer();
}

function expose(sheet: Sheet, recipe: PhotoRecipe): Uint8Array {
  const { width, height, corners, shadow, light, noise } = recipe;
  const random = randomFrom(recipe.seed);
  const toSheet = inverseOf(corners.map(([x, y]) => [x * width, y * height]));
  const desk = DESKS[recipe.desk];
  const grain = Float32Array.from({ length: 65_536 }, () => random() + random() + random() + random() - 2);
  const to = new Uint8Array(width * height * 3);
  const colour = new Float64Array(3);
  for (let y = 0, at = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1, at += 3) {
      const w = (toSheet[6] ?? 0) * x + (toSheet[7] ?? 0) * y + 1;
      const u = ((toSheet[0] ?? 0) * x + (toSheet[1] ?? 0) * y + (toSheet[2] ?? 0)) / w;
      const v = ((toSheet[3] ?? 0) * x + (toSheet[4] ?? 0) * y + (toSheet[5] ?? 0)) / w;
      if (u >= 0 && u < 1 && v >= 0 && v < 1) sample(sheet, u, v, colour);
      else {
        desk(x / width, y / height, colour);
        // A sheet that is not quite flat throws a narrow shadow below and to the right of itself.
        const beside = Math.max(u - 1, v - 1, -u, -v);
        if (beside < 0.012 && (u >= 1 || v >= 1)) for (let channel = 0; channel < 3; channel += 1) colour[channel] = (colour[channel] ?? 0) * (0.8 + (beside / 0.012) * 0.2);
      }
      const dim = lightAt(x / width, y / height, shadow);
      for (let channel = 0; channel < 3; channel += 1) {
        const grained = noise === 0 ? 0 : (grain[(random() * 65_536) | 0] ?? 0) * noise * 1.7;
        to[at + channel] = Math.max(0, Math.min(255, ((colour[channel] ?? 0) * dim * (light[channel] ?? 255)) / 255 + grained));
      }
    }
  }
  return to;
}

/** Light falls off from the upper left; a hand or phone throws a soft edge across. */
function lightAt(x: number, y: number, shadow: number): number {
  const falloff = 1 - shadow * 0.5 * (0.6 * x + 0.4 * y);
  const edge = 1 / (1 + Math.exp(-(x * 0.8 + y - 1.05) / 0.03));
  return falloff * (1 - shadow * 0.6 * edge) * 0.97;
}

const DESKS: Record<PhotoRecipe['desk'], (x: number, y: number, colour: Float64Array) => void> = {
  wood: (x, y, colour) => {
    const ring = 14 * Math.sin(x * 90 + 6 * Math.sin(y * 7)) + 7 * Math.sin(x * 310 + y * 12);
    colour[0] = 158 + ring; colour[1] = 112 + ring * 0.8; colour[2] = 70 + ring * 0.6;
  },
  dark: (x, y, colour) => {
    const sheen = 12 * (1 - y) + 5 * x;
    colour[0] = 46 + sheen; colour[1] = 48 + sheen; colour[2] = 54 + sheen;
  },
  white: (x, y, colour) => {
    const mottle = 2 * Math.sin(x * 40) * Math.sin(y * 50);
    colour[0] = 226 + mottle; colour[1] = 226 + mottle; colour[2] = 224 + mottle;
  },
  cloth: (x, y, colour) => {
    const weave = 16 * Math.sin(x * 900) * Math.sin(y * 1100) + (Math.sin(x * 22) * Math.sin(y * 26) > 0.3 ? 30 : 0);
    colour[0] = 120 + weave; colour[1] = 138 + weave; colour[2] = 158 + weave;
  },
};

function sample({ width, height, data }: Sheet, u: number, v: number, colour: Float64Array): void {
  const [x, y] = [Math.min(width - 1.001, Math.max(0, u * width - 0.5)), Math.min(height - 1.001, Math.max(0, v * height - 0.5))];
  const [left, top] = [x | 0, y | 0];
  const [p, q] = [x - left, y - top];
  const upper = (top * width + left) * 3;
  const lower = upper + width * 3;
  for (let channel = 0; channel < 3; channel += 1) {
    const above = (data[upper + channel] ?? 0) * (1 - p) + (data[upper + 3 + channel] ?? 0) * p;
    const below = (data[lower + channel] ?? 0) * (1 - p) + (data[lower + 3 + channel] ?? 0) * p;
    colour[channel] = (above * (1 - q) + below * q) * 0.965;
  }
}

/** From points of the picture to shares of the sheet. */
function inverseOf(corners: number[][]): number[] {
  const unit = [[0, 0], [1, 0], [1, 1], [0, 1]];
  const rows = corners.flatMap(([x = 0, y = 0], index) => {
    const [u = 0, v = 0] = unit[index] ?? [];
    return [[x, y, 1, 0, 0, 0, -u * x, -u * y, u], [0, 0, 0, x, y, 1, -v * x, -v * y, v]];
  });
  for (let column = 0; column < 8; column += 1) {
    const pivot = rows.slice(column).reduce((best, row, index) => (Math.abs(row[column] ?? 0) > Math.abs(rows[best]?.[column] ?? 0) ? index + column : best), column);
    [rows[column], rows[pivot]] = [rows[pivot] ?? [], rows[column] ?? []];
    const head = rows[column] ?? [];
    rows.forEach((row, index) => {
      if (index === column) return;
      const factor = (row[column] ?? 0) / (head[column] ?? 1);
      for (let at = column; at <= 8; at += 1) row[at] = (row[at] ?? 0) - factor * (head[at] ?? 0);
    });
  }
  return rows.map((row, index) => (row[8] ?? 0) / (row[index] ?? 1));
}

/** Mulberry32: the same photograph every time. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
