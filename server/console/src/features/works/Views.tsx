import type { OverviewReply } from '@kepu/shared/contracts/desk';
import { Link } from 'react-router';
import { useRead } from '../../api/queries';
import { writeFilter, type WorksFilter } from './filter';
import styles from './WorksPage.module.css';
import { useCampaign } from '../campaign/current';

interface View {
  label: string;
  filter: WorksFilter;
  /** How many there are, where the overview knows. */
  count?: (figures: OverviewReply) => number;
}

const VIEWS: View[] = [
  { label: '全部', filter: {}, count: ({ worksByStatus }) => Object.values(worksByStatus).reduce((sum, count) => sum + count, 0) },
  { label: '待单位审核', filter: { status: 'submitted' }, count: ({ worksByStatus }) => worksByStatus.submitted },
  { label: '已推荐', filter: { status: 'recommended' }, count: ({ worksByStatus }) => worksByStatus.recommended },
  { label: '待扫描件', filter: { having: 'awaiting-scan' }, count: ({ awaitingScan }) => awaitingScan },
  { label: '已退回', filter: { status: 'returned' }, count: ({ worksByStatus }) => worksByStatus.returned },
  { label: '有不符合项', filter: { having: 'failing' } },
  { label: '有提示', filter: { having: 'looking' } },
  { label: '三区作品', filter: { having: 'listed' } },
];

interface Props {
  filter: WorksFilter;
  onChoose: (filter: WorksFilter) => void;
}

/** The ways this list is most often looked at, with their counts. */
export function Views({ filter, onChoose }: Props) {
  const { id: campaignId } = useCampaign();
  const overview = useRead('GET /api/overview', { query: { campaignId } });
  const current = writeFilter(filter).toString();
  return (
    <nav className={styles.views} aria-label="常用视图">
      {VIEWS.map((view) => {
        const search = writeFilter(view.filter).toString();
        return (
          <Link
            key={view.label}
            to={{ search }}
            aria-current={search === current ? 'true' : undefined}
            onClick={(event) => {
              if (event.ctrlKey || event.metaKey) return;
              event.preventDefault();
              onChoose(view.filter);
            }}
          >
            {view.label}
            {view.count && overview.data && <em>{view.count(overview.data)}</em>}
          </Link>
        );
      })}
    </nav>
  );
}
