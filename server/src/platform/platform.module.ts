import { Global, Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE, DiscoveryModule } from '@nestjs/core';
import { getDataSourceToken, TypeOrmModule } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { AccessGuard } from './access/access.guard.js';
import { RouteCheck } from './access/route-check.js';
import { Subjects } from './access/subjects.js';
import { Tickets } from './access/tickets.js';
import { Audit } from './audit/audit.js';
import { Clock } from './clock.js';
import { CannotStart, CONFIG, type Config } from './config.js';
import { databaseOptions } from './database-options.js';
import { Database } from './database.js';
import { Leaving } from './http/leaving.js';
import { ProblemFilter } from './http/problem.filter.js';
import { validation } from './http/validation.js';
import { WorkAnswerInterceptor, WorkAnswers } from './http/work-answers.js';
import { JobWorker } from './jobs/job-worker.js';
import { Jobs } from './jobs/jobs.js';
import { LOG, type Log } from './log.js';
import { Secrets } from './secrets.js';
import { Storage } from './storage.js';
import { refuseOtherTables } from './tables/table-check.js';
import { RequestRate } from './throttle/request-rate.js';
import { Throttle } from './throttle/throttle.js';

/** What every capability stands on. */
@Global()
@Module({})
export class PlatformModule {
  static with(config: Config, log: Log, clock: Clock): DynamicModule {
    const services = [Leaving, Secrets, Storage, Throttle, RequestRate, Audit, Jobs, JobWorker, Subjects, Tickets, RouteCheck, WorkAnswers, WorkAnswerInterceptor];
    return {
      module: PlatformModule,
      imports: [DiscoveryModule, TypeOrmModule.forRootAsync({ useFactory: async () => ({ ...(await databaseOptions(config.databaseUrl, true)), retryAttempts: 0 }) })],
      providers: [
        ...services,
        { provide: Clock, useValue: clock },
        { provide: CONFIG, useValue: config },
        { provide: LOG, useValue: log },
        { provide: Database, inject: [getDataSourceToken()], useFactory: openDatabase },
        { provide: APP_GUARD, useExisting: AccessGuard },
        AccessGuard,
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_PIPE, useValue: validation },
      ],
      exports: [...services, Clock, CONFIG, LOG, Database, AccessGuard],
    };
  }
}

/** A database that lacks a migration, or is not what the migrations make, stops the start: the operator decides when the tables change. */
async function openDatabase(dataSource: DataSource): Promise<Database> {
  if (await dataSource.showMigrations()) throw new CannotStart('The tables of the database are missing or out of date: run `npm run console -- migrate` first.');
  await refuseOtherTables(dataSource);
  return new Database(dataSource).open();
}
