import { Module, type OnModuleInit } from '@nestjs/common';
import { Subjects } from '../../platform/access/subjects.js';
import { CampaignController } from './campaign.controller.js';
import { CampaignDesk } from './campaign-desk.js';
import { Campaigns } from './campaigns.js';
import { Units } from './units.js';

@Module({
  controllers: [CampaignController],
  providers: [Campaigns, Units, CampaignDesk],
  exports: [Campaigns, Units],
})
export class CampaignModule implements OnModuleInit {
  constructor(
    private readonly subjects: Subjects,
    private readonly units: Units,
  ) {}

  onModuleInit(): void {
    this.subjects.register('unitId', async (id) => ((await this.units.find(id)) ? { ownerId: null, unitId: id } : null));
  }
}
