import { STATUS_NAMES, type WorkStatus } from '@kepu/shared/domain/work-status';
import type { IconName } from './Icon';
import { Tag, type TagTone } from './Tag';

const LOOKS: Record<WorkStatus, { tone: TagTone; icon: IconName }> = {
  draft: { tone: 'quiet', icon: 'log' },
  submitted: { tone: 'brand', icon: 'clock' },
  returned: { tone: 'look', icon: 'undo' },
  declined: { tone: 'quiet', icon: 'cross' },
  recommended: { tone: 'brand', icon: 'check' },
  disqualified: { tone: 'bad', icon: 'ban' },
};

interface Props {
  status: WorkStatus;
  /** The sealed scan is there; a recommended work without it is not in effect yet (P8). */
  inEffect: boolean;
}

/** Where a work stands, in one word. */
export function StatusTag({ status, inEffect }: Props) {
  if (status === 'recommended' && !inEffect) {
    return (
      <Tag tone="look" icon="clock" title="已推荐，盖章的推荐表扫描件还没有上传，推荐尚未生效">
        已推荐，待扫描件
      </Tag>
    );
  }
  const { tone, icon } = LOOKS[status];
  return (
    <Tag tone={tone} icon={icon}>
      {STATUS_NAMES[status]}
    </Tag>
  );
}
