import type { FilmFacts, PictureFacts } from '../facts.js';
import { failedStage, type FilmRule, type Judgement } from '../rule.js';

const REQUIRED = '画面铺满整个画幅';
const MOMENTS = 3;
const NOTHING: Judgement = { verdict: 'nothing', measured: '抽查的画面里没有发现黑边和模糊填充', required: REQUIRED };

/**
 * Burnt-in bars, black or filled with a blurred copy of the picture. Inferred from sampled pictures: it points, and
 * where it finds nothing it says so, which is no pass: sampled pictures prove no absence.
 */
export const v2Bars: FilmRule = {
  id: 'V2',
  part: 'bars',
  subject: '黑边与填充',
  clause: '附件1 一（三）2',
  judge(facts, { film, hints }) {
    if (!film.aspect) return null;
    const failed = failedStage(facts, 'picture');
    if (failed) return { ...failed, required: REQUIRED };
    const { picture } = facts;
    const shape = `${film.aspect.width}:${film.aspect.height}`;
    return picture ? (barsOf(picture, facts, { thin: hints.barsShare, shape }) ?? sidesOf(picture, shape) ?? NOTHING) : null;
  },
};

function barsOf({ lit, sampleAtMs }: PictureFacts, { video }: FilmFacts, { thin, shape }: { thin: number; shape: string }): Judgement | null {
  if (!lit || !video) return null;
  const across = 1 - (lit.bottom - lit.top) >= thin;
  const along = 1 - (lit.right - lit.left) >= thin;
  if (!across && !along) return null;
  const where = across && along ? '四周' : across ? '上下' : '左右';
  const size = `${Math.round(video.displayWidth * (lit.right - lit.left))}×${Math.round(video.displayHeight * (lit.bottom - lit.top))}`;
  return {
    verdict: 'look',
    measured: `${where}像有黑边，画面约 ${size}`,
    required: REQUIRED,
    advice: `${where}可能压了黑边。若是后期加的，请去掉黑边，按 ${shape} 铺满画面重新导出；若是片子本来的设计，可以不改。`,
    ...moments(sampleAtMs === null ? [] : [sampleAtMs], `画面约 ${size}`),
  };
}

function sidesOf({ blurredSidesAtMs }: PictureFacts, shape: string): Judgement | null {
  if (blurredSidesAtMs.length === 0) return null;
  const step = Math.max(1, Math.floor(blurredSidesAtMs.length / MOMENTS));
  const shown = blurredSidesAtMs.filter((_, i) => i % step === 0).slice(0, MOMENTS);
  return {
    verdict: 'look',
    measured: '左右像是模糊填充',
    required: REQUIRED,
    advice: `左右两边像是用画面的模糊放大补上的，原片可能是竖版或 4:3。请换用 ${shape} 横版素材重新导出。`,
    ...moments(shown, '左右两边像模糊填充'),
  };
}

function moments(atMs: number[], note: string): Pick<Judgement, 'atMs' | 'evidence'> {
  return { atMs, evidence: atMs.map((at) => ({ kind: 'frame', atMs: at, note })) };
}
