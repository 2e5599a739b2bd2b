import { JURY_PAPERS } from '@kepu/shared/paper/paper-names';
import { useSearchParams } from 'react-router';
import { useRead } from '../../api/queries';
import { Card } from '../../ui/Card';
import { Empty } from '../../ui/Empty';
import { Icon } from '../../ui/Icon';
import { Loaded } from '../../ui/Loaded';
import { PageHead } from '../../ui/PageHead';
import { PaperButton } from '../../ui/PaperButton';
import { SlotLegend } from '../../ui/SlotBars';
import { ThinBar } from '../../ui/ThinBar';
import { useShortcuts } from '../../ui/shortcuts';
import { useCampaign } from '../campaign/current';
import { unitsByType } from './groups';
import { filterUnits, SHOWS, slotTotals, type UnitFilter } from './unit-filter';
import { UnitFilters } from './UnitFilters';
import { UnitPanel } from './UnitPanel';
import styles from './UnitsPage.module.css';
import { UnitsTable } from './UnitsTable';

const EVERY_MS = 60_000;

/** Which units have slots left, and who is not on board; in the order of the notice. */
export function UnitsPage() {
  const { config } = useCampaign();
  const { id: campaignId } = useCampaign();
  const board = useRead('GET /api/units', { query: { campaignId } }, { everyMs: EVERY_MS });
  const { filter, setFilter, openId, open } = useUnitAddress();
  const shown = filterUnits(board.data ?? [], filter);
  const opened = board.data?.find((row) => row.unit.id === openId);
  const ids = unitsByType(shown, config).flatMap(({ units }) => units.map(({ unit }) => unit.id));
  const step = (by: number) => open(ids[Math.min(ids.length - 1, Math.max(0, ids.indexOf(openId ?? '') + by))] ?? null);
  useShortcuts({
    j: () => step(1),
    k: () => step(-1),
    Escape: () => open(null),
  });
  return (
    <>
      <PageHead title="推荐单位与名额" sub={board.data && <Totals rows={board.data} />} actions={<JuryPapers />} />
      <div className={styles.split}>
        <Card flush className={styles.list}>
          <UnitFilters filter={filter} onChange={setFilter} extra={<SlotLegend />} />
          <ThinBar isOn={board.isFetching && !board.isPending} />
          <Loaded query={board} what="推荐单位" rows={12}>
            {() => (shown.length > 0 ? <UnitsTable groups={unitsByType(shown, config)} openId={openId} onOpen={open} /> : <Empty icon="building" title="没有符合条件的单位" actions={<a onClick={() => setFilter({ search: '', show: null })}>清除条件</a>} />)}
          </Loaded>
        </Card>
        {opened && <UnitPanel key={opened.unit.id} row={opened} onClose={() => open(null)} />}
      </div>
    </>
  );
}

/** Papers of the judging, made of all recommended works. */
function JuryPapers() {
  const { id: campaignId } = useCampaign();
  return (
    <>
      {JURY_PAPERS.map(({ paper, label }) => (
        <PaperButton key={paper} icon={<Icon name="printer" />} call={{ name: 'POST /api/campaign/paper-link', query: { campaignId, paper } }}>
          {label}
        </PaperButton>
      ))}
    </>
  );
}

function Totals({ rows }: { rows: Parameters<typeof slotTotals>[0] }) {
  const { slots, taken, reserved, reservedTaken } = slotTotals(rows);
  return (
    <>
      {rows.length} 个单位 · {slots} 个名额，已用 {taken}
      {reserved > 0 && `，三区专用 ${reserved} 个已用 ${reservedTaken}`}
    </>
  );
}

/** Filter and open unit, both in the address. */
function useUnitAddress() {
  const [params, setParams] = useSearchParams();
  const filter: UnitFilter = { search: params.get('search') ?? '', show: SHOWS.find((show) => show === params.get('show')) ?? null };
  const openId = params.get('unit');
  const change = (changes: Record<string, string | null>, replace: boolean) =>
    setParams(
      (last) => {
        const next = new URLSearchParams(last);
        for (const [key, value] of Object.entries(changes)) {
          if (value) next.set(key, value);
          else next.delete(key);
        }
        return next;
      },
      { replace, preventScrollReset: true },
    );
  return {
    filter,
    setFilter: (next: UnitFilter) => change({ search: next.search, show: next.show }, true),
    openId,
    open: (id: string | null) => change({ unit: id }, openId !== null),
  };
}
