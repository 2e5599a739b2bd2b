import { compareFiles, pathInPackage, type ComparedFile, type ManifestFile } from '@kepu/shared/handover/compare';
import { useEffect, useRef, useState } from 'react';
import type { HashJob, HashNews } from './compare.worker';

export type CompareState = { kind: 'idle' } | { kind: 'reading'; doneBytes: number; totalBytes: number } | { kind: 'done'; files: ComparedFile[] } | { kind: 'failed'; path: string };

/** Files a system leaves on every disc. */
const UNSEEN = /(?:^|\/)(?:\.[^/]*|Thumbs\.db|desktop\.ini|System Volume Information(?:\/.*)?)$/iu;

/** Compares a chosen folder with a manifest in a worker of its own; choosing another, or leaving, ends it. */
export function useCompare() {
  const [state, setState] = useState<CompareState>({ kind: 'idle' });
  const worker = useRef<Worker | null>(null);
  const stop = () => {
    worker.current?.terminate();
    worker.current = null;
    setState({ kind: 'idle' });
  };
  useEffect(() => () => worker.current?.terminate(), []);
  const start = (manifest: readonly ManifestFile[], picked: readonly File[]) => {
    stop();
    const files = picked.map((file) => ({ path: pathInPackage(file.webkitRelativePath || file.name, file.webkitRelativePath.split('/')[0] ?? ''), file })).filter(({ path }) => !UNSEEN.test(path));
    const found = new Map<string, { bytes: number; sha256: string | null }>();
    const totalBytes = files.reduce((sum, { file }) => sum + file.size, 0);
    let doneBytes = 0;
    const mine = new Worker(new URL('./compare.worker.ts', import.meta.url), { type: 'module' });
    worker.current = mine;
    setState({ kind: 'reading', doneBytes, totalBytes });
    mine.onmessage = ({ data }: MessageEvent<HashNews>) => {
      switch (data.kind) {
        case 'read': doneBytes += data.bytes; return setState({ kind: 'reading', doneBytes, totalBytes });
        case 'file': return void found.set(data.path, data);
        case 'failed': return setState({ kind: 'failed', path: data.path });
        case 'done': return setState({ kind: 'done', files: compareFiles(manifest, found) });
      }
    };
    mine.onerror = () => setState({ kind: 'failed', path: '文件' });
    mine.postMessage({ files } satisfies HashJob);
  };
  return { state, start, stop };
}
