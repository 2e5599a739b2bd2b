import type { AuditEntryView } from '@kepu/shared/contracts/desk';
import { unitActedFor } from '@kepu/shared/domain/roles';
import { sayMoment } from '@kepu/shared/time';
import type { Step } from '../../ui/Steps';

type Say = (entry: AuditEntryView) => Pick<Step, 'state' | 'mark' | 'title'>;

const done = (title: string): Say => () => ({ state: 'done', mark: 'check', title });
const changeOf = (entry: AuditEntryView, label: string) => entry.changes.find((change) => change.label === label);

const setAside: Say = ({ reason, changes: [change] }) => ({ state: 'done', mark: 'user', title: `人工复核 ${change?.label ?? ''}：${reason ?? ''}` });
const takeBack: Say = ({ changes: [change] }) => ({ state: 'next', mark: 'undo', title: `撤销人工复核 ${change?.label ?? ''}` });

const WORDS: Record<string, Say> = {
  'work.create': done('开始填写'),
  'work.sign': done('手写签名'),
  'work.submit': ({ reason }) => ({ state: 'done', mark: 'check', title: `提交${reason ?? ''}` }),
  'work.withdraw': () => ({ state: 'next', mark: 'undo', title: '作者撤回' }),
  'work.return': ({ changes }) => ({ state: 'bad', mark: 'undo', title: `退回修改，${changes.length} 处` }),
  'work.decline': ({ reason }) => ({ state: 'bad', mark: 'cross', title: `不予推荐：${reason ?? ''}` }),
  'work.sign-off': ({ changes: [change] }) => ({ state: 'done', mark: 'shield', title: `签核 ${change?.label ?? ''}：${change?.after ?? ''}` }),
  'work.take-back-sign-off': () => ({ state: 'next', mark: 'undo', title: '撤销签核' }),
  'work.recommend': (entry) => ({ state: 'done', mark: 'check', title: `推荐，占用 ${changeOf(entry, '序号')?.after ?? ''} 号名额` }),
  'work.withdraw-recommendation': () => ({ state: 'bad', mark: 'undo', title: '撤回推荐' }),
  'work.disqualify': ({ reason }) => ({ state: 'bad', mark: 'cross', title: `取消资格：${reason ?? ''}` }),
  'work.remove-film': () => ({ state: 'next', mark: 'undo', title: '移除成片' }),
  'file.upload-film': () => ({ state: 'done', mark: 'upload', title: '成片传完' }),
  'finding.set-aside': setAside,
  'finding.take-back-set-aside': takeBack,
  'other-works.set-aside': setAside,
  'other-works.take-back-set-aside': takeBack,
  'work.put-scan': () => ({ state: 'done', mark: 'stamp', title: '提交盖章扫描件，推荐生效' }),
  'inspection.done': ({ changes }) => (changes.some(({ after }) => after?.includes('不通过')) ? { state: 'bad', mark: 'cross', title: '自动检测没有通过' } : { state: 'done', mark: 'check', title: '自动检测完成' }),
};

/** Small things of a form's making, which would bury what happened to the work. */
const PASSED_OVER = new Set(['file.upload-scan', 'file.upload-scan-photo', 'scan.confirm', 'file.upload-broadcast-proof', 'file.upload-licence-proof', 'inspection.retry', 'work.print', 'work.download', 'film.order-judging', 'work.reveal-contact', 'work.compare']);

/** What happened to a work, in words, the latest first. What has no words yet is left out, never shown as a code. */
export function historySteps(entries: readonly AuditEntryView[]): Step[] {
  return entries.flatMap((entry) => {
    const say = PASSED_OVER.has(entry.action) ? undefined : WORDS[entry.action];
    if (!say) return [];
    const who = [unitActedFor(entry), entry.actorName].filter(Boolean).join(' ');
    return [{ key: String(entry.id), ...say(entry), text: [sayMoment(entry.at), who].filter(Boolean).join(' · ') }];
  });
}
