import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import type { MailServerReply, MailServerTestReply, PackageView } from '@kepu/shared/contracts/handover';
import { CurrentActor, type Actor } from '../../platform/access/actor.js';
import { Can } from '../../platform/access/can.js';
import { Bounces } from './bounces.js';
import { MailServers } from './mail-servers.js';
import { MailTransports } from './mail-transports.js';
import { Mails } from './mails.js';
import { SendMailBody, SetMailServerBody, TakeBounceBody } from './package.dto.js';

@Controller('api')
export class MailController {
  constructor(
    private readonly mails: Mails,
    private readonly bounces: Bounces,
    private readonly servers: MailServers,
    private readonly transports: MailTransports,
  ) {}

  @Post('packages/:packageId/mails')
  @HttpCode(200)
  @Can('package.mail')
  send(@CurrentActor() actor: Actor, @Param('packageId') packageId: string, @Body() body: SendMailBody): Promise<PackageView> {
    return this.mails.send(actor, packageId, body);
  }

  @Post('packages/:packageId/bounces')
  @HttpCode(200)
  @Can('package.mail')
  giveBounce(@CurrentActor() actor: Actor, @Param('packageId') packageId: string, @Body() { raw }: TakeBounceBody): Promise<PackageView> {
    return this.bounces.give(actor, packageId, raw);
  }

  @Get('units/:unitId/mail-server')
  @Can('unit.mail-server')
  server(@Param('unitId') unitId: string): Promise<MailServerReply> {
    return this.servers.of(unitId);
  }

  @Put('units/:unitId/mail-server')
  @Can('unit.mail-server')
  setServer(@CurrentActor() actor: Actor, @Param('unitId') unitId: string, @Body() body: SetMailServerBody): Promise<MailServerReply> {
    return this.servers.set(actor, unitId, body);
  }

  @Delete('units/:unitId/mail-server')
  @Can('unit.mail-server')
  removeServer(@CurrentActor() actor: Actor, @Param('unitId') unitId: string): Promise<MailServerReply> {
    return this.servers.remove(actor, unitId);
  }

  @Post('units/:unitId/mail-server/test')
  @HttpCode(200)
  @Can('unit.mail-server')
  testServer(@Param('unitId') unitId: string): Promise<MailServerTestReply> {
    return this.transports.test(unitId);
  }
}
