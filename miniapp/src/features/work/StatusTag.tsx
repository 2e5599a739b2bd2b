import type { WorkListItem } from '@kepu/shared/contracts/work';
import { holdsSlot, lookOf, STATUS_NAMES, type StatusLook } from '@kepu/shared/domain/work-status';
import type { BoldIconName } from '../../ui/Icon';
import { Tag, type TagTone } from '../../ui/Tag';

const TAGS: Record<StatusLook, { tone: TagTone; icon: BoldIconName }> = {
  begun: { tone: 'draft', icon: 'edit' },
  waiting: { tone: 'wait', icon: 'clock' },
  'sent-back': { tone: 'fail', icon: 'undo' },
  refused: { tone: 'fail', icon: 'cross' },
  reached: { tone: 'pass', icon: 'check' },
  revoked: { tone: 'fail', icon: 'cross' },
};

/** Where a work stands; a recommended one without its sealed scan is not in effect, and says so. */
export function StatusTag({ work: { status, inEffect } }: { work: Pick<WorkListItem, 'status' | 'inEffect'> }) {
  if (holdsSlot(status) && !inEffect) return <Tag tone="look" icon="stamp">已推荐，待扫描</Tag>;
  return <Tag {...TAGS[lookOf(status)]}>{STATUS_NAMES[status]}</Tag>;
}
