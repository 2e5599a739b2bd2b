import { runFfmpeg, type FilmSource } from '../gather/film-source.js';
import { mainTracks } from '../gather/main-tracks.js';

/** How many peaks describe a film, whatever its length: two for each pixel of the widest player line. */
export const PEAKS = 600;

const RATE = 8_000;
const CHANNELS = 2;
const BYTES_PER_MOMENT = 2 * CHANNELS;
/** As long as the inspection listens. */
const LONGEST_SECONDS = 600;
const FULL_SCALE = 32_768;
/** What the inspection calls silent: -55 dB. */
const SILENT = 10 ** (-55 / 20);

/**
 * The loudest sample of every part of the film, 0 to 255: the square root of the amplitude, so that speech stands out
 * and a quiet passage can still be told from silence, which is 0. null: the track gave no sound.
 */
export async function measureWaveform(film: FilmSource, durationMs: number): Promise<number[] | null> {
  // Begins with the film, not with the first packet of sound, and holes are as long as they are.
  const even = `aresample=${RATE}:async=1:first_pts=0`;
  const run = await runFfmpeg(
    film,
    ['-v', 'error', '-t', String(LONGEST_SECONDS)],
    ['-map', (await mainTracks(film)).sound, '-af', even, '-ac', String(CHANNELS), '-c:a', 'pcm_s16le', '-f', 's16le'],
    { wallMs: 60_000, outputBytes: (LONGEST_SECONDS + 5) * RATE * BYTES_PER_MOMENT },
  );
  if (run.output.length < BYTES_PER_MOMENT) return null;
  return peaksOf(run.output, (durationMs / 1_000) * RATE * CHANNELS);
}

/** `expected`: how many samples the whole film has; sound that ends before the picture leaves the rest silent. */
function peaksOf(sound: Buffer, expected: number): number[] {
  const loudest = new Float64Array(PEAKS);
  const samples = Math.floor(sound.length / 2);
  for (let i = 0; i < samples; i += 1) {
    const place = Math.min(PEAKS - 1, Math.floor((i / expected) * PEAKS));
    const level = Math.abs(sound.readInt16LE(i * 2));
    if (level > (loudest[place] ?? 0)) loudest[place] = level;
  }
  return Array.from(loudest, (level) => drawn(level / FULL_SCALE));
}

const drawn = (amplitude: number): number => (amplitude < SILENT ? 0 : Math.min(255, Math.round(Math.sqrt(amplitude) * 255)));
