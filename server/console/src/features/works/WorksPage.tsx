import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { useRead } from '../../api/queries';
import { Card } from '../../ui/Card';
import { Loaded } from '../../ui/Loaded';
import { PageHead } from '../../ui/PageHead';
import { Pager } from '../../ui/Pager';
import { useShortcuts } from '../../ui/shortcuts';
import { ThinBar } from '../../ui/ThinBar';
import { useCursorPages } from '../../ui/use-cursor-pages';
import { readFilter, writeFilter, type WorksFilter } from './filter';
import { FilterBar } from './FilterBar';
import { NoWorks } from './NoWorks';
import { Views } from './Views';
import { WorkPreview } from './WorkPreview';
import styles from './WorksPage.module.css';
import { WorksTable } from './WorksTable';
import { useCampaign } from '../campaign/current';

/** All works of the call: narrowed by conditions in words, read by key, previewed beside the list. */
export function WorksPage() {
  const [params, setParams] = useSearchParams();
  const filter = readFilter(params);
  const pages = useCursorPages();
  const { id: campaignId } = useCampaign();
  const works = useRead('GET /api/works', { query: { campaignId, ...filter, after: pages.after } }, { keepOld: true });
  const { openId, open, chosenId } = usePreview(works.data?.items.map((work) => work.id) ?? []);
  const narrow = (next: WorksFilter, isTyping = false) => setParams(writeFilter(next), { replace: isTyping });
  return (
    <>
      <PageHead title="作品" sub={works.data && sayTotal(works.data.total)} />
      <Views filter={filter} onChoose={narrow} />
      <div className={styles.split}>
        <Card flush className={styles.list}>
          <FilterBar filter={filter} onChange={narrow} />
          <ThinBar isOn={works.isFetching && !works.isPending} />
          <Loaded query={works} what="作品列表">
            {(page) =>
              page.items.length > 0 ? (
                <WorksTable works={page.items} chosenId={chosenId} onOpen={open} isNarrow={openId !== null} />
              ) : (
                <NoWorks filter={filter} onChange={narrow} />
              )
            }
          </Loaded>
          {works.data && works.data.total > 0 && (
            <Pager
              total={`共 ${sayTotal(works.data.total)} · 按最近更新续读，翻页时新变化不会打乱顺序`}
              onBack={pages.back}
              backLabel={pages.backLabel}
              onNext={works.data.next ? () => pages.next(works.data.next ?? '') : null}
            >
              <span className={styles.keys}>
                <kbd>J</kbd> <kbd>K</kbd> 移动 <kbd>Enter</kbd> 打开
              </span>
            </Pager>
          )}
        </Card>
        {openId && <WorkPreview key={openId} workId={openId} onClose={() => open(null)} />}
      </div>
    </>
  );
}

/** The server counts to ten thousand and no further. */
function sayTotal(total: number): string {
  return total >= 10_000 ? '10000 部以上' : `${total} 部`;
}

/** The row the keys are on and the row that is open beside the list; the open one is in the address. */
function usePreview(ids: string[]) {
  const [params, setParams] = useSearchParams();
  const navigate = useNavigate();
  const openId = params.get('open');
  const [marked, setMarked] = useState<string | null>(null);
  const chosenId = openId ?? marked;
  const open = (id: string | null) => {
    setMarked(id ?? openId);
    setParams(
      (last) => {
        const next = new URLSearchParams(last);
        if (id) next.set('open', id);
        else next.delete('open');
        return next;
      },
      { replace: openId !== null, preventScrollReset: true },
    );
  };
  const step = (by: number) => {
    const at = chosenId ? ids.indexOf(chosenId) : -1;
    const next = ids[Math.min(ids.length - 1, Math.max(0, at + by))];
    if (!next) return;
    if (openId) open(next);
    else setMarked(next);
  };
  useShortcuts({
    j: () => step(1),
    k: () => step(-1),
    Enter: () => {
      if (openId) void navigate(`/works/${openId}`);
      else if (marked) open(marked);
    },
    Escape: () => {
      if (openId) open(null);
    },
  });
  return { openId, open, chosenId };
}
