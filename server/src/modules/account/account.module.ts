import { Global, Module } from '@nestjs/common';
import { ACTORS } from '../../platform/access/actor.js';
import { CONFIG, type Config } from '../../platform/config.js';
import { LOG, type Log } from '../../platform/log.js';
import { CampaignModule } from '../campaign/campaign.module.js';
import { Acceptances } from './acceptances.js';
import { AccountController } from './account.controller.js';
import { AccountJobs } from './account.jobs.js';
import { Accounts } from './accounts.js';
import { AuthController } from './auth.controller.js';
import { InvitationController } from './invitation.controller.js';
import { Invitations } from './invitations.js';
import { LoginCodes } from './login-codes.js';
import { LoginDesk } from './login-desk.js';
import { PhoneLogin } from './phone-login.js';
import { Sessions } from './sessions.js';
import { SMS } from './sms.port.js';
import { StaffLogin } from './staff-login.js';
import { TencentSms } from './tencent-sms.js';
import { WechatClient } from './wechat-client.js';

@Global()
@Module({
  imports: [CampaignModule],
  controllers: [AuthController, AccountController, InvitationController],
  providers: [
    Accounts, Sessions, LoginCodes, LoginDesk, PhoneLogin, StaffLogin, Invitations, Acceptances, WechatClient, AccountJobs,
    { provide: ACTORS, useExisting: Sessions },
    { provide: SMS, inject: [CONFIG, LOG], useFactory: (config: Config, log: Log) => new TencentSms(config, log) },
  ],
  exports: [Accounts, Sessions, Invitations, WechatClient, ACTORS],
})
export class AccountModule {}
