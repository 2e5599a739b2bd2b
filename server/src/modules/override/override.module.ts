import { Module } from '@nestjs/common';
import { CampaignModule } from '../campaign/campaign.module.js';
import { ComparisonModule } from '../comparison/comparison.module.js';
import { InspectionModule } from '../inspection/inspection.module.js';
import { MessageModule } from '../message/message.module.js';
import { WorkModule } from '../work/work.module.js';
import { OverrideController } from './override.controller.js';
import { Overrides } from './overrides.js';
import { StandingFindings } from './standing-findings.js';

@Module({
  imports: [CampaignModule, WorkModule, InspectionModule, MessageModule, ComparisonModule],
  controllers: [OverrideController],
  providers: [Overrides, StandingFindings],
})
export class OverrideModule {}
