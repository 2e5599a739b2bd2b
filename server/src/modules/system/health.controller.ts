import { Controller, Get, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Public } from '../../platform/access/can.js';
import { Health, type Readiness } from './health.js';

/** Asked by monitors and load balancers as often as they like. */
@Controller()
export class HealthController {
  constructor(private readonly health: Health) {}

  /** The process answers. */
  @Get('healthz')
  @Public({ isCounted: false })
  alive(): { status: 'ok' } {
    return { status: 'ok' };
  }

  /** Everything it needs answers too; 503 names what does not. */
  @Get('readyz')
  @Public({ isCounted: false })
  async ready(@Res({ passthrough: true }) response: Response): Promise<Readiness> {
    return this.health.answer(response);
  }
}
