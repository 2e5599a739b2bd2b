import type { SessionReply, SmsCodeReply } from '@kepu/shared/contracts/account';
import { PRIVACY } from '@kepu/shared/domain/privacy';
import { wechatLogin } from '../../platform/wechat-login';
import { personal } from '../../state/personal';
import { api, session } from '../session/api';
import { pickHat, wearHat } from '../session/roles';

/** Opens the session a log-in brought; what an earlier person saw on this phone is forgotten. */
async function enter(reply: SessionReply): Promise<void> {
  await session.open(reply);
  await personal.settled();
  const hat = pickHat(reply.account, null);
  if (hat) await wearHat(hat);
}

export function sendCode(phone: string): Promise<SmsCodeReply> {
  return api.call('POST /api/auth/sms-codes', { body: { phone } });
}

export async function logInBySms(phone: string, code: string): Promise<void> {
  await enter(await api.call('POST /api/auth/sms-login', { body: { phone, code, consentVersion: PRIVACY.version } }));
}

/** Asks WeChat who this is; the phone number is needed the first time only. */
export async function logInByWechat(phoneCode?: string): Promise<void> {
  const loginCode = await wechatLogin.loginCode();
  await enter(await api.call('POST /api/auth/wechat-login', { body: { loginCode, phoneCode, consentVersion: PRIVACY.version } }));
}

export async function logInByDemo(key: string): Promise<void> {
  await enter(await api.call('POST /api/demo/login', { body: { key } }));
}

export async function acceptInvitation(token: string, smsCode: string): Promise<void> {
  await enter(await api.call('POST /api/invitations/:token/acceptance', { params: { token }, body: { smsCode, consentVersion: PRIVACY.version } }));
}

/** Ends this session. The server is told where it can be reached; the phone forgets it in any case. */
export async function logOut(): Promise<void> {
  await api.call('DELETE /api/auth/session').catch(() => undefined);
  await leave();
}

/** Ends every session of this account; only the server can do that, so a failure is shown. */
export async function logOutEverywhere(): Promise<void> {
  await api.call('DELETE /api/auth/sessions');
  await leave();
}

async function leave(): Promise<void> {
  await session.close();
  await personal.settled();
}
