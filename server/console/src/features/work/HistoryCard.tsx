import type { WorkView } from '@kepu/shared/contracts/work';
import { Segmented, Typography } from 'antd';
import { useState } from 'react';
import { useRead } from '../../api/queries';
import { Card } from '../../ui/Card';
import { Empty } from '../../ui/Empty';
import { Loaded } from '../../ui/Loaded';
import styles from './HistoryCard.module.css';
import { Timeline } from './Timeline';
import { VersionDiff } from './VersionDiff';

export type HistoryMode = 'past' | 'versions';

/** Which half of the history is shown; D goes to and fro. */
export function useHistoryMode() {
  const [mode, setMode] = useState<HistoryMode>('past');
  return { mode, setMode, toggle: () => setMode((last) => (last === 'past' ? 'versions' : 'past')) };
}

interface Props {
  work: WorkView;
  mode: HistoryMode;
  onMode: (mode: HistoryMode) => void;
}

/** Who did what and when, and what changed from version to version; the fingerprint of the current one. */
export function HistoryCard({ work, mode, onMode }: Props) {
  const choice = (
    <Segmented
      size="small"
      value={mode}
      onChange={onMode}
      options={[
        { value: 'past', label: '经过' },
        { value: 'versions', label: '版本差异 D' },
      ]}
    />
  );
  return (
    <Card title="历史" extra={choice} flush>
      {mode === 'past' ? <Past work={work} /> : <Versions work={work} />}
      {work.version && (
        <footer className={styles.foot}>
          本版指纹
          <Typography.Text copyable={{ text: work.version.sha256, tooltips: ['复制整段指纹', '已复制'] }} title={work.version.sha256}>
            SHA-256 {work.version.sha256.slice(0, 8)}…{work.version.sha256.slice(-4)}
          </Typography.Text>
          <span>核验码 {work.version.verifyCode}</span>
        </footer>
      )}
    </Card>
  );
}

function Past({ work }: { work: WorkView }) {
  const history = useRead('GET /api/works/:workId/history', { params: { workId: work.id } });
  return (
    <Loaded query={history} what="历史" rows={4}>
      {(entries) => <Timeline entries={entries} />}
    </Loaded>
  );
}

function Versions({ work }: { work: WorkView }) {
  if (!work.version) return <Empty icon="log" title="还没有版本">提交一次，系统就冻结一个版本；两个版本以上才有差异可看。</Empty>;
  return <VersionDiff workId={work.id} latest={work.version.number} />;
}
