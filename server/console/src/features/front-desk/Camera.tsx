import jsqr from 'jsqr';
import { useEffect, useRef, useState } from 'react';
import { Alert } from 'antd';
import styles from './FrontDesk.module.css';

const LOOK_EVERY_MS = 200;
const WIDTH = 640;

/** Looks for a QR code in what the camera sees; every browser with a camera can, since the reading is done here. */
export function Camera({ onText }: { onText: (text: string) => void }) {
  const video = useRef<HTMLVideoElement>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const told = useRef(onText);
  useEffect(() => {
    told.current = onText;
  });
  useEffect(() => {
    const end = new AbortController();
    const shown = video.current;
    if (shown) void film(shown, end.signal, (text) => told.current(text)).catch((error: unknown) => setProblem(wordsFor(error)));
    return () => end.abort();
  }, []);
  if (problem) return <Alert type="warning" showIcon role="alert" title={problem} />;
  return <video ref={video} className={styles.video} muted playsInline aria-label="摄像头画面" />;
}

async function film(video: HTMLVideoElement, end: AbortSignal, tell: (text: string) => void): Promise<void> {
  const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment', width: { ideal: 1280 } } });
  const stop = () => stream.getTracks().forEach((track) => track.stop());
  if (end.aborted) return stop();
  end.addEventListener('abort', stop);
  video.srcObject = stream;
  await video.play();
  const canvas = document.createElement('canvas');
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  const timer = setInterval(() => {
    if (!pen || video.videoWidth === 0) return;
    canvas.width = WIDTH;
    canvas.height = Math.round((WIDTH * video.videoHeight) / video.videoWidth);
    pen.drawImage(video, 0, 0, canvas.width, canvas.height);
    const read = jsqr(pen.getImageData(0, 0, canvas.width, canvas.height).data, canvas.width, canvas.height);
    if (read && read.data !== '') tell(read.data);
  }, LOOK_EVERY_MS);
  end.addEventListener('abort', () => clearInterval(timer));
}

function wordsFor(error: unknown): string {
  const name = error instanceof DOMException ? error.name : '';
  if (name === 'NotAllowedError') return '浏览器没有允许使用摄像头。请在地址栏里允许，或用扫码枪、手工输入。';
  if (name === 'NotFoundError') return '这台电脑没有摄像头。请用扫码枪，或手工输入。';
  return '摄像头没有打开：要用 https 地址打开管理端才能用摄像头。请用扫码枪，或手工输入。';
}
