import { Controller, Get, HttpCode, Param, Post, Query, Redirect, Res } from '@nestjs/common';
import type { FormPreview } from '@kepu/shared/contracts/paper';
import type { MediaLinkReply, VerifyReply } from '@kepu/shared/contracts/work';
import type { Response } from 'express';
import { CurrentActor, type Actor } from '../../platform/access/actor.js';
import { Can, Public } from '../../platform/access/can.js';
import { CallId } from '../campaign/call-id.pipe.js';
import { FormCopyQuery, JuryPaperParameters, UnitPaperParameters } from './document.dto.js';
import { Forms } from './forms.js';
import { PaperDesk } from './paper-desk.js';

@Controller()
export class DocumentController {
  constructor(
    private readonly forms: Forms,
    private readonly desk: PaperDesk,
  ) {}

  @Post('api/works/:workId/form-link')
  @HttpCode(200)
  @Can('work.print')
  link(@CurrentActor() actor: Actor, @Param('workId') workId: string, @Query() query: FormCopyQuery): Promise<MediaLinkReply> {
    return this.forms.link(actor, workId, query);
  }

  @Get('api/works/:workId/form-preview')
  @Can('work.print')
  preview(@CurrentActor() actor: Actor, @Param('workId') workId: string, @Query() { copy }: FormCopyQuery): Promise<FormPreview> {
    return this.forms.preview(actor, workId, copy);
  }

  @Post('api/units/:unitId/paper-link')
  @HttpCode(200)
  @Can('unit.print')
  unitPaperLink(@CurrentActor() actor: Actor, @Param('unitId') unitId: string, @Query() query: UnitPaperParameters): Promise<MediaLinkReply> {
    return this.desk.unitLink(actor, unitId, query);
  }

  @Post('api/campaign/paper-link')
  @HttpCode(200)
  @Can('campaign.print-jury')
  juryPaperLink(@CurrentActor() actor: Actor, @Query('campaignId', CallId) campaignId: string, @Query() query: JuryPaperParameters): Promise<MediaLinkReply> {
    return this.desk.juryLink(actor, campaignId, query);
  }

  /** The signed link is the permission; it is checked against its viewer's session and rights, and counted as theirs. */
  @Get('media/form/:workId')
  @Public({ isCounted: false })
  send(@Param('workId') workId: string, @Query() query: Record<string, unknown>, @Res() response: Response): Promise<void> {
    return this.forms.send(workId, query, response);
  }

  @Get('media/unit-paper/:unitId')
  @Public({ isCounted: false })
  sendUnitPaper(@Param('unitId') unitId: string, @Query() query: Record<string, unknown>, @Res() response: Response): Promise<void> {
    return this.desk.sendUnitPaper(unitId, query, response);
  }

  @Get('media/jury-paper/:campaignId')
  @Public({ isCounted: false })
  sendJuryPaper(@Param('campaignId') campaignId: string, @Query() query: Record<string, unknown>, @Res() response: Response): Promise<void> {
    return this.desk.sendJuryPaper(campaignId, query, response);
  }

  @Get('media/blank-form')
  @Public()
  sendBlank(@Query('campaignId', CallId) campaignId: string, @Query() query: Record<string, unknown>, @Res() response: Response): Promise<void> {
    return this.forms.sendBlank(campaignId, query, response);
  }

  @Get('api/verify/:code')
  @Public()
  verify(@Param('code') code: string): Promise<VerifyReply> {
    return this.forms.verify(code);
  }

  /** The short address printed on paper. */
  @Get('v/:code')
  @Public()
  @Redirect()
  open(@Param('code') code: string): { url: string; statusCode: number } {
    return { url: `/pages/verify/index?code=${encodeURIComponent(code)}`, statusCode: 302 };
  }
}
