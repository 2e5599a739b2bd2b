import { Body, Controller, Delete, HttpCode, Ip, Post, Req } from '@nestjs/common';
import type { PasswordLoginReply, SessionReply, SmsCodeReply } from '@kepu/shared/contracts/account';
import type { Request } from 'express';
import { CurrentActor, type Actor } from '../../platform/access/actor.js';
import { Can, Public } from '../../platform/access/can.js';
import { PasswordLoginBody, RefreshBody, SmsCodeBody, SmsLoginBody, TotpBody, WechatLoginBody } from './account.dto.js';
import { deviceOf } from './device.js';
import { LoginDesk } from './login-desk.js';
import { PhoneLogin } from './phone-login.js';
import { Sessions } from './sessions.js';
import { StaffLogin } from './staff-login.js';

@Controller('api/auth')
export class AuthController {
  constructor(
    private readonly desk: LoginDesk,
    private readonly phones: PhoneLogin,
    private readonly staff: StaffLogin,
    private readonly sessions: Sessions,
  ) {}

  @Post('sms-codes')
  @HttpCode(202)
  @Public()
  sendCode(@Body() { phone }: SmsCodeBody, @Ip() address: string): Promise<SmsCodeReply> {
    return this.desk.sendCode(phone, address);
  }

  @Post('sms-login')
  @HttpCode(200)
  @Public()
  bySms(@Body() body: SmsLoginBody, @Req() request: Request): Promise<SessionReply> {
    return this.phones.bySms(body, deviceOf(request));
  }

  @Post('wechat-login')
  @HttpCode(200)
  @Public()
  byWechat(@Body() body: WechatLoginBody, @Req() request: Request): Promise<SessionReply> {
    return this.phones.byWechat(body, deviceOf(request));
  }

  @Post('password-login')
  @HttpCode(200)
  @Public()
  byPassword(@Body() body: PasswordLoginBody, @Ip() address: string): Promise<PasswordLoginReply> {
    return this.staff.byPassword(body, address);
  }

  @Post('totp')
  @HttpCode(200)
  @Public()
  byTotp(@Body() body: TotpBody, @Req() request: Request, @Ip() address: string): Promise<SessionReply> {
    return this.staff.byTotp(body, deviceOf(request), address);
  }

  @Post('refresh')
  @HttpCode(200)
  @Public()
  refresh(@Body() { refreshToken }: RefreshBody): Promise<SessionReply> {
    return this.sessions.refresh(refreshToken);
  }

  @Delete('session')
  @HttpCode(204)
  @Can('account.self')
  logOut(@CurrentActor() actor: Actor): Promise<void> {
    return this.sessions.end(actor.sessionId);
  }

  @Delete('sessions')
  @HttpCode(204)
  @Can('account.self')
  logOutEverywhere(@CurrentActor() actor: Actor): Promise<void> {
    return this.sessions.endEverywhere(actor.accountId);
  }
}
