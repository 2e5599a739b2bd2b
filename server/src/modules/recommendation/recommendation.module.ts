import { Module } from '@nestjs/common';
import { CampaignModule } from '../campaign/campaign.module.js';
import { InspectionModule } from '../inspection/inspection.module.js';
import { MessageModule } from '../message/message.module.js';
import { SubmissionModule } from '../submission/submission.module.js';
import { WorkModule } from '../work/work.module.js';
import { IdentityClaims } from './identity-claims.js';
import { Places } from './places.js';
import { RecommendationFactsReader } from './recommendation-facts.js';
import { RecommendationController } from './recommendation.controller.js';
import { Recommendations } from './recommendations.js';

@Module({
  imports: [InspectionModule, CampaignModule, WorkModule, MessageModule, SubmissionModule],
  controllers: [RecommendationController],
  providers: [Recommendations, RecommendationFactsReader, Places, IdentityClaims],
  exports: [Recommendations, IdentityClaims],
})
export class RecommendationModule {}
