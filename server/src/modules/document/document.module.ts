import { Module } from '@nestjs/common';
import { CampaignModule } from '../campaign/campaign.module.js';
import { MediaModule } from '../media/media.module.js';
import { WorkModule } from '../work/work.module.js';
import { DocumentController } from './document.controller.js';
import { FormContents } from './form-contents.js';
import { Forms } from './forms.js';
import { PaperRenderer } from './paper-renderer.js';
import { PaperDesk } from './paper-desk.js';
import { UnitPapers } from './unit-papers.js';

@Module({
  imports: [CampaignModule, WorkModule, MediaModule],
  controllers: [DocumentController],
  providers: [Forms, FormContents, PaperRenderer, UnitPapers, PaperDesk],
  exports: [UnitPapers, FormContents, PaperRenderer],
})
export class DocumentModule {}
