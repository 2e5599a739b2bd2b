import { Injectable, UseInterceptors, type CallHandler, type ExecutionContext, type NestInterceptor, type OnApplicationBootstrap } from '@nestjs/common';
import { mergeMap, type Observable } from 'rxjs';
import type { Actor, ActorRequest } from '../access/actor.js';
import { Refusal } from '../refusal.js';

type Answer = (actor: Actor, workId: string) => Promise<unknown>;

/** How a work is shown to somebody. The module that puts it together says so once, as modules say whose an object is. */
@Injectable()
export class WorkAnswers implements OnApplicationBootstrap {
  private answer: Answer | null = null;

  register(answer: Answer): void {
    if (this.answer) throw new Error('two modules answer with the work');
    this.answer = answer;
  }

  onApplicationBootstrap(): void {
    if (!this.answer) throw new Error('no module answers with the work');
  }

  async of(actor: Actor, workId: string): Promise<unknown> {
    if (!this.answer) throw new Error('no module answers with the work');
    return this.answer(actor, workId);
  }
}

@Injectable()
export class WorkAnswerInterceptor implements NestInterceptor<unknown> {
  constructor(private readonly answers: WorkAnswers) {}

  intercept(context: ExecutionContext, next: CallHandler<unknown>): Observable<unknown> {
    const { actor, params } = context.switchToHttp().getRequest<ActorRequest>();
    if (!actor) throw new Refusal({ code: 'NOT_LOGGED_IN' });
    return next.handle().pipe(mergeMap((made) => this.answers.of(actor, String(params.workId ?? made))));
  }
}

/**
 * The route answers with the work as it is after the deed, for whoever did it: a phone on a bad network needs no second
 * call. The handler returns nothing; where the address names no work, the id of the one it made.
 */
export const AnswersWithWork = () => UseInterceptors(WorkAnswerInterceptor);
