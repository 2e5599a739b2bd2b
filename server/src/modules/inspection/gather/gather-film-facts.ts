import type { TimeRange, WorkForm } from '@kepu/shared/forms/work-form';
import { STAGES, type Damage, type FilmFacts, type Stage } from '@kepu/shared/inspection/facts';
import { sniffContainer } from '@kepu/shared/upload/precheck';
import { isCutShort, walkBoxes, type BoxReport } from './box-walk.js';
import { findBrokenPicture, walkPackets, type PacketWalk } from './decode.js';
import { displaySize } from './display-size.js';
import { readHeader, type FilmHeader, type StreamHeader } from './ffprobe.js';
import { StageFailure, type FilmSource } from './film-source.js';
import { mainStream } from './main-tracks.js';
import { findMarks } from './marks.js';
import { lookAtPicture } from './picture.js';
import { listen } from './sound.js';
import { readText } from './text/read-text.js';
import type { MediaTools } from './tools.js';

export interface GatherOptions {
  tools: MediaTools;
  /** Called after each stage with all that is known by then, and how long the stage took. */
  onStage?: (facts: FilmFacts, stage: Stage, tookMs: number) => void | Promise<void>;
  signal?: AbortSignal;
  /** Stretches declared as quoted: their captions are read. */
  quoted?: { materialId: string; ranges: TimeRange[] }[];
  /** What the form says: reading the film stops early where it has been found. */
  form?: WorkForm | null;
  /** The last stage that is done; all of them unless told. */
  until?: Stage;
  /** Most milliseconds for everything together; what is not done by then counts as not checked. */
  withinMs?: number;
}

const WITHIN_MS = 120_000;
/** Most tracks of one film that are looked into. */
const MOST_STREAMS = 16;
/** Sound may outlast the picture by this much: editors cut the two on different grids. */
const DURATION_TOLERANCE_MS = 2_000;

/**
 * Measures a film nobody trusts, from its bytes. A tool that fails leaves its stage unchecked and the other facts
 * stand. Rejects only if the file cannot be read at all, the caller aborts, or `onStage` rejects.
 */
export async function gatherFilmFacts(path: string, options: GatherOptions): Promise<FilmFacts> {
  const film: FilmSource = { path, tools: options.tools, deadline: performance.now() + (options.withinMs ?? WITHIN_MS), signal: options.signal };
  const boxes = await walkBoxes(path);
  const facts: FilmFacts = { bytes: boxes.bytes, container: sniffContainer(boxes.head), durationMs: null, video: null };
  const streams = await doStage('container', facts, options, () => openContainer(film, boxes, facts));
  if (!streams) return facts;
  if (streams.length === 0) return { ...facts, skipped: [...STAGES] };
  const suspectMs = await doStage('sound', facts, options, () => hear(film, streams, facts));
  await doStage('decoding', facts, options, () => see(film, streams, boxes, facts, suspectMs));
  await doStage('marks', facts, options, () => findMarks(film, facts));
  if (facts.video === null) return { ...facts, skipped: ['container', 'picture', 'text'] };
  if (facts.damage?.some(({ kind }) => kind !== 'duration-mismatch')) return { ...facts, skipped: ['picture', 'text'] };
  await doStage('picture', facts, options, () => lookAtPicture(film, facts, mainStream(streams, 'video')?.index ?? 0));
  await doStage('text', facts, options, () => readText(film, facts, { streamIndex: mainStream(streams, 'video')?.index ?? 0, form: options.form ?? null, quoted: options.quoted ?? [] }));
  return facts;
}

/** Does one stage; what a tool could not do is noted and answered with null. */
async function doStage<T>(stage: Stage, facts: FilmFacts, options: GatherOptions, work: () => Promise<T>): Promise<T | null> {
  if (options.until && STAGES.indexOf(stage) > STAGES.indexOf(options.until)) return null;
  const began = performance.now();
  let result: T | null = null;
  try {
    result = await work();
  } catch (error) {
    if (!(error instanceof StageFailure)) throw error;
    facts.toolFailures = [...(facts.toolFailures ?? []), { stage, reason: error.message }];
  }
  await options.onStage?.(structuredClone(facts), stage, performance.now() - began);
  return result;
}

