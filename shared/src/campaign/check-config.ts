import { isDay } from '../time.js';
import { sayCheck, SWITCHABLE_CHECKS } from '../inspection/rule-modes.js';
import { BOUNDS, type Bounds } from './bounds.js';
import { formProblems } from './check-form-design.js';
import type { ConfigProblem } from './config-problem.js';
import type { CampaignConfig } from './config.js';

/** Every contradiction in a campaign's configuration, in words; empty means it can be used. */
export function configProblems(config: CampaignConfig): ConfigProblem[] {
  const problems: ConfigProblem[] = [];
  const need = (ok: boolean, path: string, message: string) => {
    if (!ok) problems.push({ path, message });
  };
  const { film, workWindow: window } = config;
  need(config.title.trim() !== '', 'title', '请填写征集名称。');
  need(isDay(window.fromDay) && isDay(window.toDay), 'workWindow', '制作与播映的起止日期不是有效日期。');
  need(window.fromDay <= window.toDay, 'workWindow', '制作与播映的开始日期晚于结束日期。');
  need(config.opensAt < config.recommendBy, 'recommendBy', '推荐截止早于征集开始。');
  need(config.scanBy === null || config.scanBy >= config.recommendBy, 'scanBy', '扫描件截止早于推荐截止。');
  need(config.arriveBy === null || config.arriveBy >= config.recommendBy, 'arriveBy', '纸质材料到达日期早于推荐截止。');
  need(inRange(config.uploadGraceMinutes, BOUNDS.uploadGraceMinutes), 'uploadGraceMinutes', '续传宽限应在 0 到 1440 分钟之间。');
  need(ordered(film.minBytes, film.maxBytes), 'film.maxBytes', '文件大小的下限高于上限。');
  need(ordered(film.minMs, film.maxMs), 'film.maxMs', '时长的下限高于上限。');
  need(film.aspect === null || (film.aspect.width > 0 && film.aspect.height > 0), 'film.aspect', '画面比例须为正数。');
  need(config.nonOriginalShare === null || inRange(config.nonOriginalShare, BOUNDS.share), 'nonOriginalShare', '非原创占比应在 0 到 100% 之间。');
  for (const [name, limit] of Object.entries(config.limits)) need(Number.isInteger(limit) && limit > 0, `limits.${name}`, '字数上限须为正整数。');
  for (const [index, type] of config.unitTypes.entries()) {
    need(Number.isInteger(type.quota) && inRange(type.quota, BOUNDS.quota), `unitTypes.${index}.quota`, `${type.label}名额应为 0 到 100 的整数。`);
  }
  need(config.bonus === null || inRange(config.bonus.slots, BOUNDS.bonusSlots), 'bonus.slots', '增加的名额应为 0 到 20。');
  need(unique(config.duties.map(({ id }) => id)), 'duties', '审核意见的编号重复。');
  need(unique(config.unitTypes.map(({ type }) => type)), 'unitTypes', '同一类推荐单位只能有一个名额数。');
  need(unique(config.broadcast.categories.map(({ id }) => id)), 'broadcast.categories', '播出平台类别的编号重复。');
  need(unique(config.materialKinds.map(({ id }) => id)), 'materialKinds', '引用素材类别的编号重复。');
  need(unique(config.papers.score.criteria.map(({ id }) => id)), 'papers.score.criteria', '评分项的编号重复。');
  need(!config.broadcast.required || config.broadcast.categories.length > 0, 'broadcast.categories', '须有至少一类播出平台。');
  need(config.wording.commitment.length > 0, 'wording.commitment', '作者承诺及授权不能为空。');
  need(config.wording.opinionBefore.includes('{author}') && config.wording.opinionBefore.includes('{title}'), 'wording.opinionBefore', '推荐意见须含 {author} 和 {title}。');
  return [...problems, ...formProblems(config), ...ruleProblems(config), ...hintProblems(config)];
}

/** A machine that reads and compares can be mistaken: what it infers never blocks. */
function ruleProblems({ ruleModes, identity, overrides }: CampaignConfig): ConfigProblem[] {
  const modes: unknown[] = ['block', 'warn', 'off', undefined];
  const known = new Set<string>(SWITCHABLE_CHECKS.map(({ check }) => check));
  return [
    ...SWITCHABLE_CHECKS.flatMap(({ check, label, canBlock }) => {
      const path = `ruleModes.${check}`;
      if (!modes.includes(ruleModes[check])) return [{ path, message: `${sayCheck({ check, label })}：只能是阻止、提醒或关闭。` }];
      return ruleModes[check] === 'block' && !canBlock ? [{ path, message: `${sayCheck({ check, label })}是机器推断的，可能认错，只能提醒或关闭，不能阻止。` }] : [];
    }),
    ...Object.keys(ruleModes).filter((check) => !known.has(check) && check !== 'O7').map((check) => ({ path: `ruleModes.${check}`, message: `${check} 没有可以切换的检查。` })),
    ...(['author', 'producingUnit'] as const).filter((key) => !modes.slice(0, 3).includes(identity[key])).map((key) => ({ path: `identity.${key}`, message: '重复申报只能是阻止、提醒或关闭。' })),
    ...(['none', 'hints', 'all'].includes(overrides.unit) ? [] : [{ path: 'overrides.unit', message: '请选定推荐单位可以复核哪些检测结论。' }]),
  ];
}

function hintProblems({ hints }: CampaignConfig): ConfigProblem[] {
  const need = (ok: boolean, key: keyof CampaignConfig['hints'], message: string) => (ok ? [] : [{ path: `hints.${key}`, message }]);
  return [
    ...need(inRange(hints.barsShare, BOUNDS.barsShare), 'barsShare', '黑边占画面应在 1% 到 20% 之间。'),
    ...need(inRange(hints.titleLikeness, BOUNDS.titleLikeness), 'titleLikeness', '片头与名称相同应在 30% 到 100% 之间。'),
    ...need(inRange(hints.subtitleShare, BOUNDS.subtitleShare), 'subtitleShare', '有字幕的画面应在 0 到 100% 之间。'),
    ...need(inRange(hints.quietLufs, BOUNDS.quietLufs), 'quietLufs', '响度下限应在 -60 到 -16 LUFS 之间。'),
    ...need(inRange(hints.loudLufs, BOUNDS.loudLufs), 'loudLufs', '响度上限应在 -16 到 0 LUFS 之间。'),
    ...need(inRange(hints.blackMs, BOUNDS.blackMs), 'blackMs', '黑屏应在 5 到 120 秒之间，更短的没有测量。'),
    ...need(inRange(hints.frozenMs, BOUNDS.frozenMs), 'frozenMs', '画面不动应在 10 到 120 秒之间，更短的没有测量。'),
    ...need(inRange(hints.silentMs, BOUNDS.silentMs), 'silentMs', '没有声音应在 5 到 120 秒之间，更短的没有测量。'),
    ...need(inRange(hints.likenessShare, BOUNDS.likenessShare), 'likenessShare', '与另一部作品相同应在 50% 到 100% 之间，更少的没有记录。'),
  ];
}

const inRange = (value: number, [least, most]: Bounds) => value >= least && value <= most;
const ordered = (low: number | null, high: number | null) => low === null || high === null || low <= high;
const unique = (ids: string[]) => new Set(ids).size === ids.length;
