import { useRead } from '../../api/queries';
import { serverNow } from '../../api/server-clock';
import { Loaded } from '../../ui/Loaded';
import { PageHead } from '../../ui/PageHead';
import { shortTime } from '../../ui/short-time';
import { useCampaign } from '../campaign/current';
import { DaysLeft } from './DaysLeft';
import { FindingsByRule } from './FindingsByRule';
import styles from './OverviewPage.module.css';
import { Running } from './Running';
import { Today } from './Today';
import { UnitsProgress } from './UnitsProgress';
import { WorksByStatus } from './WorksByStatus';

const EVERY_MS = 60_000;

/** How long, what needs somebody today, where the works stand, and whether the machine is well. */
export function OverviewPage() {
  const { config } = useCampaign();
  const { id: campaignId } = useCampaign();
  const overview = useRead('GET /api/overview', { query: { campaignId } }, { everyMs: EVERY_MS });
  const taken = overview.data ? shortTime(overview.data.serverTime, serverNow()) : null;
  return (
    <>
      <PageHead title="概览" sub={`${config.title} · ${config.documentNumber}`} actions={taken && <span className={styles.taken}>{taken} 更新</span>} />
      <Loaded query={overview} what="概览" rows={12}>
        {(figures) => (
          <>
            <div className={styles.top}>
              <DaysLeft opensAt={figures.opensAt} recommendBy={figures.recommendBy} />
              <Today figures={figures} />
            </div>
            <div className={styles.columns}>
              <div className={styles.column}>
                <WorksByStatus figures={figures} />
                <UnitsProgress />
              </div>
              <div className={styles.column}>
                <FindingsByRule findings={figures.findingsByRule} />
                <Running running={figures.running} />
              </div>
            </div>
          </>
        )}
      </Loaded>
    </>
  );
}
