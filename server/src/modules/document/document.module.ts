import { Module } from '@nestjs/common';
import { CampaignModule } from '../campaign/campaign.module.js';
import { MediaModule } from '../media/media.module.js';
import { WorkModule } from '../work/work.module.js';
import { DocumentController } from './document.controller.js';
import { Forms } from './forms.js';
import { PdfRenderer } from './pdf-renderer.js';

@Module({
  imports: [CampaignModule, WorkModule, MediaModule],
  controllers: [DocumentController],
  providers: [Forms, PdfRenderer],
})
export class DocumentModule {}
