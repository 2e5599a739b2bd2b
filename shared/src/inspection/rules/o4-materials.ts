import { formReasons } from '../../forms/check-form.js';
import { sentenceOf } from '../../errors.js';
import type { FilmRule } from '../rule.js';

/** Every quoted material with position, licence and proof. Whether a licence holds is for a person to say. */
export const o4: FilmRule = {
  id: 'O4',
  subject: '引用素材的授权',
  clause: '附件1 一（四）2（1）',
  judge({ durationMs }, config, form) {
    if (form === null) return null;
    if (form.materials.length === 0) return form.allOriginal ? { verdict: 'notApplicable', measured: '申报为全片原创' } : null;
    const reasons = formReasons(form, { config, durationMs, listedAreas: [] }).filter(({ path }) => path?.startsWith('materials.'));
    const [reason] = reasons.filter(({ code }) => code !== 'MISSING');
    if (!reason && reasons.length > 0) return null;
    const measured = `${form.materials.length} 处引用`;
    const required = '每处有类型、位置时长、授权方式、区域、期限和证明';
    if (!reason) return { verdict: 'pass', measured: `${measured}，都已写明并附证明`, required };
    const row = Number(reason.path?.split('.')[1] ?? 0) + 1;
    return { verdict: 'fail', measured, required, advice: `第 ${row} 处：${sentenceOf(reason)}。请在“引用素材”里改正。` };
  },
};
