import type { ListedArea } from '@kepu/shared/campaign/units-inner-mongolia';
import { LIMITS } from '@kepu/shared/contracts/limits';
import type { UnitBoardRow } from '@kepu/shared/contracts/campaign';
import { bonusReason, slotPlan } from '@kepu/shared/rules/quota';
import { Alert, Input, InputNumber, Radio, Switch } from 'antd';
import { useId, useState } from 'react';
import { useCampaign } from '../campaign/current';
import { Quote } from '../campaign/Quote';
import { CountyPicker } from './CountyPicker';
import { UnitDialog } from './UnitDialog';
import styles from './UnitDialog.module.css';

const MOST = 100;
const codesOf = (areas: readonly ListedArea[]) => areas.map(({ code }) => code).sort().join();

interface Props {
  row: UnitBoardRow;
  onClose: () => void;
}

/** A unit's name, quota and extra slot. Slots shrink only where they are free. */
export function QuotaDialog({ row, onClose }: Props) {
  const id = useId();
  const { config } = useCampaign();
  const [name, setName] = useState(row.unit.name);
  const [ownQuota, setOwnQuota] = useState(row.ownQuota);
  const [hasBonus, setBonus] = useState(row.hasBonus);
  const [areas, setAreas] = useState(row.unit.listedAreas);
  const ofType = config.unitTypes.find((policy) => policy.type === row.unit.type)?.quota ?? 0;
  const planned = slotPlan({ type: row.unit.type, ownQuota, hasBonus }, config).length;
  const taken = row.slots.filter((slot) => slot.work).length;
  const isTooFew = row.slots.some((slot) => slot.work !== null && slot.number > planned);
  const isChanged = name.trim() !== row.unit.name || ownQuota !== row.ownQuota || hasBonus !== row.hasBonus || codesOf(areas) !== codesOf(row.unit.listedAreas);
  const lacksAreas = bonusReason({ name, hasBonus, listedAreas: areas }, config.bonus) !== null;
  const change = isChanged && !isTooFew && !lacksAreas && name.trim() !== '' ? { name: name.trim(), ownQuota, hasBonus, listedAreas: areas } : null;
  return (
    <UnitDialog row={row} title={`调整${row.unit.name}的名额`} change={change} verb={planned === row.slots.length ? '保存' : `名额改为 ${planned} 个`} reasonExample="例：经厅务会研究同意，来函 12月3日" onClose={onClose}>
      <div className={styles.row}>
        <label htmlFor={`${id}name`}>名称</label>
        <Input id={`${id}name`} maxLength={LIMITS.unitName} value={name} onChange={(event) => setName(event.target.value)} />
      </div>
      <div className={styles.row}>
        <span>名额</span>
        <div className={styles.gap}>
          <Radio.Group value={ownQuota !== null} onChange={(event) => setOwnQuota(event.target.value === true ? (row.ownQuota ?? ofType) : null)}>
            <Radio value={false}>按类型（{ofType} 个）</Radio>
            <Radio value>单独</Radio>
          </Radio.Group>
          {ownQuota !== null && <InputNumber aria-label="单独的名额数" min={0} max={MOST} precision={0} value={ownQuota} onChange={(value) => setOwnQuota(value ?? 0)} suffix="个" />}
        </div>
      </div>
      {config.bonus && (
        <div className={styles.row}>
          <label htmlFor={`${id}bonus`}>增加名额</label>
          <div className={`${styles.gap} ${styles.value}`}>
            <Switch id={`${id}bonus`} checked={hasBonus} onChange={setBonus} />
            <span className={styles.quiet}>
              {config.bonus.label}，加 {config.bonus.slots} 个{config.bonus.mode === 'reserved' ? '，只给列入名单的旗县的作品' : ''}
            </span>
          </div>
        </div>
      )}
      {config.bonus?.mode === 'reserved' && hasBonus && (
        <div className={styles.row}>
          <label htmlFor={`${id}areas`}>旗县</label>
          <div>
            <CountyPicker id={`${id}areas`} value={areas} onChange={setAreas} isWrong={lacksAreas} />
            {lacksAreas && <span role="alert" className={styles.quiet}>还没有选旗县：专用名额只给列入名单的旗县的作品，没有旗县就谁也用不了。</span>}
          </div>
        </div>
      )}
      <Quote of={hasBonus ? 'bonus' : 'quota'} rules={hasBonus ? 'P2' : 'P1'} />
      <Alert
        type={isTooFew ? 'error' : 'info'}
        showIcon
        title={isTooFew ? `已占用 ${taken} 个名额，序号最大的在 ${planned} 号之后，不能减到这么少；请先由单位撤回推荐。` : `名额由 ${row.slots.length} 个${planned === row.slots.length ? '不变' : `变为 ${planned} 个`}，已占用 ${taken} 个。减少时，已占用的不会被收走。`}
      />
    </UnitDialog>
  );
}
