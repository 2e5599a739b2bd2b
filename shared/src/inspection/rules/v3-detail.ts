import type { FilmRule } from '../rule.js';

/** A picture enlarged to the size that is asked for. Only a hint, and only when the lack of detail is clear. */
export const v3Detail: FilmRule = {
  id: 'V3',
  part: 'detail',
  subject: '清晰度',
  clause: '附件1 一（三）2',
  judge({ picture, video }, { film }) {
    const { minHeight } = film;
    if (minHeight === null || !video || video.displayHeight < minHeight) return null;
    const detail = picture?.detailHeight ?? null;
    if (detail === null || detail >= minHeight) return null;
    const at = picture?.sampleAtMs ?? null;
    const note = `细节约相当于 ${detail}P`;
    return {
      verdict: 'look',
      measured: note,
      required: `${minHeight}P 的画面细节`,
      advice: `画面尺寸够了，细节却只像 ${detail}P，可能是小画面放大的，也可能压得太狠。请看看能不能用原始素材重新导出。`,
      atMs: at === null ? [] : [at],
      evidence: at === null ? [] : [{ kind: 'frame', atMs: at, note }],
    };
  },
};
