import type { Server } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { Injectable, type BeforeApplicationShutdown, type OnModuleDestroy } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';

/** So long those who are being answered may take; then uploads and films under way are cut, and go on elsewhere. */
const DRAIN_MS = 4_000;
/** So long a request that was cut may take to put down what it has. */
const CUT_MS = 700;
const LOOK_MS = 50;

/**
 * The end of a server that still has people before it: it goes on answering, says with every answer that the connection
 * ends there, and stops listening only when nobody is left or the time is over.
 */
@Injectable()
export class Leaving implements OnModuleDestroy, BeforeApplicationShutdown {
  private readonly underWay = new Set<Response>();
  private server: Server | null = null;
  private leaving = false;

  get isLeaving(): boolean {
    return this.leaving;
  }

  attach(server: Server): void {
    this.server = server;
  }

  readonly follow = (_request: Request, response: Response, next: NextFunction): void => {
    this.underWay.add(response);
    response.once('close', () => this.underWay.delete(response));
    if (this.leaving) sayLast(response);
    next();
  };

  onModuleDestroy(): void {
    this.leaving = true;
    for (const response of this.underWay) sayLast(response);
    // Once: a connection that comes now has not said anything yet, and would count as idle too. Answers end their own.
    this.server?.closeIdleConnections();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.settled(DRAIN_MS);
    this.server?.closeAllConnections();
    await this.settled(CUT_MS);
  }

  private async settled(limit: number): Promise<void> {
    for (const until = Date.now() + limit; ; ) {
      if (this.underWay.size === 0 || Date.now() >= until) return;
      await wait(LOOK_MS);
    }
  }
}

function sayLast(response: Response): void {
  if (!response.headersSent) response.setHeader('Connection', 'close');
}
