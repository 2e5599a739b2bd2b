import type { Duty } from '@kepu/shared/campaign/config';
import type { SignOffView } from '@kepu/shared/contracts/work';
import { sayMoment } from '@kepu/shared/time';
import { isWithUnit } from '@kepu/shared/domain/work-status';
import { Box } from '../../platform/elements';
import { useKept } from '../../state/kept';
import { useStore } from '../../state/store';
import { useTask } from '../../state/use-task';
import { Button } from '../../ui/Button';
import { Chips } from '../../ui/Chips';
import { KeyValues } from '../../ui/KeyValues';
import { Sheet } from '../../ui/Sheet';
import { TextField } from '../../ui/TextField';
import { toast } from '../../ui/toast';
import { NameSheet } from '../account/NameSheet';
import { api, session } from '../session/api';
import { Failure } from '../session/Failure';
import { takeWork } from '../work/works';
import type { Review } from './review';

interface SignOffSheetProps {
  review: Review;
  duty: Duty;
  onClose: () => void;
}

/** One duty: signed off with an opinion under the person's own name, or seen as it was signed. */
export function SignOffSheet({ review, duty, onClose }: SignOffSheetProps) {
  const state = useStore(session.state);
  const name = state.kind === 'in' ? state.account.name : null;
  const signOff = review.work.signOffs.find(({ dutyId }) => dutyId === duty.id);
  if (signOff) return <Signed review={review} duty={duty} signOff={signOff} onClose={onClose} />;
  if (!name) return <NameSheet name="" text="签核要署名，请先填你的姓名。" onClose={onClose} onSaved={() => undefined} />;
  return <Unsigned review={review} duty={duty} name={name} onClose={onClose} />;
}

function Unsigned({ review, duty, name, onClose }: SignOffSheetProps & { name: string }) {
  const presets = [duty.statement, '无问题'];
  const { id: workId } = review.work;
  const [opinion, setOpinion, clearOpinion] = useKept(`opinion:${workId}:${duty.id}`, duty.statement);
  const task = useTask();
  const sign = async () => {
    const isDone = await task.run(async () => takeWork(await api.call('PUT /api/works/:workId/sign-offs/:dutyId', { params: { workId, dutyId: duty.id }, body: { opinion } })));
    if (!isDone) return;
    clearOpinion();
    toast(`${duty.label}已签核`);
    onClose();
  };
  return (
    <Sheet title={duty.label} text={duty.hint} icon={{ name: 'shield', tone: 'brand' }} onClose={onClose} buttons={<Button isBusy={task.isBusy} onTap={() => void sign()}>{`以${name}的名义签核`}</Button>}>
      <Chips label="常用意见" options={presets.map((text) => ({ value: text, text }))} value={presets.includes(opinion) ? opinion : null} onChange={setOpinion} />
      <TextField id="opinion" label="审核意见" isLong value={opinion} limit={review.campaign.config.limits.opinion} hint="签核后记下姓名、时间和意见" onInput={setOpinion} />
      <Failure of={task.failure} />
    </Sheet>
  );
}

function Signed({ review, duty, signOff, onClose }: SignOffSheetProps & { signOff: SignOffView }) {
  const task = useTask();
  const { id: workId, status } = review.work;
  const takeBack = async () => {
    const isDone = await task.run(async () => takeWork(await api.call('DELETE /api/works/:workId/sign-offs/:dutyId', { params: { workId, dutyId: duty.id } })));
    if (isDone) onClose();
  };
  return (
    <Sheet
      title={duty.label}
      icon={{ name: 'shield', tone: 'brand' }}
      onClose={onClose}
      buttons={signOff.byMe && isWithUnit(status) ? <Button kind="warn" icon="undo" isBusy={task.isBusy} onTap={() => void takeBack()}>撤销我的签核</Button> : <Button kind="line" onTap={onClose}>知道了</Button>}
    >
      <KeyValues rows={[['签核人', signOff.byName], ['时间', sayMoment(signOff.at)], ['意见', signOff.opinion]]} />
      <Box><Failure of={task.failure} /></Box>
    </Sheet>
  );
}
