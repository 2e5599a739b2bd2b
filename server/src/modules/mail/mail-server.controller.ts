import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import type { MailServerReply, MailServerTestReply } from '@kepu/shared/contracts/handover';
import { CurrentActor, type Actor } from '../../platform/access/actor.js';
import { Can } from '../../platform/access/can.js';
import { MailServers } from './mail-servers.js';
import { MailTransports } from './mail-transports.js';
import { SetMailServerBody } from './mail.dto.js';

@Controller('api/units/:unitId/mail-server')
export class MailServerController {
  constructor(
    private readonly servers: MailServers,
    private readonly transports: MailTransports,
  ) {}

  @Get()
  @Can('unit.mail-server')
  read(@Param('unitId') unitId: string): Promise<MailServerReply> {
    return this.servers.of(unitId);
  }

  @Put()
  @Can('unit.mail-server')
  set(@CurrentActor() actor: Actor, @Param('unitId') unitId: string, @Body() body: SetMailServerBody): Promise<MailServerReply> {
    return this.servers.set(actor, unitId, body);
  }

  @Delete()
  @Can('unit.mail-server')
  remove(@CurrentActor() actor: Actor, @Param('unitId') unitId: string): Promise<MailServerReply> {
    return this.servers.remove(actor, unitId);
  }

  @Post('test')
  @HttpCode(200)
  @Can('unit.mail-server')
  test(@Param('unitId') unitId: string): Promise<MailServerTestReply> {
    return this.transports.test(unitId);
  }
}
