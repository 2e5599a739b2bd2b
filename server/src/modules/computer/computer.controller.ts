import { Body, Controller, Delete, Get, HttpCode, Ip, Param, Post, Put, Req } from '@nestjs/common';
import type { AskingComputerView, ComputerAskReply, ComputerDeskReply, ComputerTicketReply, ComputerView } from '@kepu/shared/contracts/computer';
import type { Request } from 'express';
import { CurrentActor, type Actor } from '../../platform/access/actor.js';
import { Can, Public } from '../../platform/access/can.js';
import { deviceOf } from '../account/device.js';
import { ComputerDesk } from './computer-desk.js';
import { ComputerTicketBody } from './computer.dto.js';
import { Computers } from './computers.js';

@Controller('api')
export class ComputerController {
  constructor(
    private readonly computers: Computers,
    private readonly desk: ComputerDesk,
  ) {}

  @Post('computers')
  @Public()
  ask(@Req() request: Request, @Ip() address: string): Promise<ComputerAskReply> {
    return this.computers.ask(deviceOf(request), address);
  }

  @Post('computers/ticket')
  @HttpCode(200)
  @Public()
  takeTicket(@Body() { secret }: ComputerTicketBody): Promise<ComputerTicketReply> {
    return this.computers.takeTicket(secret);
  }

  @Get('works/:workId/computers')
  @Can('computer.allow')
  list(@Param('workId') workId: string): Promise<ComputerView[]> {
    return this.computers.ofWork(workId);
  }

  @Get('works/:workId/computers/:code')
  @Can('computer.allow')
  asking(@CurrentActor() actor: Actor, @Param('code') code: string): Promise<AskingComputerView> {
    return this.computers.asking(actor, code);
  }

  @Put('works/:workId/computers/:code')
  @Can('computer.allow')
  allow(@CurrentActor() actor: Actor, @Param('workId') workId: string, @Param('code') code: string): Promise<ComputerView> {
    return this.computers.allow(actor, workId, code);
  }

  @Delete('works/:workId/computers/:computerId')
  @HttpCode(204)
  @Can('computer.allow')
  revoke(@CurrentActor() actor: Actor, @Param('workId') workId: string, @Param('computerId') computerId: string): Promise<void> {
    return this.computers.revoke(actor, workId, computerId);
  }

  @Get('works/:workId/computer-desk')
  @Can('computer.desk')
  view(@CurrentActor() actor: Actor, @Param('workId') workId: string): Promise<ComputerDeskReply> {
    return this.desk.view(actor, workId);
  }

  @Delete('works/:workId/computer-desk')
  @HttpCode(204)
  @Can('computer.desk')
  leave(@CurrentActor() actor: Actor, @Param('workId') workId: string): Promise<void> {
    return this.desk.leave(actor, workId);
  }
}
