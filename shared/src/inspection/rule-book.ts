import type { CampaignConfig, HintPolicy, RuleMode } from '../campaign/config.js';
import { sayPercent } from '../errors.js';
import type { RuleId } from '../rules/rule-ids.js';
import { sayDay, sayFullMoment, sayLength } from '../time.js';
import { MODE_EFFECTS, MODE_NAMES, ruleMode, SWITCHABLE_CHECKS } from './rule-modes.js';
import { sayBounds } from './rules/v4-length.js';

/** measured: the machine decides · hint: the machine points, a person decides · person: a named person attests · process: cannot be done otherwise. */
export type HowChecked = 'measured' | 'hint' | 'person' | 'process';

export const HOW_WORDS: Record<HowChecked, string> = {
  measured: '机器测量',
  hint: '机器提示，由人判断',
  person: '审核人签字确认',
  process: '流程保证，不会发生',
};

/** A rule as a creator or a reviewer reads it. */
export interface RuleEntry {
  id: RuleId;
  name: string;
  clause: string;
  how: readonly HowChecked[];
  /** How it is checked, in plain words. */
  check: string;
  /** What this call asks; null: no figure. */
  limit?: (config: CampaignConfig) => string | null;
  /** From where on this call wants a hint to be looked at. */
  hints?: (hints: HintPolicy) => string;
}

export interface RuleChapter {
  title: string;
  rules: readonly RuleEntry[];
}

const FILM = '附件1 一（三）2';
const PARTS = '附件1 一（三）3';
const SPEECH = '附件1 一（三）4';
const SOURCES = '附件1 一（四）2';

