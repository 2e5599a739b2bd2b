import { Body, Controller, Delete, Param, Put } from '@nestjs/common';
import { CurrentActor, type Actor } from '../../platform/access/actor.js';
import { Can } from '../../platform/access/can.js';
import { AnswersWithWork } from '../../platform/http/work-answers.js';
import { OverrideBody } from './override.dto.js';
import { Overrides } from './overrides.js';

@Controller('api/works/:workId/overrides/:check')
export class OverrideController {
  constructor(private readonly overrides: Overrides) {}

  @Put()
  @AnswersWithWork()
  @Can('work.override')
  set(@CurrentActor() actor: Actor, @Param('workId') workId: string, @Param('check') check: string, @Body() body: OverrideBody): Promise<void> {
    return this.overrides.set(actor, workId, check, body);
  }

  @Delete()
  @AnswersWithWork()
  @Can('work.override')
  takeBack(@CurrentActor() actor: Actor, @Param('workId') workId: string, @Param('check') check: string): Promise<void> {
    return this.overrides.takeBack(actor, workId, check);
  }
}
