import type { PackageMailView, PackageView } from '@kepu/shared/contracts/handover';
import type { Reading } from '../../api/queries';
import type { TagTone } from '../../ui/Tag';

/** What is read again after something was done to a package. */
export const TOUCHES: readonly Reading[] = ['GET /api/hand-overs', 'GET /api/exports', 'GET /api/packages/:packageId', 'GET /api/front-desk/:code'];

export function stateOf({ state }: PackageView): { tone: TagTone; word: string } {
  switch (state) {
    case 'ready': return { tone: 'ok', word: '已备好' };
    case 'preparing': return { tone: 'look', word: '正在备' };
    case 'failed': return { tone: 'bad', word: '没做成' };
    case 'damaged': return { tone: 'bad', word: '文件有变' };
    case 'cancelled': return { tone: 'quiet', word: '已取消' };
  }
}

export function mailWord({ state }: PackageMailView): { tone: TagTone; word: string } {
  switch (state) {
    case 'queued': return { tone: 'look', word: '正在发' };
    case 'sent': return { tone: 'ok', word: '已发出' };
    case 'refused': return { tone: 'bad', word: '没发成' };
    case 'bounced': return { tone: 'bad', word: '被退回' };
  }
}

/** Asked again soon while something is under way. */
export const isMoving = (view: PackageView) => view.state === 'preparing' || view.mails.some(({ state }) => state === 'queued');
