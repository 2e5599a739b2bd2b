import { Module } from '@nestjs/common';
import { InspectionModule } from '../inspection/inspection.module.js';
import { UploadModule } from '../upload/upload.module.js';
import { LikenessJob } from './likeness.job.js';
import { Likenesses } from './likenesses.js';
import { PastFilms } from './past-films.js';

@Module({
  imports: [UploadModule, InspectionModule],
  providers: [Likenesses, LikenessJob, PastFilms],
  exports: [Likenesses, PastFilms],
})
export class LikenessModule {}
