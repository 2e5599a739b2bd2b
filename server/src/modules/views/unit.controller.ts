import { Controller, Get, Param, Query } from '@nestjs/common';
import type { UnitSlotsReply } from '@kepu/shared/contracts/campaign';
import type { Page, WorkListItem } from '@kepu/shared/contracts/work';
import { CurrentActor, type Actor } from '../../platform/access/actor.js';
import { Can } from '../../platform/access/can.js';
import { Dashboard } from './dashboard.js';
import { Listings } from './listings.js';
import { InboxQuery } from './views.dto.js';

/** What a unit sees of itself. The address names the unit: who sits in several sees each for itself. */
@Controller('api/units/:unitId')
export class UnitController {
  constructor(
    private readonly dashboard: Dashboard,
    private readonly listings: Listings,
  ) {}

  @Get('inbox')
  @Can('work.inbox')
  inbox(@CurrentActor() actor: Actor, @Param('unitId') unitId: string, @Query() query: InboxQuery): Promise<Page<WorkListItem>> {
    return this.listings.inbox(actor, unitId, query);
  }

  @Get('slots')
  @Can('unit.read-slots')
  slots(@Param('unitId') unitId: string): Promise<UnitSlotsReply> {
    return this.dashboard.slotsOf(unitId);
  }
}
