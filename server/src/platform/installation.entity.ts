import { Entity, PrimaryColumn } from 'typeorm';
import { At, Words } from './columns.js';

/** What is true of this database as a whole, one row a fact: whether it was made as a demonstration. */
@Entity('installation')
export class InstallationFact {
  @PrimaryColumn({ type: 'varchar', length: 40 }) name: string;
  @Words(200) value: string;
  @At() at: number;
}
