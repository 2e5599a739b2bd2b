import { useCallback, useMemo, useRef, useState } from 'react';
import { ConnectView } from './ConnectView';
import { DeskView } from './DeskView';
import { createSender } from './sender';
import { keepTicket, keptTicket, type Ticket } from './ticket';

/** 电脑上传: first the code for the phone, then film and proofs into the draft the phone allowed. */
export function ComputerPage() {
  const [ticket, setTicket] = useState<Ticket | null>(keptTicket);
  const [hasEnded, setEnded] = useState(false);
  const current = useRef(ticket);
  const sender = useMemo(() => createSender(() => current.current ?? { token: '', workId: '', expiresAt: 0 }), []);
  const allowed = useCallback((next: Ticket) => {
    // What was being sent to another work stays with that one.
    if (current.current && current.current.workId !== next.workId) sender.uppy.cancelAll();
    current.current = next;
    keepTicket(next);
    setTicket(next);
    setEnded(false);
    void sender.uppy.retryAll().catch(() => undefined);
  }, [sender]);
  const ended = useCallback(() => {
    keepTicket(null);
    setTicket(null);
    setEnded(true);
  }, []);
  return ticket ? <DeskView ticket={ticket} sender={sender} onEnded={ended} /> : <ConnectView hasEnded={hasEnded} onAllowed={allowed} />;
}
