import { Module, type OnModuleInit } from '@nestjs/common';
import { Subjects } from '../../platform/access/subjects.js';
import { CampaignModule } from '../campaign/campaign.module.js';
import { WorkModule } from '../work/work.module.js';
import { Arrivals } from './arrivals.js';
import { Files } from './files.js';
import { Finishing } from './finishing.js';
import { GrowingHash } from './growing-hash.js';
import { Landing } from './landing.js';
import { TusEndpoint } from './tus-endpoint.js';
import { UploadJobs } from './upload.jobs.js';
import { Uploads } from './uploads.js';

@Module({
  imports: [CampaignModule, WorkModule],
  providers: [Files, Arrivals, Uploads, Landing, GrowingHash, Finishing, TusEndpoint, UploadJobs],
  exports: [Files, Arrivals, Uploads, Landing, Finishing, TusEndpoint],
})
export class UploadModule implements OnModuleInit {
  constructor(
    private readonly subjects: Subjects,
    private readonly uploads: Uploads,
    private readonly files: Files,
  ) {}

  onModuleInit(): void {
    this.subjects.register('uploadId', (id) => this.uploads.ownershipOf(id));
    this.subjects.register('fileId', (id) => this.files.ownershipOf(id));
  }
}
