import type { WorkView } from '@kepu/shared/contracts/work';
import { Tabs } from 'antd';
import { Card } from '../../ui/Card';
import { useCampaign } from '../campaign/current';
import { BroadcastsTab } from './BroadcastsTab';
import styles from './Dossier.module.css';
import { FormTab } from './FormTab';
import { MaterialsTab } from './MaterialsTab';
import { ReviewTab } from './ReviewTab';

interface Props {
  work: WorkView;
  onSeek: (ms: number) => void;
}

/** Everything written about the film, in tabs: form, broadcast, quoted materials, the unit's opinion with its scan. */
export function Dossier({ work, onSeek }: Props) {
  const { config } = useCampaign();
  const { form } = work;
  return (
    <Card flush>
      <Tabs
        className={styles.tabs}
        items={[
          { key: 'form', label: '推荐表', children: <FormTab work={work} /> },
          { key: 'broadcasts', label: `播出证明 ${form.broadcasts.length}`, children: <BroadcastsTab work={work} /> },
          { key: 'materials', label: `引用素材 ${form.materials.length}`, children: <MaterialsTab work={work} onSeek={onSeek} /> },
          { key: 'review', label: `单位意见 ${work.signOffs.length}/${config.duties.length}`, children: <ReviewTab work={work} /> },
        ]}
      />
    </Card>
  );
}
