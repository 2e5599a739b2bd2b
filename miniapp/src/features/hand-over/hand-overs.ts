import { useEffect } from 'react';
import type { HandOverReply, PackageView } from '@kepu/shared/contracts/handover';
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
