import { useState } from 'react';
import type { MailServerTestReply, MailServerView } from '@kepu/shared/contracts/handover';
import { useKept } from '../../state/kept';
import { useTask } from '../../state/use-task';
import { Box } from '../../platform/elements';
import { Button } from '../../ui/Button';
import { Note } from '../../ui/Note';
import { Sheet } from '../../ui/Sheet';
import { TextField } from '../../ui/TextField';
import { toast } from '../../ui/toast';
import { Failure } from '../session/Failure';
import { saveMailServer, usualServer } from './mail-servers';

interface MailServerFormProps {
  unitId: string;
  known: MailServerView | null;
  onChanged: () => void;
  onClose: () => void;
}

const FIELDS = ['sender', 'password', 'host', 'port', 'account'] as const;
type Field = (typeof FIELDS)[number];

/** From the address follow server and account, until somebody writes something else there. */
function useForm(unitId: string, known: MailServerView | null) {
  // The password is written down nowhere, not even on the phone it is typed on.
  const [password, setPassword] = useState('');
  const [typed, setTyped, clear] = useKept<Partial<Record<Field, string>>>(`mail-server:${unitId}`, known ? { sender: known.sender, host: known.host, port: String(known.port), account: known.account } : {});
  const sender = typed.sender ?? '';
  const values: Record<Field, string> = { sender, password, host: typed.host ?? usualServer(sender), port: typed.port ?? '465', account: typed.account ?? sender };
  const bind = (field: Field) => ({ id: `mail-${field}`, value: values[field], onInput: (text: string) => (field === 'password' ? setPassword(text) : setTyped((before) => ({ ...before, [field]: text }))) });
  return { values, bind, clear };
}

export function MailServerForm({ unitId, known, onChanged, onClose }: MailServerFormProps) {
  const { values, bind, clear } = useForm(unitId, known);
  const [isMissed, setMissed] = useState(false);
  const [tried, setTried] = useState<MailServerTestReply | null>(null);
  const task = useTask();
  const problemOf = (field: Field) => (isMissed && values[field].trim() === '' ? '还没有填' : null);
  const save = async () => {
    const isOpen = FIELDS.some((field) => values[field].trim() === '');
    setMissed(isOpen);
    setTried(null);
    if (isOpen) return;
    // A port that is no number is refused like one that may not be used.
    const port = /^\d{1,5}$/u.test(values.port.trim()) ? Number(values.port) : 1;
    await task.run(async () => {
      const outcome = await saveMailServer(unitId, { ...values, port });
      clear();
      if (outcome.isWorking) {
        toast('已保存，登录成功');
        onClose();
      } else setTried(outcome);
      onChanged();
    });
  };
  return (
    <Sheet
      title="设置发信邮箱"
      text="用单位的邮箱发报送邮件，对方回信、退信都到这个邮箱。授权码加密保存，谁也看不到。"
      onClose={onClose}
      buttons={<Button isBusy={task.isBusy} onTap={() => void save()}>保存并测试登录</Button>}
    >
      <TextField {...bind('sender')} label="发件地址" kind="email" placeholder="如 kjj@163.com" problem={problemOf('sender')} />
      <TextField {...bind('password')} label="授权码" kind="secret" problem={problemOf('password')} hint={known ? '改任何一项都要重新填授权码。' : '163、126、QQ 等在网页邮箱的“设置—POP3/SMTP”里开启后得到，不是登录密码。'} />
      <TextField {...bind('host')} label="发信（SMTP）服务器" kind="url" placeholder="如 smtp.163.com" problem={problemOf('host')} />
      <TextField {...bind('port')} label="端口" hint="常用 465；也可以是 587 或 25。" problem={problemOf('port')} />
      <TextField {...bind('account')} label="账号" hint="一般就是发件地址。" problem={problemOf('account')} />
      {tried && <Box className="k-mt-3"><Note tone="fail" isAlert>已保存，但{tried.outcome}</Note></Box>}
      <Failure of={task.failure} />
    </Sheet>
  );
}
