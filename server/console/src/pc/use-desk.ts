import { useCallback, useEffect, useState } from 'react';
import type { CampaignConfig } from '@kepu/shared/campaign/config';
import type { ComputerDeskReply } from '@kepu/shared/contracts/computer';
import { hasReason } from '../api/failure';
import { request } from '../api/request';
import type { Ticket } from './ticket';

const LOOK_MS = 4_000;

export interface Desk {
  desk: ComputerDeskReply | null;
  config: CampaignConfig | null;
  failure: unknown;
  look: () => void;
}

/** The work this computer uploads to, looked at every few seconds; `onEnded` when the ticket no longer holds. */
export function useDesk({ token, workId }: Ticket, onEnded: () => void): Desk {
  const [desk, setDesk] = useState<ComputerDeskReply | null>(null);
  const [config, setConfig] = useState<CampaignConfig | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const look = useCallback(() => {
    request('GET /api/works/:workId/computer-desk', { params: { workId } }, { token }).then(
      (reply) => {
        setDesk(reply);
        setFailure(null);
      },
      (error: unknown) => (hasReason(error, 'SESSION_ENDED') ? onEnded() : setFailure(error)),
    );
  }, [token, workId, onEnded]);
  useEffect(() => {
    look();
    const timer = setInterval(look, LOOK_MS);
    return () => clearInterval(timer);
  }, [look]);
  useEffect(() => {
    request('GET /api/campaign', {}).then((reply) => setConfig(reply.config), setFailure);
  }, []);
  return { desk, config, failure, look };
}
