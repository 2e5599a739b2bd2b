import type { FilmRule } from '../rule.js';

export const v2: FilmRule = {
  id: 'V2',
  subject: '画面比例',
  clause: '附件1 一（三）2',
  judge({ video }, { film }) {
    if (!film.aspect) return { verdict: 'notApplicable' };
    if (!video) return null;
    const { width, height, tolerance } = film.aspect;
    const wanted = width / height;
    const ratio = video.displayWidth / video.displayHeight;
    const required = `${width}:${height} 横版`;
    const measured = `${video.displayWidth}×${video.displayHeight}（${sayRatio(ratio, wanted)}）`;
    if (Math.abs(ratio / wanted - 1) <= tolerance) return { verdict: 'pass', measured: `${width}:${height}`, required };
    const upright = ratio < 1 ? '这是竖版。' : '';
    return { verdict: 'fail', measured, required, advice: `${upright}请按 ${width}:${height} 横版的序列重新导出，不要加黑边凑比例。` };
  },
};

function sayRatio(ratio: number, wanted: number): string {
  if (Math.abs(ratio * wanted - 1) < 0.01) return '竖版';
  return `${ratio.toFixed(2)}:1`;
}
