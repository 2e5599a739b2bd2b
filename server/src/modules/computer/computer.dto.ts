import type { ComputerTicketRequest } from '@kepu/shared/contracts/computer';
import { IsString, Length } from 'class-validator';
import { sameShape } from '../../platform/http/same-shape.js';

export class ComputerTicketBody implements ComputerTicketRequest {
  @IsString() @Length(1, 100) secret: string;
}
sameShape<ComputerTicketBody, ComputerTicketRequest>(true);
