import { useMutation } from '@tanstack/react-query';
import { Button, Input, Space } from 'antd';
import { useEffect, useId, useState } from 'react';
import { call } from '../../api/call';
import { Problem } from '../../ui/Problem';
import page from '../session/LoginPage.module.css';
import styles from './InvitePage.module.css';

interface Props {
  token: string;
  value: string;
  onChange: (code: string) => void;
}

/** Proof that the invited phone is in the person's hand. */
export function SmsCode({ token, value, onChange }: Props) {
  const id = useId();
  const [wait, setWait] = useState(0);
  const send = useMutation({
    mutationFn: () => call('POST /api/invitations/:token/sms-code', { params: { token } }),
    onSuccess: (reply) => setWait(reply.resendAfterSeconds),
  });
  useEffect(() => {
    if (wait <= 0) return undefined;
    const timer = setTimeout(() => setWait((left) => left - 1), 1000);
    return () => clearTimeout(timer);
  }, [wait]);
  return (
    <div className={page.field}>
      <label htmlFor={`${id}sms`}>短信验证码</label>
      <Space.Compact block>
        <Input id={`${id}sms`} inputMode="numeric" autoComplete="one-time-code" maxLength={6} value={value} onChange={(event) => onChange(event.target.value.replace(/\D/gu, ''))} />
        <Button loading={send.isPending} disabled={wait > 0} onClick={() => send.mutate()}>
          {wait > 0 ? `${wait} 秒后重发` : send.data ? '重新发送' : '获取验证码'}
        </Button>
      </Space.Compact>
      {send.data?.demoCode && <p className={styles.demo}>演示环境不发短信，验证码是 {send.data.demoCode}</p>}
      <Problem error={send.error} />
    </div>
  );
}
