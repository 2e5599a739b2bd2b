import { useEffect } from 'react';
import type { HandOverReply, PackageMailView, PackageView } from '@kepu/shared/contracts/handover';
import { MAIL_WAY_NAMES } from '@kepu/shared/handover/mail-ways';
import { sayMoment } from '@kepu/shared/time';
import { cached } from '../../state/cached';
import { useResource } from '../../state/use-resource';
import { api } from '../session/api';

export const handOverResource = (unitId: string) => cached<HandOverReply>(`hand-over:${unitId}`, () => api.call('GET /api/units/:unitId/hand-over', { params: { unitId } }));

const LOOK_EVERY_MS = 3_000;

/** What the unit hands over; looked at again while a package is being prepared or a mail is on its way. */
export function useHandOver(unitId: string) {
  const known = useResource(handOverResource(unitId));
  const [latest] = known.value?.handOvers ?? [];
  const isMoving = latest?.state === 'preparing' || latest?.mails.some(({ state }) => state === 'queued') === true;
  const { reload } = known;
  useEffect(() => {
    if (!isMoving) return undefined;
    const timer = setInterval(reload, LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [isMoving, reload]);
  return known;
}

/** How a package stands, in one word. */
export function stateWord({ state }: PackageView): { tone: 'pass' | 'look' | 'fail' | 'plain'; word: string } {
  switch (state) {
    case 'ready': return { tone: 'pass', word: '已备好' };
    case 'preparing': return { tone: 'look', word: '正在备' };
    case 'failed': return { tone: 'fail', word: '没做成' };
    case 'damaged': return { tone: 'fail', word: '文件有变' };
    case 'cancelled': return { tone: 'plain', word: '已取消' };
  }
}

/** How a mail stands, in one word, and where it went. */
export function mailWord({ state }: PackageMailView): { tone: 'pass' | 'look' | 'fail'; word: string } {
  switch (state) {
    case 'queued': return { tone: 'look', word: '正在发' };
    case 'sent': return { tone: 'pass', word: '已发出' };
    case 'refused': return { tone: 'fail', word: '没发成' };
    case 'bounced': return { tone: 'fail', word: '被退回' };
  }
}

export const mailRoute = ({ at, to, via }: PackageMailView) => `${sayMoment(at)} 用${MAIL_WAY_NAMES[via]}发到 ${to}`;
