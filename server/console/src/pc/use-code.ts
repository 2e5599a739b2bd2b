import { useEffect, useState } from 'react';
import type { ComputerAskReply } from '@kepu/shared/contracts/computer';
import { hasReason } from '../api/failure';
import { request } from '../api/request';
import type { Ticket } from './ticket';

const ASK_AGAIN_MS = 2_500;

/** A code for the phone, a new one when it has run out; `onAllowed` once the phone has said yes. */
export function useCode(onAllowed: (ticket: Ticket) => void): { code: ComputerAskReply | null; failure: unknown; renew: () => void } {
  const [code, setCode] = useState<ComputerAskReply | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const [round, setRound] = useState(0);
  const renew = () => setRound((count) => count + 1);
  useEffect(() => {
    const asking = new AbortController();
    setCode(null);
    setFailure(null);
    request('POST /api/computers', {}, { signal: asking.signal }).then(setCode, (error: unknown) => { if (!asking.signal.aborted) setFailure(error); });
    return () => asking.abort();
  }, [round]);
  useEffect(() => {
    if (!code) return undefined;
    const asking = new AbortController();
    const ask = async () => {
      const reply = await request('POST /api/computers/ticket', { body: { secret: code.secret } }, { signal: asking.signal });
      if (reply.state === 'allowed') onAllowed({ token: reply.token, workId: reply.workId, expiresAt: reply.expiresAt });
    };
    // No answer is asked for again in a moment; only a code that has run out is replaced.
    const timer = setInterval(() => void ask().catch((error: unknown) => { if (hasReason(error, 'COMPUTER_CODE_EXPIRED')) renew(); }), ASK_AGAIN_MS);
    return () => {
      clearInterval(timer);
      asking.abort();
    };
  }, [code, onAllowed]);
  return { code, failure, renew };
}
