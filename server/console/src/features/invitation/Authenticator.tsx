import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { TotpSetupReply } from '@kepu/shared/contracts/account';
import { Input, QRCode, Typography } from 'antd';
import { useId } from 'react';
import { call } from '../../api/call';
import { Loaded } from '../../ui/Loaded';
import page from '../session/LoginPage.module.css';
import styles from './InvitePage.module.css';

/** A new secret for the authenticator, made once for this page. */
export function useTotp(token: string): UseQueryResult<TotpSetupReply> {
  return useQuery({
    queryKey: ['totp-setup', token],
    queryFn: () => call('POST /api/invitations/:token/totp', { params: { token } }),
    staleTime: Infinity,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
}

interface Props {
  totp: UseQueryResult<TotpSetupReply>;
  code: string;
  onCode: (code: string) => void;
}

/** Scan, then prove with the first six digits that it worked. */
export function Authenticator({ totp, code, onCode }: Props) {
  const id = useId();
  return (
    <div className={page.field}>
      <label htmlFor={`${id}totp`}>绑定验证器：用手机上的验证器扫码，再填它显示的 6 位数字</label>
      <Loaded query={totp} what="验证器密钥" rows={3}>
        {({ uri, secret }) => (
          <div className={styles.totp}>
            <QRCode className={styles.qr} type="svg" errorLevel="L" value={uri} size={156} bordered={false} color="#14232e" aria-label="验证器二维码" />
            <div>
              <p className={styles.quiet}>不能扫码时手工输入密钥：</p>
              <Typography.Text className={styles.secret} copyable={{ text: secret, tooltips: ['复制密钥', '已复制'] }}>
                {secret.replace(/(.{4})(?=.)/gu, '$1 ')}
              </Typography.Text>
              <Input id={`${id}totp`} className={styles.code} inputMode="numeric" autoComplete="one-time-code" maxLength={6} placeholder="6 位数字" value={code} onChange={(event) => onCode(event.target.value.replace(/\D/gu, ''))} />
            </div>
          </div>
        )}
      </Loaded>
    </div>
  );
}
