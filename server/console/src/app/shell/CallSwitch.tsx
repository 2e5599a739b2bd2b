import { CALL_STATE_NAMES } from '@kepu/shared/campaign/call-state';
import { Select } from 'antd';
import { useRead } from '../../api/queries';
import { useCampaign, useChooseCall } from '../../features/campaign/current';
import styles from './SideNav.module.css';

/** Which call this tab works on; its name alone while there is only one. */
export function CallSwitch({ name }: { name: string }) {
  const { id } = useCampaign();
  const choose = useChooseCall();
  const { data: calls = [] } = useRead('GET /api/campaigns', {});
  if (calls.length < 2) return <b>{name}</b>;
  return (
    <Select
      size="small"
      className={styles.calls}
      aria-label="征集"
      value={id}
      options={calls.map((call) => ({ value: call.id, label: `${call.year} 年 · ${CALL_STATE_NAMES[call.state]}`, title: call.title }))}
      onChange={choose}
    />
  );
}
