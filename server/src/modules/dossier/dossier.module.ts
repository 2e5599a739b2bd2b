import { Module } from '@nestjs/common';
import { CampaignModule } from '../campaign/campaign.module.js';
import { InspectionModule } from '../inspection/inspection.module.js';
import { MediaModule } from '../media/media.module.js';
import { LikenessModule } from '../likeness/likeness.module.js';
import { MessageModule } from '../message/message.module.js';
import { RecommendationModule } from '../recommendation/recommendation.module.js';
import { SubmissionModule } from '../submission/submission.module.js';
import { UploadModule } from '../upload/upload.module.js';
import { WorkModule } from '../work/work.module.js';
import { BoardController } from './board.controller.js';
import { Boards } from './boards.js';
import { Comparisons } from './comparisons.js';
import { Creation } from './creation.js';
import { Desks } from './desks.js';
import { Dossiers } from './dossiers.js';
import { History } from './history.js';
import { Listings } from './listings.js';
import { OtherFilms } from './other-films.js';
import { OtherWorks } from './other-works.js';
import { OtherWorksRows } from './other-works-rows.js';
import { OverrideDesk } from './override-desk.js';
import { ReviewController } from './review.controller.js';
import { WorkFilms } from './work-films.js';
import { WorkController } from './work.controller.js';

/** Works as people read them. Knows every other module; no other knows it. */
@Module({
  imports: [CampaignModule, WorkModule, UploadModule, InspectionModule, LikenessModule, MediaModule, MessageModule, SubmissionModule, RecommendationModule],
  controllers: [WorkController, ReviewController, BoardController],
  providers: [Dossiers, Listings, History, Boards, Desks, Creation, OtherFilms, OtherWorks, OtherWorksRows, OverrideDesk, Comparisons, WorkFilms],
  exports: [Boards],
})
export class DossierModule {}
