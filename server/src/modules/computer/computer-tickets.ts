import { Injectable } from '@nestjs/common';
import type { Actor, ActorSource } from '../../platform/access/actor.js';
import { Clock } from '../../platform/clock.js';
import { Database } from '../../platform/database.js';
import { hashOf } from './computers.js';

interface TicketRow {
  id: string;
  workId: string;
  accountId: string;
  sessionId: string;
  name: string | null;
  phone: string;
  device: string;
}

/** Asked by every request of a computer: nobody has ended it, nor the log-in that allowed it, nor the account or its role. */
const HOLDER = `
  SELECT computer.id AS id, computer.workId AS workId, computer.accountId AS accountId, computer.sessionId AS sessionId, computer.device AS device, account.name AS name, account.phone AS phone
  FROM computer
  JOIN account ON account.id = computer.accountId
  JOIN session ON session.id = computer.sessionId
  JOIN role_grant ON role_grant.accountId = account.id AND role_grant.role = 'creator' AND role_grant.revokedAt IS NULL
  WHERE computer.ticketHash = ? AND computer.endedAt IS NULL AND computer.expiresAt > ? AND session.endedAt IS NULL AND session.expiresAt > ? AND account.isDisabled = 0`;

/** Who stands behind a computer's ticket: its owner, as a creator, on one work. */
@Injectable()
export class ComputerTickets implements ActorSource {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  async actorOf(ticket: string): Promise<Actor | null> {
    const now = this.clock.now();
    const [row] = await this.db.query<TicketRow>(HOLDER, [hashOf(ticket), now, now]);
    if (!row) return null;
    const { id, workId, ...person } = row;
    return { ...person, roles: ['creator'], unitIds: [], ticket: { id, workId } };
  }
}
