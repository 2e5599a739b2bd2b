import type { TimeRange, WorkForm } from '@kepu/shared/forms/work-form';
import type { FilmFacts, TextFrame } from '@kepu/shared/inspection/facts';
import { areComplete, readCredits } from '@kepu/shared/inspection/text/credits';
import { matchTitle } from '@kepu/shared/inspection/text/match-title';
import { StageFailure, type FilmSource } from '../film-source.js';
import { extractFrames, refuseTooLarge, subtitleBand, wholePicture, type Cut, type Frame, type Sampling } from './frames.js';
import type { ReadLine } from './raw-picture.js';
import { OCR_PROCESS, Recogniser, type OcrProcess } from './recogniser.js';
import { traditionalOf } from './traditional.js';

/** What to read besides the film's own parts. */
export interface Reading {
  streamIndex: number;
  /** What the form says: reading stops where it has been found. */
  form: Pick<WorkForm, 'title' | 'creators' | 'producingUnits'> | null;
  quoted: readonly { materialId: string; ranges: TimeRange[] }[];
  process?: OcrProcess;
}

const OPENING = { lengthMs: 16_000, stepMs: 2_000 };
const CLOSING = { lengthMs: 20_000, stepMs: 2_000 };
/** Pictures nearer than this to one that was read say the same. */
const NEAR_MS = 500;
const BODY_SAMPLES = 24;
/** With so many of the first half of the samples under subtitles that change, the other half cannot turn the finding. */
const CERTAIN = { share: 0.8, distinct: 3 };
/** With fewer pictures than this that decode by themselves, others are decoded too. */
const FEWEST_BODY_SAMPLES = 16;
const MOST_QUOTED_FRAMES = 18;
const PER_RANGE = 3;
/** Subtitles stand in the middle; how far off it they may be, as a share of the width. */
const OFF_MIDDLE = 200 / 1280;
/** Nothing shorter is a subtitle. */
const FEWEST_HAN = 3;

type Stretch = Omit<Sampling, 'decode'>;

/** Opening or closing, and whether all of it was read. */
interface Part {
  frames: TextFrame[];
  isWhole: boolean;
}

interface Session {
  film: FilmSource;
  recogniser: Recogniser;
  reading: Reading;
  durationMs: number;
  whole: Cut;
  band: Cut;
}

/** Reads what is written on the opening, the closing, samples of the body and of quoted stretches. */
export async function readText(film: FilmSource, facts: FilmFacts, reading: Reading): Promise<void> {
  const { video, durationMs } = facts;
  if (!video || !durationMs) return;
  refuseTooLarge(video);
  const recogniser = await Recogniser.start(film, reading.process ?? OCR_PROCESS);
  try {
    const session: Session = { film, recogniser, reading, durationMs: Math.min(durationMs, video.durationMs ?? durationMs), whole: wholePicture(video), band: subtitleBand(video) };
    const opening = await readOpening(session);
    const closing = await readClosing(session);
    const body = await readBody(session);
    const quoted = await readQuoted(session);
    const traditional = traditionalOf([...opening.frames, ...body, ...closing.frames]);
    const partlyRead = [...(opening.isWhole ? [] : ['opening' as const]), ...(closing.isWhole ? [] : ['closing' as const])];
    facts.text = { opening: opening.frames, closing: closing.frames, body, quoted, traditional, partlyRead };
  } finally {
    await recogniser.close();
  }
}

/** From the start on, up to the title. */
async function readOpening(session: Session): Promise<Part> {
  const { form } = session.reading;
  const stretch = { fromMs: 0, toMs: Math.min(OPENING.lengthMs, session.durationMs), stepMs: OPENING.stepMs };
  const isDone = (read: TextFrame[]) => form !== null && matchTitle(read, form.title)?.similarity === 1;
  const read = await readStretch(session, stretch, (frames) => frames, isDone);
  if (read.frames.length === 0) throw new StageFailure('没有取到画面');
  return read;
}

/** From the end back, every second picture; the others too where some of the credits are still missing. */
function readClosing(session: Session): Promise<Part> {
  const { form } = session.reading;
  const stretch = { fromMs: Math.max(0, session.durationMs - CLOSING.lengthMs), toMs: session.durationMs, stepMs: CLOSING.stepMs };
  const isDone = (read: TextFrame[]) => form !== null && areComplete(readCredits(read, form));
  return readStretch(session, stretch, (frames) => {
    const backwards = frames.toReversed();
    return [...backwards.filter((_, i) => i % 2 === 0), ...backwards.filter((_, i) => i % 2 === 1)];
  }, isDone);
}

