import { sayDeadline } from '@kepu/shared/time';
import { Button } from 'antd';
import { useRead } from '../../api/queries';
import { Chip } from '../../ui/Chip';
import { Empty } from '../../ui/Empty';
import { useCampaign, useUnitName } from '../campaign/current';
import { conditionsOf, without, type Condition, type WorksFilter } from './filter';
import styles from './WorksPage.module.css';

interface Props {
  filter: WorksFilter;
  onChange: (filter: WorksFilter) => void;
}

/** An empty list: either nobody has begun a work, or no work meets all conditions; then what dropping each would show. */
export function NoWorks({ filter, onChange }: Props) {
  const { config } = useCampaign();
  const conditions = conditionsOf(filter, useUnitName());
  if (conditions.length === 0) {
    return (
      <Empty title="还没有作品">
        征集 {sayDeadline(config.opensAt)} 开始，作者在手机上建立草稿后会出现在这里；截止 {sayDeadline(config.recommendBy)}。
      </Empty>
    );
  }
  return (
    <Empty
      icon="search"
      title={conditions.length > 1 ? `没有同时满足 ${conditions.length} 个条件的作品` : '没有满足这个条件的作品'}
      actions={
        <>
          {conditions.map(({ key, words }) => (
            <Chip key={key} onRemove={() => onChange(without(filter, key))}>
              {words}
            </Chip>
          ))}
          <Button type="link" onClick={() => onChange({})}>
            清除全部条件
          </Button>
        </>
      }
    >
      {conditions.length > 1 && conditions.map((condition) => <Loosened key={condition.key} filter={filter} condition={condition} />)}
    </Empty>
  );
}

/** How many works there would be without one condition. */
function Loosened({ filter, condition }: { filter: WorksFilter; condition: Condition }) {
  const { id: campaignId } = useCampaign();
  const works = useRead('GET /api/works', { query: { campaignId, ...without(filter, condition.key), limit: '1' } });
  if (!works.data || works.data.total === 0) return null;
  return (
    <span className={styles.loosen}>
      去掉 <b>{condition.words}</b>，会有 {works.data.total} 部
    </span>
  );
}
