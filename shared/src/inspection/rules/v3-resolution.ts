import type { FilmRule } from '../rule.js';

export const v3: FilmRule = {
  id: 'V3',
  subject: '画面',
  clause: '附件1 一（三）2',
  judge({ video }, { film }) {
    if (film.minWidth === null && film.minHeight === null) return { verdict: 'notApplicable' };
    if (!video) return null;
    const { displayWidth, displayHeight } = video;
    const measured = `${displayWidth}×${displayHeight}`;
    const required = film.minHeight === 1080 ? '1080P 以上' : `${film.minWidth ?? '不限'}×${film.minHeight ?? '不限'} 以上`;
    if (displayWidth >= (film.minWidth ?? 0) && displayHeight >= (film.minHeight ?? 0)) return { verdict: 'pass', measured, required };
    return { verdict: 'fail', measured, required, advice: `画面不够清晰，多半是微信或剪辑软件压缩过。请找到原片，或按${film.minWidth !== null && film.minHeight !== null ? ` ${film.minWidth}×${film.minHeight} ` : '要求的大小'}重新导出；把小画面放大不算。` };
  },
};
