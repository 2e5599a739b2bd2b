import type { WorkListItem } from '@kepu/shared/contracts/work';
import { STATUS_NAMES } from '@kepu/shared/domain/work-status';
import type { BoldIconName } from '../../ui/Icon';
import { Tag, type TagTone } from '../../ui/Tag';

const TAGS: Record<WorkListItem['status'], { tone: TagTone; icon: BoldIconName }> = {
  draft: { tone: 'draft', icon: 'edit' },
  submitted: { tone: 'wait', icon: 'clock' },
  returned: { tone: 'fail', icon: 'undo' },
  declined: { tone: 'fail', icon: 'cross' },
  recommended: { tone: 'pass', icon: 'check' },
  disqualified: { tone: 'fail', icon: 'cross' },
};

/** Where a work stands; a recommended one without its sealed scan is not in effect, and says so. */
export function StatusTag({ work: { status, inEffect } }: { work: Pick<WorkListItem, 'status' | 'inEffect'> }) {
  if (status === 'recommended' && !inEffect) return <Tag tone="look" icon="stamp">已推荐，待扫描</Tag>;
  return <Tag {...TAGS[status]}>{STATUS_NAMES[status]}</Tag>;
}
