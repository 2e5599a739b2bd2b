import { Body, Controller, Delete, Get, HttpCode, Param, ParseIntPipe, Post, Put, Query } from '@nestjs/common';
import type { AuditEntryView } from '@kepu/shared/contracts/desk';
import type { ComparisonReply, WorkFilmView } from '@kepu/shared/contracts/film';
import type { ContactReply, InspectionView, Page, ReceiptReply, SaveFormReply, VersionReply, WorkListItem, WorkView } from '@kepu/shared/contracts/work';
import { CurrentActor, type Actor } from '../../platform/access/actor.js';
import { Can } from '../../platform/access/can.js';
import { Inspections } from '../inspection/inspections.js';
import { Submissions } from '../submission/submissions.js';
import { Signatures } from '../work/signatures.js';
import { CreateWorkBody, SaveFormBody, SignBody } from '../work/work.dto.js';
import { Comparisons } from './comparisons.js';
import { Creation } from './creation.js';
import { SubmitBody, InboxQuery, WorkQuery } from './dossier.dto.js';
import { Dossiers } from './dossiers.js';
import { History } from './history.js';
import { Listings } from './listings.js';
import { WorkFilms } from './work-films.js';

@Controller('api/works')
export class WorkController {
  constructor(
    private readonly creation: Creation,
    private readonly listings: Listings,
    private readonly dossiers: Dossiers,
    private readonly signatures: Signatures,
    private readonly submissions: Submissions,
    private readonly inspections: Inspections,
    private readonly history: History,
    private readonly films: WorkFilms,
    private readonly comparisons: Comparisons,
  ) {}

  @Post()
  @Can('work.create')
  create(@CurrentActor() actor: Actor, @Body() { title }: CreateWorkBody): Promise<WorkView> {
    return this.creation.create(actor, title ?? '');
  }

  @Get('mine')
  @Can('work.list-own')
  mine(@CurrentActor() actor: Actor): Promise<WorkListItem[]> {
    return this.listings.mine(actor);
  }

  @Get('inbox')
  @Can('work.inbox')
  inbox(@CurrentActor() actor: Actor, @Query() query: InboxQuery): Promise<Page<WorkListItem>> {
    return this.listings.inbox(actor, query);
  }

  @Get()
  @Can('work.list-all')
  all(@CurrentActor() actor: Actor, @Query() query: WorkQuery): Promise<Page<WorkListItem>> {
    return this.listings.all(actor, query);
  }

  @Get(':workId')
  @Can('work.read')
  view(@CurrentActor() actor: Actor, @Param('workId') workId: string): Promise<WorkView> {
    return this.dossiers.view(actor, workId);
  }

  @Put(':workId/form')
  @Can('work.edit')
  save(@CurrentActor() actor: Actor, @Param('workId') workId: string, @Body() { changes }: SaveFormBody): Promise<SaveFormReply> {
    return this.creation.save(actor, workId, changes);
  }

  @Put(':workId/signature')
  @Can('work.edit')
  sign(@CurrentActor() actor: Actor, @Param('workId') workId: string, @Body() body: SignBody): Promise<WorkView> {
    return this.dossiers.after(actor, workId, this.signatures.sign(actor, workId, body));
  }

  @Delete(':workId/film')
  @Can('work.edit')
  removeFilm(@CurrentActor() actor: Actor, @Param('workId') workId: string): Promise<WorkView> {
    return this.dossiers.after(actor, workId, this.creation.removeFilm(actor, workId));
  }

  @Get(':workId/inspection')
  @Can('work.read')
  inspection(@Param('workId') workId: string): Promise<InspectionView> {
    return this.creation.inspectionOf(workId);
  }

  @Post(':workId/inspection')
  @HttpCode(200)
  @Can('inspection.retry')
  inspectAgain(@CurrentActor() actor: Actor, @Param('workId') workId: string): Promise<InspectionView> {
    return this.inspections.again(actor, workId);
  }

  @Put(':workId/submission')
  @Can('work.submit')
  submit(@CurrentActor() actor: Actor, @Param('workId') workId: string, @Body() body: SubmitBody): Promise<ReceiptReply> {
    return this.submissions.submit(actor, workId, body);
  }

  @Delete(':workId/submission')
  @Can('work.withdraw')
  withdraw(@CurrentActor() actor: Actor, @Param('workId') workId: string): Promise<WorkView> {
    return this.dossiers.after(actor, workId, this.submissions.withdraw(actor, workId));
  }

  @Get(':workId/versions/:number')
  @Can('work.read')
  version(@CurrentActor() actor: Actor, @Param('workId') workId: string, @Param('number', ParseIntPipe) number: number): Promise<VersionReply> {
    return this.dossiers.version(actor, workId, number);
  }

  @Get(':workId/films')
  @Can('work.read')
  filmsOf(@CurrentActor() actor: Actor, @Param('workId') workId: string): Promise<WorkFilmView[]> {
    return this.films.list(actor, workId);
  }

  @Post(':workId/comparisons/:likenessId')
  @HttpCode(200)
  @Can('work.compare')
  compare(@CurrentActor() actor: Actor, @Param('workId') workId: string, @Param('likenessId') likenessId: string): Promise<ComparisonReply> {
    return this.comparisons.open(actor, workId, likenessId);
  }

  @Get(':workId/history')
  @Can('work.read')
  past(@CurrentActor() actor: Actor, @Param('workId') workId: string): Promise<AuditEntryView[]> {
    return this.history.ofWork(actor, workId);
  }

  @Post(':workId/contact')
  @HttpCode(200)
  @Can('work.reveal-contact')
  contact(@CurrentActor() actor: Actor, @Param('workId') workId: string): Promise<ContactReply> {
    return this.dossiers.revealContact(actor, workId);
  }
}
