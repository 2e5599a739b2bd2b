import { Body, Controller, Get, HttpCode, Ip, Param, Post, Req } from '@nestjs/common';
import type { InvitationReply, InvitationView, SessionReply, SmsCodeReply, TotpSetupReply } from '@kepu/shared/contracts/account';
import type { Request } from 'express';
import { CurrentActor, type Actor } from '../../platform/access/actor.js';
import { Can, Public } from '../../platform/access/can.js';
import { Acceptances } from './acceptances.js';
import { AcceptInvitationBody, InviteBody } from './account.dto.js';
import { deviceOf } from './device.js';
import { Invitations } from './invitations.js';

@Controller('api/invitations')
export class InvitationController {
  constructor(
    private readonly invitations: Invitations,
    private readonly acceptances: Acceptances,
  ) {}

  @Post()
  @Can('account.invite')
  invite(@CurrentActor() actor: Actor, @Body() body: InviteBody): Promise<InvitationReply> {
    return this.invitations.invite(actor, body);
  }

  @Get(':token')
  @Public()
  view(@Param('token') token: string): Promise<InvitationView> {
    return this.invitations.view(token);
  }

  @Post(':token/sms-code')
  @HttpCode(202)
  @Public()
  sendCode(@Param('token') token: string, @Ip() address: string): Promise<SmsCodeReply> {
    return this.acceptances.sendCode(token, address);
  }

  @Post(':token/totp')
  @HttpCode(200)
  @Public()
  newTotp(@Param('token') token: string): Promise<TotpSetupReply> {
    return this.acceptances.newTotp(token);
  }

  @Post(':token/acceptance')
  @HttpCode(200)
  @Public()
  accept(@Param('token') token: string, @Body() body: AcceptInvitationBody, @Req() request: Request): Promise<SessionReply> {
    return this.acceptances.accept(token, body, deviceOf(request));
  }
}
