import { NEXT_CALLS } from '@kepu/shared/campaign/next-calls';
import { Button, Input, Modal, Radio, Select } from 'antd';
import { useId, useState } from 'react';
import { useCommand, useRead } from '../../api/queries';
import { Problem } from '../../ui/Problem';
import { useReturnFocus } from '../../ui/use-return-focus';
import { useCampaign } from '../campaign/current';
import unit from '../units/UnitDialog.module.css';

type What = 'all' | 'some' | 'next';

/** Chooses what goes out. For the next level the order of the choice is the new numbering. */
export function ExportDialog({ onClose }: { onClose: () => void }) {
  useReturnFocus();
  const id = useId();
  const { config } = useCampaign();
  const board = useRead('GET /api/units', {});
  const [what, setWhat] = useState<What>('all');
  const [workIds, setWorkIds] = useState<string[]>([]);
  const [callId, setCallId] = useState(NEXT_CALLS.at(-1)?.id ?? '');
  const [unitName, setUnitName] = useState(config.organiser.name);
  const make = useCommand('POST /api/exports', ['GET /api/exports']);
  const options = (board.data ?? []).map((row) => ({ label: row.unit.name, options: row.slots.flatMap(({ work, number }) => (work ? [{ value: work.id, label: `${number}. ${work.title}` }] : [])) })).filter((group) => group.options.length > 0);
  const go = () => make.mutate({ body: { workIds: what === 'all' ? [] : workIds, nextLevel: what === 'next' ? { callId, unitName: unitName.trim() } : null } }, { onSuccess: onClose });
  const isReady = what === 'all' || (workIds.length > 0 && (what === 'some' || unitName.trim() !== ''));
  return (
    <Modal open centered width={620} title="新导出" onCancel={onClose} footer={<div className={unit.foot}><Button type="primary" disabled={!isReady} loading={make.isPending} onClick={go}>{what === 'all' ? '导出全部' : `导出 ${workIds.length} 部`}</Button><Button onClick={onClose}>先不导出</Button><span>写入操作日志</span></div>}>
      <div className={unit.body}>
        <Radio.Group aria-label="导出什么" value={what} onChange={(event) => setWhat(event.target.value as What)} options={[{ value: 'all', label: '全部推荐作品' }, { value: 'some', label: '选定作品' }, { value: 'next', label: '报送上级' }]} />
        {what !== 'all' && (
          <div className={unit.row}>
            <label htmlFor={`${id}works`}>作品</label>
            <div>
              <Select id={`${id}works`} mode="multiple" style={{ width: '100%' }} placeholder="选作品" optionFilterProp="label" options={options} value={workIds} onChange={setWorkIds} loading={board.isPending} />
              {what === 'next' && <p className={unit.quiet}>按选的先后重新编号 1、2、3…；本次征集评选 {config.awards.count} 部。</p>}
            </div>
          </div>
        )}
        {what === 'next' && (
          <>
            <div className={unit.row}>
              <label htmlFor={`${id}call`}>上级征集</label>
              <div>
                <Select id={`${id}call`} style={{ width: '100%' }} options={NEXT_CALLS.map((call) => ({ value: call.id, label: call.label }))} value={callId} onChange={setCallId} />
                <p className={unit.quiet}>每部按它的规格重新核对，结果放在作品文件夹里。</p>
              </div>
            </div>
            <div className={unit.row}>
              <label htmlFor={`${id}unit`}>推荐单位</label>
              <div>
                <Input id={`${id}unit`} maxLength={60} value={unitName} onChange={(event) => setUnitName(event.target.value)} />
                <p className={unit.quiet}>印在新推荐表上，代替原推荐单位；要重新签字盖章。</p>
              </div>
            </div>
          </>
        )}
        <Problem error={make.error} />
      </div>
    </Modal>
  );
}
