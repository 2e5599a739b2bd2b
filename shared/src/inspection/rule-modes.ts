import type { CampaignConfig, RuleMode } from '../campaign/config.js';
import type { CheckId } from '../rules/rule-ids.js';

/** A check an administrator can switch. What is only inferred points, and never blocks. */
export interface SwitchableCheck {
  check: CheckId;
  label: string;
  canBlock: boolean;
}

const measured = (check: CheckId, label: string): SwitchableCheck => ({ check, label, canBlock: true });
const inferred = (check: CheckId, label: string): SwitchableCheck => ({ check, label, canBlock: false });

/** Every check that can be switched, as the rules are numbered. O7 itself is switched by `identity`: author and unit each for itself. */
export const SWITCHABLE_CHECKS: readonly SwitchableCheck[] = [
  measured('V1', '文件格式'), measured('V2', '画面比例'), inferred('V2.bars', '黑边与填充'), measured('V3', '画面尺寸'), inferred('V3.detail', '画面细节'),
  measured('V4', '时长'), measured('V5', '文件大小'), inferred('V6', '片头名称'), inferred('V7', '片尾信息'), inferred('V8', '字幕'),
  measured('V9', '有没有声音'), inferred('V9.loudness', '音量'), inferred('V10', '片头片尾'), measured('V11', '能否播放'), inferred('V11.still', '黑屏、静止与静音'),
  measured('O1', '制作日期'), measured('O2', '播出和证明'), measured('O3', '非原创占比'), measured('O4', '引用素材和授权'), inferred('O5', '公共素材标注'), inferred('O6', '人工智能生成标识'),
  inferred('O7.spelling', '作者和单位写法相近'), measured('O8', '同一个影片文件'), inferred('O8.likeness', '画面相似的作品'), inferred('O8.sound', '声音相同的作品'),
];

/** `V2 黑边与填充`: the rule's number and the check's own name. */
export const sayCheck = ({ check, label }: Pick<SwitchableCheck, 'check' | 'label'>): string => `${check.split('.')[0] ?? check} ${label}`;

export const MODE_NAMES: Record<RuleMode, string> = { block: '阻止', warn: '提醒', off: '关闭' };

/** What each mode does, said beside the switches. */
export const MODE_EFFECTS: Record<RuleMode, string> = {
  block: '不符合就不能提交、不能推荐',
  warn: '只列在“请看一眼”，由人判断，不拦',
  off: '不检查，也不显示',
};

const inferredChecks = new Set(SWITCHABLE_CHECKS.filter(({ canBlock }) => !canBlock).map(({ check }) => check));

export const canBlock = (check: CheckId): boolean => !inferredChecks.has(check);

/** How a check acts in this call. Unless it is named, what is measured blocks and what is inferred points; with its rule off, a part is off too. */
export function ruleMode({ ruleModes }: Pick<CampaignConfig, 'ruleModes'>, check: CheckId): RuleMode {
  const named = ruleModes[check];
  if (named) return named;
  const [rule] = check.split('.') as [CheckId];
  if (rule !== check && ruleModes[rule] === 'off') return 'off';
  return canBlock(check) ? 'block' : 'warn';
}
