import { Module } from '@nestjs/common';
import { AccountModule } from '../account/account.module.js';
import { MESSAGE_CHANNELS } from './channel.port.js';
import { Deliveries } from './deliveries.js';
import { Messages } from './messages.js';

@Module({
  imports: [AccountModule],
  providers: [Messages, Deliveries, { provide: MESSAGE_CHANNELS, useFactory: () => [] }],
  exports: [Messages],
})
export class MessageModule {}
