import { Module } from '@nestjs/common';
import { AccountModule } from '../account/account.module.js';
import { InspectionModule } from '../inspection/inspection.module.js';
import { UploadModule } from '../upload/upload.module.js';
import { WorkModule } from '../work/work.module.js';
import { MediaController } from './media.controller.js';
import { MediaDesk } from './media-desk.js';
import { MediaLinks } from './media-links.js';

@Module({
  imports: [AccountModule, WorkModule, UploadModule, InspectionModule],
  controllers: [MediaController],
  providers: [MediaDesk, MediaLinks],
  exports: [MediaLinks],
})
export class MediaModule {}
