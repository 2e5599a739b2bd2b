import { Injectable } from '@nestjs/common';
import type { Actor, ActorSource } from './actor.js';

/** Begins every ticket, so that it is never taken for an access token. */
const PREFIX = 'ticket.';

/** Tickets of editing computers; the computer module answers for them. */
@Injectable()
export class Tickets implements ActorSource {
  private source: ActorSource | null = null;

  answerWith(source: ActorSource): void {
    this.source = source;
  }

  isTicket(bearer: string): boolean {
    return bearer.startsWith(PREFIX);
  }

  /** A secret as the bearer a computer sends. */
  bearerOf(secret: string): string {
    return PREFIX + secret;
  }

  async actorOf(bearer: string): Promise<Actor | null> {
    return this.source?.actorOf(bearer.slice(PREFIX.length)) ?? null;
  }
}
