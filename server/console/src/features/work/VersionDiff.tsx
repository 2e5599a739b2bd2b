import { Select } from 'antd';
import { useState } from 'react';
import { useRead } from '../../api/queries';
import { ChangeTable } from '../../ui/ChangeTable';
import { Loaded } from '../../ui/Loaded';
import { Moment } from '../../ui/Moment';
import { useCampaign, useUnitName } from '../campaign/current';
import styles from './HistoryCard.module.css';
import { versionChanges } from './version-changes';

interface Props {
  workId: string;
  latest: number;
}

/** Two frozen versions side by side; by default the last two. */
export function VersionDiff({ workId, latest }: Props) {
  const [from, setFrom] = useState(Math.max(1, latest - 1));
  const [to, setTo] = useState(latest);
  const numbers = Array.from({ length: latest }, (_, index) => ({ value: index + 1, label: `第 ${index + 1} 版` }));
  return (
    <>
      <div className={styles.versions}>
        <Select size="small" aria-label="从哪一版" options={numbers} value={from} onChange={setFrom} />
        →
        <Select size="small" aria-label="到哪一版" options={numbers} value={to} onChange={setTo} />
      </div>
      <Differences key={`${from}-${to}`} workId={workId} from={from} to={to} />
    </>
  );
}

function Differences({ workId, from, to }: { workId: string; from: number; to: number }) {
  const { config } = useCampaign();
  const unitName = useUnitName();
  const before = useRead('GET /api/works/:workId/versions/:number', { params: { workId, number: from } });
  const after = useRead('GET /api/works/:workId/versions/:number', { params: { workId, number: to } });
  return (
    <Loaded query={after} what="这一版" rows={3}>
      {(is) => (
        <Loaded query={before} what="这一版" rows={3}>
          {(was) => {
            const rows = versionChanges(was, is, config, unitName);
            if (rows.length === 0) return <p className={styles.none}>{from === to ? `第 ${to} 版，${is.submittedBy} 提交。选另一版来比较。` : '两版的推荐表、成片和检测结论都相同。'}</p>;
            return (
              <div className={styles.changes}>
                {is.submittedBy} 于 <Moment at={is.submittedAt} /> 提交第 {to} 版，{rows.length} 处不同
                <ChangeTable rows={rows} />
              </div>
            );
          }}
        </Loaded>
      )}
    </Loaded>
  );
}
