import { Module } from '@nestjs/common';
import { CampaignModule } from '../campaign/campaign.module.js';
import { InspectionModule } from '../inspection/inspection.module.js';
import { MessageModule } from '../message/message.module.js';
import { UploadModule } from '../upload/upload.module.js';
import { WorkModule } from '../work/work.module.js';
import { ReviewDesk } from './review-desk.js';
import { Submissions } from './submissions.js';

@Module({
  imports: [CampaignModule, WorkModule, UploadModule, InspectionModule, MessageModule],
  providers: [Submissions, ReviewDesk],
  exports: [Submissions, ReviewDesk],
})
export class SubmissionModule {}
