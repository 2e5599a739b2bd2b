import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query, Redirect, Req, Res } from '@nestjs/common';
import type { FrontDeskReply, HandOverReply, HandOverRow, PackageItemView, PackageLinkReply, PackageView } from '@kepu/shared/contracts/handover';
import type { Request, Response } from 'express';
import { CurrentActor, type Actor } from '../../platform/access/actor.js';
import { Can, Public } from '../../platform/access/can.js';
import { CallId } from '../campaign/call-id.pipe.js';
import { Downloads } from './downloads.js';
import { Exports } from './exports.js';
import { FrontDesk } from './front-desk.js';
import { HandOvers } from './hand-overs.js';
import { AddReceiptBody, MakeExportBody } from './package.dto.js';
import { PackageLinks } from './package-links.js';
import { Packages } from './packages.js';

@Controller()
export class PackageController {
  constructor(
    private readonly handOvers: HandOvers,
    private readonly packages: Packages,
    private readonly exports: Exports,
    private readonly desk: FrontDesk,
    private readonly links: PackageLinks,
    private readonly downloads: Downloads,
  ) {}

  @Get('api/units/:unitId/hand-over')
  @Can('hand-over.read')
  handOver(@Param('unitId') unitId: string): Promise<HandOverReply> {
    return this.handOvers.of(unitId);
  }

  @Post('api/units/:unitId/hand-overs')
  @HttpCode(200)
  @Can('hand-over.make')
  make(@CurrentActor() actor: Actor, @Param('unitId') unitId: string): Promise<PackageView> {
    return this.handOvers.make(actor, unitId);
  }

  @Get('api/hand-overs')
  @Can('hand-over.board')
  board(@Query('campaignId', CallId) campaignId: string): Promise<HandOverRow[]> {
    return this.handOvers.board(campaignId);
  }

  @Get('api/packages/:packageId')
  @Can('package.read')
  read(@Param('packageId') packageId: string): Promise<PackageView> {
    return this.packages.view(packageId);
  }

  @Delete('api/packages/:packageId')
  @Can('package.tend')
  cancel(@CurrentActor() actor: Actor, @Param('packageId') packageId: string): Promise<PackageView> {
    return this.packages.after(packageId, this.packages.cancel(actor, packageId));
  }

  @Post('api/packages/:packageId/retry')
  @HttpCode(200)
  @Can('package.tend')
  retry(@CurrentActor() actor: Actor, @Param('packageId') packageId: string): Promise<PackageView> {
    return this.packages.after(packageId, this.packages.retry(actor, packageId));
  }

  @Post('api/packages/:packageId/verification')
  @HttpCode(200)
  @Can('package.tend')
  verify(@CurrentActor() actor: Actor, @Param('packageId') packageId: string): Promise<PackageView> {
    return this.packages.after(packageId, this.packages.verify(actor, packageId));
  }

  @Post('api/packages/:packageId/link')
  @HttpCode(200)
  @Can('package.download')
  link(@CurrentActor() actor: Actor, @Param('packageId') packageId: string): Promise<PackageLinkReply> {
    return this.links.make(actor, packageId);
  }

  @Get('api/packages/:packageId/items')
  @Can('package.read')
  items(@Param('packageId') packageId: string): Promise<PackageItemView[]> {
    return this.packages.itemViews(packageId);
  }

  @Post('api/packages/:packageId/receipts')
  @HttpCode(200)
  @Can('hand-over.receive')
  receive(@CurrentActor() actor: Actor, @Param('packageId') packageId: string, @Body() body: AddReceiptBody): Promise<FrontDeskReply> {
    return this.desk.receive(actor, packageId, body);
  }

  @Delete('api/packages/:packageId/receipts/:receiptId')
  @Can('hand-over.receive')
  takeBack(@CurrentActor() actor: Actor, @Param('packageId') packageId: string, @Param('receiptId') receiptId: string): Promise<FrontDeskReply> {
    return this.desk.takeBack(actor, packageId, receiptId);
  }

  @Get('api/front-desk/:code')
  @Can('hand-over.receive')
  arrive(@Param('code') code: string): Promise<FrontDeskReply> {
    return this.desk.of(code);
  }

  @Get('api/exports')
  @Can('package.export')
  listExports(@Query('campaignId', CallId) campaignId: string): Promise<PackageView[]> {
    return this.exports.list(campaignId);
  }

  @Post('api/exports')
  @HttpCode(200)
  @Can('package.export')
  export(@CurrentActor() actor: Actor, @Query('campaignId', CallId) campaignId: string, @Body() body: MakeExportBody): Promise<PackageView> {
    return this.exports.make(actor, campaignId, body);
  }

  /** The code in the address is the permission: it ends, and wrong ones are counted against who tries. */
  @Get('d/:code')
  @Public()
  page(@Param('code') code: string, @Res() response: Response): Promise<void> {
    return this.downloads.page(code, response);
  }

  @Get('media/package/:code/:file')
  @Public()
  file(@Param('code') code: string, @Param('file') file: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    return this.downloads.file(code, file, request, response);
  }

  /** The code on an envelope or a disc, scanned with any phone. */
  @Get('h/:code')
  @Public()
  @Redirect()
  open(@Param('code') code: string): { url: string; statusCode: number } {
    return { url: `/console/front-desk?code=${encodeURIComponent(code)}`, statusCode: 302 };
  }
}
