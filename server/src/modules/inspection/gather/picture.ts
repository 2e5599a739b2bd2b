import type { FilmFacts } from '@kepu/shared/inspection/facts';
import { MOST_PIXELS, StageFailure, type FilmSource } from './film-source.js';
import { blurredSides } from './picture/blurred-sides.js';
import { measureDetail } from './picture/detail.js';
import { litPart } from './picture/lit.js';
import { denseSamples, keySamples, sparseSamples, type Sample } from './picture/samples.js';
import { gapsToDecode, isBlack, stretchesOf, type Gap } from './picture/stretches.js';

/** With key frames farther apart than this, something can happen between two of them that neither shows. */
const WIDEST_GAP_MS = 10_500;
/** Most film that is decoded beyond the key frames: to see where black and frozen stretches begin and end. */
const MOST_DENSE_MS = 60_000;
/** Most of a film that has hardly any key frames. */
const MOST_SPARSE_MS = 400_000;

/** Looks at key frames, and between them where that is needed. Everything found is a hint for a person. */
export async function lookAtPicture(film: FilmSource, facts: FilmFacts, stream: number): Promise<void> {
  const { video } = facts;
  if (!video) return;
  if (video.width * video.height > MOST_PIXELS) throw new StageFailure(`画面 ${video.width}×${video.height} 超过可检测的大小`);
  const endMs = video.durationMs ?? facts.durationMs ?? 0;
  const keys = await keySamples(film, stream);
  const even = await filled(keys, gapsOf(keys, endMs), MOST_SPARSE_MS, (gap) => sparseSamples(film, stream, gap.fromMs, gap.toMs));
  if (even.length === 0) throw new StageFailure('画面无法读取');
  const fine = await filled(even, gapsToDecode(even, endMs), MOST_DENSE_MS, (gap) => denseSamples(film, stream, gap.fromMs, gap.toMs));
  const seen = even.filter((sample) => !isBlack(sample));
  facts.picture = {
    lit: litPart(seen),
    blurredSidesAtMs: blurredSides(seen),
    ...stretchesOf(fine, endMs),
    detailHeight: await measureDetail(film, stream, video.displayHeight, endMs),
    sampleAtMs: brightest(seen),
  };
}

/** Where there are no key frames for long. */
function gapsOf(samples: readonly Sample[], endMs: number): Gap[] {
  const times = [0, ...samples.map(({ atMs }) => atMs), endMs];
  return times.slice(1).map((toMs, i) => ({ fromMs: times[i] ?? 0, toMs })).filter(({ fromMs, toMs }) => toMs - fromMs > WIDEST_GAP_MS);
}

/** The samples and those of the gaps, in order; gaps beyond the budget stay as they are. */
async function filled(samples: readonly Sample[], gaps: readonly Gap[], budgetMs: number, decode: (gap: Gap) => Promise<Sample[]>): Promise<Sample[]> {
  const all = new Map(samples.map((sample) => [sample.atMs, sample]));
  let leftMs = budgetMs;
  for (const gap of joined(gaps)) {
    leftMs -= gap.toMs - gap.fromMs;
    if (leftMs < 0) break;
    for (const sample of await decode(gap)) all.set(sample.atMs, sample);
  }
  return [...all.values()].sort((a, b) => a.atMs - b.atMs);
}

/** Gaps that touch are decoded in one go. */
function joined(gaps: readonly Gap[]): Gap[] {
  const result: Gap[] = [];
  for (const gap of gaps) {
    const last = result.at(-1);
    if (last && last.toMs >= gap.fromMs) last.toMs = gap.toMs;
    else result.push({ ...gap });
  }
  return result;
}

/** Bars are seen best beside a bright picture. */
function brightest(samples: readonly Sample[]): number | null {
  const sum = ({ grey }: Sample) => grey.reduce((total, value) => total + value, 0);
  const [first] = samples.map((sample) => ({ atMs: sample.atMs, light: sum(sample) })).sort((a, b) => b.light - a.light);
  return first?.atMs ?? null;
}
