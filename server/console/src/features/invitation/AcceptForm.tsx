import { useMutation } from '@tanstack/react-query';
import { PRIVACY } from '@kepu/shared/domain/privacy';
import { Button, Checkbox, Input } from 'antd';
import { useId, useState, type FormEvent } from 'react';
import { useNavigate } from 'react-router';
import { call, session } from '../../api/call';
import { Icon } from '../../ui/Icon';
import { Problem } from '../../ui/Problem';
import page from '../session/LoginPage.module.css';
import { Authenticator, useTotp } from './Authenticator';
import styles from './InvitePage.module.css';
import { passwordRules } from './password-rules';
import { PrivacyLink } from './PrivacyLink';
import { SmsCode } from './SmsCode';

const CODE = /^\d{6}$/u;

/** Three proofs and a consent: the phone, a password, an authenticator, the privacy notice. */
export function AcceptForm({ token }: { token: string }) {
  const id = useId();
  const navigate = useNavigate();
  const totp = useTotp(token);
  const [smsCode, setSmsCode] = useState('');
  const [password, setPassword] = useState('');
  const [totpCode, setTotpCode] = useState('');
  const [agrees, setAgrees] = useState(false);
  const accept = useMutation({
    mutationFn: () => call('POST /api/invitations/:token/acceptance', { params: { token }, body: { smsCode, password, totpCode, totpSecret: totp.data?.secret, consentVersion: PRIVACY.version } }),
    onSuccess: (reply) => {
      session.open(reply);
      void navigate('/', { replace: true });
    },
  });
  const rules = passwordRules(password);
  const isReady = CODE.test(smsCode) && rules.every((rule) => rule.isKept) && CODE.test(totpCode) && totp.data !== undefined && agrees;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isReady) accept.mutate();
  };
  return (
    <form className={page.step} onSubmit={submit}>
      <SmsCode token={token} value={smsCode} onChange={setSmsCode} />
      <div className={page.field}>
        <label htmlFor={`${id}password`}>设置密码</label>
        <Input.Password id={`${id}password`} autoComplete="new-password" maxLength={128} value={password} onChange={(event) => setPassword(event.target.value)} aria-describedby={`${id}rules`} />
        <ul id={`${id}rules`} className={styles.rules}>
          {rules.map((rule) => (
            <li key={rule.words} className={rule.isKept ? styles.kept : undefined}>
              <Icon name={rule.isKept ? 'ticked' : 'dashed'} size={13} />
              {rule.words}
            </li>
          ))}
        </ul>
      </div>
      <Authenticator totp={totp} code={totpCode} onCode={setTotpCode} />
      <Checkbox checked={agrees} onChange={(event) => setAgrees(event.target.checked)}>
        我已阅读并同意 <PrivacyLink />
      </Checkbox>
      <Problem error={accept.error} />
      <Button type="primary" size="large" htmlType="submit" block disabled={!isReady} loading={accept.isPending}>
        加入并进入管理端
      </Button>
    </form>
  );
}