export const RULE_BOOK: readonly RuleChapter[] = [
  {
    title: '成片',
    rules: [
      { id: 'V1', name: '格式是 MP4', clause: FILM, how: ['measured'], check: '读文件的内容判断，不看文件名；改了后缀的其他格式不算。' },
      { id: 'V2', name: '横版全画幅', clause: FILM, how: ['measured', 'hint'], check: '按播放时的样子算比例，旋转也算在内。黑边、虚化的侧边只提示，请人看一眼。', hints: ({ barsShare }) => `黑边占到画面的 ${sayPercent(barsShare)} 才提示`, limit: ({ film }) => film.aspect && `${film.aspect.width}:${film.aspect.height}` },
      { id: 'V3', name: '高清', clause: FILM, how: ['measured', 'hint'], check: '量画面的宽和高。细节明显不足、像是放大出来的，只提示。', limit: ({ film }) => (film.minWidth === null || film.minHeight === null ? null : `至少 ${film.minWidth}×${film.minHeight}`) },
      { id: 'V4', name: '时长', clause: '附件1 一（三）1', how: ['measured'], check: '按画面实际播放的长度算，两头都包括在内。', limit: ({ film }) => (film.minMs === null && film.maxMs === null ? null : sayBounds(film)) },
      { id: 'V5', name: '大小', clause: FILM, how: ['measured'], check: '数文件的字节。“兆”两头都从宽理解。', limit: ({ film }) => (film.minBytes === null && film.maxBytes === null ? null : film.sizeWording) },
      { id: 'V6', name: '片头题目与推荐表一致', clause: PARTS, how: ['hint'], check: '机器读片头的字，与推荐表的名称并排显示。没读到不等于没有。', hints: ({ titleLikeness }) => `有 ${sayPercent(titleLikeness)} 的字相同，就当作读到了名称` },
      { id: 'V7', name: '片尾写明主创人员、制作单位、版权单位、录制时间', clause: PARTS, how: ['hint'], check: '机器读片尾的字，四项逐一列出找到或没找到，附画面。' },
      { id: 'V8', name: '简体中文，有简体中文字幕', clause: SPEECH, how: ['hint'], check: '抽看全片的字幕，列出只有繁体才用的字和它出现的时间。', hints: ({ subtitleShare }) => `抽查的画面里有字幕的不到 ${sayPercent(subtitleShare)} 才提示` },
      { id: 'V9', name: '普通话配音和解说', clause: SPEECH, how: ['measured', 'hint', 'person'], check: '查有没有声音、是不是全程静音；是不是普通话由审核人听。响度过高过低只提示。', hints: ({ quietLufs, loudLufs }) => `响度低于 ${quietLufs} 或高于 ${loudLufs} LUFS 才提示` },
      { id: 'V10', name: '由片头、正片、片尾组成', clause: PARTS, how: ['hint'], check: '由片头题目和片尾署名的结果得出。' },
      { id: 'V11', name: '能从头播到尾', clause: FILM, how: ['measured', 'hint'], check: '抽查各处能否播放，损坏指到秒。长时间黑屏、静止画面、没有声音只提示。', hints: ({ blackMs, frozenMs, silentMs }) => `黑屏 ${sayLength(blackMs)}、画面不动 ${sayLength(frozenMs)}、没有声音 ${sayLength(silentMs)}才提示，在片头片尾加倍` },
    ],
  },
  {
    title: '原创与来源',
    rules: [
      { id: 'O1', name: '在规定时间内完成制作', clause: '附件1 一（一）', how: ['measured'], check: '看推荐表填的制作日期。', limit: ({ workWindow }) => `${sayDay(workWindow.fromDay)} 至 ${sayDay(workWindow.toDay)}` },
      { id: 'O2', name: '在规定时间内公开播映，有证明', clause: '附件1 一（一）', how: ['measured', 'person'], check: '至少一条播映记录，有日期、平台、证明文件；证明是否有效由审核人看。' },
      { id: 'O3', name: '非原创部分不超过比例', clause: SOURCES, how: ['measured'], check: '申报的时段相加，重叠只算一次，除以影片长度。', limit: ({ nonOriginalShare }) => (nonOriginalShare === null ? null : `不超过 ${sayPercent(nonOriginalShare)}`) },
      { id: 'O4', name: '引用素材注明类型、位置、长度、授权', clause: `${SOURCES}（1）`, how: ['measured', 'person'], check: '机器查有没有填、有没有授权文件；是否有效由审核人看。' },
      { id: 'O5', name: '公共素材标注“资料”和出处', clause: `${SOURCES}（1）`, how: ['hint'], check: '机器在申报的每个时段里读画面上有没有“资料”二字；出处由人核对。' },
      { id: 'O6', name: '人工智能生成的内容要申报', clause: `${SOURCES}（4）`, how: ['hint'], check: '看文件里有没有人工智能生成的标识，与申报对照。没有标识不等于没有用。' },
      { id: 'O7', name: '同一作者、同一单位只报一部', clause: '附件1 三（一）', how: ['measured', 'hint'], check: '按手机号和单位代码、名称在全区比对；写法相近的只提示。' },
      { id: 'O8', name: '不重复推荐', clause: '附件1 三（一）', how: ['measured', 'hint'], check: '按文件的指纹比对；画面相像的（重新压缩、裁剪、改片头）只提示，由人对照。', hints: ({ likenessShare }) => `相同的画面占较短一部的 ${sayPercent(likenessShare)} 才提示` },
    ],
  },
  {
    title: '推荐表',
    rules: [
      { id: 'F1', name: '各栏填齐', clause: '附件2', how: ['measured'], check: '名称、领域、播映、主创、联系方式逐栏检查。' },
      { id: 'F2', name: '内容简介的字数', clause: '附件2', how: ['measured'], check: '按人数字的办法数，标点也算一个字。', limit: ({ limits }) => `${limits.summary} 字以内` },
      { id: 'F3', name: '主要创新点的字数', clause: '附件2', how: ['measured'], check: '同上。', limit: ({ limits }) => `${limits.innovations} 字以内` },
      { id: 'F4', name: '传播效果的字数', clause: '附件2', how: ['measured'], check: '同上。', limit: ({ limits }) => `${limits.reach} 字以内` },
      { id: 'F5', name: '承诺并手写签名', clause: '附件2', how: ['measured'], check: '在手机上手写签名；之后改了推荐表，要重新签。' },
      { id: 'F6', name: '单位制作的作品盖单位公章', clause: '附件2', how: ['person'], check: '公章盖在打印的推荐表上，由审核人看扫描件。' },
      { id: 'F7', name: '各处字数一致', clause: '附件2', how: ['process'], check: '手机、电脑、服务器用同一个办法数字，显示多少就是多少。' },
    ],
  },
  {
    title: '推荐',
    rules: [
      { id: 'P1', name: '推荐名额', clause: '三', how: ['process'], check: '名额用完就不能再推荐，几个人同时推荐也不会超。' },
      { id: 'P2', name: '革命老区、边远贫困地区专设名额', clause: '三', how: ['process'], check: '专设名额只给来自名单内旗县的作品。', limit: ({ bonus }) => (bonus === null ? '本次没有专设名额' : null) },
      { id: 'P3', name: '来自该地区的作品由该地区作者或单位申报', clause: '附件1 二2', how: ['measured', 'person'], check: '推荐表选的旗县要在名单内，由推荐单位确认。' },
      { id: 'P4', name: '截止时间', clause: '三', how: ['process'], check: '以服务器的北京时间为准。', limit: ({ recommendBy }) => sayFullMoment(recommendBy) },
      { id: 'P5', name: '多人合作由第一作者申报，多单位由第一制作单位申报', clause: '附件1 二2', how: ['measured'], check: '推荐表里排第一的人和单位要填全。' },
      { id: 'P6', name: '推荐单位的审核责任', clause: '附件1 三（二）', how: ['person'], check: '政治、科学性、作者身份、科研诚信和伦理，逐项由具名的人签。', limit: ({ duties }) => `${duties.length} 项` },
      { id: 'P7', name: '只能由推荐单位推荐', clause: '附件1 三（一）', how: ['process'], check: '个人不能越过推荐单位。' },
      { id: 'P8', name: '推荐表盖章', clause: '附件2', how: ['measured', 'person'], check: '盖章的扫描件传上，推荐才生效。' },
      { id: 'P9', name: '发现重复或抄袭，取消资格', clause: '附件1 三（一）', how: ['person'], check: '由科技厅办理，要写理由，留下记录。' },
      { id: 'P10', name: '光盘纸质邮寄、电子版发邮箱，两种方式都报送', clause: '附件1 二3', how: ['process'], check: '单位一次备齐：材料包、光盘映像、标签和邮件，报送后冻结不再变。' },
      { id: 'P11', name: '专家评审，择优评选', clause: '四', how: ['person'], check: '由科技厅组织专家评审，按评审结果评选。', limit: ({ awards }) => `评选出 ${awards.count} 部` },
      { id: 'P12', name: '作品的使用授权和责任', clause: '附件1 三（三）（四）', how: ['process'], check: '签的承诺原文、版本和时间都记下来。' },
    ],
  },
];

