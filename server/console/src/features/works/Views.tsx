import type { OverviewReply } from '@kepu/shared/contracts/desk';
import { STATUSES_OF, type WorkStatus } from '@kepu/shared/domain/work-status';
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

/** Works in certain statuses, with how many there are. */
const of = (statuses: readonly WorkStatus[]): Pick<View, 'filter' | 'count'> => ({
  filter: { status: statuses.join() },
  count: ({ worksByStatus }) => statuses.reduce((sum, status) => sum + worksByStatus[status], 0),
});

const VIEWS: View[] = [
  { label: '全部', filter: {}, count: ({ worksByStatus }) => Object.values(worksByStatus).reduce((sum, count) => sum + count, 0) },
  { label: '待单位审核', ...of(STATUSES_OF.withUnit) },
  { label: '已推荐', ...of(STATUSES_OF.holdsSlot) },
  { label: '待扫描件', filter: { having: 'awaiting-scan' }, count: ({ awaitingScan }) => awaitingScan },
  { label: '已退回', ...of(STATUSES_OF.sentBack) },
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
