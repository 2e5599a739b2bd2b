import { Module } from '@nestjs/common';
import { CampaignModule } from '../campaign/campaign.module.js';
import { MessageModule } from '../message/message.module.js';
import { UploadModule } from '../upload/upload.module.js';
import { WorkModule } from '../work/work.module.js';
import { InspectionJob } from './inspection.job.js';
import { Inspections } from './inspections.js';
import { FilmPicturesJob } from './pictures/film-pictures.job.js';
import { Pictures } from './pictures/film-pictures.js';
import { JudgingCopies } from './pictures/judging-copies.js';
import { Tools } from './tools.js';

@Module({
  imports: [CampaignModule, WorkModule, UploadModule, MessageModule],
  providers: [Inspections, InspectionJob, Tools, Pictures, JudgingCopies, FilmPicturesJob],
  exports: [Inspections, Pictures, JudgingCopies, Tools],
})
export class InspectionModule {}
