import { Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import type { InspectionView } from '@kepu/shared/contracts/work';
import { CurrentActor, type Actor } from '../../platform/access/actor.js';
import { Can } from '../../platform/access/can.js';
import { Inspections } from './inspections.js';

@Controller('api/works/:workId/inspection')
export class InspectionController {
  constructor(private readonly inspections: Inspections) {}

  @Get()
  @Can('work.read')
  read(@Param('workId') workId: string): Promise<InspectionView> {
    return this.inspections.ofWork(workId);
  }

  @Post()
  @HttpCode(200)
  @Can('inspection.retry')
  again(@CurrentActor() actor: Actor, @Param('workId') workId: string): Promise<InspectionView> {
    return this.inspections.again(actor, workId);
  }
}
