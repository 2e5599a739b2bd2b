import { endianness } from 'node:os';
import { runFfmpeg, StageFailure, type FilmSource } from '../inspection/gather/film-source.js';
import { mainTracks } from '../inspection/gather/main-tracks.js';

/** Longest film that is listened to; a longer one has failed by its length. */
const LONGEST_SECONDS = 600;
/** Chromaprint's step: a third of 4096 samples at 11025 a second. */
export const ITEM_MS = (4096 / 3 / 11025) * 1000;
export const ITEM_BYTES = 4;
const NOTHING = Buffer.alloc(0);

/**
 * The sound of a film as Chromaprint hears it: 32 bits for each eighth of a second, little-endian. Empty where there is
 * no sound, or where this ffmpeg was built without Chromaprint: sound supports what the pictures say, it is not needed.
 */
export async function takeSoundprint(film: FilmSource): Promise<Buffer> {
  try {
    const run = await runFfmpeg(
      film,
      ['-v', 'error', '-t', String(LONGEST_SECONDS)],
      ['-map', (await mainTracks(film)).sound, '-vn', '-sn', '-dn', '-f', 'chromaprint', '-fp_format', 'raw'],
      { wallMs: 60_000, outputBytes: (LONGEST_SECONDS / ITEM_MS) * 1000 * ITEM_BYTES * 1.1 },
    );
    return run.exitCode === 0 ? littleEndian(run.output) : NOTHING;
  } catch (error) {
    if (!(error instanceof StageFailure)) throw error;
    return NOTHING;
  }
}

/** The tool writes words as this machine keeps them; the database may be read on another. */
function littleEndian(bytes: Buffer): Buffer {
  const whole = bytes.subarray(0, bytes.length - (bytes.length % ITEM_BYTES));
  return endianness() === 'LE' ? whole : Buffer.from(whole).swap32();
}
