import { Body, Controller, Delete, HttpCode, Param, Post, Put } from '@nestjs/common';
import type { RecommendReply, WorkView } from '@kepu/shared/contracts/work';
import { CurrentActor, type Actor } from '../../platform/access/actor.js';
import { Can } from '../../platform/access/can.js';
import { Recommendations } from '../recommendation/recommendations.js';
import { ReviewDesk } from '../submission/review-desk.js';
import { DeclineBody, DisqualifyBody, OverrideBody, ReturnBody, SignOffBody } from './dossier.dto.js';
import { Dossiers } from './dossiers.js';
import { OverrideDesk } from './override-desk.js';

@Controller('api/works/:workId')
export class ReviewController {
  constructor(
    private readonly dossiers: Dossiers,
    private readonly reviews: ReviewDesk,
    private readonly recommendations: Recommendations,
    private readonly overrides: OverrideDesk,
  ) {}

  @Post('return')
  @HttpCode(200)
  @Can('work.return')
  sendBack(@CurrentActor() actor: Actor, @Param('workId') workId: string, @Body() body: ReturnBody): Promise<WorkView> {
    return this.dossiers.after(actor, workId, this.reviews.sendBack(actor, workId, body));
  }

  @Post('decline')
  @HttpCode(200)
  @Can('work.decline')
  decline(@CurrentActor() actor: Actor, @Param('workId') workId: string, @Body() body: DeclineBody): Promise<WorkView> {
    return this.dossiers.after(actor, workId, this.reviews.decline(actor, workId, body));
  }

  @Put('sign-offs/:dutyId')
  @Can('work.sign-off')
  signOff(@CurrentActor() actor: Actor, @Param('workId') workId: string, @Param('dutyId') dutyId: string, @Body() body: SignOffBody): Promise<WorkView> {
    return this.dossiers.after(actor, workId, this.reviews.signOff(actor, workId, dutyId, body));
  }

  @Delete('sign-offs/:dutyId')
  @Can('work.sign-off')
  takeBackSignOff(@CurrentActor() actor: Actor, @Param('workId') workId: string, @Param('dutyId') dutyId: string): Promise<WorkView> {
    return this.dossiers.after(actor, workId, this.reviews.takeBackSignOff(actor, workId, dutyId));
  }

  @Put('overrides/:check')
  @Can('work.override')
  override(@CurrentActor() actor: Actor, @Param('workId') workId: string, @Param('check') check: string, @Body() body: OverrideBody): Promise<WorkView> {
    return this.dossiers.after(actor, workId, this.overrides.set(actor, workId, check, body));
  }

  @Delete('overrides/:check')
  @Can('work.override')
  takeBackOverride(@CurrentActor() actor: Actor, @Param('workId') workId: string, @Param('check') check: string): Promise<WorkView> {
    return this.dossiers.after(actor, workId, this.overrides.takeBack(actor, workId, check));
  }

  @Put('recommendation')
  @Can('work.recommend')
  recommend(@CurrentActor() actor: Actor, @Param('workId') workId: string): Promise<RecommendReply> {
    return this.recommendations.recommend(actor, workId);
  }

  @Delete('recommendation')
  @Can('work.withdraw-recommendation')
  withdrawRecommendation(@CurrentActor() actor: Actor, @Param('workId') workId: string): Promise<WorkView> {
    return this.dossiers.after(actor, workId, this.recommendations.withdraw(actor, workId));
  }

  @Post('disqualification')
  @HttpCode(200)
  @Can('work.disqualify')
  disqualify(@CurrentActor() actor: Actor, @Param('workId') workId: string, @Body() body: DisqualifyBody): Promise<WorkView> {
    return this.dossiers.after(actor, workId, this.recommendations.disqualify(actor, workId, body));
  }
}