/** How one check of a rule acts in this call, and what that means. */
export interface RuleAct {
  /** Which check, where the rule has several. */
  label: string | null;
  mode: RuleMode;
  name: string;
  effect: string;
}

/** What this call does with a rule: each of its checks with its mode. Empty: nothing can be switched. */
export function ruleActs(id: RuleId, config: CampaignConfig): RuleAct[] {
  const checks = SWITCHABLE_CHECKS.filter(({ check }) => check === id || check.startsWith(`${id}.`)).map(({ check, label }) => ({ label, mode: ruleMode(config, check) }));
  const identities = id === 'O7' ? [{ label: '同一第一作者', mode: config.identity.author }, { label: '同一第一制作单位', mode: config.identity.producingUnit }] : [];
  const all = [...identities, ...checks];
  return all.map(({ label, mode }) => ({ label: all.length > 1 ? label : null, mode, name: MODE_NAMES[mode], effect: MODE_EFFECTS[mode] }));
}

/** What this call makes of a rule beyond its words: its figure, and from where on its hints are given. */
export function sayLimits({ limit, hints }: RuleEntry, config: CampaignConfig): string[] {
  return [limit?.(config) ?? null, hints ? `按本次征集的设置：${hints(config.hints)}` : null].filter((words) => words !== null);
}
