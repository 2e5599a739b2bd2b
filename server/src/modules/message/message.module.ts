import { Module } from '@nestjs/common';
import { AccountModule } from '../account/account.module.js';
import { Messages } from './messages.js';
import { MESSAGE_SENDERS } from './sender.port.js';

@Module({
  imports: [AccountModule],
  providers: [Messages, { provide: MESSAGE_SENDERS, useValue: [] }],
  exports: [Messages],
})
export class MessageModule {}
