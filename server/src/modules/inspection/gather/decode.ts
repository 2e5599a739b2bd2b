import type { Damage } from '@kepu/shared/inspection/facts';
import { complaint, MOST_PIXELS, runFfmpeg, StageFailure, type FilmSource } from './film-source.js';
import { endOf, parseFrameLines } from './frame-lines.js';
import type { StreamHeader } from './ffprobe.js';

/** Every packet of a picture track, read but not decoded. */
export interface PacketWalk {
  /** Where the last packet that could be read ends. */
  endMs: number;
  /** How long one picture is shown, on average. */
  frameMs: number;
  /** Positions a decoder can begin at. */
  keyMs: number[];
  /** Why reading stopped before the end; null if it did not. */
  stoppedBy: string | null;
}

/** A run of pictures to decode, beginning at a key frame; frames null: to the end of the film. */
export interface Stretch {
  keyMs: number;
  frames: number | null;
}

/** Checks that a packet is cut into its units correctly: bytes that were overwritten or zeroed are not. */
const UNIT_CHECK: Record<string, string> = { h264: 'h264_mp4toannexb', hevc: 'hevc_mp4toannexb' };

/** The decoders that pass over the frames between key frames when asked to. */
const KEYS_ALONE = new Set(['h264', 'hevc']);

const FULL_HD = 1920 * 1080;
/** Stretches over the film; more of them where not all key frames have been decoded already. */
const STRETCHES = { withKeyFrames: 2, alone: 12 };
/** Frames decoded in each stretch, and key frames decoded at most, at 1920 × 1080; fewer of larger pictures, so that time stays bounded. */
const FRAMES_PER_STRETCH = 25;
const MOST_KEY_FRAMES = 200;
const LAST_MS = 2_000;
/** With key frames farther apart than this, decoding to the very end would mean decoding most of the film. */
const LONGEST_LAST_MS = 15_000;
/** Frames a decoder may hold back while it puts them in order. */
const HELD_BACK = 6;
/** How much earlier decoding begins when a break is looked at again, and how near the second break must be. */
const RUN_UP_MS = 4_000;
const SAME_PLACE_MS = 1_000;

/** Reads a picture track from the first to the last packet; a few tenths of a second for 300 MB. */
export async function walkPackets(film: FilmSource, stream: StreamHeader): Promise<PacketWalk> {
  const check = UNIT_CHECK[stream.codec ?? ''];
  const run = await runFfmpeg(
    film,
    ['-v', 'error', '-xerror'],
    ['-map', `0:${stream.index}`, '-c', 'copy', '-copyinkf', '-copyts', ...(check ? ['-bsf:v', check] : []), '-flush_packets', '1', '-f', 'framecrc'],
    { wallMs: 30_000, outputBytes: 16_000_000 },
  );
  const packets = parseFrameLines(run.stdout);
  const endMs = Math.max(0, Math.round(endOf(packets) ?? 0));
  return {
    endMs,
    frameMs: endMs / Math.max(1, packets.length),
    keyMs: packets.filter((packet) => packet.isKey).map((packet) => packet.startMs),
    stoppedBy: run.exitCode === 0 ? null : complaint(film, run),
  };
}

/** What to decode: `count` stretches spread evenly over the film, the neighbourhood of `suspectMs`, the last seconds. */
export function planStretches({ keyMs, endMs, frameMs }: PacketWalk, pixels: number, count: number, suspectMs: number | null): Stretch[] {
  const keyBefore = (ms: number) => keyMs.findLast((key) => key <= ms) ?? keyMs[0];
  const frames = scaled(FRAMES_PER_STRETCH, pixels);
  const plan = new Map<number, number | null>();
  for (let i = 0; i < count; i += 1) plan.set(keyBefore((endMs * i) / count) ?? 0, frames);
  const suspectKey = suspectMs === null ? undefined : keyBefore(suspectMs);
  if (suspectMs !== null && suspectKey !== undefined) plan.set(suspectKey, Math.ceil((suspectMs - suspectKey + LAST_MS) / frameMs));
  const lastKey = keyBefore(endMs - LAST_MS) ?? 0;
  if (endMs - lastKey <= LONGEST_LAST_MS) plan.set(lastKey, null);
  return [...plan].map(([key, length]) => ({ keyMs: key, frames: length })).sort((a, b) => a.keyMs - b.keyMs);
}

