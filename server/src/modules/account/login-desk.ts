import { Inject, Injectable } from '@nestjs/common';
import type { SmsCodeReply } from '@kepu/shared/contracts/account';
import { CONFIG, type Config } from '../../platform/config.js';
import { LoginCodes, RESEND_SECONDS } from './login-codes.js';

/** What a person asking for a code is told. In the demonstration no message leaves the house, so the code is shown. */
@Injectable()
export class LoginDesk {
  constructor(
    private readonly codes: LoginCodes,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async sendCode(phone: string, address: string): Promise<SmsCodeReply> {
    const demoCode = await this.codes.send(phone, address);
    return { resendAfterSeconds: RESEND_SECONDS, ...(this.config.isDemonstration ? { demoCode } : {}) };
  }
}
