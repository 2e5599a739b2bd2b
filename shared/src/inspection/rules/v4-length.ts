import { sayLength } from '../../time.js';
import type { FilmPolicy } from '../../campaign/config.js';
import type { FilmRule } from '../rule.js';

export const v4: FilmRule = {
  id: 'V4',
  subject: '时长',
  clause: '附件1 一（三）1',
  judge({ durationMs }, { film }) {
    if (film.minMs === null && film.maxMs === null) return { verdict: 'notApplicable' };
    if (durationMs === null) return null;
    const measured = sayLength(durationMs);
    const required = sayBounds(film);
    const missing = film.minMs === null ? 0 : film.minMs - durationMs;
    const excess = film.maxMs === null ? 0 : durationMs - film.maxMs;
    if (missing > film.lengthToleranceMs) return { verdict: 'fail', measured, required, advice: `短了 ${sayGap(missing)}，请补足后重新导出。` };
    if (excess > film.lengthToleranceMs) return { verdict: 'fail', measured, required, advice: `长了 ${sayGap(excess)}，请剪短后重新导出。` };
    return { verdict: 'pass', measured, required };
  },
};

const sayGap = (ms: number) => `${(Math.ceil(ms / 100) / 10).toFixed(1)} 秒`;

/** 120,000 → `2`; 90,000 → `1.5` */
export const minutes = (ms: number): string => String(Math.round(ms / 6000) / 10);

/** `2–5分钟`, `5分钟以内`, `2分钟以上` */
export function sayBounds(film: Pick<FilmPolicy, 'minMs' | 'maxMs'>): string {
  if (film.minMs !== null && film.maxMs !== null) return `${minutes(film.minMs)}–${minutes(film.maxMs)}分钟`;
  return film.maxMs !== null ? `${minutes(film.maxMs)}分钟以内` : `${minutes(film.minMs ?? 0)}分钟以上`;
}
