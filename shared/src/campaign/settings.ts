import { MODE_NAMES, sayCheck, SWITCHABLE_CHECKS } from '../inspection/rule-modes.js';
import { SHORTEST_MEASURED } from './check-config.js';
import type { CampaignConfig, HintPolicy, RuleMode, TextLimits } from './config.js';
import { asMode, aspect, at, bonusMode, bonusSlots, drawnSignature, flag, largestFilm, modeOf, percent, quotaOf, seconds, smallestFilm, wholePercent, within, type Lens } from './lens.js';
import type { Control, Setting } from './setting.js';
import { wordingSettings } from './wording-settings.js';

const YES_NO = [
  { value: 'yes', label: '要求' },
  { value: 'no', label: '不要求' },
];

const modes = (...shown: RuleMode[]) => shown.map((value) => ({ value, label: MODE_NAMES[value] }));

const setting = (path: string, label: string, control: Control): Setting => ({ path, label, control });
const text = (path: string, label: string, lens: Lens<string>, max: number) => setting(path, label, { kind: 'text', lens, max });
const count = (path: string, label: string, lens: Lens<number>, unit: string, max: number, min = 0) => setting(path, label, { kind: 'number', lens, unit, min, max });
const bound = (path: string, label: string, lens: Lens<number | null>, unit: string, max: number) => setting(path, label, { kind: 'bound', lens, unit, min: 0, max });
const choice = (path: string, label: string, lens: Lens<string>, options: { value: string; label: string }[]) => setting(path, label, { kind: 'choice', lens, options });
const limit = (key: keyof TextLimits, label: string) => count(`limits.${key}`, label, within('limits', key), '字', 2000, 1);

const identity = (key: 'author' | 'producingUnit', label: string) => {
  const lens = within('identity', key);
  const asText: Lens<string> = { read: lens.read, write: (config, value) => lens.write(config, asMode(value)) };
  return choice(`identity.${key}`, label, asText, modes('block', 'warn', 'off'));
};

const ABOUT = [
  text('title', '征集名称', at('title'), 60),
  text('theme', '主题', at('theme'), 60),
  text('documentNumber', '文号', at('documentNumber'), 40),
  text('organiser.phone', '咨询电话', within('organiser', 'phone'), 40),
  text('organiser.email', '咨询邮箱', within('organiser', 'email'), 80),
];

const DATES = [
  setting('workWindow', '制作与播映自', { kind: 'day', lens: within('workWindow', 'fromDay') }),
  setting('workWindow', '制作与播映至', { kind: 'day', lens: within('workWindow', 'toDay') }),
  setting('opensAt', '征集开始', { kind: 'instant', lens: at('opensAt'), of: 'opening' }),
  setting('recommendBy', '推荐截止', { kind: 'instant', lens: at('recommendBy'), of: 'closing' }),
  setting('scanBy', '扫描件截止', { kind: 'optionalInstant', lens: at('scanBy'), otherwise: '同推荐截止' }),
  setting('arriveBy', '纸质材料到达', { kind: 'optionalInstant', lens: at('arriveBy'), otherwise: '不设' }),
  count('uploadGraceMinutes', '续传宽限', at('uploadGraceMinutes'), '分钟', 1440),
];

const BONUS = [
  count('bonus.slots', '增加的名额', bonusSlots, '个', 20),
  choice('bonus.mode', '增加的名额给谁', bonusMode, [
    { value: 'reserved', label: '只给名单内旗县的作品' },
    { value: 'open', label: '单位任何作品' },
  ]),
];

const FILM = [
  bound('film.minBytes', '文件大小下限', smallestFilm, '兆', 4000),
  bound('film.maxBytes', '文件大小上限', largestFilm, '兆', 4000),
  setting('film.minMs', '时长下限', { kind: 'length', lens: within('film', 'minMs') }),
  setting('film.maxMs', '时长上限', { kind: 'length', lens: within('film', 'maxMs') }),
  count('film.lengthToleranceMs', '两端容差', within('film', 'lengthToleranceMs'), '毫秒', 5000),
  bound('film.minWidth', '最小宽度', within('film', 'minWidth'), '像素', 8000),
  bound('film.minHeight', '最小高度', within('film', 'minHeight'), '像素', 8000),
  choice('film.aspect', '画面比例', aspect, [
    { value: '16:9', label: '16:9 横版' },
    { value: 'any', label: '不要求' },
  ]),
];

