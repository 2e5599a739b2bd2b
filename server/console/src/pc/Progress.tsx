import { useEffect, useRef, useState } from 'react';
import { sayBytes } from '@kepu/shared/errors';
import styles from './pc.module.css';
import { sayFailure, type Sender, type SentFile } from './sender';

/** A file on its way: how far, how fast; pause, go on, give up. */
export function Progress({ sender, file }: { sender: Sender; file: SentFile }) {
  const { uppy } = sender;
  const bytes = file.size ?? 0;
  const sent = Number(file.progress.bytesUploaded) || 0;
  const share = bytes > 0 ? sent / bytes : 0;
  const speed = useSpeed(sent);
  const isHeld = Boolean(file.isPaused) || Boolean(file.error);
  return (
    <>
      <p className={styles.name}>{file.name}<span className={styles.hint}>{sayBytes(bytes)}</span></p>
      <p className={styles.percent} role="status">{Math.floor(share * 100)}<small>%</small></p>
      <div className={styles.track} role="progressbar" aria-label="上传进度" aria-valuenow={Math.floor(share * 100)} aria-valuemin={0} aria-valuemax={100}><i className={isHeld ? styles.held : undefined} style={{ width: `${share * 100}%` }} /></div>
      <p className={styles.hint}>{share === 1 ? '传完了，服务器正在核对' : `已传 ${sayBytes(sent)}${speed !== null && !isHeld ? ` · ${sayBytes(speed)}/秒` : ''}${isHeld ? ' · 已暂停' : ''}。手机上看得到同样的进度。`}</p>
      {file.error && <p className={styles.bad} role="alert">{sayFailure(file)}</p>}
      <div className={styles.row}>
        {file.error
          ? <button type="button" className={styles.primary} onClick={() => void uppy.retryUpload(file.id).catch(() => undefined)}>继续</button>
          : <button type="button" className={styles.plain} onClick={() => uppy.pauseResume(file.id)}>{file.isPaused ? '继续' : '暂停'}</button>}
        <button type="button" className={styles.plain} onClick={() => uppy.removeFile(file.id)}>不传了</button>
      </div>
    </>
  );
}

const WINDOW_MS = 6_000;

function useSpeed(sent: number): number | null {
  const samples = useRef<{ at: number; sent: number }[]>([]);
  const [speed, setSpeed] = useState<number | null>(null);
  useEffect(() => {
    const now = Date.now();
    samples.current = [...samples.current.filter(({ at }) => now - at < WINDOW_MS), { at: now, sent }];
    const [first] = samples.current;
    setSpeed(first && now - first.at > 1_000 ? ((sent - first.sent) / (now - first.at)) * 1_000 : null);
  }, [sent]);
  return speed;
}
