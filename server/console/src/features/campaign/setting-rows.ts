import type { CampaignConfig } from '@kepu/shared/campaign/config';
import type { Setting } from '@kepu/shared/campaign/setting';
import { RULE_BOOK } from '@kepu/shared/inspection/rule-book';
import { MODE_EFFECTS, MODE_NAMES, SWITCHABLE_CHECKS } from '@kepu/shared/inspection/rule-modes';
import { settingsOf } from '@kepu/shared/campaign/settings';
import { wordingSettings } from '@kepu/shared/campaign/wording-settings';
import type { ClauseId } from '../notice/notice-2025';

/** One line of the page: settings that belong together beside the sentence they carry out. */
export interface SettingRow {
  label: string;
  settings: Setting[];
  clause?: ClauseId;
  /** The part of the sentence this line is about. */
  mark?: string;
  rules?: string;
  /** Where the notice is silent: what is done, and why. */
  silence?: string;
  /** Between the first two: 至. */
  joint?: string;
}

export interface SettingSection {
  id: string;
  label: string;
  /** Said once at the head of the section. */
  note?: string;
  rows: SettingRow[];
}

/** A line as it is written down here: its settings by their paths. */
interface Line extends Omit<SettingRow, 'settings'> {
  paths: string[];
}

/** Everything of a call that can be changed here, in the order of the notice. */
export function settingSections(config: CampaignConfig): SettingSection[] {
  const settings = settingsOf(config);
  return sections(config).map(({ id, label, note, lines }) => ({
    id,
    label,
    note,
    rows: lines.map(({ paths, ...line }) => ({ ...line, settings: settings.filter(({ path }) => paths.includes(path)) })).filter((row) => row.settings.length > 0),
  }));
}

function sections(config: CampaignConfig): { id: string; label: string; note?: string; lines: Line[] }[] {
  return [
    { id: 'about', label: '基本信息', lines: ABOUT },
    { id: 'dates', label: '时间', note: '北京时间，以服务器时钟为准', lines: DATES },
    { id: 'quotas', label: '单位与名额', lines: quotaLines(config) },
    { id: 'film', label: '视频要求', lines: FILM },
    { id: 'originality', label: '原创与播出', lines: ORIGINALITY },
    { id: 'rules', label: '规则开关', note: MODES.map((mode) => `${MODE_NAMES[mode]}：${MODE_EFFECTS[mode]}`).join('　'), lines: RULES },
    { id: 'hints', label: '提示的尺度', note: '通知没有规定，只决定什么时候请人看一眼', lines: HINTS },
    { id: 'texts', label: '推荐表字数', lines: TEXTS },
    { id: 'wording', label: '推荐表文字', lines: wordingLines(config, (path) => !path.startsWith('papers.')) },
    { id: 'papers', label: '其他材料文字', lines: wordingLines(config, (path) => path.startsWith('papers.')) },
    { id: 'hand-over', label: '报送与评选', lines: HAND_OVER },
  ];
}

const ABOUT: Line[] = [
  { label: '征集名称', paths: ['title'] },
  { label: '主题', paths: ['theme'], clause: 'theme' },
  { label: '文号', paths: ['documentNumber'] },
  { label: '咨询', paths: ['organiser.phone', 'organiser.email'], clause: 'contact' },
];

const DATES: Line[] = [
  { label: '作品制作与播映', paths: ['workWindow'], joint: '至', clause: 'window', mark: '2024年1月1日至2024年12月31日', rules: 'O1 O2' },
  { label: '征集开始', paths: ['opensAt'], silence: '通知没有写从哪天起收作品，由科技厅自定。' },
  { label: '推荐截止', paths: ['recommendBy'], clause: 'deadline', mark: '2025年12月10日', rules: 'P4', silence: '通知只写到日，没有写时刻。按当日 24:00 处理，以服务器时钟为准。' },
  { label: '扫描件截止', paths: ['scanBy'], clause: 'mail', rules: 'P8', silence: '通知没有写扫描件的期限；推荐当时占名额，扫描件传上才生效。' },
  { label: '纸质材料到达', paths: ['arriveBy'], clause: 'post', rules: 'P10', silence: '通知没有写光盘和纸质表寄到的日期。' },
  { label: '续传宽限', paths: ['uploadGraceMinutes'], silence: '截止前已登记的成片，可在宽限内传完；推荐表文字须在截止前写定。' },
];

/** Types the notice gives a number to, then those it only addresses, then the extra slot. */
function quotaLines(config: CampaignConfig): Line[] {
  const paths = (isNamed: boolean) => config.unitTypes.flatMap(({ type }, index) => ((type !== 'university' && type !== 'institute') === isNamed ? [`unitTypes.${index}.quota`] : []));
  return [
    { label: '各类单位名额', paths: paths(true), clause: 'quota', rules: 'P1' },
    { label: '高校、科研院所', paths: paths(false), clause: 'addressees', mark: '各高等院校、科研院所', silence: '主送单位里有，名额条款里没有；默认参照部门。' },
    {
      label: '增加的名额',
      paths: ['bonus.slots', 'bonus.mode'],
      clause: 'bonus',
      mark: '增加1个推荐名额',
      rules: 'P2 P3',
      silence: '通知没有列出是哪些盟市、哪些旗县；哪个单位有，在“推荐单位与名额”里逐个设定。',
    },
  ];
}

