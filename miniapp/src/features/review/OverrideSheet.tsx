import { useState } from 'react';
import { sentenceOf } from '@kepu/shared/errors';
import type { Finding } from '@kepu/shared/inspection/finding';
import { saySetAside } from '@kepu/shared/inspection/say-set-aside';
import { OVERRIDE_REASON } from '@kepu/shared/rules/override';
import { countCharacters } from '@kepu/shared/text';
import { useKept } from '../../state/kept';
import { useTask } from '../../state/use-task';
import { Button } from '../../ui/Button';
import { Chips } from '../../ui/Chips';
import { KeyValues } from '../../ui/KeyValues';
import { Sheet } from '../../ui/Sheet';
import { TextField } from '../../ui/TextField';
import { toast } from '../../ui/toast';
import { api } from '../session/api';
import { Failure } from '../session/Failure';
import { takeWork } from '../work/works';
import type { Review } from './review';

interface OverrideSheetProps {
  review: Review;
  finding: Finding;
  onClose: () => void;
}

/** 人工复核 of one finding: set aside with a reason under the person's name, or taken back. */
export function OverrideSheet(props: OverrideSheetProps) {
  return props.finding.setAside ? <TakeBack {...props} /> : <SetAside {...props} />;
}

/** What is said beside other people's works is not the creator's to read. */
const whoReads = ({ rule }: Finding): string => (rule === 'O7' || rule === 'O8' ? '科技厅' : '作者和科技厅');

const PRESETS = ['看过画面，符合要求', '机器认错了字，符合要求'];

function SetAside({ review: { work }, finding, onClose }: OverrideSheetProps) {
  const [reason, setReason, clearReason] = useKept(`override:${work.id}:${finding.check}`, '');
  const [isMissed, setMissed] = useState(false);
  const task = useTask();
  const { film } = work;
  const isShort = countCharacters(reason) < OVERRIDE_REASON.least;
  const save = async () => {
    setMissed(isShort);
    if (isShort || !film) return;
    const body = { fileId: film.fileId, measured: finding.measured, reason: reason.trim() };
    const isDone = await task.run(async () => takeWork(await api.call('PUT /api/works/:workId/overrides/:check', { params: { workId: work.id, check: finding.check }, body })));
    if (!isDone) return;
    clearReason();
    toast('已记为人工复核');
    onClose();
  };
  return (
    <Sheet title={`人工复核：${finding.subject}`} text={`机器：${finding.measured ?? '没有检测'}。复核后不再算作问题，${whoReads(finding)}能看到您的姓名和理由。`} onClose={onClose} buttons={<Button isBusy={task.isBusy} onTap={() => void save()}>我看过，记为复核</Button>}>
      <Chips label="常用理由" options={PRESETS.map((text) => ({ value: text, text }))} value={PRESETS.includes(reason) ? reason : null} onChange={setReason} />
      <TextField id="override-reason" label="理由" isLong value={reason} limit={OVERRIDE_REASON.most} problem={isMissed && isShort ? sentenceOf({ code: 'REASON_TOO_SHORT', least: OVERRIDE_REASON.least }) : null} onInput={setReason} />
      <Failure of={task.failure} />
    </Sheet>
  );
}

function TakeBack({ review: { work }, finding, onClose }: OverrideSheetProps) {
  const task = useTask();
  const takeBack = async () => {
    const isDone = await task.run(async () => takeWork(await api.call('DELETE /api/works/:workId/overrides/:check', { params: { workId: work.id, check: finding.check } })));
    if (!isDone) return;
    toast('已撤销复核', { icon: 'undo' });
    onClose();
  };
  return (
    <Sheet title={`撤销复核：${finding.subject}`} text="撤销后，机器的结论照旧算。" icon={{ name: 'undo', tone: 'look' }} onClose={onClose} buttons={<Button kind="warn" icon="undo" isBusy={task.isBusy} onTap={() => void takeBack()}>撤销复核</Button>}>
      {finding.setAside && <KeyValues rows={[['机器的结论', finding.measured ?? '没有检测'], ['理由', finding.setAside.reason], ['复核人', saySetAside(finding.setAside)]]} />}
      <Failure of={task.failure} />
    </Sheet>
  );
}
