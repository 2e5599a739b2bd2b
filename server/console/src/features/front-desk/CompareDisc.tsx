import { sayBytes } from '@kepu/shared/errors';
import type { ComparedFile, CompareVerdict } from '@kepu/shared/handover/compare';
import { Button, Progress } from 'antd';
import { useRef } from 'react';
import { useRead } from '../../api/queries';
import { Card } from '../../ui/Card';
import { Problem } from '../../ui/Problem';
import { Tag, type TagTone } from '../../ui/Tag';
import styles from './FrontDesk.module.css';
import { useCompare } from './use-compare';

const WORDS: Record<CompareVerdict, { tone: TagTone; word: string }> = {
  different: { tone: 'bad', word: '内容不一样' }, missing: { tone: 'bad', word: '盘上没有' }, extra: { tone: 'look', word: '清单里没有' }, elsewhere: { tone: 'quiet', word: '在另一张盘上' }, equal: { tone: 'ok', word: '一致' },
};
const ORDER = Object.keys(WORDS) as CompareVerdict[];

/** Reads a disc here, in this browser, and says file by file whether it is what was handed over. Nothing is sent. */
export function CompareDisc({ packageId }: { packageId: string }) {
  const picker = useRef<HTMLInputElement>(null);
  const manifest = useRead('GET /api/packages/:packageId/items', { params: { packageId } });
  const { state, start, stop } = useCompare();
  return (
    <Card title="核对光盘" note="在这台电脑上计算指纹，文件不上传">
      <div className={styles.compare}>
        <input
          ref={picker}
          type="file"
          hidden
          multiple
          {...{ webkitdirectory: '' }}
          onChange={(event) => {
            const files = [...(event.target.files ?? [])];
            event.target.value = '';
            if (manifest.data && files.length > 0) start(manifest.data, files);
          }}
        />
        <Button disabled={!manifest.data || state.kind === 'reading'} onClick={() => picker.current?.click()}>选择光盘或文件夹…</Button>
        {state.kind === 'reading' && (
          <>
            <Progress className={styles.progress} percent={Math.floor((state.doneBytes / Math.max(1, state.totalBytes)) * 100)} aria-label="核对进度" />
            <span className={styles.quiet}>{sayBytes(state.doneBytes)} / {sayBytes(state.totalBytes)}</span>
            <Button type="text" onClick={stop}>停止</Button>
          </>
        )}
      </div>
      <Problem error={manifest.error} />
      {state.kind === 'failed' && <p role="alert" className={styles.wrong}>读到 {state.path} 时停了：光盘可能坏了，或被取出。请再试一次。</p>}
      {state.kind === 'done' && <Compared files={state.files} />}
    </Card>
  );
}

function Compared({ files }: { files: readonly ComparedFile[] }) {
  const count = (verdict: CompareVerdict) => files.filter((file) => file.verdict === verdict).length;
  const wrong = count('different') + count('missing');
  const sorted = [...files].sort((a, b) => ORDER.indexOf(a.verdict) - ORDER.indexOf(b.verdict));
  return (
    <>
      <p role="status" className={styles.result}>
        {wrong === 0 ? <Tag tone="ok" icon="ticked">和报送的一致</Tag> : <Tag tone="bad" icon="octagon">和报送的不一致</Tag>}
        {ORDER.filter((verdict) => count(verdict) > 0).map((verdict) => `${WORDS[verdict].word} ${count(verdict)} 个`).join('，')}
      </p>
      <table className={styles.files}>
        <thead><tr><th scope="col">结果</th><th scope="col">文件</th></tr></thead>
        <tbody>{sorted.map(({ path, verdict }) => <tr key={path}><td><Tag tone={WORDS[verdict].tone}>{WORDS[verdict].word}</Tag></td><td>{path}</td></tr>)}</tbody>
      </table>
    </>
  );
}
