import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Role } from '@kepu/shared/domain/roles';
import type { Request } from 'express';
import { Refusal } from '../refusal.js';

/** The person behind a request: who, in which roles, for which units, on which device. */
export interface Actor {
  accountId: string;
  sessionId: string;
  name: string | null;
  phone: string;
  roles: Role[];
  /** Units the person recommends for, in no order: for which of them somebody acts, the work or the address says. */
  unitIds: string[];
  device: string;
  /** A computer let in by its owner's phone, not a log-in: may do COMPUTER_ACTIONS on this work, nothing else. */
  ticket?: { id: string; workId: string };
}

export interface ActorRequest extends Request {
  actor?: Actor;
}

/** How the guard learns who holds a token; the account module answers. */
export interface ActorSource {
  /** The actor of a valid access token, or null. */
  actorOf(accessToken: string): Promise<Actor | null>;
}

export const ACTORS = Symbol('actors');

/** The logged-in person, in a controller's parameters. */
export const CurrentActor = createParamDecorator((_data: unknown, context: ExecutionContext): Actor => {
  const { actor } = context.switchToHttp().getRequest<ActorRequest>();
  if (!actor) throw new Refusal({ code: 'NOT_LOGGED_IN' });
  return actor;
});

export function displayName(actor: Pick<Actor, 'name' | 'phone'>): string {
  return actor.name ?? `用户${actor.phone.slice(-4)}`;
}
