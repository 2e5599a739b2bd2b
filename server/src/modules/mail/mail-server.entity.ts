import { Entity } from 'typeorm';
import { At, Id, Int, LongText, Ref, Words } from '../../platform/columns.js';

/** The mail server a unit sends through as itself. */
@Entity('unit_mail_server')
export class UnitMailServer {
  /** The unit's id. */
  @Id() id: string;
  @Words(253) host: string;
  @Int() port: number;
  @Words(254) account: string;
  /** Sealed. */
  @LongText() password: string;
  @Words(254) sender: string;
  @At() setAt: number;
  @Ref() setBy: string;
  @Words(60) setByName: string;
}
