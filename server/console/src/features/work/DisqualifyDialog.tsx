import { LIMITS } from '@kepu/shared/contracts/limits';
import type { WorkView } from '@kepu/shared/contracts/work';
import { recommendBy } from '@kepu/shared/rules/windows';
import { holdsSlot } from '@kepu/shared/domain/work-status';
import { Button, Input, Modal } from 'antd';
import { useId, useState } from 'react';
import { serverNow } from '../../api/server-clock';
import { useCommand } from '../../api/queries';
import { Icon, type IconName } from '../../ui/Icon';
import { Problem } from '../../ui/Problem';
import { useReturnFocus } from '../../ui/use-return-focus';
import { useCampaign } from '../campaign/current';
import { Quote } from '../campaign/Quote';
import styles from './DisqualifyDialog.module.css';

interface Props {
  work: WorkView;
  onClose: () => void;
}

/** The one thing here that cannot be taken back: clause, consequences, reason, and the title typed by hand. */
export function DisqualifyDialog({ work, onClose }: Props) {
  useReturnFocus();
  const id = useId();
  const [reason, setReason] = useState('');
  const [title, setTitle] = useState('');
  const disqualify = useCommand('POST /api/works/:workId/disqualification', ['GET /api/works/:workId', 'GET /api/works/:workId/history', 'GET /api/works', 'GET /api/units', 'GET /api/overview']);
  const isReady = reason.trim() !== '' && title.trim() === work.form.title.trim();
  const go = () => disqualify.mutate({ params: { workId: work.id }, body: { reason: reason.trim(), title: title.trim() } }, { onSuccess: onClose });
  return (
    <Modal
      open
      centered
      width={620}
      onCancel={onClose}
      title={`取消《${work.form.title}》的评选资格？`}
      footer={
        <div className={styles.foot}>
          <Button danger type="primary" disabled={!isReady} loading={disqualify.isPending} onClick={go}>
            取消资格
          </Button>
          <Button autoFocus onClick={onClose}>
            返回核查
          </Button>
          <span>取消后不能恢复</span>
        </div>
      }
    >
      <div className={styles.body}>
        <Quote of="copied" rules="P9" />
        <Quote of="once" rules="P9" mark="若发现重复推荐，将取消评选资格。" />
        <Consequences work={work} />
        <div>
          <label htmlFor={`${id}reason`}>理由（作者和推荐单位都能看到，写事实，不写评价）</label>
          <Input.TextArea id={`${id}reason`} autoSize={{ minRows: 2, maxRows: 6 }} maxLength={LIMITS.disqualifyReason} showCount value={reason} onChange={(event) => setReason(event.target.value)} placeholder="例：0:48–0:57 画面与某作品相同，未能提供授权" />
        </div>
        <div>
          <label htmlFor={`${id}title`}>请输入作品名称，一字不差</label>
          <Input id={`${id}title`} value={title} autoComplete="off" onChange={(event) => setTitle(event.target.value)} />
        </div>
        <Problem error={disqualify.error} />
      </div>
    </Modal>
  );
}

function Consequences({ work }: { work: WorkView }) {
  const { config, units } = useCampaign();
  const unit = units.find((candidate) => candidate.id === work.unitId);
  const sentences: [IconName, string][] = [];
  if (work.slotNumber !== null && unit) {
    const isOpen = serverNow() < recommendBy(config, unit);
    sentences.push(['building', isOpen ? `${unit.name}的 ${work.slotNumber} 号名额随即空出，截止前可以另推荐一部` : `${unit.name}的 ${work.slotNumber} 号名额空出，但推荐已截止，不能再补`]);
  }
  if (holdsSlot(work.status)) sentences.push(['users', '同一作者、同一制作单位不再因这部作品而不能申报']);
  sentences.push(['mail', `作者${unit ? `和${unit.name}` : ''}会收到消息，理由写在作品进度里`]);
  sentences.push(['log', '作品、检测结论、审核意见和日志全部保留']);
  return (
    <ul className={styles.consequences}>
      {sentences.map(([icon, sentence]) => (
        <li key={sentence}>
          <Icon name={icon} />
          {sentence}
        </li>
      ))}
    </ul>
  );
}
