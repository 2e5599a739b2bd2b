import { Module, type OnModuleInit } from '@nestjs/common';
import { Subjects } from '../../platform/access/subjects.js';
import { CallId } from './call-id.pipe.js';
import { Calls } from './calls.js';
import { CampaignController } from './campaign.controller.js';
import { CampaignDesk } from './campaign-desk.js';
import { Campaigns } from './campaigns.js';
import { Units } from './units.js';

@Module({
  controllers: [CampaignController],
  providers: [Campaigns, Units, Calls, CampaignDesk, CallId],
  exports: [Campaigns, Units, CallId],
})
export class CampaignModule implements OnModuleInit {
  constructor(
    private readonly subjects: Subjects,
    private readonly units: Units,
    private readonly campaigns: Campaigns,
  ) {}

  onModuleInit(): void {
    this.subjects.register('campaignId', async (id) => ((await this.campaigns.exists(id)) ? { ownerId: null, unitId: null } : null));
    this.subjects.register('unitId', async (id) => ((await this.units.find(id)) ? { ownerId: null, unitId: id } : null));
  }
}
