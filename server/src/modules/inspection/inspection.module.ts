import { Module } from '@nestjs/common';
import { CampaignModule } from '../campaign/campaign.module.js';
import { MessageModule } from '../message/message.module.js';
import { UploadModule } from '../upload/upload.module.js';
import { WorkModule } from '../work/work.module.js';
import { FindingOverrides } from './finding-overrides.js';
import { InspectionController } from './inspection.controller.js';
import { InspectionJob } from './inspection.job.js';
import { Inspections } from './inspections.js';
import { RecountJob } from './recount.job.js';
import { FilmPicturesJob } from './pictures/film-pictures.job.js';
import { Pictures } from './pictures/film-pictures.js';
import { JudgingCopies } from './pictures/judging-copies.js';
import { Tools } from './tools.js';

@Module({
  imports: [CampaignModule, WorkModule, UploadModule, MessageModule],
  controllers: [InspectionController],
  providers: [Inspections, FindingOverrides, InspectionJob, RecountJob, Tools, Pictures, JudgingCopies, FilmPicturesJob],
  exports: [Inspections, FindingOverrides, Pictures, JudgingCopies, Tools],
})
export class InspectionModule {}
