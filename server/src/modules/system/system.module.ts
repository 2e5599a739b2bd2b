import { Module } from '@nestjs/common';
import { InspectionModule } from '../inspection/inspection.module.js';
import { Invariants } from '../../invariants/check.js';
import { Health } from './health.js';
import { HealthController } from './health.controller.js';

@Module({
  imports: [InspectionModule],
  controllers: [HealthController],
  providers: [Health, Invariants],
  exports: [Health, Invariants],
})
export class SystemModule {}
