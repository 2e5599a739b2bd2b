import { useEffect } from 'react';
import { isEditable, STATUS_NAMES } from '@kepu/shared/domain/work-status';
import { sayClock } from '@kepu/shared/time';
import { wordsOf } from '../api/failure';
import { request } from '../api/request';
import { FilmCard } from './FilmCard';
import { Frame } from './Frame';
import styles from './pc.module.css';
import { ProofCard } from './ProofCard';
import type { Sender } from './sender';
import type { Ticket } from './ticket';
import { useDesk } from './use-desk';
import { useSent } from './use-sent';

interface DeskViewProps {
  ticket: Ticket;
  sender: Sender;
  onEnded: () => void;
}

/** The draft as this computer sees it: film on the left, proofs on the right. */
export function DeskView({ ticket, sender, onEnded }: DeskViewProps) {
  const known = useDesk(ticket, onEnded);
  const { desk, config, failure } = known;
  const isBusy = useSent(sender).some(({ progress, error }) => progress.uploadStarted && !progress.uploadComplete && !error);
  useEffect(() => {
    if (!isBusy) return undefined;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [isBusy]);
  const leave = () => {
    sender.uppy.cancelAll();
    // Without an answer the ticket still runs out by itself; this page has forgotten it either way.
    void request('DELETE /api/works/:workId/computer-desk', { params: { workId: ticket.workId } }, { token: ticket.token }).catch(() => undefined).then(onEnded);
  };
  const side = (
    <>
      <span className={styles.chip}>已连接，可以传到 {sayClock(ticket.expiresAt)}</span>
      <button type="button" className={styles.plain} disabled={isBusy} title={isBusy ? '正在上传' : undefined} onClick={leave}>断开这台电脑</button>
    </>
  );
  return (
    <Frame side={side}>
      {failure !== null && <p className={styles.notice} role="status">{wordsOf(failure).sentences.join('')}会自动再试。</p>}
      {desk && config && (
        <>
          <h2 className={styles.title}>《{desk.title}》</h2>
          {isEditable(desk.status) ? (
            <div className={styles.columns}>
              <FilmCard desk={desk} config={config} sender={sender} onSent={known.look} />
              <ProofCard desk={desk} config={config} sender={sender} onSent={known.look} />
            </div>
          ) : <p className={styles.notice} role="status">作品现在是“{STATUS_NAMES[desk.status]}”，不能再传文件。</p>}
        </>
      )}
    </Frame>
  );
}
