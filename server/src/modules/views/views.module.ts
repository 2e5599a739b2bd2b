import { Module, type OnModuleInit } from '@nestjs/common';
import { WorkAnswers } from '../../platform/http/work-answers.js';
import { AccountModule } from '../account/account.module.js';
import { CampaignModule } from '../campaign/campaign.module.js';
import { ComparisonModule } from '../comparison/comparison.module.js';
import { InspectionModule } from '../inspection/inspection.module.js';
import { MediaModule } from '../media/media.module.js';
import { MessageModule } from '../message/message.module.js';
import { SubmissionModule } from '../submission/submission.module.js';
import { UploadModule } from '../upload/upload.module.js';
import { WorkModule } from '../work/work.module.js';
import { DashboardController } from './dashboard.controller.js';
import { Dashboard } from './dashboard.js';
import { FilmViews } from './film-views.js';
import { History } from './history.js';
import { Listings } from './listings.js';
import { Todos } from './todos.js';
import { VersionViews } from './version-view.js';
import { WorkFilms } from './work-films.js';
import { UnitController } from './unit.controller.js';
import { WorkViewController } from './work-view.controller.js';
import { WorkViews } from './work-view.js';

/** What people read, put together from every module that writes. Reads only: tools/check-layers.mjs keeps it so. */
@Module({
  imports: [AccountModule, CampaignModule, WorkModule, UploadModule, InspectionModule, MediaModule, MessageModule, SubmissionModule, ComparisonModule],
  controllers: [WorkViewController, UnitController, DashboardController],
  providers: [WorkViews, VersionViews, FilmViews, WorkFilms, Listings, History, Dashboard, Todos],
})
export class ViewsModule implements OnModuleInit {
  constructor(
    private readonly answers: WorkAnswers,
    private readonly works: WorkViews,
  ) {}

  onModuleInit(): void {
    this.answers.register((actor, workId) => this.works.of(actor, workId));
  }
}
