import { sayBytes } from '../../errors.js';
import type { FilmRule } from '../rule.js';

/** 兆 is read leniently at both ends: from 100 × 10^6 up to 300 × 2^20 bytes (docs/decisions/0005). */
export const v5: FilmRule = {
  id: 'V5',
  subject: '大小',
  clause: '附件1 一（三）2',
  judge({ bytes }, { film }) {
    if (film.minBytes === null && film.maxBytes === null) return { verdict: 'notApplicable' };
    const measured = sayBytes(bytes);
    const required = film.sizeWording;
    if (film.minBytes !== null && bytes < film.minBytes) {
      return { verdict: 'fail', measured, required, advice: '文件太小，多半被微信压缩过，或导出码率太低。请用原片；两分钟的片子要到 100 兆，码率约需 7 Mbps。' };
    }
    if (film.maxBytes !== null && bytes > film.maxBytes) {
      return { verdict: 'fail', measured, required, advice: '文件太大，请把导出码率调低一些；五分钟的片子码率约 7 Mbps 就在 300 兆以内。' };
    }
    return { verdict: 'pass', measured, required };
  },
};
