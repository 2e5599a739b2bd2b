import { Module } from '@nestjs/common';
import { CampaignModule } from '../campaign/campaign.module.js';
import { InspectionModule } from '../inspection/inspection.module.js';
import { MessageModule } from '../message/message.module.js';
import { UploadModule } from '../upload/upload.module.js';
import { WorkModule } from '../work/work.module.js';
import { ReviewController } from './review.controller.js';
import { Reviews } from './reviews.js';
import { SubmissionController } from './submission.controller.js';
import { SubmissionFactsReader } from './submission-facts.js';
import { Submissions } from './submissions.js';
import { VersionFreezer } from './version-freezer.js';

@Module({
  imports: [CampaignModule, WorkModule, UploadModule, InspectionModule, MessageModule],
  controllers: [SubmissionController, ReviewController],
  providers: [Submissions, SubmissionFactsReader, VersionFreezer, Reviews],
  exports: [Submissions, Reviews],
})
export class SubmissionModule {}
