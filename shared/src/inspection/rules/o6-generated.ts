import type { CampaignConfig } from '../../campaign/config.js';
import { materialKind, type QuotedMaterial, type WorkForm } from '../../forms/work-form.js';
import { sayTimecode } from '../../time.js';
import type { Evidence } from '../finding.js';
import type { MarkFacts } from '../facts.js';
import { failedStage, type FilmRule } from '../rule.js';

/**
 * Marks of generated material in the file against what the form declares. A mark is a hint that a person judges;
 * most programs drop it on export, so a file without one says nothing at all.
 */
export const o6: FilmRule = {
  id: 'O6',
  subject: '人工智能生成内容',
  clause: '附件1 一（四）2（4）',
  judge(facts, config, form) {
    const failed = failedStage(facts, 'marks');
    if (failed) return failed;
    if (!facts.marks) return null;
    const required = '使用人工智能生成的视频、图片须申报';
    const found = sayMarks(facts.marks);
    const declared = form === null ? [] : declaredAsGenerated(form, config);
    const evidence: Evidence[] = [...facts.marks.aigc.map(({ where, text }): Evidence => ({ kind: 'text', atMs: 0, text, note: where })), ...rangesOf(declared)];
    const said = sayDeclared(declared);
    if (found === null) return { verdict: 'nothing', measured: `文件里没有发现标识${said ? `；${said}` : ''}`, required, evidence, advice: '没有发现标识，不能说明没有使用：多数软件导出时会去掉它。用到的请照实申报。' };
    const what = facts.marks.aigc.length > 0 ? '文件里有人工智能生成标识' : '文件里有 C2PA 来源凭证，里面可能记着人工智能生成，也可能只是相机或剪辑软件写的';
    if (form === null) return { verdict: 'look', measured: found, required, evidence, advice: `${what}。如果用到了人工智能生成的内容，请在“引用素材”里写明位置。` };
    if (said) return { verdict: 'look', measured: `${found}；${said}`, required, evidence, advice: `${what}，也已申报。请核对申报的位置是不是全部用到的地方。` };
    return { verdict: 'look', measured: `${found}；没有申报`, required, evidence, advice: `${what}；表里没有申报。如果用到了，请在“引用素材”里写明位置；没有用到，请告诉审核人它从哪里来。` };
  },
};

function sayMarks({ aigc, hasC2pa }: MarkFacts): string | null {
  const found = [...(aigc.length > 0 ? ['有 AIGC 标识'] : []), ...(hasC2pa ? ['有 C2PA 来源凭证'] : [])];
  return found.length > 0 ? `文件里${found.join('，')}` : null;
}

/** Pictures that are generated are of a kind with a position; a text written by a machine leaves no mark in a film. */
function declaredAsGenerated(form: WorkForm, config: CampaignConfig): QuotedMaterial[] {
  return form.materials.filter(({ kindId }) => {
    const kind = materialKind(config, kindId);
    return kind?.timed === true && /人工智能|AI/u.test(kind.label);
  });
}

const rangesOf = (materials: readonly QuotedMaterial[]): Evidence[] => materials.flatMap(({ ranges, note }) => ranges.map((range): Evidence => ({ kind: 'range', ...range, note: note || '申报为人工智能生成' })));

function sayDeclared(materials: readonly QuotedMaterial[]): string | null {
  if (materials.length === 0) return null;
  const at = materials.flatMap(({ ranges }) => ranges.map(({ fromMs, toMs }) => `${sayTimecode(fromMs)}–${sayTimecode(toMs)}`));
  return `申报 ${materials.length} 处${at.length > 0 ? `：${at.join('、')}` : ''}`;
}
