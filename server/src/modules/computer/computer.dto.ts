import type { ComputerTicketRequest } from '@kepu/shared/contracts/computer';
import { IsString, Length } from 'class-validator';

export class ComputerTicketBody implements ComputerTicketRequest {
  @IsString() @Length(1, 100) secret: string;
}
