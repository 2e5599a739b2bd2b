import type { DisqualifyRequest } from '@kepu/shared/contracts/work';
import { IsNotEmpty, IsString, MaxLength } from 'class-validator';

export class DisqualifyBody implements DisqualifyRequest {
  @IsString() @IsNotEmpty() @MaxLength(500) reason: string;
  @IsString() @MaxLength(300) title: string;
}
