import { complaint, runFfprobe, type FilmSource } from './film-source.js';

/** What the header of the film claims, stream by stream. */
export interface FilmHeader {
  durationMs: number | null;
  streams: StreamHeader[];
}

export interface StreamHeader {
  index: number;
  /** cover: a still picture that players show beside the film, not in it. A picture without a size is none. */
  kind: 'video' | 'audio' | 'cover' | 'other';
  isDefault: boolean;
  codec: string | null;
  durationMs: number | null;
  width: number;
  height: number;
  pixelAspect: number;
  rotation: number;
  /** As FFmpeg names it: yuv420p. */
  pixelFormat: string | null;
  isInterlaced: boolean;
  /** What the samples take, without padding; null where the container does not tell. */
  bitsPerSecond: number | null;
}

/** The film cannot be opened: in the tool's words. */
export interface Unreadable {
  unreadable: string;
}

/** Reads the header. An exit code of 0 proves nothing: whether there are streams is for the caller to see. */
export async function readHeader(film: FilmSource): Promise<FilmHeader | Unreadable> {
  const run = await runFfprobe(film, ['-v', 'error', '-of', 'json', '-show_format', '-show_streams'], { wallMs: 20_000, outputBytes: 4_000_000 });
  if (run.exitCode !== 0) return { unreadable: complaint(film, run) };
  const answer = fieldsOf(JSON.parse(run.stdout));
  return { durationMs: milliseconds(fieldsOf(answer.get('format')).get('duration')), streams: listOf(answer.get('streams')).map(streamOf) };
}

function streamOf(value: unknown): StreamHeader {
  const stream = fieldsOf(value);
  const disposition = fieldsOf(stream.get('disposition'));
  const rotation = listOf(stream.get('side_data_list')).map((data) => numberOr(fieldsOf(data).get('rotation'), 0)).find((degrees) => degrees !== 0);
  const width = numberOr(stream.get('width'), 0);
  const height = numberOr(stream.get('height'), 0);
  return {
    index: numberOr(stream.get('index'), 0),
    kind: kindOf(stream.get('codec_type'), disposition.get('attached_pic') === 1, width * height),
    isDefault: disposition.get('default') === 1,
    codec: stringOrNull(stream.get('codec_name')),
    durationMs: milliseconds(stream.get('duration')),
    width,
    height,
    pixelAspect: ratio(stringOrNull(stream.get('sample_aspect_ratio'))),
    rotation: rotation ?? 0,
    pixelFormat: stringOrNull(stream.get('pix_fmt')),
    isInterlaced: !['progressive', 'unknown', null].includes(stringOrNull(stream.get('field_order'))),
    bitsPerSecond: wholeNumber(stream.get('bit_rate')),
  };
}

function kindOf(type: unknown, isCover: boolean, pixels: number): StreamHeader['kind'] {
  if (type === 'audio') return 'audio';
  if (type !== 'video' || pixels === 0) return 'other';
  return isCover ? 'cover' : 'video';
}

/** `4:3` → 1.333…; `0:1`, `N/A` and nothing mean square pixels. */
function ratio(text: string | null): number {
  const [width = 0, height = 0] = (text ?? '').split(':').map(Number);
  return width > 0 && height > 0 ? width / height : 1;
}

function milliseconds(value: unknown): number | null {
  const seconds = typeof value === 'string' ? Number(value) : NaN;
  return Number.isFinite(seconds) && seconds >= 0 ? Math.round(seconds * 1000) : null;
}

function wholeNumber(value: unknown): number | null {
  return typeof value === 'string' && /^\d+$/u.test(value) ? Number(value) : null;
}

const fieldsOf = (value: unknown): Map<string, unknown> => new Map(typeof value === 'object' && value !== null ? Object.entries(value) : []);
const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const numberOr = (value: unknown, otherwise: number): number => (typeof value === 'number' && Number.isFinite(value) ? value : otherwise);
const stringOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null);
