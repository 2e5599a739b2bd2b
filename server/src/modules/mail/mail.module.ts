import { Module } from '@nestjs/common';
import { CampaignModule } from '../campaign/campaign.module.js';
import { MailServerController } from './mail-server.controller.js';
import { MailServers } from './mail-servers.js';
import { MailTransports } from './mail-transports.js';

/** How mail leaves: the system's server, a unit's own, what a server's no means. What is written in a mail is others' business. */
@Module({
  imports: [CampaignModule],
  controllers: [MailServerController],
  providers: [MailServers, MailTransports],
  exports: [MailServers, MailTransports],
})
export class MailModule {}
