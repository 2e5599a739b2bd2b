import { Controller, HttpCode, Param, Post } from '@nestjs/common';
import type { ComparisonReply } from '@kepu/shared/contracts/film';
import { CurrentActor, type Actor } from '../../platform/access/actor.js';
import { Can } from '../../platform/access/can.js';
import { Comparisons } from './comparisons.js';

@Controller('api/works/:workId/comparisons')
export class ComparisonController {
  constructor(private readonly comparisons: Comparisons) {}

  @Post(':likenessId')
  @HttpCode(200)
  @Can('work.compare')
  compare(@CurrentActor() actor: Actor, @Param('workId') workId: string, @Param('likenessId') likenessId: string): Promise<ComparisonReply> {
    return this.comparisons.open(actor, workId, likenessId);
  }
}
