import { useState } from 'react';
import type { HandOverReply, MailWay, PackageView } from '@kepu/shared/contracts/handover';
import { MAIL_WAY_NAMES } from '@kepu/shared/handover/mail-ways';
import { Box } from '../../platform/elements';
import { useResource } from '../../state/use-resource';
import { useTask } from '../../state/use-task';
import { Button } from '../../ui/Button';
import { Chips } from '../../ui/Chips';
import { KeyValues } from '../../ui/KeyValues';
import { Sheet } from '../../ui/Sheet';
import { toast } from '../../ui/toast';
import { api } from '../session/api';
import { Failure } from '../session/Failure';
import { mailServerResource } from './mail-servers';
import { MailServerSheet } from './MailServerSheet';

interface MailSheetProps {
  view: PackageView;
  known: HandOverReply;
  onChanged: () => void;
  /** The page for a computer, which has the draft. */
  onComputer: () => void;
  onClose: () => void;
}

/** Sending the message of a hand-over: by whose mailbox, or how it is sent without one. */
export function MailSheet(props: MailSheetProps) {
  const { known: { unitId, mailWays: [first] }, onChanged } = props;
  const [isSetting, setSetting] = useState(false);
  if (isSetting) return <MailServerSheet unitId={unitId} onChanged={onChanged} onClose={() => setSetting(false)} />;
  return first === undefined ? <NoWay {...props} onSet={() => setSetting(true)} /> : <Send {...props} first={first} />;
}

function Send({ view, known: { unitId, mailWays, required: { email } }, first, onChanged, onClose }: MailSheetProps & { first: MailWay }) {
  const [via, setVia] = useState(first);
  const { value: own } = useResource(mailServerResource(unitId));
  const task = useTask();
  const send = () => void task.run(async () => {
    await api.call('POST /api/packages/:packageId/mails', { params: { packageId: view.id }, body: { to: null, via } });
    toast('正在发送');
    onChanged();
    onClose();
  });
  const address = via === 'unit' && own?.server ? `（${own.server.sender}）` : '';
  return (
    <Sheet title="发邮件" icon={{ name: 'send', tone: 'brand' }} text="推荐表电子版、扫描件、清单和视频下载地址一起发出。" onClose={onClose} buttons={<Button isBusy={task.isBusy} onTap={send}>发送</Button>}>
      {mailWays.length > 1 && <Box className="k-mb-2"><Chips label="用哪个邮箱发" options={mailWays.map((value) => ({ value, text: MAIL_WAY_NAMES[value] }))} value={via} onChange={setVia} /></Box>}
      <KeyValues rows={[['发件', `${MAIL_WAY_NAMES[via]}${address}`], ['收件', email]]} />
      <Failure of={task.failure} />
    </Sheet>
  );
}

function NoWay({ onComputer, onSet, onClose }: MailSheetProps & { onSet: () => void }) {
  const go = () => {
    onComputer();
    onClose();
  };
  return (
    <Sheet
      title="怎样发邮件"
      icon={{ name: 'send', tone: 'brand' }}
      text="还没有可以直接发信的邮箱，两种办法："
      onClose={onClose}
      buttons={<><Button icon="pc" onTap={go}>到电脑上下载草稿</Button><Button kind="line" onTap={onSet}>设置单位的发信邮箱</Button></>}
    >
      <Box className="k-sub k-mb-2">1. 在电脑的下载页点“邮件草稿（.eml）”，用自己的邮箱发送。收件人、正文和附件都已备好。</Box>
      <Box className="k-sub">2. 设置单位的发信邮箱，以后在这里一点就发。</Box>
    </Sheet>
  );
}
