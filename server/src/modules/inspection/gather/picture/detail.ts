import { runFfmpeg, type FilmSource } from '../film-source.js';
import { powerSpectrum } from './spectrum.js';

/** Heights films are enlarged from. */
const SOURCES = [360, 480, 540, 720];
/** Pixel columns of each picture, and how many pictures. */
const COLUMNS = 96;
const PICTURES = 4;
/** Bands of the spectrum, in shares of the finest detail that the height can hold. */
const COARSE = 0.16;
const FINE = 0.8;
const BAND = 0.0625;
const BEGINNING_LACK_DB = 10;
const CLEAR_LACK_DB = 16;

/** The height whose detail the picture really has, when that is clearly less than its own; null: no sign of it. */
export async function measureDetail(film: FilmSource, stream: number, height: number, endMs: number): Promise<number | null> {
  const spectra: Float64Array[] = [];
  for (let i = 0; i < PICTURES; i += 1) {
    const columns = await columnsAt(film, stream, height, ((i + 1) * endMs) / (PICTURES + 1));
    if (columns) spectra.push(powerSpectrum(columns, COLUMNS, height));
  }
  return sourceHeight(spectra, height);
}

/** Whole columns of the key frame before a moment, as they are: nothing may smooth them. */
async function columnsAt(film: FilmSource, stream: number, height: number, atMs: number): Promise<Uint8Array | null> {
  const run = await runFfmpeg(
    film,
    ['-v', 'error', '-threads', '1', '-noaccurate_seek', '-ss', (atMs / 1000).toFixed(3)],
    ['-map', `0:${stream}`, '-frames:v', '1', '-vf', `scale=${COLUMNS}:${height}:flags=neighbor,format=gray`, '-f', 'rawvideo'],
    { wallMs: 20_000, outputBytes: COLUMNS * height },
  );
  return run.output.length === COLUMNS * height ? run.output : null;
}

/** Enlarging adds no detail finer than the source had. What most of the pictures agree on, at least two. */
export function sourceHeight(spectra: readonly Float64Array[], height: number): number | null {
  const found = spectra.map((spectrum) => detailOf(spectrum, height));
  const enlarged = found.flatMap((source) => (source === null ? [] : [source])).sort((a, b) => a - b);
  return enlarged.length >= 2 && enlarged.length > spectra.length / 2 ? (enlarged[Math.floor(enlarged.length / 2)] ?? null) : null;
}

/**
 * Sharp pictures lose power with fineness slowly, at most with its square. One that lacks far more than that among the
 * finest was enlarged, or is as soft as if it were; where the lack begins tells from what height.
 */
function detailOf(spectrum: Float64Array, height: number): number | null {
  const coarse = decibels(spectrum, COARSE - BAND / 2, COARSE + BAND / 2);
  const lack = (at: number) => coarse - 20 * Math.log10(at / COARSE) - decibels(spectrum, at - BAND / 2, at + BAND / 2);
  if (lack(FINE) < CLEAR_LACK_DB) return null;
  let last = COARSE;
  while (last < FINE && lack(last + BAND / 2) < BEGINNING_LACK_DB) last += BAND / 2;
  return SOURCES.reduce((best, source) => (Math.abs(source / height - last) < Math.abs(best / height - last) ? source : best));
}

/** Mean power of a band. */
function decibels(spectrum: Float64Array, from: number, to: number): number {
  const band = spectrum.subarray(Math.floor(from * spectrum.length), Math.max(Math.floor(from * spectrum.length) + 1, Math.ceil(to * spectrum.length)));
  return 10 * Math.log10(band.reduce((sum, power) => sum + power, 0) / band.length + 1e-9);
}
