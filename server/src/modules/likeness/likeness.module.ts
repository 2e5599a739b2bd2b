import { Module, type OnModuleInit } from '@nestjs/common';
import { Subjects } from '../../platform/access/subjects.js';
import { InspectionModule } from '../inspection/inspection.module.js';
import { Files } from '../upload/files.js';
import { UploadModule } from '../upload/upload.module.js';
import { LikenessJob } from './likeness.job.js';
import { Likenesses } from './likenesses.js';
import { PastFilms } from './past-films.js';

@Module({
  imports: [UploadModule, InspectionModule],
  providers: [Likenesses, LikenessJob, PastFilms],
  exports: [Likenesses, PastFilms],
})
export class LikenessModule implements OnModuleInit {
  constructor(
    private readonly subjects: Subjects,
    private readonly likenesses: Likenesses,
    private readonly files: Files,
  ) {}

  onModuleInit(): void {
    this.subjects.register('likenessId', async (id) => {
      const pair = await this.likenesses.find(id);
      return pair && this.files.ownershipOf(pair.fileId);
    });
  }
}
