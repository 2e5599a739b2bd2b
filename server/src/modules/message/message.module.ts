import { Module } from '@nestjs/common';
import { AccountModule } from '../account/account.module.js';
import { MESSAGE_CHANNELS } from './channel.port.js';
import { Deliveries } from './deliveries.js';
import { MessageController } from './message.controller.js';
import { Messages } from './messages.js';

@Module({
  imports: [AccountModule],
  controllers: [MessageController],
  providers: [Messages, Deliveries, { provide: MESSAGE_CHANNELS, useFactory: () => [] }],
  exports: [Messages],
})
export class MessageModule {}
