import { Body, Controller, Delete, HttpCode, Param, Post, Put } from '@nestjs/common';
import { CurrentActor, type Actor } from '../../platform/access/actor.js';
import { Can } from '../../platform/access/can.js';
import { AnswersWithWork } from '../../platform/http/work-answers.js';
import { Reviews } from './reviews.js';
import { DeclineBody, ReturnBody, SignOffBody } from './submission.dto.js';

@Controller('api/works/:workId')
export class ReviewController {
  constructor(private readonly reviews: Reviews) {}

  @Post('return')
  @HttpCode(200)
  @AnswersWithWork()
  @Can('work.return')
  sendBack(@CurrentActor() actor: Actor, @Param('workId') workId: string, @Body() body: ReturnBody): Promise<void> {
    return this.reviews.sendBack(actor, workId, body);
  }

  @Post('decline')
  @HttpCode(200)
  @AnswersWithWork()
  @Can('work.decline')
  decline(@CurrentActor() actor: Actor, @Param('workId') workId: string, @Body() body: DeclineBody): Promise<void> {
    return this.reviews.decline(actor, workId, body);
  }

  @Put('sign-offs/:dutyId')
  @AnswersWithWork()
  @Can('work.sign-off')
  signOff(@CurrentActor() actor: Actor, @Param('workId') workId: string, @Param('dutyId') dutyId: string, @Body() body: SignOffBody): Promise<void> {
    return this.reviews.signOff(actor, workId, dutyId, body);
  }

  @Delete('sign-offs/:dutyId')
  @AnswersWithWork()
  @Can('work.sign-off')
  takeBackSignOff(@CurrentActor() actor: Actor, @Param('workId') workId: string, @Param('dutyId') dutyId: string): Promise<void> {
    return this.reviews.takeBackSignOff(actor, workId, dutyId);
  }
}
