import { Select } from 'antd';
import { Chip } from '../../ui/Chip';
import { useCampaign } from '../campaign/current';
import type { AuditConditions } from './audit-conditions';
import styles from './AuditPage.module.css';
import { ACTION_CHOICES } from './audit-words';

interface Props {
  conditions: AuditConditions;
  /** Title of the work the log is narrowed to, once known. */
  workTitle: string | null;
  onChange: (conditions: AuditConditions) => void;
}

export function AuditFilters({ conditions, workTitle, onChange }: Props) {
  const { units } = useCampaign();
  return (
    <div className={styles.filters}>
      <Select
        size="small"
        className={styles.select}
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        placeholder="任何动作"
        aria-label="动作"
        options={ACTION_CHOICES}
        value={conditions.action}
        onChange={(action?: string) => onChange({ ...conditions, action })}
      />
      <Select
        size="small"
        className={styles.select}
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        placeholder="任何推荐单位"
        aria-label="推荐单位"
        options={units.map((unit) => ({ value: unit.id, label: unit.name }))}
        value={conditions.unitId}
        onChange={(unitId?: string) => onChange({ ...conditions, unitId })}
      />
      {conditions.workId && <Chip onRemove={() => onChange({ ...conditions, workId: undefined })}>{`作品：${workTitle ?? '所选作品'}`}</Chip>}
    </div>
  );
}
