import { Body, Controller, Delete, HttpCode, Param, Post, Put } from '@nestjs/common';
import type { RecommendReply } from '@kepu/shared/contracts/work';
import { CurrentActor, type Actor } from '../../platform/access/actor.js';
import { Can } from '../../platform/access/can.js';
import { AnswersWithWork } from '../../platform/http/work-answers.js';
import { DisqualifyBody } from './recommendation.dto.js';
import { Recommendations } from './recommendations.js';

@Controller('api/works/:workId')
export class RecommendationController {
  constructor(private readonly recommendations: Recommendations) {}

  @Put('recommendation')
  @Can('work.recommend')
  recommend(@CurrentActor() actor: Actor, @Param('workId') workId: string): Promise<RecommendReply> {
    return this.recommendations.recommend(actor, workId);
  }

  @Delete('recommendation')
  @AnswersWithWork()
  @Can('work.withdraw-recommendation')
  withdraw(@CurrentActor() actor: Actor, @Param('workId') workId: string): Promise<void> {
    return this.recommendations.withdraw(actor, workId);
  }

  @Post('disqualification')
  @HttpCode(200)
  @AnswersWithWork()
  @Can('work.disqualify')
  disqualify(@CurrentActor() actor: Actor, @Param('workId') workId: string, @Body() body: DisqualifyBody): Promise<void> {
    return this.recommendations.disqualify(actor, workId, body);
  }
}
