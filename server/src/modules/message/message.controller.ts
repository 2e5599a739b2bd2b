import { Controller, HttpCode, Put } from '@nestjs/common';
import { CurrentActor, type Actor } from '../../platform/access/actor.js';
import { Can } from '../../platform/access/can.js';
import { Messages } from './messages.js';

@Controller('api/me/messages')
export class MessageController {
  constructor(private readonly messages: Messages) {}

  @Put('read')
  @HttpCode(204)
  @Can('account.self')
  markRead(@CurrentActor() actor: Actor): Promise<void> {
    return this.messages.markRead(actor.accountId);
  }
}
