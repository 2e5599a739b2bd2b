import type { AuditEntryView } from '@kepu/shared/contracts/desk';
import { useSearchParams } from 'react-router';
import { useRead } from '../../api/queries';
import { Card } from '../../ui/Card';
import { Empty } from '../../ui/Empty';
import { Loaded } from '../../ui/Loaded';
import { PageHead } from '../../ui/PageHead';
import { Pager } from '../../ui/Pager';
import { useShortcuts } from '../../ui/shortcuts';
import { ThinBar } from '../../ui/ThinBar';
import { useCursorPages } from '../../ui/use-cursor-pages';
import type { AuditConditions } from './audit-conditions';
import { AuditEntryPanel } from './AuditEntryPanel';
import { AuditFilters } from './AuditFilters';
import { AuditTable } from './AuditTable';
import styles from './AuditPage.module.css';
import { useCampaign } from '../campaign/current';

/** Who did what, from what to what; only ever added to. */
export function AuditPage() {
  const { conditions, setConditions, openId, open } = useAuditAddress();
  const pages = useCursorPages();
  const { id: campaignId } = useCampaign();
  const log = useRead('GET /api/audit', { query: { campaignId, ...conditions, after: pages.after } }, { keepOld: true });
  const entries = log.data?.items ?? [];
  const opened = entries.find((entry) => entry.id === openId);
  const step = (by: number) => open(neighbour(entries, openId, by));
  useShortcuts({ j: () => step(1), k: () => step(-1), Escape: () => open(null) });
  return (
    <>
      <PageHead title="操作日志" sub={log.data && `只增不改 · 共 ${log.data.total >= 10_000 ? '10000 条以上' : `${log.data.total} 条`}`} />
      <div className={styles.split}>
        <Card flush className={styles.list}>
          <AuditFilters conditions={conditions} workTitle={entries[0]?.workTitle ?? null} onChange={setConditions} />
          <ThinBar isOn={log.isFetching && !log.isPending} />
          <Loaded query={log} what="操作日志" rows={10}>
            {(page) =>
              page.items.length > 0 ? (
                <AuditTable entries={page.items} openId={openId} onOpen={open} />
              ) : (
                <Empty icon="log" title="没有符合条件的记录" actions={<a onClick={() => setConditions({})}>清除条件</a>} />
              )
            }
          </Loaded>
          {log.data && log.data.total > 0 && (
            <Pager
              total={`符合条件 ${log.data.total} 条`}
              backLabel={pages.backLabel === '上一页' ? '更新的' : pages.backLabel}
              nextLabel="更早的"
              onBack={pages.back}
              onNext={log.data.next ? () => pages.next(log.data.next ?? '') : null}
            />
          )}
        </Card>
        {opened && <AuditEntryPanel key={opened.id} entry={opened} onClose={() => open(null)} />}
      </div>
    </>
  );
}

function neighbour(entries: readonly AuditEntryView[], id: number | null, by: number): number | null {
  const at = entries.findIndex((entry) => entry.id === id);
  return entries[Math.min(entries.length - 1, Math.max(0, at + by))]?.id ?? null;
}

/** Conditions and open entry, both in the address. */
function useAuditAddress() {
  const [params, setParams] = useSearchParams();
  const conditions: AuditConditions = { action: params.get('action') ?? undefined, unitId: params.get('unitId') ?? undefined, workId: params.get('workId') ?? undefined };
  const entry = params.get('entry');
  const openId = entry !== null && /^\d+$/u.test(entry) ? Number(entry) : null;
  return {
    conditions,
    setConditions: (next: AuditConditions) => {
      const given = Object.entries(next).filter((pair): pair is [string, string] => Boolean(pair[1]));
      setParams(new URLSearchParams(given));
    },
    openId,
    open: (id: number | null) =>
      setParams(
        (last) => {
          const next = new URLSearchParams(last);
          if (id === null) next.delete('entry');
          else next.set('entry', String(id));
          return next;
        },
        { replace: true, preventScrollReset: true },
      ),
  };
}
