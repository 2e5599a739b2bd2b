import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { ownScopeRoles, scopeOf, type Action } from '@kepu/shared/domain/roles';
import { trace } from '../log.js';
import { Refusal } from '../refusal.js';
import { ACTORS, type Actor, type ActorRequest, type ActorSource } from './actor.js';
import { ACCESS, type Access } from './can.js';
import { owns, Subjects } from './subjects.js';

/** Deny by default: role and ownership of every request, in this one place. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly subjects: Subjects,
    @Inject(ACTORS) private readonly actors: ActorSource,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const access = this.reflector.getAllAndOverride<Access | undefined>(ACCESS, [context.getHandler(), context.getClass()]);
    if (!access) throw new Refusal({ code: 'NOT_ALLOWED' });
    if (access.kind === 'public') return true;
    const request = context.switchToHttp().getRequest<ActorRequest>();
    request.actor = await this.authenticate(request.headers.authorization);
    await this.authorise(request.actor, access.action, request.params as Record<string, string>);
    return true;
  }

  /** The actor of an Authorization header, or a refusal. Also used where requests do not pass a controller. */
  async authenticate(header: string | undefined): Promise<Actor> {
    const token = /^Bearer (\S+)$/u.exec(header ?? '')?.[1];
    if (!token) throw new Refusal({ code: 'NOT_LOGGED_IN' });
    const actor = await this.actors.actorOf(token);
    if (!actor) throw new Refusal({ code: 'SESSION_ENDED' });
    const current = trace.getStore();
    if (current) current.accountId = actor.accountId;
    return actor;
  }

  /** Refuses unless a role of the actor allows the action on every object named in the path. */
  async authorise(actor: Actor, action: Action, parameters: Record<string, string>): Promise<void> {
    const scope = scopeOf(actor.roles, action);
    if (scope === null) throw new Refusal({ code: 'NOT_ALLOWED' });
    for (const [parameter, id] of Object.entries(parameters)) {
      if (!this.subjects.knows(parameter)) continue;
      const ownership = await this.subjects.ownershipOf(parameter, id);
      // What is not yours looks exactly like what is not there.
      if (!ownership) throw new Refusal({ code: 'NOT_FOUND' });
      if (scope === 'own' && !owns(actor, ownScopeRoles(actor.roles, action), ownership)) throw new Refusal({ code: 'NOT_FOUND' });
    }
  }
}
