import { Injectable } from '@nestjs/common';
import { HandlesJob } from '../../platform/jobs/job.decorator.js';
import { Uploads } from './uploads.js';

@Injectable()
export class UploadJobs {
  constructor(private readonly uploads: Uploads) {}

  @HandlesJob('upload.sweep')
  sweep(): Promise<void> {
    return this.uploads.sweep();
  }
}
