import { Controller, Get, HttpCode, Param, Put, Query } from '@nestjs/common';
import type { UnitBoardRow, UnitSlotsReply } from '@kepu/shared/contracts/campaign';
import type { AuditEntryView, DeskReply, OverviewReply } from '@kepu/shared/contracts/desk';
import type { Page } from '@kepu/shared/contracts/work';
import { CurrentActor, type Actor } from '../../platform/access/actor.js';
import { Can } from '../../platform/access/can.js';
import { Messages } from '../message/messages.js';
import { Boards } from './boards.js';
import { Desks } from './desks.js';
import { AuditQuery } from './dossier.dto.js';
import { History } from './history.js';

@Controller('api')
export class BoardController {
  constructor(
    private readonly boards: Boards,
    private readonly desks: Desks,
    private readonly messages: Messages,
    private readonly history: History,
  ) {}

  @Get('me/desk')
  @Can('account.self')
  desk(@CurrentActor() actor: Actor): Promise<DeskReply> {
    return this.desks.of(actor);
  }

  @Put('me/messages/read')
  @HttpCode(204)
  @Can('account.self')
  markRead(@CurrentActor() actor: Actor): Promise<void> {
    return this.messages.markRead(actor.accountId);
  }

  @Get('units')
  @Can('unit.board')
  units(): Promise<UnitBoardRow[]> {
    return this.boards.board();
  }

  @Get('units/:unitId/slots')
  @Can('unit.read-slots')
  slots(@Param('unitId') unitId: string): Promise<UnitSlotsReply> {
    return this.boards.slotsOf(unitId);
  }

  @Get('overview')
  @Can('unit.board')
  overview(): Promise<OverviewReply> {
    return this.boards.overview();
  }

  @Get('audit')
  @Can('audit.read')
  audit(@Query() query: AuditQuery): Promise<Page<AuditEntryView>> {
    return this.history.all(query);
  }
}
