import { Module, type OnModuleInit } from '@nestjs/common';
import { Subjects } from '../../platform/access/subjects.js';
import { CampaignModule } from '../campaign/campaign.module.js';
import { InspectionModule } from '../inspection/inspection.module.js';
import { MediaModule } from '../media/media.module.js';
import { Arrivals } from '../upload/arrivals.js';
import { Files } from '../upload/files.js';
import { UploadModule } from '../upload/upload.module.js';
import { WorkModule } from '../work/work.module.js';
import { ScanController } from './scan.controller.js';
import { ScanJobs } from './scan.jobs.js';
import { ScanBundles } from './scan-bundles.js';
import { ScanDesk } from './scan-desk.js';
import { ScanPages } from './scan-pages.js';
import { PaperRecognition } from './paper-recognition.js';
import { ScanReader } from './scan-reader.js';

/** The signed and sealed form on its way back from paper. */
@Module({
  imports: [CampaignModule, WorkModule, UploadModule, InspectionModule, MediaModule],
  controllers: [ScanController],
  providers: [ScanDesk, ScanPages, ScanBundles, PaperRecognition, ScanReader, ScanJobs],
})
export class ScanModule implements OnModuleInit {
  constructor(
    private readonly subjects: Subjects,
    private readonly arrivals: Arrivals,
    private readonly files: Files,
    private readonly pages: ScanPages,
    private readonly bundles: ScanBundles,
  ) {}

  onModuleInit(): void {
    this.subjects.register('pageId', (id) => this.files.ownershipOf(id));
    this.arrivals.register('scan-photo', (actor, file, work) => this.pages.arrive(actor, file, work));
    this.arrivals.register('scan', (actor, file, work) => this.bundles.arrive(actor, file, work));
  }
}
