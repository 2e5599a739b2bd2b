import { Entity, PrimaryColumn } from 'typeorm';
import { At, Int } from '../columns.js';

/** How often something was tried within a window. In the database, so that a restart forgives nobody. */
@Entity('throttle')
export class ThrottleRow {
  @PrimaryColumn({ type: 'varchar', length: 160 }) key: string;
  @Int() count: number;
  @At() windowEndsAt: number;
}
