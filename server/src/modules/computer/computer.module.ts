import { Module, type OnModuleInit } from '@nestjs/common';
import { Subjects } from '../../platform/access/subjects.js';
import { Tickets } from '../../platform/access/tickets.js';
import { CampaignModule } from '../campaign/campaign.module.js';
import { InspectionModule } from '../inspection/inspection.module.js';
import { UploadModule } from '../upload/upload.module.js';
import { WorkModule } from '../work/work.module.js';
import { ComputerDesk } from './computer-desk.js';
import { ComputerTickets } from './computer-tickets.js';
import { ComputerController } from './computer.controller.js';
import { ComputerJobs } from './computer.jobs.js';
import { Computers } from './computers.js';

/** 电脑接入: an editing computer uploads to a draft under a ticket its owner allowed on the phone. */
@Module({
  imports: [CampaignModule, WorkModule, UploadModule, InspectionModule],
  controllers: [ComputerController],
  providers: [Computers, ComputerTickets, ComputerDesk, ComputerJobs],
})
export class ComputerModule implements OnModuleInit {
  constructor(
    private readonly subjects: Subjects,
    private readonly tickets: Tickets,
    private readonly holders: ComputerTickets,
    private readonly computers: Computers,
  ) {}

  onModuleInit(): void {
    this.tickets.answerWith(this.holders);
    this.subjects.register('computerId', (id) => this.computers.ownershipOf(id));
  }
}
