import { sayDeadline } from '@kepu/shared/time';
import { useServerNow } from '../../api/server-clock';
import { useCampaign } from '../../features/campaign/current';
import { Icon } from '../../ui/Icon';
import { Tag } from '../../ui/Tag';
import styles from './StageRail.module.css';
import { nextDeadline, STAGES, stageAt } from './stage';

/** Where in its year the call stands, and how long until the next deadline. */
export function StageRail() {
  const { config } = useCampaign();
  const now = useServerNow(30_000);
  const current = stageAt(config, now);
  const next = nextDeadline(config, now);
  return (
    <>
      <ol className={styles.rail} aria-label="征集阶段">
        {STAGES.map((stage, index) => (
          <li key={stage} className={index < current ? styles.done : undefined} aria-current={index === current ? 'step' : undefined}>
            <i>{index < current ? <Icon name="check" size={11} /> : index + 1}</i>
            <span>{stage}</span>
          </li>
        ))}
      </ol>
      {next ? (
        <Tag tone="look" title={`${sayDeadline(next.at)}（北京时间，以服务器时钟为准）`}>
          {next.label} {next.left}
        </Tag>
      ) : (
        <Tag>推荐已截止</Tag>
      )}
    </>
  );
}
