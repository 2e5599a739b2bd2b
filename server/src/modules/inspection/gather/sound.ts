import type { TimeRange } from '@kepu/shared/forms/work-form';
import type { Damage } from '@kepu/shared/inspection/facts';
import { complaint, runFfmpeg, StageFailure, type FilmSource } from './film-source.js';
import { endOf, parseFrameLines, type FrameLine } from './frame-lines.js';

/** One sound track, listened to from its first to its last packet. */
export interface SoundReport {
  /** Loudest sample in dB below full scale, at least -120; null when the track could not be measured. */
  peakDb: number | null;
  /** Integrated loudness by EBU R128, LUFS. */
  loudnessLufs: number | null;
  /** Stretches of at least five seconds in which nothing is louder than a quiet room. */
  silent: TimeRange[];
  damage: Damage | null;
  /** Where a first packet could not be decoded, however short: a place to look at the picture. */
  suspectMs: number | null;
}

const SILENCE_DB = -120;
/** A shorter hole is a click at most: players skip it, and editors leave such packets at the start of films. */
const LOST_MS = 500;
/** Shorter than a packet of any codec in use. */
const HICCUP_MS = 8;
/** A film that is longer has failed by its length already. */
const LONGEST_SECONDS = 600;
const MEASURES = 'ebur128=peak=sample:framelog=verbose,silencedetect=n=-55dB:d=5';

/** Decodes one track once: level, loudness, and where packets stop turning into sound. */
export async function listen(film: FilmSource, streamIndex: number): Promise<SoundReport> {
  const track = `0:${streamIndex}`;
  const run = await runFfmpeg(
    film,
    ['-v', 'info', '-t', String(LONGEST_SECONDS)],
    ['-map', track, '-map', track, '-c:0', 'copy', '-c:1', 'pcm_s16le', '-filter:1', MEASURES, '-f', 'framecrc'],
    { wallMs: 60_000, outputBytes: 16_000_000 },
  );
  const lines = parseFrameLines(run.stdout);
  const packets = lines.filter((line) => line.stream === 0);
  const sound = lines.filter((line) => line.stream === 1);
  if (lines.length === 0 && run.exitCode !== 0) throw new StageFailure('声音无法读取');
  const lostMs = firstLoss(packets, sound, LOST_MS);
  return {
    ...levels(run.stderr),
    silent: silences(run.stderr, endOf(sound) ?? 0),
    damage: lostMs === null ? null : { atMs: Math.round(lostMs), kind: 'decode-error', note: `sound: ${complaint(film, { ...run, stderr: errorsOnly(run.stderr) })}` },
    suspectMs: firstLoss(packets, sound, HICCUP_MS),
  };
}

/** The first position from which packets worth more than `toleranceMs` on end give no sound; null if there is none. */
export function firstLoss(packets: readonly FrameLine[], sound: readonly FrameLine[], toleranceMs: number): number | null {
  const heard = [...sound].sort(byStart);
  let next = 0;
  let lostFrom: number | null = null;
  let lostMs = 0;
  for (const { startMs, endMs } of packets.filter((packet) => packet.startMs >= 0).sort(byStart)) {
    const middle = (startMs + endMs) / 2;
    while ((heard[next]?.endMs ?? Infinity) <= middle) next += 1;
    const isHeard = (heard[next]?.startMs ?? Infinity) <= middle;
    lostFrom = isHeard ? null : (lostFrom ?? startMs);
    lostMs = isHeard ? 0 : lostMs + endMs - startMs;
    if (lostFrom !== null && lostMs > toleranceMs) return lostFrom;
  }
  return null;
}

const byStart = (a: FrameLine, b: FrameLine): number => a.startMs - b.startMs;

/**
 * Reads the summaries of the ebur128 filter: one at the end, and one more each time the track changed its form and was
 * measured anew; the loudest counts. What the film's own tags say never stands at the start of a line with the filter's name.
 */
export function levels(report: string): Pick<SoundReport, 'peakDb' | 'loudnessLufs'> {
  const [, ...summaries] = report.split(/^\[Parsed_ebur128_\d+ @ [^\]]*\] Summary:/mu);
  const peaks = summaries.flatMap((summary) => /Peak:\s+(\S+) dBFS/u.exec(summary)?.[1] ?? []).map(levelOf);
  const loudness = summaries.map((summary) => Number(/I:\s+(\S+) LUFS/u.exec(summary)?.[1])).filter(Number.isFinite);
  return { peakDb: peaks.length > 0 ? Math.max(...peaks) : null, loudnessLufs: loudness.length > 0 ? Math.max(...loudness) : null };
}

/** `-inf` and `nan` are what the filter says of nothing but zeros. */
function levelOf(text: string): number {
  const level = Number(text);
  return Number.isFinite(level) ? Math.max(level, SILENCE_DB) : SILENCE_DB;
}

/** What the silence filter reports; one that lasts to the end has no end line in some versions. Titles of the film may say the same words, elsewhere in a line. */
export function silences(report: string, endMs: number): TimeRange[] {
  const ranges: TimeRange[] = [];
  for (const [, edge, seconds] of report.matchAll(/^\[silencedetect @ [^\]]*\] silence_(start|end): (-?[\d.]+)/gmu)) {
    const ms = Math.max(0, Math.round(Number(seconds) * 1000));
    const open = ranges.at(-1);
    if (edge === 'start') ranges.push({ fromMs: ms, toMs: Math.round(endMs) });
    else if (open) open.toMs = Math.min(ms, open.toMs);
  }
  return ranges;
}

const errorsOnly = (report: string): string => report.split('\n').filter((line) => /^\[\w+ @ |rror/u.test(line) && !/ebur128|silencedetect/u.test(line)).join('\n');
