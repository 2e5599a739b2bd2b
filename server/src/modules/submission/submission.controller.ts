import { Body, Controller, Delete, Param, Put } from '@nestjs/common';
import type { ReceiptReply } from '@kepu/shared/contracts/work';
import { CurrentActor, type Actor } from '../../platform/access/actor.js';
import { Can } from '../../platform/access/can.js';
import { AnswersWithWork } from '../../platform/http/work-answers.js';
import { SubmitBody } from './submission.dto.js';
import { Submissions } from './submissions.js';

@Controller('api/works/:workId/submission')
export class SubmissionController {
  constructor(private readonly submissions: Submissions) {}

  @Put()
  @Can('work.submit')
  submit(@CurrentActor() actor: Actor, @Param('workId') workId: string, @Body() body: SubmitBody): Promise<ReceiptReply> {
    return this.submissions.submit(actor, workId, body);
  }

  @Delete()
  @AnswersWithWork()
  @Can('work.withdraw')
  withdraw(@CurrentActor() actor: Actor, @Param('workId') workId: string): Promise<void> {
    return this.submissions.withdraw(actor, workId);
  }
}
