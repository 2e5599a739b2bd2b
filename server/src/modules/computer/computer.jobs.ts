import { Injectable } from '@nestjs/common';
import { HandlesJob } from '../../platform/jobs/job.decorator.js';
import { Computers } from './computers.js';

@Injectable()
export class ComputerJobs {
  constructor(private readonly computers: Computers) {}

  @HandlesJob('computer.sweep')
  sweep(): Promise<void> {
    return this.computers.sweep();
  }
}
