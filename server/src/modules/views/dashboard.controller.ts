import { Controller, Get, Query } from '@nestjs/common';
import type { UnitBoardRow } from '@kepu/shared/contracts/campaign';
import type { AuditEntryView, DeskReply, OverviewReply } from '@kepu/shared/contracts/desk';
import type { Page } from '@kepu/shared/contracts/work';
import { CurrentActor, type Actor } from '../../platform/access/actor.js';
import { Can } from '../../platform/access/can.js';
import { CallId } from '../campaign/call-id.pipe.js';
import { Dashboard } from './dashboard.js';
import { History } from './history.js';
import { Todos } from './todos.js';
import { AuditQuery } from './views.dto.js';

@Controller('api')
export class DashboardController {
  constructor(
    private readonly dashboard: Dashboard,
    private readonly todos: Todos,
    private readonly history: History,
  ) {}

  @Get('me/desk')
  @Can('account.self')
  desk(@CurrentActor() actor: Actor): Promise<DeskReply> {
    return this.todos.of(actor);
  }

  @Get('units')
  @Can('unit.board')
  units(@Query('campaignId', CallId) campaignId: string): Promise<UnitBoardRow[]> {
    return this.dashboard.unitRows(campaignId);
  }

  @Get('overview')
  @Can('unit.board')
  overview(@Query('campaignId', CallId) campaignId: string): Promise<OverviewReply> {
    return this.dashboard.overview(campaignId);
  }

  @Get('audit')
  @Can('audit.read')
  audit(@Query('campaignId', CallId) campaignId: string, @Query() query: AuditQuery): Promise<Page<AuditEntryView>> {
    return this.history.all(campaignId, query);
  }
}
