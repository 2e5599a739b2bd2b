import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import type { CallView, CampaignReply, ConfigReply } from '@kepu/shared/contracts/campaign';
import { CurrentActor, type Actor } from '../../platform/access/actor.js';
import { Can, Public } from '../../platform/access/can.js';
import { CallId } from './call-id.pipe.js';
import { Calls } from './calls.js';
import { CloneCampaignBody, EditConfigBody, EditUnitBody, SetCallStateBody, SetClosingBody } from './campaign.dto.js';
import { CampaignDesk } from './campaign-desk.js';
import { Campaigns } from './campaigns.js';

@Controller('api')
export class CampaignController {
  constructor(
    private readonly campaigns: Campaigns,
    private readonly desk: CampaignDesk,
    private readonly calls: Calls,
  ) {}

  @Get('campaign')
  @Public()
  current(): Promise<CampaignReply> {
    return this.desk.current();
  }

  @Get('campaigns')
  @Can('campaign.list')
  list(@CurrentActor() actor: Actor): Promise<CallView[]> {
    return this.calls.list(actor);
  }

  @Post('campaigns')
  @HttpCode(200)
  @Can('campaign.clone')
  clone(@CurrentActor() actor: Actor, @Body() body: CloneCampaignBody): Promise<CallView> {
    return this.calls.clone(actor, body);
  }

  @Get('campaigns/:campaignId')
  @Can('campaign.list')
  one(@CurrentActor() actor: Actor, @Param('campaignId') campaignId: string): Promise<CampaignReply> {
    return this.desk.of(actor, campaignId);
  }

  @Put('campaigns/:campaignId/state')
  @Can('campaign.set-state')
  setState(@CurrentActor() actor: Actor, @Param('campaignId') campaignId: string, @Body() { state, reason }: SetCallStateBody): Promise<CallView> {
    return this.calls.setState(actor, campaignId, state, reason);
  }

  @Get('campaign/config')
  @Can('campaign.read-config')
  readConfig(@Query('campaignId', CallId) campaignId: string): Promise<ConfigReply> {
    return this.campaigns.readConfig(campaignId);
  }

  @Put('campaign/config')
  @Can('campaign.edit')
  editConfig(@CurrentActor() actor: Actor, @Query('campaignId', CallId) campaignId: string, @Body() body: EditConfigBody): Promise<ConfigReply> {
    return this.campaigns.edit(actor, campaignId, body);
  }

  @Put('units/:unitId')
  @HttpCode(204)
  @Can('unit.edit')
  editUnit(@CurrentActor() actor: Actor, @Param('unitId') unitId: string, @Body() body: EditUnitBody): Promise<void> {
    return this.desk.editUnit(actor, unitId, body);
  }

  @Put('units/:unitId/closing')
  @HttpCode(204)
  @Can('unit.set-closing')
  setClosing(@CurrentActor() actor: Actor, @Param('unitId') unitId: string, @Body() { closesAt }: SetClosingBody): Promise<void> {
    return this.desk.setClosing(actor, unitId, closesAt);
  }
}
