import { MODE_NAMES, sayCheck, SWITCHABLE_CHECKS } from '../inspection/rule-modes.js';
import { LIMIT_NAMES, TEXT_LIMITS } from '../forms/limits.js';
import { BOUNDS, CONFIG_TEXTS, type Bounds } from './bounds.js';
import type { CampaignConfig, HintPolicy, RuleMode } from './config.js';
import { asMode, aspect, at, bonusMode, bonusSlots, drawnSignature, flag, largestFilm, MB, MIB, modeOf, percent, quotaOf, seconds, smallestFilm, wholePercent, within, type Lens } from './lens.js';
import type { Control, Setting } from './setting.js';
import { wordingSettings } from './wording-settings.js';

const YES_NO = [
  { value: 'yes', label: '要求' },
  { value: 'no', label: '不要求' },
];

const modes = (...shown: RuleMode[]) => shown.map((value) => ({ value, label: MODE_NAMES[value] }));

const setting = (path: string, label: string, control: Control): Setting => ({ path, label, control });
const text = (path: string, label: string, lens: Lens<string>, max: number) => setting(path, label, { kind: 'text', lens, max });
const count = (path: string, label: string, lens: Lens<number>, unit: string, [min, max]: Bounds) => setting(path, label, { kind: 'number', lens, unit, min, max });
const bound = (path: string, label: string, lens: Lens<number | null>, unit: string, [min, max]: Bounds) => setting(path, label, { kind: 'bound', lens, unit, min, max });
/** Bounds in the unit they are shown in. */
const per = (unit: number, [least, most]: Bounds): Bounds => [least / unit, most / unit];
const choice = (path: string, label: string, lens: Lens<string>, options: { value: string; label: string }[]) => setting(path, label, { kind: 'choice', lens, options });

const identity = (key: 'author' | 'producingUnit', label: string) => {
  const lens = within('identity', key);
  const asText: Lens<string> = { read: lens.read, write: (config, value) => lens.write(config, asMode(value)) };
  return choice(`identity.${key}`, label, asText, modes('block', 'warn', 'off'));
};

const ABOUT = [
  text('title', '征集名称', at('title'), CONFIG_TEXTS.short),
  text('theme', '主题', at('theme'), CONFIG_TEXTS.short),
  text('documentNumber', '文号', at('documentNumber'), CONFIG_TEXTS.code),
  text('organiser.phone', '咨询电话', within('organiser', 'phone'), CONFIG_TEXTS.phone),
  text('organiser.email', '咨询邮箱', within('organiser', 'email'), CONFIG_TEXTS.email),
];

const DATES = [
  setting('workWindow', '制作与播映自', { kind: 'day', lens: within('workWindow', 'fromDay') }),
  setting('workWindow', '制作与播映至', { kind: 'day', lens: within('workWindow', 'toDay') }),
  setting('opensAt', '征集开始', { kind: 'instant', lens: at('opensAt'), of: 'opening' }),
  setting('recommendBy', '推荐截止', { kind: 'instant', lens: at('recommendBy'), of: 'closing' }),
  setting('scanBy', '扫描件截止', { kind: 'optionalInstant', lens: at('scanBy'), otherwise: '同推荐截止' }),
  setting('arriveBy', '纸质材料到达', { kind: 'optionalInstant', lens: at('arriveBy'), otherwise: '不设' }),
  count('uploadGraceMinutes', '续传宽限', at('uploadGraceMinutes'), '分钟', BOUNDS.uploadGraceMinutes),
];

const BONUS = [
  count('bonus.slots', '增加的名额', bonusSlots, '个', BOUNDS.bonusSlots),
  choice('bonus.mode', '增加的名额给谁', bonusMode, [
    { value: 'reserved', label: '只给名单内旗县的作品' },
    { value: 'open', label: '单位任何作品' },
  ]),
];

