import { formReasons } from '../../forms/check-form.js';
import { broadcastCategory } from '../../forms/work-form.js';
import { sentenceOf } from '../../errors.js';
import type { FilmRule } from '../rule.js';

/** Where and when the film was shown. A record that is still being written says nothing yet. */
export const o2: FilmRule = {
  id: 'O2',
  subject: '公开播出',
  clause: '附件1 一（一）',
  judge({ durationMs }, config, form) {
    if (!config.broadcast.required) return { verdict: 'notApplicable' };
    const [first, ...others] = form?.broadcasts ?? [];
    if (form === null || !first) return null;
    const reasons = formReasons(form, { config, durationMs, listedAreas: [] }).filter(({ path }) => path?.startsWith('broadcasts.'));
    const [reason] = reasons.filter(({ code }) => code !== 'MISSING');
    if (!reason && reasons.length > 0) return null;
    const category = broadcastCategory(config, first.categoryId)?.label;
    const measured = `${first.day} ${first.platform}${category ? `（${category}）` : ''}${others.length > 0 ? `，共 ${others.length + 1} 条记录` : ''}`;
    const { fromDay, toDay } = config.workWindow;
    const required = `${fromDay} 至 ${toDay} 播出${config.broadcast.proofRequired ? '，有播放证明' : ''}`;
    if (reason) return { verdict: 'fail', measured, required, advice: `${sentenceOf(reason)}。请在“播出记录”里改正。` };
    return { verdict: 'pass', measured, required };
  },
};
