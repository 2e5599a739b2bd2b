import { Injectable } from '@nestjs/common';
import type { SessionReply, SmsLoginRequest, WechatLoginRequest } from '@kepu/shared/contracts/account';
import { isDuplicate } from '../../platform/database.js';
import { Refusal } from '../../platform/refusal.js';
import type { Account } from './account.entity.js';
import { Accounts } from './accounts.js';
import { LoginCodes, mobileOf } from './login-codes.js';
import { Sessions } from './sessions.js';
import { WechatClient } from './wechat-client.js';

/** Logging in by phone: with a text message, or with WeChat vouching for the number. */
@Injectable()
export class PhoneLogin {
  constructor(
    private readonly codes: LoginCodes,
    private readonly accounts: Accounts,
    private readonly sessions: Sessions,
    private readonly wechat: WechatClient,
  ) {}

  async bySms({ phone, code, consentVersion }: SmsLoginRequest, device: string): Promise<SessionReply> {
    const known = await this.accounts.findByPhone(mobileOf(phone));
    // Asked before the code is used up, so that agreeing late does not cost another message.
    if (!known?.consentVersion && !consentVersion) throw new Refusal({ code: 'CONSENT_REQUIRED' });
    const proven = await this.codes.use(phone, code);
    return this.enter(await this.accounts.ofPhone(proven), consentVersion, device);
  }

  async byWechat({ loginCode, phoneCode, consentVersion }: WechatLoginRequest, device: string): Promise<SessionReply> {
    const openId = await this.wechat.openIdOf(loginCode);
    const known = await this.accounts.findByWechat(openId);
    if (known) return this.enter(known, consentVersion, device);
    if (!phoneCode) throw new Refusal({ code: 'WECHAT_PHONE_NEEDED' });
    const account = await this.accounts.ofPhone(mobileOf(await this.wechat.phoneOf(phoneCode)));
    await this.accounts.requireConsent(account, consentVersion, device);
    await this.accounts.change(account.id, { wechatOpenId: openId }).catch((error: unknown) => {
      if (!isDuplicate(error)) throw error; // the same tap sent twice: already bound
    });
    return this.enter(account, consentVersion, device);
  }

  private async enter(account: Account, consentVersion: string | undefined, device: string): Promise<SessionReply> {
    await this.accounts.requireConsent(account, consentVersion, device);
    return this.sessions.open(account, device);
  }
}
