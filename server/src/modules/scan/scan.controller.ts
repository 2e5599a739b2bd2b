import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import type { ScanDeskReply } from '@kepu/shared/contracts/scan';
import { CurrentActor, type Actor } from '../../platform/access/actor.js';
import { Can } from '../../platform/access/can.js';
import { AdjustPageBody, ConfirmPaperBody, OrderPagesBody } from './scan.dto.js';
import { ScanBundles } from './scan-bundles.js';
import { ScanDesk } from './scan-desk.js';
import { ScanPages } from './scan-pages.js';

@Controller('api/works/:workId/scan')
export class ScanController {
  constructor(
    private readonly desk: ScanDesk,
    private readonly pages: ScanPages,
    private readonly bundles: ScanBundles,
  ) {}

  @Get()
  @Can('work.read-scan')
  view(@CurrentActor() actor: Actor, @Param('workId') workId: string): Promise<ScanDeskReply> {
    return this.desk.view(actor, workId);
  }

  @Put()
  @Can('work.upload-scan')
  use(@CurrentActor() actor: Actor, @Param('workId') workId: string): Promise<ScanDeskReply> {
    return this.desk.after(actor, workId, this.bundles.use(actor, workId));
  }

  @Put('order')
  @Can('work.upload-scan')
  order(@CurrentActor() actor: Actor, @Param('workId') workId: string, @Body() { pageIds }: OrderPagesBody): Promise<ScanDeskReply> {
    return this.desk.after(actor, workId, this.pages.order(workId, pageIds));
  }

  @Put('pages/:pageId')
  @Can('work.upload-scan')
  adjust(@CurrentActor() actor: Actor, @Param('workId') workId: string, @Param('pageId') pageId: string, @Body() body: AdjustPageBody): Promise<ScanDeskReply> {
    return this.desk.after(actor, workId, this.pages.adjust(workId, pageId, body));
  }

  @Delete('pages/:pageId')
  @Can('work.upload-scan')
  remove(@CurrentActor() actor: Actor, @Param('workId') workId: string, @Param('pageId') pageId: string): Promise<ScanDeskReply> {
    return this.desk.after(actor, workId, this.pages.remove(workId, pageId));
  }

  @Put('pages/:pageId/confirmation')
  @Can('work.upload-scan')
  confirm(@CurrentActor() actor: Actor, @Param('workId') workId: string, @Param('pageId') pageId: string, @Body() { code }: ConfirmPaperBody): Promise<ScanDeskReply> {
    return this.desk.after(actor, workId, this.pages.confirm(actor, workId, pageId, code ?? null));
  }

  @Post('bundle')
  @HttpCode(200)
  @Can('work.upload-scan')
  make(@CurrentActor() actor: Actor, @Param('workId') workId: string): Promise<ScanDeskReply> {
    return this.desk.after(actor, workId, this.bundles.make(actor, workId));
  }

  @Delete('bundle')
  @Can('work.upload-scan')
  drop(@CurrentActor() actor: Actor, @Param('workId') workId: string): Promise<ScanDeskReply> {
    return this.desk.after(actor, workId, this.bundles.drop(workId));
  }

  @Put('bundle/confirmation')
  @Can('work.upload-scan')
  confirmPdf(@CurrentActor() actor: Actor, @Param('workId') workId: string, @Body() { code }: ConfirmPaperBody): Promise<ScanDeskReply> {
    return this.desk.after(actor, workId, this.bundles.confirm(actor, workId, code ?? null));
  }
}
