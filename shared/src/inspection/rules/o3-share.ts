import { sayPercent } from '../../errors.js';
import { materialKind } from '../../forms/work-form.js';
import { nonOriginal } from '../../rules/materials.js';
import { sayLength } from '../../time.js';
import type { Evidence } from '../finding.js';
import { failedStage, type FilmRule } from '../rule.js';

/** What the author declares as not their own, against the film's measured length. */
export const o3: FilmRule = {
  id: 'O3',
  subject: '引用比例',
  clause: '附件1 一（四）2',
  judge(facts, config, form) {
    if (form === null || (form.materials.length === 0 && !form.allOriginal)) return null;
    const { usedMs, share, limit, leftMs, isOver } = nonOriginal(form.materials, facts.durationMs, config);
    if (limit === null) return { verdict: 'notApplicable' };
    if (share === null) return failedStage(facts, 'container');
    const measured = usedMs === 0 ? '没有申报计时的引用' : `申报 ${sayLength(usedMs)}，占 ${sayPercent(share)}`;
    const required = `不超过时长的 ${sayPercent(limit)}`;
    const evidence = form.materials.flatMap((material) => {
      const kind = materialKind(config, material.kindId);
      return kind?.timed === false ? [] : material.ranges.map((range): Evidence => ({ kind: 'range', ...range, note: kind?.label ?? null }));
    });
    if (isOver) return { verdict: 'fail', measured, required, evidence, advice: `多了 ${sayLength(-(leftMs ?? 0))}。请剪去或换成自己的画面，再改引用素材的位置。` };
    return { verdict: 'pass', measured, required, evidence };
  },
};
