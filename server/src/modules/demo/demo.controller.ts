import { Body, Controller, Get, HttpCode, Post, Req } from '@nestjs/common';
import type { DemoReply, SessionReply } from '@kepu/shared/contracts/account';
import { IsString, MaxLength } from 'class-validator';
import type { Request } from 'express';
import { Public } from '../../platform/access/can.js';
import { deviceOf } from '../account/device.js';
import { DemoDoor } from './demo-door.js';

class DemoLoginBody {
  @IsString() @MaxLength(40) key: string;
}

@Controller('api/demo')
export class DemoController {
  constructor(private readonly door: DemoDoor) {}

  @Get()
  @Public()
  people(): DemoReply {
    return this.door.people();
  }

  @Post('login')
  @HttpCode(200)
  @Public()
  enter(@Body() { key }: DemoLoginBody, @Req() request: Request): Promise<SessionReply> {
    return this.door.enter(key, deviceOf(request));
  }
}