const FILM: Line[] = [
  { label: '文件大小', paths: ['film.minBytes', 'film.maxBytes'], joint: '至', clause: 'format', mark: '100-300兆', rules: 'V5', silence: '“兆”有两种读法，两端从宽：下限按一百万字节，上限按 1,048,576 字节算一兆。' },
  { label: '时长', paths: ['film.minMs', 'film.maxMs', 'film.lengthToleranceMs'], joint: '至', clause: 'length', mark: '2～5分钟', rules: 'V4', silence: '通知没有写差几帧算不算超；默认两端各放宽 500 毫秒。' },
  { label: '最小宽和高', paths: ['film.minWidth', 'film.minHeight'], joint: '×', clause: 'format', mark: '1080P以上', rules: 'V3' },
  { label: '画面比例', paths: ['film.aspect'], clause: 'format', mark: '16:9全画幅横版', rules: 'V2' },
];

const ORIGINALITY: Line[] = [
  { label: '非原创占比上限', paths: ['nonOriginalShare'], clause: 'nonOriginal', mark: '10%', rules: 'O3' },
  { label: '重复申报', paths: ['identity.author', 'identity.producingUnit'], clause: 'once', mark: '同一单位、同一作者只能申报一部作品', rules: 'O7', silence: '“同一单位”读作同一制作单位。' },
  { label: '播出', paths: ['broadcast.categories', 'broadcast.proofRequired'], clause: 'broadcast', mark: '并提供相应的播放证明', rules: 'O2' },
];

const MODES = ['block', 'warn', 'off'] as const;

const AT_ONCE = '草稿和退回的作品马上按新开关重算；已提交的作品保留提交时测得的结论，只改变拦不拦，提交时关着的检查不补做。';

/** One line a rule, its checks beside each other. */
const RULES: Line[] = [...new Set(SWITCHABLE_CHECKS.map(({ check }) => check.split('.')[0] ?? check))].map((rule, index): Line => {
  const checks = SWITCHABLE_CHECKS.filter(({ check }) => check === rule || check.startsWith(`${rule}.`));
  const inferred = checks.filter(({ canBlock }) => !canBlock).map(({ label }) => label);
  const silence = [index === 0 ? AT_ONCE : '', rule === 'O7' ? '同一作者、同一单位的开关在上面“重复申报”。' : '', inferred.length === checks.length ? '机器推断的，可能认错，不能设为阻止。' : ''].join('');
  const name = RULE_BOOK.flatMap(({ rules }) => rules).find(({ id }) => id === rule)?.name ?? '';
  return { label: `${rule} ${checks.length === 1 ? (checks[0]?.label ?? name) : name}`, paths: checks.map(({ check }) => `ruleModes.${check}`), ...(silence === '' ? {} : { silence }) };
});

const HINTS: Line[] = [
  { label: 'V2 黑边', paths: ['hints.barsShare'], silence: '黑边占画面的宽或高到了这么多才提示；更细的多半是编码凑整。' },
  { label: 'V6 片头名称', paths: ['hints.titleLikeness'], silence: '读到的字与名称有这么多相同，就当作读到了名称；不到的提示“没有找到”。' },
  { label: 'V8 字幕', paths: ['hints.subtitleShare'], silence: '抽查的画面里有字幕的不到这么多就提示。' },
  { label: 'V9 响度', paths: ['hints.quietLufs', 'hints.loudLufs'], silence: '整部影片的响度在两者之间不提示；一般节目在 -24 到 -14 LUFS。' },
  { label: 'V11 黑屏与静止', paths: ['hints.blackMs', 'hints.frozenMs', 'hints.silentMs'], silence: '持续到这么久才提示；在片头片尾加倍。' },
  { label: 'O8 画面相似', paths: ['hints.likenessShare'], silence: '相同的画面占较短一部的这么多才提示。' },
  { label: '人工复核', paths: ['overrides.unit'], silence: '推荐单位对交来的作品、科技厅对任何作品，可以把检测结论记为人工复核，要写理由，记入日志。不通过的默认只由科技厅复核。' },
];

const TEXTS: Line[] = [
  { label: '三段文字', paths: ['limits.summary', 'limits.innovations', 'limits.reach'], clause: 'limits', rules: 'F2 F3 F4' },
  {
    label: '其他栏目',
    paths: ['limits.title', 'limits.field', 'limits.name', 'limits.organisation', 'limits.post', 'limits.address', 'limits.materialNote', 'limits.licence', 'limits.opinion'],
    silence: '通知没有写；按推荐表格子放得下为准。',
  },
];

/** One line for each fixed text: its own label says where it stands. */
function wordingLines(config: CampaignConfig, belongs: (path: string) => boolean): Line[] {
  return wordingSettings(config).filter(({ path }) => belongs(path)).map(({ path, label }) => ({ label, paths: [path] }));
}

const HAND_OVER: Line[] = [
  { label: '签名', paths: ['drawnSignature'], clause: 'signature', rules: 'F5', silence: '通知要求手写签字，没有说电子版。纸质件总是留空，用笔签，以它为准。' },
  { label: '邮寄', paths: ['handOver.formCopies', 'handOver.discs'], clause: 'post', rules: 'P10', silence: '通知没有写份数。' },
  { label: '电子版', paths: ['handOver.email'], clause: 'mail', rules: 'P10' },
  { label: '评选数量', paths: ['awards.count'], clause: 'awards', mark: '6部', rules: 'P11' },
];
