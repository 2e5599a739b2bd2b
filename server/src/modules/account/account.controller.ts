import { Body, Controller, Get, HttpCode, Post, Put } from '@nestjs/common';
import type { AccountView, DeviceView } from '@kepu/shared/contracts/account';
import { CurrentActor, type Actor } from '../../platform/access/actor.js';
import { Can } from '../../platform/access/can.js';
import { ConsentBody, RenameBody } from './account.dto.js';
import { Accounts } from './accounts.js';
import { Sessions } from './sessions.js';

@Controller('api/me')
export class AccountController {
  constructor(
    private readonly accounts: Accounts,
    private readonly sessions: Sessions,
  ) {}

  @Get()
  @Can('account.self')
  me(@CurrentActor() actor: Actor): Promise<AccountView> {
    return this.accounts.toView(actor.accountId);
  }

  @Put('name')
  @HttpCode(204)
  @Can('account.self')
  rename(@CurrentActor() actor: Actor, @Body() { name }: RenameBody): Promise<void> {
    return this.accounts.change(actor.accountId, { name: name.trim() });
  }

  @Get('devices')
  @Can('account.self')
  devices(@CurrentActor() actor: Actor): Promise<DeviceView[]> {
    return this.sessions.devices(actor);
  }

  @Post('consents')
  @HttpCode(204)
  @Can('account.self')
  consent(@CurrentActor() actor: Actor, @Body() { version }: ConsentBody): Promise<void> {
    return this.accounts.recordConsent(actor.accountId, version, actor.device);
  }
}
