import { sayClock } from '@kepu/shared/time';
import { wordsOf } from '../api/failure';
import { Frame } from './Frame';
import styles from './pc.module.css';
import type { Ticket } from './ticket';
import { useCode } from './use-code';

interface ConnectViewProps {
  /** The phone has sent this computer away, or its time is over. */
  hasEnded: boolean;
  onAllowed: (ticket: Ticket) => void;
}

/** The code and its QR code: how the phone lets this computer in. Nobody logs in on a computer that may be anyone's. */
export function ConnectView({ hasEnded, onAllowed }: ConnectViewProps) {
  const { code, failure, renew } = useCode(onAllowed);
  return (
    <Frame>
      {hasEnded && <p className={styles.notice} role="status">这台电脑的连接已断开。传到一半的文件都在，重新连接后接着传。</p>}
      <section className={styles.connect} aria-label="连接手机">
        <div className={styles.qr}>
          {code && <svg viewBox={`-2 -2 ${code.qr.modules + 4} ${code.qr.modules + 4}`} role="img" aria-label="连接码的二维码" shapeRendering="crispEdges"><path d={code.qr.path} /></svg>}
        </div>
        <div>
          <h2>让手机允许这台电脑上传</h2>
          <ol className={styles.steps}>
            <li>手机上打开作品的“成片”</li>
            <li>点“用电脑上传”，小程序里扫左边的二维码，或输入连接码</li>
            <li>在手机上点“允许”，这里会自动打开</li>
          </ol>
          <p className={styles.codeLabel}>连接码</p>
          {code
            ? <p className={styles.code} data-testid="code" aria-label={`连接码 ${code.code.split('').join(' ')}`}>{code.code.slice(0, 3)}<span />{code.code.slice(3)}</p>
            : <p className={styles.code}>······</p>}
          {code && <p className={styles.hint}>{sayClock(code.expiresAt)} 前有效，只能用一次，过时自动换新码</p>}
          {failure !== null && (
            <div className={styles.bad} role="alert">
              {wordsOf(failure).sentences.join('')} <button type="button" className={styles.plain} onClick={renew}>重试</button>
            </div>
          )}
        </div>
      </section>
      <p className={styles.hint}>电脑不用登录。只能往手机上选的那一部作品传成片和证明，看不到也改不了推荐表。</p>
    </Frame>
  );
}
