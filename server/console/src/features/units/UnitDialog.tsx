import { LIMITS } from '@kepu/shared/contracts/limits';
import type { UnitBoardRow } from '@kepu/shared/contracts/campaign';
import { Alert, Button, Input, Modal } from 'antd';
import { useId, useState, type ReactNode } from 'react';
import { hasReason, wordsOf } from '../../api/failure';
import { Problem } from '../../ui/Problem';
import { useReturnFocus } from '../../ui/use-return-focus';
import styles from './UnitDialog.module.css';
import type { UnitChange } from './unit-change';
import { useUnitEdit } from './unit-edit';

interface Props {
  row: UnitBoardRow;
  title: string;
  /** What would be written; null: nothing has been changed yet, or it cannot be written. */
  change: UnitChange | null;
  /** The verb of the button, with the number: 延长 36 小时. */
  verb: string;
  reasonExample: string;
  onClose: () => void;
  children: ReactNode;
}

/** Frame of a change to a unit: the change, its reason, and what others did meanwhile. */
export function UnitDialog({ row, title, change, verb, reasonExample, onClose, children }: Props) {
  useReturnFocus();
  const id = useId();
  const [started] = useState(row);
  const [reason, setReason] = useState('');
  const edit = useUnitEdit(started);
  const go = () => change && edit.mutate({ change, reason: reason.trim() }, { onSuccess: onClose });
  const isChanged = hasReason(edit.error, 'DRAFT_CHANGED');
  return (
    <Modal
      open
      centered
      width={580}
      title={title}
      onCancel={onClose}
      footer={
        <div className={styles.foot}>
          <Button type="primary" disabled={change === null || reason.trim() === '' || isChanged} loading={edit.isPending} onClick={go}>
            {verb}
          </Button>
          <Button onClick={onClose}>先不改</Button>
          <span>写入操作日志，改前改后都保留</span>
        </div>
      }
    >
      <div className={styles.body}>
        {children}
        <div className={styles.row}>
          <label htmlFor={`${id}reason`}>原因</label>
          <Input.TextArea id={`${id}reason`} autoSize={{ minRows: 2, maxRows: 4 }} maxLength={LIMITS.changeReason} showCount placeholder={reasonExample} value={reason} onChange={(event) => setReason(event.target.value)} />
        </div>
        {isChanged ? <Alert type="warning" showIcon role="alert" title={wordsOf(edit.error).sentences.join('')} description="没有覆盖别人的修改，您的也没有写入。请关上再打开，在最新内容上修改。" /> : <Problem error={edit.error} />}
      </div>
    </Modal>
  );
}