/** Pictures that decode by themselves first; the others, which cost far more, where these do not show what is looked for. */
async function readStretch(session: Session, stretch: Stretch, inOrder: (frames: Frame[]) => Frame[], isDone: (read: TextFrame[]) => boolean): Promise<Part> {
  const read: TextFrame[] = [];
  for (const decode of ['keys', 'most'] as const) {
    const frames = await extractFrames(session.film, session.reading.streamIndex, { ...stretch, decode }, session.whole);
    for (const frame of inOrder(frames.filter(({ atMs }) => read.every((other) => Math.abs(other.atMs - atMs) > NEAR_MS)))) {
      if (isDone(read)) return { frames: inTime(read), isWhole: false };
      read.push(await readFrame(session, frame));
    }
    if (decode === 'keys' && isDone(read)) return { frames: inTime(read), isWhole: false };
  }
  return { frames: inTime(read), isWhole: true };
}

const inTime = (frames: TextFrame[]): TextFrame[] => frames.sort((a, b) => a.atMs - b.atMs);

/** The subtitle band of pictures spread over what lies between opening and closing. */
async function readBody(session: Session): Promise<TextFrame[]> {
  const { durationMs, film, reading, band } = session;
  const isLong = durationMs > 2 * (OPENING.lengthMs + CLOSING.lengthMs);
  const fromMs = isLong ? OPENING.lengthMs : Math.round(durationMs * 0.2);
  const toMs = isLong ? durationMs - CLOSING.lengthMs : Math.round(durationMs * 0.8);
  const sampling = { fromMs, toMs, stepMs: Math.max(40, Math.floor((toMs - fromMs) / BODY_SAMPLES)) };
  const keys = await extractFrames(film, reading.streamIndex, { ...sampling, decode: 'keys' }, band);
  const frames = (keys.length >= FEWEST_BODY_SAMPLES ? keys : await extractFrames(film, reading.streamIndex, { ...sampling, decode: 'most' }, band)).slice(0, BODY_SAMPLES);
  const read: TextFrame[] = [];
  const readAll = async (some: Frame[]) => {
    for (const frame of some) {
      const lines = await session.recogniser.read(frame);
      read.push({ atMs: frame.atMs, lines: lines.filter(isSubtitle).map(({ text }) => text) });
    }
  };
  await readAll(frames.filter((_, i) => i % 2 === 0));
  if (!isCertain(read)) await readAll(frames.filter((_, i) => i % 2 === 1));
  return read.sort((a, b) => a.atMs - b.atMs);
}

function isCertain(read: readonly TextFrame[]): boolean {
  const captioned = read.filter(({ lines }) => lines.length > 0);
  return captioned.length >= CERTAIN.share * read.length && new Set(captioned.map(({ lines }) => lines.join(''))).size >= CERTAIN.distinct;
}

const isSubtitle = ({ text, middle }: ReadLine): boolean => Math.abs(middle - 0.5) <= OFF_MIDDLE && (text.match(/\p{Script=Han}/gu)?.length ?? 0) >= FEWEST_HAN;

/** A few pictures of each stretch the form declares as quoted: the more stretches, the fewer of each. */
async function readQuoted(session: Session): Promise<{ materialId: string; frames: TextFrame[] }[]> {
  const { quoted } = session.reading;
  const perRange = Math.max(1, Math.min(PER_RANGE, Math.floor(MOST_QUOTED_FRAMES / quoted.reduce((sum, { ranges }) => sum + ranges.length, 0))));
  const read: { materialId: string; frames: TextFrame[] }[] = [];
  let left = MOST_QUOTED_FRAMES;
  for (const { materialId, ranges } of quoted) {
    const frames: TextFrame[] = [];
    for (const range of ranges) {
      const samples = left > 0 ? await samplesOf(session, range, Math.min(perRange, left)) : [];
      for (const frame of samples) frames.push(await readFrame(session, frame));
      left -= samples.length;
    }
    read.push({ materialId, frames });
  }
  return read;
}

async function samplesOf(session: Session, { fromMs, toMs }: TimeRange, most: number): Promise<Frame[]> {
  const end = Math.min(toMs, session.durationMs);
  if (end <= fromMs) return [];
  const stepMs = Math.max(200, Math.floor((end - fromMs) / most));
  // From the middle of the first part on, so that a caption has had time to come up.
  return (await pictures(session, { fromMs: fromMs + Math.floor(stepMs / 2), toMs: end, stepMs })).slice(0, most);
}

const pictures = ({ film, reading, whole }: Session, stretch: Stretch): Promise<Frame[]> =>
  extractFrames(film, reading.streamIndex, { ...stretch, decode: 'most' }, whole);

async function readFrame({ recogniser }: Session, frame: Frame): Promise<TextFrame> {
  return { atMs: frame.atMs, lines: (await recogniser.read(frame)).map(({ text }) => text.trim()).filter((text) => text !== '') };
}
