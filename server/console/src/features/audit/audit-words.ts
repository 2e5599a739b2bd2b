import type { CampaignConfig } from '@kepu/shared/campaign/config';
import type { AuditChange, AuditEntryView } from '@kepu/shared/contracts/desk';
import { ROLE_NAMES, unitActedFor, type Role } from '@kepu/shared/domain/roles';
import { SECTIONS, TEXT_FIELDS } from '@kepu/shared/forms/work-form';
import { sayTimecode } from '@kepu/shared/time';

/** What the log calls an action, in the words of the people who did it. */
export const ACTION_NAMES: Record<string, string> = {
  'campaign.open': '开启征集',
  'campaign.edit': '修改征集设置',
  'unit.edit': '调整推荐单位',
  'unit.set-closing': '单位自设收件截止',
  'unit.set-mail-server': '设置单位发信邮箱',
  'unit.remove-mail-server': '移除单位发信邮箱',
  'account.invite': '发出邀请',
  'account.accept-invitation': '接受邀请',
  'work.create': '建立草稿',
  'work.sign': '手写签名',
  'work.remove-film': '移除成片',
  'work.submit': '提交',
  'work.withdraw': '撤回提交',
  'work.sign-off': '签核',
  'work.take-back-sign-off': '撤销签核',
  'work.return': '退回修改',
  'work.decline': '不予推荐',
  'work.recommend': '推荐',
  'work.withdraw-recommendation': '撤回推荐',
  'work.disqualify': '取消资格',
  'work.reveal-contact': '查看联系方式',
  'work.compare': '对照查看',
  'computer.allow': '允许电脑上传',
  'computer.join': '电脑接入',
  'computer.revoke': '断开电脑',
  'file.upload-film': '上传成片',
  'file.upload-broadcast-proof': '上传播放证明',
  'file.upload-licence-proof': '上传授权证明',
  'file.upload-scan': '上传盖章扫描件 PDF',
  'file.upload-scan-photo': '拍摄盖章页',
  'scan.confirm': '核对盖章页',
  'work.put-scan': '提交盖章扫描件',
  'work.print': '打印推荐表',
  'finding.set-aside': '人工复核',
  'finding.take-back-set-aside': '撤销人工复核',
  'other-works.set-aside': '人工复核（与其他作品）',
  'other-works.take-back-set-aside': '撤销人工复核（与其他作品）',
  'work.download': '下载原片',
  'film.order-judging': '要求制作评审画质',
  'unit.print': '打印单位材料',
  'campaign.print-jury': '打印评审材料',
  'hand-over.make': '报送材料',
  'hand-over.receive': '收件登记',
  'package.cancel': '取消材料包',
  'package.retry': '重做材料包',
  'package.verify': '核对材料包',
  'package.link': '取材料包下载地址',
  'package.mail': '发送报送邮件',
  'package.bounce': '报送邮件被退回',
  'package.export': '导出作品',
  'inspection.done': '自动检测完成',
  'inspection.retry': '要求重新检测',
};

export function actionName(action: string): string {
  return ACTION_NAMES[action] ?? action;
}

const isRole = (text: string): text is Role => Object.hasOwn(ROLE_NAMES, text);

/** Who did it: name, and in whose name: `刘某某（兴安盟科技局）`, `系统`. */
export function actorWords(entry: { actorName: string; role: string; unitName: string | null }): string {
  const unit = unitActedFor(entry);
  if (unit) return `${entry.actorName}（${unit}）`;
  return isRole(entry.role) ? `${entry.actorName}（${ROLE_NAMES[entry.role]}）` : entry.actorName;
}

/** A path of the form in words: `reach` → 传播效果, `materials.1` → 引用素材第 2 条, `film` + 1:04 → 成片 1:04. */
export function pathWords({ path, atMs = null }: { path: string; atMs?: number | null }): string {
  const [head = '', index] = path.split('.');
  const name = head === 'film' ? '成片' : (TEXT_FIELDS.find((entry) => entry.field === head)?.label ?? SECTIONS.find((section) => section.fields.some((field) => field === head))?.label ?? path);
  const row = index !== undefined && /^\d+$/u.test(index) ? `第 ${Number(index) + 1} 条` : '';
  return `${name}${row}${atMs === null ? '' : ` ${sayTimecode(atMs)}`}`;
}

/** The changes of an entry as they are shown: names instead of paths and ids, and what was measured beside what is required. */
export function shownChanges(entry: Pick<AuditEntryView, 'action' | 'changes'>, config: CampaignConfig): AuditChange[] {
  const named = entry.changes.map((change) => ({ ...change, label: changeLabel(entry.action, change.label, config) }));
  if (entry.action !== 'inspection.done') return named;
  return named.map(({ label, before, after }) => ({ label, before: null, after: before ? `${after ?? '没有测得'}（要求 ${before}）` : after }));
}

function changeLabel(action: string, label: string, config: CampaignConfig): string {
  if (action === 'work.return') return pathWords({ path: label });
  if (action.includes('sign-off')) return config.duties.find((duty) => duty.id === label)?.label ?? label;
  return label;
}
