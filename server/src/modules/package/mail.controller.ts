import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import type { PackageView } from '@kepu/shared/contracts/handover';
import { CurrentActor, type Actor } from '../../platform/access/actor.js';
import { Can } from '../../platform/access/can.js';
import { Bounces } from './bounces.js';
import { Mails } from './mails.js';
import { SendMailBody, TakeBounceBody } from './package.dto.js';

@Controller('api/packages/:packageId')
export class MailController {
  constructor(
    private readonly mails: Mails,
    private readonly bounces: Bounces,
  ) {}

  @Post('mails')
  @HttpCode(200)
  @Can('package.mail')
  send(@CurrentActor() actor: Actor, @Param('packageId') packageId: string, @Body() body: SendMailBody): Promise<PackageView> {
    return this.mails.send(actor, packageId, body);
  }

  @Post('bounces')
  @HttpCode(200)
  @Can('package.mail')
  giveBounce(@CurrentActor() actor: Actor, @Param('packageId') packageId: string, @Body() { raw }: TakeBounceBody): Promise<PackageView> {
    return this.bounces.give(actor, packageId, raw);
  }
}
