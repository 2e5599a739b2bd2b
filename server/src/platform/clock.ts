import { Injectable } from '@nestjs/common';
import type { Instant } from '@kepu/shared/time';

/** The only source of now. Tests put their own in its place. */
@Injectable()
export class Clock {
  now(): Instant {
    return Date.now();
  }
}
