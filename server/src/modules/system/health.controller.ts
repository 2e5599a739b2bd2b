import { Controller, Get, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Public } from '../../platform/access/can.js';
import { Health, type Readiness } from './health.js';

@Controller()
export class HealthController {
  constructor(private readonly health: Health) {}

  /** The process answers. */
  @Get('healthz')
  @Public()
  alive(): { status: 'ok' } {
    return { status: 'ok' };
  }

  /** Everything it needs answers too; 503 names what does not. */
  @Get('readyz')
  @Public()
  async ready(@Res({ passthrough: true }) response: Response): Promise<Readiness> {
    return this.health.answer(response);
  }
}
