import type { PackageView } from '@kepu/shared/contracts/handover';
import { Button } from 'antd';
import { useState } from 'react';
import { useRead } from '../../api/queries';
import { Card } from '../../ui/Card';
import { Empty } from '../../ui/Empty';
import { Loaded } from '../../ui/Loaded';
import { PageHead } from '../../ui/PageHead';
import { Tag } from '../../ui/Tag';
import styles from '../hand-over/HandOver.module.css';
import { PackageDetails } from '../hand-over/PackageDetails';
import { isMoving, stateOf } from '../hand-over/package-words';
import { useMay } from '../session/use-session';
import { ExportDialog } from './ExportDialog';
import { useCampaign } from '../campaign/current';

const SOON_MS = 3_000;

/** 导出: packages the department takes out for itself or hands on to the next level. */
export function ExportsPage() {
  const may = useMay('package.export');
  const { id: campaignId } = useCampaign();
  const exports_ = useRead('GET /api/exports', { query: { campaignId } }, { enabled: may, everyMs: (rows) => (rows?.some(isMoving) ? SOON_MS : false) });
  const [isMaking, setMaking] = useState(false);
  const make = may && <Button type="primary" onClick={() => setMaking(true)}>新导出…</Button>;
  return (
    <>
      <PageHead title="导出" sub="按单位成册、批量打印推荐表和证书，或把获奖作品报送上级" actions={make} />
      {!may && <Card><Empty icon="lock" title="导出由科技厅工作人员操作">您的账号没有这项权限。</Empty></Card>}
      {may && (
        <Loaded query={exports_} what="导出">
          {(rows) => (rows.length > 0 ? <>{rows.map((view) => <One key={view.id} view={view} />)}</> : <Card><Empty icon="disc" title="还没有导出过" actions={make}>导出和单位报送的材料包同一结构：每部作品一个文件夹，附清单和 SHA-256，可以下载 ZIP 或光盘映像。</Empty></Card>)}
        </Loaded>
      )}
      {isMaking && <ExportDialog onClose={() => setMaking(false)} />}
    </>
  );
}

function One({ view }: { view: PackageView }) {
  const { tone, word } = stateOf(view);
  return (
    <Card className={styles.gap} title={view.title} extra={<Tag tone={tone}>{word}</Tag>}>
      <PackageDetails view={view} />
    </Card>
  );
}
