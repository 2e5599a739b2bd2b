import { useState } from 'react';
import type { HandOverReply, MailServerTestReply, MailServerView } from '@kepu/shared/contracts/handover';
import { MAIL_WAY_NAMES } from '@kepu/shared/handover/mail-ways';
import { sayMoment } from '@kepu/shared/time';
import { Box } from '../../platform/elements';
import { useResource } from '../../state/use-resource';
import { useTask } from '../../state/use-task';
import { Button } from '../../ui/Button';
import { Item } from '../../ui/Item';
import { KeyValues } from '../../ui/KeyValues';
import { Note } from '../../ui/Note';
import { Sheet } from '../../ui/Sheet';
import { Skeleton } from '../../ui/Skeleton';
import { toast } from '../../ui/toast';
import { Failure } from '../session/Failure';
import { mailServerResource, removeMailServer, testMailServer } from './mail-servers';
import { MailServerForm } from './MailServerForm';

interface MailServerProps {
  unitId: string;
  onChanged: () => void;
  onClose: () => void;
}

/** Which mailbox the unit's messages are sent from, and the way to its sheet. */
export function MailServerItem({ known: { unitId, mailWays: [way] }, onChanged }: { known: HandOverReply; onChanged: () => void }) {
  const [isOpen, setOpen] = useState(false);
  const caption = way === undefined ? '没有设置，可以下载邮件草稿自己发' : `用${MAIL_WAY_NAMES[way]}发${way === 'system' ? '，也可以设置单位自己的' : ''}`;
  return (
    <>
      <Item icon="send" title="发信邮箱" caption={caption} onTap={() => setOpen(true)} />
      {isOpen && <MailServerSheet unitId={unitId} onChanged={onChanged} onClose={() => setOpen(false)} />}
    </>
  );
}

/** 发信邮箱: the unit's own mail server, set, tried and removed; its password is never shown again. */
export function MailServerSheet(props: MailServerProps) {
  const { value, failure, reload } = useResource(mailServerResource(props.unitId));
  const [isEditing, setEditing] = useState(false);
  const onChanged = () => {
    // What the log-in said belongs to the form and stays with it.
    setEditing(true);
    reload();
    props.onChanged();
  };
  if (value === null) return <Sheet title="发信邮箱" onClose={props.onClose}>{failure === null ? <Skeleton /> : <Failure of={failure} />}</Sheet>;
  if (value.server === null || isEditing) return <MailServerForm {...props} known={value.server} onChanged={onChanged} />;
  return <Known {...props} server={value.server} onChanged={onChanged} onEdit={() => setEditing(true)} />;
}

function Known({ unitId, server, onChanged, onEdit, onClose }: MailServerProps & { server: MailServerView; onEdit: () => void }) {
  const [tried, setTried] = useState<MailServerTestReply | null>(null);
  const [isSure, setSure] = useState(false);
  const task = useTask();
  const remove = () => void task.run(async () => {
    await removeMailServer(unitId);
    toast('已移除', { icon: 'trash' });
    onChanged();
    onClose();
  });
  const buttons = isSure
    ? <><Button kind="warn" icon="trash" isBusy={task.isBusy} onTap={remove}>移除</Button><Button kind="line" onTap={() => setSure(false)}>先不移除</Button></>
    : (
      <>
        <Button isBusy={task.isBusy} onTap={() => void task.run(async () => setTried(await testMailServer(unitId)))}>测试登录</Button>
        <Button kind="line" onTap={onEdit}>修改</Button>
        <Button kind="text" onTap={() => setSure(true)}>移除</Button>
      </>
    );
  return (
    <Sheet title="发信邮箱" text={isSure ? '移除后，还没发出的邮件不再发，报送邮件改用系统邮箱或草稿。' : undefined} onClose={onClose} buttons={buttons}>
      <KeyValues rows={[['发件地址', server.sender], ['服务器', `${server.host}，端口 ${server.port}`], ['账号', server.account], ['授权码', '已设，不显示'], ['设置', `${sayMoment(server.setAt)} ${server.setByName}`]]} />
      {tried && <Box className="k-mt-3"><Note tone={tried.isWorking ? 'pass' : 'fail'} isAlert>{tried.outcome}</Note></Box>}
      <Failure of={task.failure} />
    </Sheet>
  );
}