const FILM = [
  bound('film.minBytes', '文件大小下限', smallestFilm, '兆', per(MB, BOUNDS.filmMinBytes)),
  bound('film.maxBytes', '文件大小上限', largestFilm, '兆', per(MIB, BOUNDS.filmMaxBytes)),
  setting('film.minMs', '时长下限', { kind: 'length', lens: within('film', 'minMs') }),
  setting('film.maxMs', '时长上限', { kind: 'length', lens: within('film', 'maxMs') }),
  count('film.lengthToleranceMs', '两端容差', within('film', 'lengthToleranceMs'), '毫秒', BOUNDS.lengthToleranceMs),
  bound('film.minWidth', '最小宽度', within('film', 'minWidth'), '像素', BOUNDS.pixels),
  bound('film.minHeight', '最小高度', within('film', 'minHeight'), '像素', BOUNDS.pixels),
  choice('film.aspect', '画面比例', aspect, [
    { value: '16:9', label: '16:9 横版' },
    { value: 'any', label: '不要求' },
  ]),
];

const ORIGINALITY = [
  bound('nonOriginalShare', '非原创占比上限', percent(at('nonOriginalShare')), '%', per(0.01, BOUNDS.share)),
  identity('author', '同一第一作者'),
  identity('producingUnit', '同一第一制作单位'),
  choice('broadcast.categories', '播出记录', flag(within('broadcast', 'required')), YES_NO),
  choice('broadcast.proofRequired', '播放证明', flag(within('broadcast', 'proofRequired')), YES_NO),
];

const RULE_MODES = SWITCHABLE_CHECKS.map(({ check, label, canBlock }) => choice(`ruleModes.${check}`, sayCheck({ check, label }), modeOf(check), canBlock ? modes('block', 'warn', 'off') : modes('warn', 'off')));

const hint = (key: keyof HintPolicy, label: string, unit: string, size = 1, toScreen: (lens: Lens<number>) => Lens<number> = (lens) => lens) => count(`hints.${key}`, label, toScreen(within('hints', key)), unit, per(size, BOUNDS[key]));
const share = (key: keyof HintPolicy, label: string) => hint(key, label, '%', 0.01, wholePercent);
const stretch = (key: keyof HintPolicy, label: string) => hint(key, label, '秒', 1_000, seconds);

const HINTS = [
  share('barsShare', '黑边占画面'), share('titleLikeness', '片头与名称相同'), share('subtitleShare', '有字幕的画面'),
  hint('quietLufs', '响度下限', 'LUFS'), hint('loudLufs', '响度上限', 'LUFS'),
  stretch('blackMs', '黑屏'), stretch('frozenMs', '画面不动'), stretch('silentMs', '没有声音'),
  share('likenessShare', '与另一部作品相同'),
];

const OVERRIDES = [
  choice('overrides.unit', '推荐单位可以复核', { read: ({ overrides }) => overrides.unit, write: (config, value) => ({ ...config, overrides: { unit: value === 'none' || value === 'all' ? value : 'hints' } }) }, [
    { value: 'hints', label: '提示和没能检测的' },
    { value: 'all', label: '不通过的也可以' },
    { value: 'none', label: '都不可以' },
  ]),
];

const TEXTS = LIMIT_NAMES.map((name) => count(`limits.${name}`, TEXT_LIMITS[name].label, within('limits', name), '字', [1, TEXT_LIMITS[name].most]));

const HAND_OVER = [
  choice('drawnSignature', '电子版上的签名', drawnSignature, [
    { value: 'placed', label: '放上手机上的签名' },
    { value: 'blank', label: '留空' },
  ]),
  count('handOver.formCopies', '纸质推荐表', within('handOver', 'formCopies'), '份', BOUNDS.copies),
  count('handOver.discs', '光盘', within('handOver', 'discs'), '张', BOUNDS.copies),
  text('handOver.email', '报送邮箱', within('handOver', 'email'), CONFIG_TEXTS.email),
  count('awards.count', '评选数量', within('awards', 'count'), '部', BOUNDS.awards),
];

/** Every value of a call that an administrator changes by hand, in the order of the notice. Unit types are the call's own. */
export function settingsOf(config: CampaignConfig): Setting[] {
  const quotas = config.unitTypes.map(({ label }, index) => count(`unitTypes.${index}.quota`, `${label}名额`, quotaOf(index), '个', BOUNDS.quota));
  return [...ABOUT, ...DATES, ...quotas, ...(config.bonus ? BONUS : []), ...FILM, ...ORIGINALITY, ...RULE_MODES, ...HINTS, ...OVERRIDES, ...TEXTS, ...wordingSettings(config), ...HAND_OVER];
}
