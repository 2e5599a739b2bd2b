import { Controller, Delete, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FileLinkReply, FileView, MediaLinkReply } from '@kepu/shared/contracts/work';
import type { Request, Response } from 'express';
import { CurrentActor, type Actor } from '../../platform/access/actor.js';
import { Can, Public } from '../../platform/access/can.js';
import { JudgingCopies } from '../inspection/pictures/judging-copies.js';
import { MediaDesk } from './media-desk.js';

@Controller()
export class MediaController {
  constructor(
    private readonly desk: MediaDesk,
    private readonly judging: JudgingCopies,
  ) {}

  @Get('api/files/:fileId')
  @Can('work.read')
  read(@Param('fileId') fileId: string): Promise<FileView> {
    return this.desk.read(fileId);
  }

  @Delete('api/files/:fileId')
  @HttpCode(204)
  @Can('work.edit')
  remove(@Param('fileId') fileId: string): Promise<void> {
    return this.desk.remove(fileId);
  }

  @Post('api/files/:fileId/link')
  @HttpCode(200)
  @Can('work.watch')
  link(@CurrentActor() actor: Actor, @Param('fileId') fileId: string): Promise<FileLinkReply> {
    return this.desk.link(actor, fileId);
  }

  @Post('api/files/:fileId/download')
  @HttpCode(200)
  @Can('work.download')
  download(@CurrentActor() actor: Actor, @Param('fileId') fileId: string): Promise<MediaLinkReply> {
    return this.desk.download(actor, fileId);
  }

  @Post('api/files/:fileId/judging')
  @HttpCode(204)
  @Can('film.order-judging')
  orderJudging(@CurrentActor() actor: Actor, @Param('fileId') fileId: string): Promise<void> {
    return this.judging.request(actor, fileId);
  }

  /** The signed link is the permission; it is checked against its viewer's session and rights, and counted as theirs. */
  @Get('media/file/:fileId')
  @Public({ isCounted: false })
  stream(@Param('fileId') fileId: string, @Query() query: Record<string, unknown>, @Req() request: Request, @Res() response: Response): Promise<void> {
    return this.desk.stream(fileId, query, request, response);
  }

  @Get('media/original/:fileId')
  @Public({ isCounted: false })
  streamOriginal(@Param('fileId') fileId: string, @Query() query: Record<string, unknown>, @Req() request: Request, @Res() response: Response): Promise<void> {
    return this.desk.streamOriginal(fileId, query, request, response);
  }

  /** Poster, stills, sprite and lighter copies of a film, under the film's own signature. */
  @Get('media/file/:fileId/:part')
  @Public({ isCounted: false })
  streamPart(@Param('fileId') fileId: string, @Param('part') part: string, @Query() query: Record<string, unknown>, @Req() request: Request, @Res() response: Response): Promise<void> {
    return this.desk.streamPart(fileId, part, query, request, response);
  }
}
