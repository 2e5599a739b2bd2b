import { Module } from '@nestjs/common';
import { AccountModule } from '../account/account.module.js';
import { CampaignModule } from '../campaign/campaign.module.js';
import { InspectionModule } from '../inspection/inspection.module.js';
import { LikenessModule } from '../likeness/likeness.module.js';
import { RecommendationModule } from '../recommendation/recommendation.module.js';
import { UploadModule } from '../upload/upload.module.js';
import { WorkModule } from '../work/work.module.js';
import { ComparisonController } from './comparison.controller.js';
import { Comparisons } from './comparisons.js';
import { OtherFilms } from './other-films.js';
import { OtherWorksRows } from './other-works-rows.js';
import { OtherWorks } from './other-works.js';

/** A work beside other people's works: what is said of it, to whom, and the two films side by side. */
@Module({
  imports: [AccountModule, CampaignModule, WorkModule, UploadModule, InspectionModule, LikenessModule, RecommendationModule],
  controllers: [ComparisonController],
  providers: [OtherFilms, OtherWorks, OtherWorksRows, Comparisons],
  exports: [OtherWorks, OtherWorksRows],
})
export class ComparisonModule {}
