import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { COMPUTER_ACTIONS, scopesOf, type Action } from '@kepu/shared/domain/roles';
import type { Request } from 'express';
import { trace } from '../log.js';
import { Refusal } from '../refusal.js';
import { RequestRate, type Counted } from '../throttle/request-rate.js';
import { ACTORS, type Actor, type ActorRequest, type ActorSource } from './actor.js';
import { ACCESS, type Access } from './can.js';
import { Subjects } from './subjects.js';
import { Tickets } from './tickets.js';

/** Deny by default: role and ownership of every request, in this one place. Counts it too, since only here it is known whose it is. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly subjects: Subjects,
    private readonly rate: RequestRate,
    private readonly tickets: Tickets,
    @Inject(ACTORS) private readonly actors: ActorSource,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const access = this.reflector.getAllAndOverride<Access | undefined>(ACCESS, [context.getHandler(), context.getClass()]);
    if (!access) throw new Refusal({ code: 'NOT_ALLOWED' });
    const request = context.switchToHttp().getRequest<ActorRequest>();
    if (access.kind === 'public') {
      if (access.isCounted) this.rate.countAddress(request.ip);
      return true;
    }
    request.actor = await this.authenticate(request);
    await this.authorise(request.actor, access.action, request.params as Record<string, string>);
    return true;
  }

  /** Whose request it is, or a refusal; counted either way. Also used where requests do not pass a controller. */
  async authenticate(request: Request, counted: Counted = 'account'): Promise<Actor> {
    const token = /^Bearer (\S+)$/u.exec(request.headers.authorization ?? '')?.[1];
    const actor = token ? await (this.tickets.isTicket(token) ? this.tickets : this.actors).actorOf(token) : null;
    if (!actor) {
      this.rate.countAddress(request.ip);
      throw new Refusal({ code: token ? 'SESSION_ENDED' : 'NOT_LOGGED_IN' });
    }
    this.rate.count(counted, actor.accountId);
    const current = trace.getStore();
    if (current) current.accountId = actor.accountId;
    return actor;
  }

  /** Refuses unless a role of the actor allows the action on every object named in the path. */
  async authorise(actor: Actor, action: Action, parameters: Record<string, string>): Promise<void> {
    if (actor.ticket) refuseBeyondTicket(actor.ticket, action, parameters);
    const scopes = scopesOf(actor.roles, action);
    if (scopes.length === 0) throw new Refusal({ code: 'NOT_ALLOWED' });
    for (const [parameter, id] of Object.entries(parameters)) {
      if (!this.subjects.knows(parameter)) continue;
      if (!(await this.subjects.isOpenTo(actor, parameter, id, scopes))) throw new Refusal({ code: 'NOT_FOUND' });
    }
  }
}

/** A ticket is good where the work it was given for is named, and nowhere else. */
function refuseBeyondTicket(ticket: { workId: string }, action: Action, parameters: Record<string, string>): void {
  if (!COMPUTER_ACTIONS.includes(action)) throw new Refusal({ code: 'NOT_ALLOWED' });
  if (parameters.workId !== ticket.workId) throw new Refusal({ code: 'NOT_FOUND' });
}