const ORIGINALITY = [
  bound('nonOriginalShare', '非原创占比上限', percent(at('nonOriginalShare')), '%', 100),
  identity('author', '同一第一作者'),
  identity('producingUnit', '同一第一制作单位'),
  choice('broadcast.categories', '播出记录', flag(within('broadcast', 'required')), YES_NO),
  choice('broadcast.proofRequired', '播放证明', flag(within('broadcast', 'proofRequired')), YES_NO),
];

const RULE_MODES = SWITCHABLE_CHECKS.map(({ check, label, canBlock }) => choice(`ruleModes.${check}`, sayCheck({ check, label }), modeOf(check), canBlock ? modes('block', 'warn', 'off') : modes('warn', 'off')));

const hint = (key: keyof HintPolicy, label: string, unit: string, max: number, min: number, toScreen: (lens: Lens<number>) => Lens<number> = (lens) => lens) => count(`hints.${key}`, label, toScreen(within('hints', key)), unit, max, min);

const HINTS = [
  hint('barsShare', '黑边占画面', '%', 20, 1, wholePercent),
  hint('titleLikeness', '片头与名称相同', '%', 100, 30, wholePercent),
  hint('subtitleShare', '有字幕的画面', '%', 100, 0, wholePercent),
  hint('quietLufs', '响度下限', 'LUFS', -16, -60), hint('loudLufs', '响度上限', 'LUFS', 0, -16),
  hint('blackMs', '黑屏', '秒', 120, SHORTEST_MEASURED.blackMs / 1000, seconds), hint('frozenMs', '画面不动', '秒', 120, SHORTEST_MEASURED.frozenMs / 1000, seconds), hint('silentMs', '没有声音', '秒', 120, SHORTEST_MEASURED.silentMs / 1000, seconds),
  hint('likenessShare', '与另一部作品相同', '%', 100, 50, wholePercent),
];

const OVERRIDES = [
  choice('overrides.unit', '推荐单位可以复核', { read: ({ overrides }) => overrides.unit, write: (config, value) => ({ ...config, overrides: { unit: value === 'none' || value === 'all' ? value : 'hints' } }) }, [
    { value: 'hints', label: '提示和没能检测的' },
    { value: 'all', label: '不通过的也可以' },
    { value: 'none', label: '都不可以' },
  ]),
];

const TEXTS = [
  limit('summary', '内容简介'), limit('innovations', '主要创新点'), limit('reach', '传播效果'),
  limit('title', '作品名称'), limit('field', '领域'), limit('name', '姓名'), limit('organisation', '单位名称'), limit('post', '职务职称'), limit('address', '联系地址'),
  limit('materialNote', '素材说明'), limit('licence', '授权说明'), limit('opinion', '审核意见'),
];

const HAND_OVER = [
  choice('drawnSignature', '电子版上的签名', drawnSignature, [
    { value: 'placed', label: '放上手机上的签名' },
    { value: 'blank', label: '留空' },
  ]),
  count('handOver.formCopies', '纸质推荐表', within('handOver', 'formCopies'), '份', 20),
  count('handOver.discs', '光盘', within('handOver', 'discs'), '张', 20),
  text('handOver.email', '报送邮箱', within('handOver', 'email'), 80),
  count('awards.count', '评选数量', within('awards', 'count'), '部', 500, 1),
];

/** Every value of a call that an administrator changes by hand, in the order of the notice. Unit types are the call's own. */
export function settingsOf(config: CampaignConfig): Setting[] {
  const quotas = config.unitTypes.map(({ label }, index) => count(`unitTypes.${index}.quota`, `${label}名额`, quotaOf(index), '个', 100));
  return [...ABOUT, ...DATES, ...quotas, ...(config.bonus ? BONUS : []), ...FILM, ...ORIGINALITY, ...RULE_MODES, ...HINTS, ...OVERRIDES, ...TEXTS, ...wordingSettings(config), ...HAND_OVER];
}
