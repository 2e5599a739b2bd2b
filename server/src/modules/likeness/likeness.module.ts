import { Module } from '@nestjs/common';
import { InspectionModule } from '../inspection/inspection.module.js';
import { UploadModule } from '../upload/upload.module.js';
import { LikenessJob } from './likeness.job.js';
import { Likenesses } from './likenesses.js';

@Module({
  imports: [UploadModule, InspectionModule],
  providers: [Likenesses, LikenessJob],
  exports: [Likenesses],
})
export class LikenessModule {}
