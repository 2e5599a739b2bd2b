import { isDay } from '../../time.js';
import type { FilmRule } from '../rule.js';

/** When the film was finished, as its author declares it. */
export const o1: FilmRule = {
  id: 'O1',
  subject: '制作完成日期',
  clause: '附件1 一（一）',
  judge(_facts, { workWindow }, form) {
    if (form === null || !isDay(form.producedDay)) return null;
    const measured = form.producedDay;
    const required = `${workWindow.fromDay} 至 ${workWindow.toDay}`;
    if (measured < workWindow.fromDay || measured > workWindow.toDay) return { verdict: 'fail', measured, required, advice: '不在征集的时间内。请核对制作完成日期，只有这段时间里完成的作品能申报。' };
    return { verdict: 'pass', measured, required };
  },
};
