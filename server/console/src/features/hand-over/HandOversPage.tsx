import type { HandOverRow } from '@kepu/shared/contracts/handover';
import { useSearchParams } from 'react-router';
import { useRead } from '../../api/queries';
import { Card } from '../../ui/Card';
import { Loaded } from '../../ui/Loaded';
import { Moment } from '../../ui/Moment';
import { PageHead } from '../../ui/PageHead';
import { SidePanel } from '../../ui/SidePanel';
import { Tag } from '../../ui/Tag';
import { useShortcuts } from '../../ui/shortcuts';
import table from '../units/UnitsTable.module.css';
import styles from './HandOver.module.css';
import { PackageDetails } from './PackageDetails';
import { isMoving, mailWord, stateOf } from './package-words';
import { useCampaign } from '../campaign/current';

const EVERY_MS = 60_000;
const SOON_MS = 3_000;

/** Where every unit's hand-over stands: frozen, changed since, arrived on paper and disc. */
export function HandOversPage() {
  const { id: campaignId } = useCampaign();
  const board = useRead('GET /api/hand-overs', { query: { campaignId } }, { everyMs: (rows) => (rows?.some(({ latest }) => latest && isMoving(latest)) ? SOON_MS : EVERY_MS) });
  const [params, setParams] = useSearchParams();
  const openId = params.get('unit');
  const open = (unitId: string | null) => setParams(unitId === null ? {} : { unit: unitId }, { replace: true });
  const opened = board.data?.find(({ unitId }) => unitId === openId);
  useShortcuts({ Escape: () => open(null) });
  return (
    <>
      <PageHead title="报送材料" sub={board.data && totals(board.data)} />
      <div className={styles.split}>
        <Card flush className={styles.list}>
          <Loaded query={board} what="报送情况" rows={12}>
            {(rows) => <Board rows={rows} openId={openId} onOpen={open} />}
          </Loaded>
        </Card>
        {opened && (
          <SidePanel label="报送详情" kicker={opened.latest ? `共报送 ${opened.handOvers} 次，以最后一次为准` : '还没有报送'} title={opened.latest?.title ?? opened.unitName} onClose={() => open(null)}>
            {opened.changes.map((change) => <p key={change} className={styles.mail}><Tag tone="look" icon="triangle">报送后有变化</Tag> {change}</p>)}
            {opened.latest ? <PackageDetails key={opened.latest.id} view={opened.latest} /> : <p className={styles.quiet}>{waitingWords(opened)}</p>}
          </SidePanel>
        )}
      </div>
    </>
  );
}

function Board({ rows, openId, onOpen }: { rows: readonly HandOverRow[]; openId: string | null; onOpen: (unitId: string) => void }) {
  return (
    <table className={table.table}>
      <thead>
        <tr>
          <th scope="col">单位（按通知行文顺序）</th>
          <th scope="col">已推荐</th>
          <th scope="col">报送</th>
          <th scope="col">还差</th>
          <th scope="col">纸质推荐表</th>
          <th scope="col">光盘</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.unitId} aria-current={row.unitId === openId ? 'true' : undefined} onClick={() => onOpen(row.unitId)}>
            <td><button type="button" className={table.name} onClick={() => onOpen(row.unitId)}>{row.unitName}</button></td>
            <td>{row.recommended} 部</td>
            <td><Latest row={row} /></td>
            <td className={styles.wrap}>{row.changes.length > 0 ? <Tag tone="look" icon="triangle">报送后有 {row.changes.length} 处变化</Tag> : row.blocking > 0 ? `${row.blocking} 项` : <span className={table.quiet}>{row.recommended > 0 && !row.latest ? '材料齐，等单位报送' : ''}</span>}</td>
            <td><Received row={row} kind="paper" unit="份" /></td>
            <td><Received row={row} kind="disc" unit="张" /></td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Latest({ row: { latest } }: { row: HandOverRow }) {
  if (!latest) return <span className={table.quiet}>还没有</span>;
  const { tone, word } = stateOf(latest);
  const [mail] = latest.mails;
  return <>第 {latest.number} 次　<Tag tone={tone}>{word}</Tag>　{mail && <Tag tone={mailWord(mail).tone} icon="mail">邮件{mailWord(mail).word}</Tag>}　<span className={table.quiet}><Moment at={latest.createdAt} /></span></>;
}

function Received({ row, kind, unit }: { row: HandOverRow; kind: 'paper' | 'disc'; unit: string }) {
  if (!row.latest) return <span className={table.quiet}>—</span>;
  const [received, required] = [row.received[kind], row.required[kind]];
  const words = `${received}/${required} ${unit}`;
  if (received > required) return <Tag tone="look" icon="triangle">{`${words}，多 ${received - required}`}</Tag>;
  return received === required ? <Tag tone="ok" icon="ticked">{words}</Tag> : <Tag tone="quiet" icon="clock">{words}</Tag>;
}

const totals = (rows: readonly HandOverRow[]) => `${rows.filter(({ recommended }) => recommended > 0).length} 个单位有推荐作品，${rows.filter(({ latest }) => latest !== null).length} 个已报送`;

function waitingWords({ recommended, blocking }: HandOverRow): string {
  if (recommended === 0) return '这个单位还没有推荐作品。';
  return blocking > 0 ? `推荐了 ${recommended} 部，还差 ${blocking} 项才能报送；经办人在手机“名额”页的“报送材料”里能看到每一项轮到谁办。` : `推荐了 ${recommended} 部，材料已齐，等经办人在手机上报送。`;
}
