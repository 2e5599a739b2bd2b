import { Body, Controller, Get, HttpCode, Param, Put } from '@nestjs/common';
import type { CampaignReply, ConfigReply } from '@kepu/shared/contracts/campaign';
import { CurrentActor, type Actor } from '../../platform/access/actor.js';
import { Can, Public } from '../../platform/access/can.js';
import { EditConfigBody, EditUnitBody, SetClosingBody } from './campaign.dto.js';
import { CampaignDesk } from './campaign-desk.js';
import { Campaigns } from './campaigns.js';

@Controller('api')
export class CampaignController {
  constructor(
    private readonly campaigns: Campaigns,
    private readonly desk: CampaignDesk,
  ) {}

  @Get('campaign')
  @Public()
  current(): Promise<CampaignReply> {
    return this.desk.current();
  }

  @Get('campaign/config')
  @Can('campaign.read-config')
  readConfig(): Promise<ConfigReply> {
    return this.campaigns.readConfig();
  }

  @Put('campaign/config')
  @Can('campaign.edit')
  editConfig(@CurrentActor() actor: Actor, @Body() body: EditConfigBody): Promise<ConfigReply> {
    return this.campaigns.edit(actor, body);
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
