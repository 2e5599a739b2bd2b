import { isDay } from '../time.js';
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
  need(inRange(config.uploadGraceMinutes, 0, 24 * 60), 'uploadGraceMinutes', '续传宽限应在 0 到 1440 分钟之间。');
  need(ordered(film.minBytes, film.maxBytes), 'film.maxBytes', '文件大小的下限高于上限。');
  need(ordered(film.minMs, film.maxMs), 'film.maxMs', '时长的下限高于上限。');
  need(film.aspect === null || (film.aspect.width > 0 && film.aspect.height > 0), 'film.aspect', '画面比例须为正数。');
  need(config.nonOriginalShare === null || inRange(config.nonOriginalShare, 0, 1), 'nonOriginalShare', '非原创占比应在 0 到 100% 之间。');
  for (const [name, limit] of Object.entries(config.limits)) need(Number.isInteger(limit) && limit > 0, `limits.${name}`, '字数上限须为正整数。');
  for (const [index, type] of config.unitTypes.entries()) {
    need(Number.isInteger(type.quota) && inRange(type.quota, 0, 100), `unitTypes.${index}.quota`, `${type.label}名额应为 0 到 100 的整数。`);
  }
  need(config.bonus === null || inRange(config.bonus.slots, 0, 20), 'bonus.slots', '增加的名额应为 0 到 20。');
  need(unique(config.duties.map((d) => d.id)), 'duties', '审核意见的编号重复。');
  need(!config.broadcast.required || config.broadcast.categories.length > 0, 'broadcast.categories', '须有至少一类播出平台。');
  need(config.wording.commitment.length > 0, 'wording.commitment', '作者承诺及授权不能为空。');
  need(config.wording.opinionBefore.includes('{author}') && config.wording.opinionBefore.includes('{title}'), 'wording.opinionBefore', '推荐意见须含 {author} 和 {title}。');
  return [...problems, ...formProblems(config)];
}

const inRange = (value: number, from: number, to: number) => value >= from && value <= to;
const ordered = (low: number | null, high: number | null) => low === null || high === null || low <= high;
const unique = (ids: string[]) => new Set(ids).size === ids.length;
