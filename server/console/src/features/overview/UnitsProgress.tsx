import type { UnitBoardRow } from '@kepu/shared/contracts/campaign';
import { Link } from 'react-router';
import { useRead } from '../../api/queries';
import { Card } from '../../ui/Card';
import { Loaded } from '../../ui/Loaded';
import { SlotBars, SlotLegend } from '../../ui/SlotBars';
import { useCampaign } from '../campaign/current';
import { unitsByType } from '../units/groups';
import styles from './UnitsProgress.module.css';

const EVERY_MS = 60_000;

/** Every unit's slots, in the order of the notice: never a league table. */
export function UnitsProgress() {
  const { config } = useCampaign();
  const { id: campaignId } = useCampaign();
  const board = useRead('GET /api/units', { query: { campaignId } }, { everyMs: EVERY_MS });
  return (
    <Card title="单位推荐进度" note={<span className={styles.note}>按通知行文顺序，不排名</span>} extra={<SlotLegend />}>
      <Loaded query={board} what="单位名额" rows={8}>
        {(rows) =>
          unitsByType(rows, config).map(({ label, units }) => (
            <div key={label} className={styles.group}>
              <h3>
                {label} <span>{units.length}</span>
              </h3>
              <ul>
                {units.map((row) => (
                  <Unit key={row.unit.id} row={row} />
                ))}
              </ul>
            </div>
          ))
        }
      </Loaded>
    </Card>
  );
}

function Unit({ row: { unit, slots, underReview } }: { row: UnitBoardRow }) {
  return (
    <li>
      <Link to={`/units?unit=${unit.id}`} title={unit.name}>
        {unit.name}
      </Link>
      <SlotBars slots={slots} underReview={underReview} />
      <em>
        {slots.filter((slot) => slot.work).length}/{slots.length}
      </em>
    </li>
  );
}
