import type { HandOverRow } from '@kepu/shared/contracts/handover';
import { Button } from 'antd';
import { useRead } from '../../api/queries';
import { Card } from '../../ui/Card';
import { Empty } from '../../ui/Empty';
import { Loaded } from '../../ui/Loaded';
import { Tag } from '../../ui/Tag';
import styles from './FrontDesk.module.css';
import { useCampaign } from '../campaign/current';

const EVERY_MS = 60_000;

/** Before anything is scanned: which units' envelopes and discs are still to come. */
export function Outstanding({ onCode }: { onCode: (code: string) => void }) {
  const { id: campaignId } = useCampaign();
  const board = useRead('GET /api/hand-overs', { query: { campaignId } }, { everyMs: EVERY_MS });
  return (
    <Loaded query={board} what="收件情况">
      {(rows) => {
        const sent = rows.filter(({ latest }) => latest?.state === 'ready');
        const open = sent.filter((row) => missingOf(row) !== '');
        if (sent.length === 0) return <Card><Empty icon="mail" title="等着扫码">用扫码枪扫信封、光盘或推荐表上的二维码，或用摄像头，也可以直接输入 10 位报送码。还没有单位报送。</Empty></Card>;
        return (
          <Card title="还没收齐的单位" extra={<Tag tone={open.length === 0 ? 'ok' : 'look'}>{`${sent.length} 个单位已报送，收齐 ${sent.length - open.length} 个`}</Tag>}>
            {open.length === 0 && <Empty icon="mail" title="已报送的都收齐了">再有信封或光盘寄到，照常扫码。</Empty>}
            <ul className={styles.units}>
              {open.map((row) => (
                <li key={row.unitId}>
                  <Button type="link" size="small" onClick={() => onCode(row.latest?.code ?? '')}>{row.unitName}</Button>
                  <span className={styles.quiet}>差{missingOf(row)}</span>
                </li>
              ))}
            </ul>
          </Card>
        );
      }}
    </Loaded>
  );
}

function missingOf({ received, required }: HandOverRow): string {
  const [paper, disc] = [required.paper - received.paper, required.disc - received.disc];
  return [...(paper > 0 ? [`推荐表 ${paper} 份`] : []), ...(disc > 0 ? [`光盘 ${disc} 张`] : [])].join('、');
}