/** The streams of a film that can be opened; none if it cannot, with the reason among the facts. */
async function openContainer(film: FilmSource, boxes: BoxReport, facts: FilmFacts): Promise<StreamHeader[]> {
  const { container } = facts;
  if (container?.majorBrand === null && container.format !== 'quicktime') return [];
  const kind = isCutShort(boxes) || (boxes.hasMdat && !boxes.hasMoov) ? 'truncated' : 'broken-container';
  if (!boxes.hasMoov) {
    facts.damage = [{ atMs: null, kind, note: boxes.cutBox ? `the ${boxes.cutBox} box runs past the end of the file` : 'there is no moov box' }];
    return [];
  }
  const header = await readHeader(film);
  if ('unreadable' in header) {
    facts.damage = [{ atMs: null, kind, note: header.unreadable }];
    return [];
  }
  fill(facts, header);
  if (!facts.video) facts.damage = [{ atMs: null, kind: 'no-video', note: `${header.streams.length} streams, none of them pictures` }];
  else if (isCutShort(boxes)) facts.damage = [{ atMs: null, kind: 'truncated', note: `the ${boxes.cutBox} box runs past the end of the file` }];
  return header.streams;
}

function fill(facts: FilmFacts, { durationMs, streams }: FilmHeader): void {
  const picture = mainStream(streams, 'video');
  const sound = mainStream(streams, 'audio');
  facts.durationMs = durationMs;
  facts.video = picture ? { width: picture.width, height: picture.height, ...displaySize(picture), codec: picture.codec, durationMs: picture.durationMs } : null;
  facts.audio = sound ? { codec: sound.codec, durationMs: sound.durationMs, peakDb: null, loudnessLufs: null } : null;
}

/** The film's sound is decoded whole. Answers with a place where the picture deserves a look. */
async function hear(film: FilmSource, streams: readonly StreamHeader[], facts: FilmFacts): Promise<number | null> {
  refuseTooMany(streams);
  const main = mainStream(streams, 'audio');
  if (!main || !facts.audio) return null;
  const { peakDb, loudnessLufs, silent, damage, suspectMs } = await listen(film, main.index);
  facts.audio = { ...facts.audio, peakDb, loudnessLufs, silent };
  if (damage) facts.damage = [...(facts.damage ?? []), damage];
  return suspectMs;
}

/** Every picture track is read whole and decoded in samples, every further sound track decoded whole. */
async function see(film: FilmSource, streams: readonly StreamHeader[], boxes: BoxReport, facts: FilmFacts, suspectMs: number | null): Promise<void> {
  facts.damage ??= [];
  refuseTooMany(streams);
  for (const stream of streams.filter(({ kind }) => kind === 'video')) {
    const walk = await walkPackets(film, stream);
    const isMain = stream === mainStream(streams, 'video');
    const broken: Damage | null = walkDamage(walk, boxes, isMain ? facts.durationMs : null);
    const damage: Damage | null = broken ?? (facts.damage.length === 0 ? await findBrokenPicture(film, stream, walk, suspectMs) : null);
    if (damage) facts.damage = [...facts.damage.filter(({ atMs }) => atMs !== null), damage];
    if (isMain && facts.video) facts.video = { ...facts.video, durationMs: walk.endMs };
    if (isMain) facts.durationMs ??= walk.endMs;
  }
  for (const stream of streams.filter(({ kind }) => kind === 'audio')) {
    if (stream === mainStream(streams, 'audio')) continue;
    const { damage } = await listen(film, stream.index);
    if (damage) facts.damage = [...facts.damage, damage];
  }
}

/** What reading every packet says about the film, before a single one is decoded. */
function walkDamage(walk: PacketWalk, boxes: BoxReport, claimedMs: number | null): Damage | null {
  const atMs = walk.endMs;
  if (isCutShort(boxes)) return { atMs, kind: 'truncated', note: walk.stoppedBy ?? `the ${boxes.cutBox} box runs past the end of the file` };
  if (walk.stoppedBy !== null) return { atMs, kind: 'decode-error', note: walk.stoppedBy };
  if (claimedMs === null || Math.abs(claimedMs - atMs) <= DURATION_TOLERANCE_MS) return null;
  return { atMs: Math.min(claimedMs, atMs), kind: 'duration-mismatch', note: `pictures end at ${atMs} ms, the header says ${claimedMs} ms` };
}

function refuseTooMany(streams: readonly StreamHeader[]): void {
  if (streams.length > MOST_STREAMS) throw new StageFailure(`文件里有 ${streams.length} 条轨道，超过可检测的数目`);
}
