import { Controller, Get, HttpCode, Param, Post, Query, Redirect, Res } from '@nestjs/common';
import type { MediaLinkReply, VerifyReply } from '@kepu/shared/contracts/work';
import type { Response } from 'express';
import { CurrentActor, type Actor } from '../../platform/access/actor.js';
import { Can, Public } from '../../platform/access/can.js';
import { FormCopyQuery } from './document.dto.js';
import { Forms } from './forms.js';

@Controller()
export class DocumentController {
  constructor(private readonly forms: Forms) {}

  @Post('api/works/:workId/form-link')
  @HttpCode(200)
  @Can('work.print')
  link(@CurrentActor() actor: Actor, @Param('workId') workId: string, @Query() { copy }: FormCopyQuery): Promise<MediaLinkReply> {
    return this.forms.link(actor, workId, copy);
  }

  /** The signed link is the permission; it is checked against its viewer's session and rights, and counted as theirs. */
  @Get('media/form/:workId')
  @Public({ isCounted: false })
  send(@Param('workId') workId: string, @Query() query: Record<string, unknown>, @Res() response: Response): Promise<void> {
    return this.forms.send(workId, query, response);
  }

  @Get('media/blank-form')
  @Public()
  sendBlank(@Res() response: Response): Promise<void> {
    return this.forms.sendBlank(response);
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
