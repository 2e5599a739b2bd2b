import { useMutation } from '@tanstack/react-query';
import type { PasswordLoginReply } from '@kepu/shared/contracts/account';
import { Button, Input } from 'antd';
import { useId, useState, type FormEvent } from 'react';
import { call } from '../../api/call';
import { Problem } from '../../ui/Problem';
import styles from './LoginPage.module.css';

export interface Challenge extends PasswordLoginReply {
  phone: string;
}

interface Props {
  phone: string;
  onDone: (challenge: Challenge) => void;
}

/** First step: telephone number and password. */
export function PasswordStep({ phone: known, onDone }: Props) {
  const id = useId();
  const [phone, setPhone] = useState(known);
  const [password, setPassword] = useState('');
  const login = useMutation({
    mutationFn: () => call('POST /api/auth/password-login', { body: { phone: phone.trim(), password } }),
    onSuccess: (reply) => onDone({ ...reply, phone: phone.trim() }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    login.mutate();
  };
  return (
    <form className={styles.step} onSubmit={submit}>
      <div className={styles.field}>
        <label htmlFor={`${id}phone`}>手机号</label>
        <Input id={`${id}phone`} size="large" autoFocus={known === ''} autoComplete="username" inputMode="numeric" maxLength={20} value={phone} onChange={(event) => setPhone(event.target.value)} />
      </div>
      <div className={styles.field}>
        <label htmlFor={`${id}password`}>密码</label>
        <Input.Password id={`${id}password`} size="large" autoFocus={known !== ''} autoComplete="current-password" maxLength={128} value={password} onChange={(event) => setPassword(event.target.value)} />
      </div>
      <Problem error={login.error} />
      <Button type="primary" size="large" htmlType="submit" block loading={login.isPending} disabled={phone.trim() === '' || password === ''}>
        下一步
      </Button>
    </form>
  );
}
