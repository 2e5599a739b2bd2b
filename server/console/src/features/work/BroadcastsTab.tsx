import type { CampaignConfig } from '@kepu/shared/campaign/config';
import type { WorkView } from '@kepu/shared/contracts/work';
import { broadcastCategory } from '@kepu/shared/forms/work-form';
import { isDay, sayDay, type Day } from '@kepu/shared/time';
import { Empty } from '../../ui/Empty';
import { Icon } from '../../ui/Icon';
import { Tick } from '../../ui/Tick';
import { useCampaign } from '../campaign/current';
import { Quote } from '../campaign/Quote';
import styles from './Dossier.module.css';
import { Proofs } from './Proofs';

/** Where and when the film was shown, each record with its proof. */
export function BroadcastsTab({ work }: { work: WorkView }) {
  const { config } = useCampaign();
  const { workWindow } = config;
  const { broadcasts } = work.form;
  if (broadcasts.length === 0) return <Empty icon="screen" title="还没有播出记录" />;
  return (
    <>
      {broadcasts.map((record) => (
        <div key={record.id} className={styles.item}>
          <p className={styles.line}>
            <b>{record.platform || '没有填写平台'}</b>
            <span className={styles.quiet}>{broadcastCategory(config, record.categoryId)?.label}</span>
            {isDay(record.day) && (isWithin(record.day, workWindow) ? <Tick>在期限内</Tick> : <Tick isWell={false}>不在期限内</Tick>)}
          </p>
          <p>
            {isDay(record.day) ? sayDay(record.day) : '没有填写播出时间'}
            <span className={styles.quiet}>
              （要求 {sayDay(workWindow.fromDay)} 至 {sayDay(workWindow.toDay)}）
            </span>
          </p>
          {/^https?:\/\//u.test(record.url) && (
            <a href={record.url} target="_blank" rel="noreferrer noopener">
              <Icon name="external" size={13} /> {record.url}
            </a>
          )}
          <Proofs ids={record.proofIds} files={work.files} missing="没有播放证明" />
        </div>
      ))}
      <div className={styles.note}>
        <Quote of="broadcast" rules="O2" />
      </div>
    </>
  );
}

const isWithin = (day: Day, window: CampaignConfig['workWindow']) => day >= window.fromDay && day <= window.toDay;
