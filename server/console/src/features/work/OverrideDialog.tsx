import type { WorkView } from '@kepu/shared/contracts/work';
import { saySetAside } from '@kepu/shared/inspection/say-set-aside';
import { OVERRIDE_REASON } from '@kepu/shared/rules/override';
import { countCharacters } from '@kepu/shared/text';
import { Button, Input, Modal } from 'antd';
import { useId, useState } from 'react';
import { useCommand, type Reading } from '../../api/queries';
import { Problem } from '../../ui/Problem';
import { useReturnFocus } from '../../ui/use-return-focus';
import styles from './DisqualifyDialog.module.css';
import type { ShownFinding } from './work-words';

const TOUCHED: Reading[] = ['GET /api/works/:workId', 'GET /api/works/:workId/history', 'GET /api/works', 'GET /api/overview'];

interface Props {
  work: WorkView;
  finding: ShownFinding;
  onClose: () => void;
}

/** 人工复核: the department sets a finding aside with a reason, or takes its own decision back. */
export function OverrideDialog(props: Props) {
  return props.finding.setAside ? <TakeBack {...props} /> : <SetAside {...props} />;
}

function SetAside({ work, finding, onClose }: Props) {
  useReturnFocus();
  const id = useId();
  const [reason, setReason] = useState('');
  const save = useCommand('PUT /api/works/:workId/overrides/:check', TOUCHED);
  const isReady = countCharacters(reason) >= OVERRIDE_REASON.least && work.film !== null;
  const go = () => work.film && save.mutate({ params: { workId: work.id, check: finding.check }, body: { fileId: work.film.fileId, measured: finding.measured, reason: reason.trim() } }, { onSuccess: onClose });
  const isBesideOthers = finding.rule === 'O7' || finding.rule === 'O8';
  return (
    <Modal open centered width={560} onCancel={onClose} title={`人工复核：${finding.rule} ${finding.subject}`} footer={<Foot><Button type="primary" disabled={!isReady} loading={save.isPending} onClick={go}>我看过，记为复核</Button><Button onClick={onClose}>返回</Button></Foot>}>
      <div className={styles.body}>
        <p>机器：{finding.measured ?? '没有检测'}{finding.required !== null && `；要求 ${finding.required}`}</p>
        <ul>
          <li>复核后不再算作问题，{finding.shown === 'fail' ? '不再拦住提交和推荐；' : ''}姓名、时间、理由写入日志。</li>
          <li>{isBesideOthers ? '作者看不到这一条；推荐单位能看到理由，请不要写另一部作品的名称。' : '作者会收到消息，作者和推荐单位都能看到理由。'}</li>
          <li>只对现在这个成片有效：换了成片或测得的值变了，要重新复核。</li>
        </ul>
        <div>
          <label htmlFor={`${id}reason`}>理由（一句话，至少 {OVERRIDE_REASON.least} 个字）</label>
          <Input.TextArea id={`${id}reason`} autoSize={{ minRows: 2, maxRows: 5 }} maxLength={OVERRIDE_REASON.most} showCount value={reason} onChange={(event) => setReason(event.target.value)} placeholder="例：已看原片，上下两行是拍摄时的遮幅，画面够 1080P" />
        </div>
        <Problem error={save.error} />
      </div>
    </Modal>
  );
}

function TakeBack({ work, finding, onClose }: Props) {
  useReturnFocus();
  const takeBack = useCommand('DELETE /api/works/:workId/overrides/:check', TOUCHED);
  const go = () => takeBack.mutate({ params: { workId: work.id, check: finding.check } }, { onSuccess: onClose });
  return (
    <Modal open centered width={520} onCancel={onClose} title={`撤销复核：${finding.rule} ${finding.subject}？`} footer={<Foot><Button danger loading={takeBack.isPending} onClick={go}>撤销复核</Button><Button autoFocus onClick={onClose}>返回</Button></Foot>}>
      <div className={styles.body}>
        {finding.setAside && <p>{finding.setAside.reason}（{saySetAside(finding.setAside)}）</p>}
        <p>撤销后，机器的结论照旧算：{finding.measured ?? '没有检测'}。</p>
        <Problem error={takeBack.error} />
      </div>
    </Modal>
  );
}

const Foot = ({ children }: { children: React.ReactNode }) => <div className={styles.foot}>{children}</div>;
