import { Module } from '@nestjs/common';
import { AccountModule } from '../account/account.module.js';
import { CampaignModule } from '../campaign/campaign.module.js';
import { InspectionModule } from '../inspection/inspection.module.js';
import { RecommendationModule } from '../recommendation/recommendation.module.js';
import { SubmissionModule } from '../submission/submission.module.js';
import { UploadModule } from '../upload/upload.module.js';
import { WorkModule } from '../work/work.module.js';
import { DemoController } from './demo.controller.js';
import { DemoDoor } from './demo-door.js';
import { DemoMark } from './demo-mark.js';
import { DemoSeed } from './demo-seed.js';
import { DemoUploads } from './demo-uploads.js';
import { DemoWorkSeed } from './demo-work-seed.js';

/** Sample data and one-tap log-in. In production its routes answer as if they did not exist. */
@Module({
  imports: [AccountModule, CampaignModule, WorkModule, UploadModule, InspectionModule, SubmissionModule, RecommendationModule],
  controllers: [DemoController],
  providers: [DemoDoor, DemoMark, DemoSeed, DemoWorkSeed, DemoUploads],
  exports: [DemoMark, DemoSeed],
})
export class DemoModule {}
