import { holdsSlot, lookOf, STATUS_NAMES, type StatusLook, type WorkStatus } from '@kepu/shared/domain/work-status';
import type { IconName } from './Icon';
import { Tag, type TagTone } from './Tag';

const LOOKS: Record<StatusLook, { tone: TagTone; icon: IconName }> = {
  begun: { tone: 'quiet', icon: 'log' },
  waiting: { tone: 'brand', icon: 'clock' },
  'sent-back': { tone: 'look', icon: 'undo' },
  refused: { tone: 'quiet', icon: 'cross' },
  reached: { tone: 'brand', icon: 'check' },
  revoked: { tone: 'bad', icon: 'ban' },
};

interface Props {
  status: WorkStatus;
  /** The sealed scan is there; a recommended work without it is not in effect yet (P8). */
  inEffect: boolean;
}

/** Where a work stands, in one word. */
export function StatusTag({ status, inEffect }: Props) {
  if (holdsSlot(status) && !inEffect) {
    return (
      <Tag tone="look" icon="clock" title="已推荐，盖章的推荐表扫描件还没有上传，推荐尚未生效">
        已推荐，待扫描件
      </Tag>
    );
  }
  const { tone, icon } = LOOKS[lookOf(status)];
  return (
    <Tag tone={tone} icon={icon}>
      {STATUS_NAMES[status]}
    </Tag>
  );
}
