import type { PasswordLoginReply, SessionReply, SmsCodeReply, TotpSetupReply } from '@kepu/shared/contracts/account';
import type { AuditEntryView } from '@kepu/shared/contracts/desk';
import type { Page } from '@kepu/shared/contracts/work';
import { PRIVACY } from '@kepu/shared/domain/privacy';
import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createApp } from '../../create-app.js';
import { makeLog } from '../../platform/log.js';
import { Client, refusal } from '../../testing/client.js';
import { databases } from '../../testing/databases.js';
import { Given, type Person } from '../../testing/given.js';
import { startTestApp, type TestApp } from '../../testing/start-test-app.js';

const consentVersion = PRIVACY.version;
const password = 'Grassland-wind-2026';

describe.each(databases)('accounts, on $name', (kind) => {
  let test: TestApp;
  let given: Given;
  let anyone: Client;
  let phones = 0;

  beforeAll(async () => {
    test = await startTestApp(kind);
    given = new Given(test);
    await given.campaign();
    anyone = given.anyone();
  });
  afterAll(() => test.stop());
  beforeEach(() => test.clock.setTo(Date.now()));

  const newPhone = () => `136${String((phones += 1)).padStart(8, '0')}`;
  const codeFor = async (phone: string) => {
    await anyone.post('/api/auth/sms-codes', { phone });
    return test.sms.lastCodeTo(phone) ?? '';
  };
  const logIn = async (phone = newPhone()) => (await anyone.post<SessionReply>('/api/auth/sms-login', { phone, code: await codeFor(phone), consentVersion })).body;
  const as = (session: SessionReply) => new Client(test.base, session.accessToken);

  describe('a text message', () => {
    it('makes a creator of whoever logs in first, once they agree to the privacy notice', async () => {
      const phone = newPhone();
      const code = await codeFor(phone);
      expect(refusal(await anyone.post('/api/auth/sms-login', { phone, code }))).toBe('422 CONSENT_REQUIRED');
      const reply = await anyone.post<SessionReply>('/api/auth/sms-login', { phone, code, consentVersion });
      expect(reply.status).toBe(200);
      expect(reply.body.account).toMatchObject({ phone: `${phone.slice(0, 3)}****${phone.slice(-4)}`, roles: [{ role: 'creator' }], consentVersion });
    });

    it('goes out at most once a minute, and a code works once', async () => {
      const phone = newPhone();
      const code = await codeFor(phone);
      const again = await anyone.post<SmsCodeReply>('/api/auth/sms-codes', { phone });
      expect(refusal(again)).toBe('429 CODE_JUST_SENT');
      expect(Number(again.headers.get('retry-after'))).toBeGreaterThan(50);
      expect((await anyone.post('/api/auth/sms-login', { phone, code, consentVersion })).status).toBe(200);
      expect(refusal(await anyone.post('/api/auth/sms-login', { phone, code, consentVersion }))).toBe('401 CODE_EXPIRED');
    });

    it('has a code that lasts five minutes and five tries', async () => {
      const phone = newPhone();
      const code = await codeFor(phone);
      const wrong = code === '000000' ? '000001' : '000000';
      for (const left of [4, 3, 2, 1, 0]) {
        const reply = await anyone.post<{ reasons: { triesLeft: number }[] }>('/api/auth/sms-login', { phone, code: wrong, consentVersion });
        expect(reply.body.reasons[0]?.triesLeft).toBe(left);
      }
      expect(refusal(await anyone.post('/api/auth/sms-login', { phone, code, consentVersion }))).toBe('401 CODE_EXPIRED');
      const other = newPhone();
      const old = await codeFor(other);
      test.clock.setTo(Date.now() + 5 * 60_000 + 1);
      expect(refusal(await anyone.post('/api/auth/sms-login', { phone: other, code: old, consentVersion }))).toBe('401 CODE_EXPIRED');
    });

    it('says so when the service refuses or the number is none', async () => {
      const phone = newPhone();
      test.sms.refusing.set(phone, 'FailedOperation.InsufficientBalanceInSmsPackage');
      expect(refusal(await anyone.post('/api/auth/sms-codes', { phone }))).toBe('502 SERVICE_DOWN');
      expect(refusal(await anyone.post('/api/auth/sms-codes', { phone: '12345' }))).toBe('422 INVALID_PHONE');
    });
  });

  describe('WeChat', () => {
    it('logs in with its code and vouches for the number the first time', async () => {
      const phone = newPhone();
      expect(refusal(await anyone.post('/api/auth/wechat-login', { loginCode: `user-${phone}-1`, consentVersion }))).toBe('409 WECHAT_PHONE_NEEDED');
      const first = await anyone.post<SessionReply>('/api/auth/wechat-login', { loginCode: `user-${phone}-2`, phoneCode: `phone-${phone}-1`, consentVersion });
      expect(first.status).toBe(200);
      const second = await anyone.post<SessionReply>('/api/auth/wechat-login', { loginCode: `user-${phone}-3` });
      expect(second.body.account.id).toBe(first.body.account.id);
    });

    it('asks for a new token once when WeChat has replaced it', async () => {
      test.wechat.replaceToken();
      const phone = newPhone();
      expect((await anyone.post('/api/auth/wechat-login', { loginCode: `user-${phone}-1`, phoneCode: `phone-${phone}-1`, consentVersion })).status).toBe(200);
    });

    it.each([
      ['a used code', 'stale-code', '401 WECHAT_CODE_INVALID'],
      ['a user WeChat calls risky', 'blocked-1', '403 WECHAT_BLOCKED'],
      ['the rate limit', 'busy-1', '429 TOO_MANY_REQUESTS'],
    ])('explains %s', async (_name, loginCode, expected) => expect(refusal(await anyone.post('/api/auth/wechat-login', { loginCode, consentVersion }))).toBe(expected));
  });

  describe('a session', () => {
    it('changes its refresh token with every use, and ends when an old one comes back', async () => {
      const first = await logIn();
      const second = (await anyone.post<SessionReply>('/api/auth/refresh', { refreshToken: first.refreshToken })).body;
      expect((await as(second).get('/api/me')).status).toBe(200);
      expect(refusal(await anyone.post('/api/auth/refresh', { refreshToken: first.refreshToken }))).toBe('401 SESSION_ENDED');
      expect(refusal(await as(second).get('/api/me'))).toBe('401 SESSION_ENDED');
      expect(refusal(await anyone.post('/api/auth/refresh', { refreshToken: second.refreshToken }))).toBe('401 SESSION_ENDED');
    });

    it('survives exactly one of two refreshes at the same moment', async () => {
      const { refreshToken } = await logIn();
      const replies = await Promise.all([1, 2].map(() => anyone.post('/api/auth/refresh', { refreshToken })));
      expect(replies.map((reply) => reply.status).sort()).toEqual([200, 401]);
    });

    it('has an access token of ten minutes', async () => {
      const session = await logIn();
      test.clock.setTo(Date.now() + 10 * 60_000 + 1_000);
      expect(refusal(await as(session).get('/api/me'))).toBe('401 SESSION_ENDED');
    });

    it('ends everywhere at once', async () => {
      const phone = newPhone();
      const [here] = [await logIn(phone)];
      test.clock.setTo(Date.now() + 61_000);
      const there = await logIn(phone);
      expect((await as(there).get<unknown[]>('/api/me/devices')).body).toHaveLength(2);
      await as(there).delete('/api/auth/sessions');
      expect(refusal(await as(here).get('/api/me'))).toBe('401 SESSION_ENDED');
      expect(refusal(await anyone.post('/api/auth/refresh', { refreshToken: there.refreshToken }))).toBe('401 SESSION_ENDED');
    });

    it('is not to be had with a forged or mangled token', async () => {
      const { accessToken } = await logIn();
      const [head, body] = accessToken.split('.');
      const unsigned = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${body}.`;
      for (const token of [unsigned, `${head}.${body}.AAAA`, 'x']) expect(refusal(await new Client(test.base, token).get('/api/me'))).toBe('401 SESSION_ENDED');
    });
  });

  describe('staff', () => {
    let admin: Person;
    let totp: TOTP;
    let phone: string;
    const now = () => totp.generate({ timestamp: test.clock.now() });

    const accept = async (role: 'staff' | 'recommender', unitId?: string) => {
      phone = newPhone();
      const invitation = await admin.post<{ url: string }>('/api/invitations', { role, name: '周某某', phone, unitId });
      const token = invitation.body.url.split(/[/=]/u).at(-1) ?? '';
      await anyone.post(`/api/invitations/${token}/sms-code`);
      const { secret } = (await anyone.post<TotpSetupReply>(`/api/invitations/${token}/totp`)).body;
      totp = new TOTP({ secret: Secret.fromBase32(secret) });
      return { token, secret, body: () => ({ smsCode: test.sms.lastCodeTo(phone), consentVersion, password, totpSecret: secret, totpCode: now() }) };
    };

    beforeAll(async () => {
      admin = await given.person('admin');
    });

    it('come in by an invitation that works once, with a good password and a second factor', async () => {
      const invited = await accept('staff');
      const path = `/api/invitations/${invited.token}/acceptance`;
      expect(refusal(await anyone.post(path, { ...invited.body(), password: 'password1234' }))).toBe('422 WEAK_PASSWORD');
      expect(refusal(await anyone.post(path, { ...invited.body(), totpCode: '000000' }))).toBe('401 WRONG_TOTP');
      const reply = await anyone.post<SessionReply>(path, invited.body());
      expect(reply.body.account.roles.map(({ role }) => role)).toEqual(['staff']);
      expect(refusal(await anyone.post(path, invited.body()))).toBe('410 INVITATION_INVALID');
    });

    it('log in with password and code, each code once', async () => {
      const invited = await accept('staff');
      await anyone.post(`/api/invitations/${invited.token}/acceptance`, invited.body());
      test.clock.setTo(Date.now() + 60_000);
      const { challenge } = (await anyone.post<PasswordLoginReply>('/api/auth/password-login', { phone, password })).body;
      const code = now();
      const reply = await anyone.post<SessionReply>('/api/auth/totp', { challenge, code });
      expect((await as(reply.body).get('/api/works')).status).toBe(200);
      expect(refusal(await anyone.post('/api/auth/totp', { challenge, code }))).toBe('401 WRONG_TOTP');
    });

    it('have no rights of staff by text message alone', async () => {
      const invited = await accept('staff');
      await anyone.post(`/api/invitations/${invited.token}/acceptance`, invited.body());
      test.clock.setTo(Date.now() + 61_000);
      expect(refusal(await as(await logIn(phone)).get('/api/works'))).toBe('403 NOT_ALLOWED');
    });

    it('are locked out after five wrong passwords, also after a restart', async () => {
      const invited = await accept('staff');
      await anyone.post(`/api/invitations/${invited.token}/acceptance`, invited.body());
      const tryOnce = (base: string) => new Client(base).post('/api/auth/password-login', { phone, password: 'Wrong-password-1' });
      for (let n = 0; n < 5; n += 1) expect(refusal(await tryOnce(test.base))).toBe('401 WRONG_PASSWORD');
      expect(refusal(await anyone.post('/api/auth/password-login', { phone, password }))).toBe('429 LOCKED_OUT');
      const restarted = await createApp(test.config, makeLog('silent'), test.clock);
      await restarted.listen(0, '127.0.0.1');
      expect(refusal(await tryOnce(await restarted.getUrl()))).toBe('429 LOCKED_OUT');
      await restarted.close();
      test.clock.setTo(Date.now() + 15 * 60_000 + 1_000);
      expect((await anyone.post('/api/auth/password-login', { phone, password })).status).toBe(200);
    });

    it('learn nothing about which accounts exist', async () => {
      expect(refusal(await anyone.post('/api/auth/password-login', { phone: newPhone(), password }))).toBe('401 WRONG_PASSWORD');
    });

    it('invite recommenders for one unit, who log in by phone', async () => {
      const invited = await accept('recommender', given.units[0]!.id);
      const reply = await anyone.post<SessionReply>(`/api/invitations/${invited.token}/acceptance`, { smsCode: test.sms.lastCodeTo(phone), consentVersion });
      expect(reply.body.account.roles).toEqual([{ role: 'recommender', unitId: given.units[0]!.id, unitName: given.units[0]!.name, year: given.config.year }]);
      expect((await as(reply.body).get(`/api/units/${given.units[0]!.id}/inbox`)).status).toBe(200);
      const { items } = (await admin.get<Page<AuditEntryView>>('/api/audit?action=account.accept-invitation')).body;
      expect(items[0]).toMatchObject({ actorName: '周某某', role: 'recommender', unitName: given.units[0]!.name });
      expect(refusal(await admin.post('/api/invitations', { role: 'recommender', name: '无单位', phone: newPhone() }))).toBe('400 INVALID_INPUT');
    });

    it('find an invitation dead after seven days', async () => {
      const invited = await accept('staff');
      test.clock.setTo(Date.now() + 7 * 86_400_000 + 1);
      expect(refusal(await anyone.get(`/api/invitations/${invited.token}`))).toBe('410 INVITATION_INVALID');
    });
  });
});
