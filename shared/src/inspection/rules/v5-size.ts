import type { FilmPolicy } from '../../campaign/config.js';
import { sayBytes } from '../../errors.js';
import type { FilmRule } from '../rule.js';
import { minutes } from './v4-length.js';

/** 兆 is read leniently at both ends: from 100 × 10^6 up to 300 × 2^20 bytes (docs/decisions/0005). */
export const v5: FilmRule = {
  id: 'V5',
  subject: '大小',
  clause: '附件1 一（三）2',
  judge({ bytes }, { film }) {
    if (film.minBytes === null && film.maxBytes === null) return { verdict: 'notApplicable' };
    const shown = { measured: sayBytes(bytes), required: film.sizeWording };
    if (film.minBytes !== null && bytes < film.minBytes) return { ...shown, verdict: 'fail', advice: `文件太小，多半被微信压缩过，或导出码率太低。请用原片${sayLeastRate(film.minBytes, film)}。` };
    if (film.maxBytes !== null && bytes > film.maxBytes) return { ...shown, verdict: 'fail', advice: `文件太大，请把导出码率调低一些${sayMostRate(film.maxBytes, film)}。` };
    return { ...shown, verdict: 'pass' };
  },
};

const megabits = (bytes: number, ms: number): number => (bytes * 8) / ms / 1_000;

/** The shortest film needs the highest rate to be large enough. */
const sayLeastRate = (bytes: number, { minMs }: FilmPolicy): string => (minMs ? `；${minutes(minMs)}分钟的片子要到 ${sayBytes(bytes)}，码率约需 ${Math.ceil(megabits(bytes, minMs))} Mbps` : '');

/** The longest film has to keep to the lowest; a tenth is left for what encoders add. */
const sayMostRate = (bytes: number, { maxMs }: FilmPolicy): string => (maxMs ? `；${minutes(maxMs)}分钟的片子码率 ${Math.floor(megabits(bytes, maxMs) * 0.9)} Mbps 以内就不会超` : '');
