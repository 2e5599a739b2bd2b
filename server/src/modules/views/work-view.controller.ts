import { Controller, Get, Param, ParseIntPipe, Query } from '@nestjs/common';
import type { AuditEntryView } from '@kepu/shared/contracts/desk';
import type { WorkFilmView } from '@kepu/shared/contracts/film';
import type { Page, VersionReply, WorkListItem, WorkView } from '@kepu/shared/contracts/work';
import { CurrentActor, type Actor } from '../../platform/access/actor.js';
import { Can } from '../../platform/access/can.js';
import { CallId } from '../campaign/call-id.pipe.js';
import { History } from './history.js';
import { Listings } from './listings.js';
import { VersionViews } from './version-view.js';
import { WorkQuery } from './views.dto.js';
import { WorkFilms } from './work-films.js';
import { WorkViews } from './work-view.js';

@Controller('api/works')
export class WorkViewController {
  constructor(
    private readonly listings: Listings,
    private readonly works: WorkViews,
    private readonly versions: VersionViews,
    private readonly films: WorkFilms,
    private readonly history: History,
  ) {}

  @Get('mine')
  @Can('work.list-own')
  mine(@CurrentActor() actor: Actor): Promise<WorkListItem[]> {
    return this.listings.mine(actor);
  }

  @Get()
  @Can('work.list-all')
  all(@CurrentActor() actor: Actor, @Query('campaignId', CallId) campaignId: string, @Query() query: WorkQuery): Promise<Page<WorkListItem>> {
    return this.listings.all(actor, campaignId, query);
  }

  @Get(':workId')
  @Can('work.read')
  view(@CurrentActor() actor: Actor, @Param('workId') workId: string): Promise<WorkView> {
    return this.works.of(actor, workId);
  }

  @Get(':workId/versions/:number')
  @Can('work.read')
  version(@CurrentActor() actor: Actor, @Param('workId') workId: string, @Param('number', ParseIntPipe) number: number): Promise<VersionReply> {
    return this.versions.of(actor, workId, number);
  }

  @Get(':workId/films')
  @Can('work.read')
  filmsOf(@CurrentActor() actor: Actor, @Param('workId') workId: string): Promise<WorkFilmView[]> {
    return this.films.list(actor, workId);
  }

  @Get(':workId/history')
  @Can('work.read')
  past(@CurrentActor() actor: Actor, @Param('workId') workId: string): Promise<AuditEntryView[]> {
    return this.history.ofWork(actor, workId);
  }
}
