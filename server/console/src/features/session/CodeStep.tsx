import { useMutation } from '@tanstack/react-query';
import { maskPhone } from '@kepu/shared/text';
import { Button, Input } from 'antd';
import { useState, type FormEvent, type KeyboardEvent } from 'react';
import { call, session } from '../../api/call';
import { hasReason } from '../../api/failure';
import { useServerNow } from '../../api/server-clock';
import { Icon } from '../../ui/Icon';
import { Problem } from '../../ui/Problem';
import styles from './LoginPage.module.css';
import type { Challenge } from './PasswordStep';

const DIGITS = 6;
const PERIOD_SECONDS = 30;

interface Props {
  challenge: Challenge;
  onBack: (error: unknown) => void;
}

/** Second step: the six digits of the authenticator, typed or pasted as a whole. */
export function CodeStep({ challenge, onBack }: Props) {
  const { code, setCode, attempt, login } = useCodeLogin(challenge, onBack);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (code.length === DIGITS && !login.isPending) login.mutate(code);
  };
  const change = (digits: string) => {
    setCode(digits);
    if (digits.length === DIGITS) login.mutate(digits);
  };
  const leave = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onBack(null);
  };
  return (
    <form className={styles.step} onSubmit={submit} onKeyDown={leave}>
      <div className={styles.who}>
        <Icon name="person" />
        <span>手机 {maskPhone(challenge.phone)}，密码已核对</span>
        <Button type="link" size="small" onClick={() => onBack(null)}>
          换个账号
        </Button>
      </div>
      <div>
        <Input.OTP
          key={attempt}
          length={DIGITS}
          size="large"
          autoFocus
          aria-label="6 位动态验证码"
          autoComplete="one-time-code"
          formatter={(text) => text.replace(/\D/gu, '')}
          separator={(index) => (index === 2 ? <i className={styles.gap} /> : null)}
          onChange={change}
          disabled={login.isPending}
          className={styles.otp}
        />
        <Countdown />
      </div>
      <Problem error={login.error} />
      <Button type="primary" size="large" htmlType="submit" block loading={login.isPending} disabled={code.length < DIGITS}>
        验证并进入
      </Button>
    </form>
  );
}

/** The digits so far and the attempt they belong to: a wrong code leaves empty boxes for the next one. */
function useCodeLogin({ challenge }: Challenge, onBack: Props['onBack']) {
  const [code, setCode] = useState('');
  const [attempt, setAttempt] = useState(1);
  const login = useMutation({
    mutationFn: (digits: string) => call('POST /api/auth/totp', { body: { challenge, code: digits } }),
    onSuccess: (reply) => session.open(reply),
    onError: (error) => {
      setCode('');
      setAttempt((last) => last + 1);
      if (hasReason(error, 'SESSION_ENDED')) onBack(error);
    },
  });
  return { code, setCode, attempt, login };
}

function Countdown() {
  const now = useServerNow(1000);
  return (
    <p className={styles.hint}>
      <Icon name="clock" size={13} />
      当前验证码还有 {PERIOD_SECONDS - (Math.floor(now / 1000) % PERIOD_SECONDS)} 秒有效；到时输入下一组即可。
    </p>
  );
}
