import { Module, type OnModuleInit } from '@nestjs/common';
import { Subjects } from '../../platform/access/subjects.js';
import { CampaignModule } from '../campaign/campaign.module.js';
import { DocumentModule } from '../document/document.module.js';
import { UnitPapers } from '../document/unit-papers.js';
import { MailModule } from '../mail/mail.module.js';
import { MessageModule } from '../message/message.module.js';
import { WorkModule } from '../work/work.module.js';
import { Bounces } from './bounces.js';
import { BulkPapers } from './bulk-papers.js';
import { Downloads } from './downloads.js';
import { Exports } from './exports.js';
import { FileSums } from './file-sums.js';
import { FrontDesk } from './front-desk.js';
import { HandOvers } from './hand-overs.js';
import { MailDelivery } from './mail-delivery.js';
import { MailController } from './mail.controller.js';
import { MailDrafts } from './mail-drafts.js';
import { Mails } from './mails.js';
import { PackageContents } from './package-contents.js';
import { PackageController } from './package.controller.js';
import { PackageJobs } from './package.jobs.js';
import { PackageLinks } from './package-links.js';
import { PackagePapers } from './package-papers.js';
import { PackageSources } from './package-sources.js';
import { Packages } from './packages.js';
import { Rechecks } from './rechecks.js';

@Module({
  imports: [CampaignModule, WorkModule, MailModule, MessageModule, DocumentModule],
  controllers: [PackageController, MailController],
  providers: [Packages, PackageSources, HandOvers, Exports, FrontDesk, PackageLinks, Downloads, Mails, MailDrafts, MailDelivery, Bounces, PackageJobs, PackageContents, PackagePapers, BulkPapers, Rechecks, FileSums],
})
export class PackageModule implements OnModuleInit {
  constructor(
    private readonly subjects: Subjects,
    private readonly packages: Packages,
    private readonly desk: FrontDesk,
    private readonly papers: UnitPapers,
  ) {}

  onModuleInit(): void {
    this.subjects.register('packageId', (id) => this.packages.ownershipOf(id));
    this.subjects.register('receiptId', (id) => this.desk.ownershipOf(id));
    this.papers.takeCodesFrom(async (unitId) => (await this.packages.newestOf(unitId, { state: 'ready' }))?.code ?? null);
  }
}