/** Decodes what the plan says, from the start, up to the first place that breaks. */
export async function findBrokenPicture(film: FilmSource, stream: StreamHeader, walk: PacketWalk, suspectMs: number | null): Promise<Damage | null> {
  const pixels = stream.width * stream.height;
  if (pixels > MOST_PIXELS) throw new StageFailure(`画面 ${stream.width}×${stream.height} 超过可检测的大小`);
  const allKeys = KEYS_ALONE.has(stream.codec ?? '') && walk.keyMs.length <= scaled(MOST_KEY_FRAMES, pixels);
  const brokenKey = allKeys ? await decodeKeyFrames(film, stream, walk) : null;
  if (brokenKey) return brokenKey;
  for (const stretch of planStretches(walk, pixels, allKeys ? STRETCHES.withKeyFrames : STRETCHES.alone, suspectMs)) {
    const damage = await decodeStretch(film, stream, stretch);
    if (damage && (await breaksAgain(film, stream, walk, stretch, damage))) return damage;
  }
  return null;
}

/**
 * Pictures may be refreshed piece by piece, and then a decoder that begins in mid-film lacks what came before: that is
 * no damage. Real damage breaks at the same place when decoding begins earlier.
 */
async function breaksAgain(film: FilmSource, stream: StreamHeader, { keyMs, frameMs }: PacketWalk, { keyMs: began }: Stretch, { atMs }: Damage): Promise<boolean> {
  const earlier = keyMs.findLast((key) => key <= began - RUN_UP_MS) ?? keyMs[0];
  if (atMs === null || earlier === undefined || earlier === began) return true;
  const again = await decodeStretch(film, stream, { keyMs: earlier, frames: Math.ceil((atMs - earlier) / frameMs) + HELD_BACK });
  return again?.atMs !== undefined && again.atMs !== null && Math.abs(again.atMs - atMs) < SAME_PLACE_MS;
}

/** Decodes every key frame and finds the first that breaks. */
async function decodeKeyFrames(film: FilmSource, stream: StreamHeader, { keyMs }: PacketWalk): Promise<Damage | null> {
  const run = await decode(film, stream, ['-skip_frame', 'nokey', '-threads', '1'], null);
  if (run.exitCode === 0) return null;
  const heldBack = keyMs.filter((key) => key >= (run.endMs ?? 0)).slice(0, HELD_BACK);
  for (const key of heldBack) {
    const damage = await decodeStretch(film, stream, { keyMs: key, frames: 2 });
    if (damage) return damage;
  }
  return { atMs: Math.round(heldBack[0] ?? 0), kind: 'decode-error', note: run.note };
}

/** The demuxer aims before the asked position where frames are reordered, so the position asked for is a little after the key frame. */
async function decodeStretch(film: FilmSource, stream: StreamHeader, { keyMs, frames }: Stretch): Promise<Damage | null> {
  const run = await decode(film, stream, ['-threads', '2', '-seek_timestamp', '1', '-noaccurate_seek', '-ss', String((keyMs + 200) / 1000)], frames);
  if (run.exitCode === 0 && run.endMs !== null) return null;
  return { atMs: Math.max(0, Math.round(run.endMs ?? keyMs)), kind: 'decode-error', note: run.note };
}

/**
 * Decodes, and stops at the first error. Only the frames' times leave ffmpeg (two by two pixels are kept), so the
 * end of the last frame before it gives up is where the film breaks, to within a few frames.
 */
async function decode(film: FilmSource, stream: StreamHeader, from: string[], frames: number | null): Promise<{ exitCode: number | null; endMs: number | null; note: string }> {
  const run = await runFfmpeg(
    film,
    ['-v', 'error', '-xerror', '-copyts', ...from],
    ['-map', `0:${stream.index}`, ...(frames === null ? [] : ['-frames:v', String(frames)]), '-vf', 'crop=2:2:0:0', '-flush_packets', '1', '-f', 'framecrc'],
    { wallMs: 30_000, outputBytes: 4_000_000 },
  );
  return { exitCode: run.exitCode, endMs: endOf(parseFrameLines(run.stdout)), note: `picture: ${complaint(film, run)}` };
}

/** A number of frames that takes about the same time to decode at any size of picture. */
const scaled = (frames: number, pixels: number): number => Math.max(8, Math.round((frames * FULL_HD) / Math.max(pixels, FULL_HD)));
