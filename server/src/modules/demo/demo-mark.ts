import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock.js';
import { CannotStart } from '../../platform/config.js';
import { Database, isDuplicate } from '../../platform/database.js';
import { InstallationFact } from '../../platform/installation.entity.js';
import { hasEnded, SELF } from '../../platform/process-name.js';

/** The name of the fact that makes a database a demonstration. */
export const DEMONSTRATION = 'demonstration';
const SOWN = 'sown';
/** Why the demonstration's campaign was opened. Demonstrations older than the mark are recognised by it: nothing else writes it. */
export const OPENED_BY_DEMONSTRATION = '演示征集：由 2025 年通知预设生成，日期顺延到现在';

/** The mark that a database is a demonstration: set before the first row of it, so that no other database ever carries it. */
@Injectable()
export class DemoMark {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** `half`: a start was stopped while it was sowing. */
  async read(): Promise<'none' | 'half' | 'sown'> {
    const fact = await this.fact();
    if (!fact) return 'none';
    return fact.value === SOWN ? 'sown' : 'half';
  }

  /** Says that this process is sowing; refuses where another one still is. */
  async begin(): Promise<void> {
    const earlier = await this.fact();
    if (earlier && !hasEnded(earlier.value)) throw anotherSows();
    const isOurs = await this.db.transaction(async () => {
      if (!earlier) return this.db.write(InstallationFact).insert({ name: DEMONSTRATION, value: SELF, at: this.clock.now() }).then(() => true);
      return (await this.db.write(InstallationFact).update({ name: DEMONSTRATION, value: earlier.value }, { value: SELF, at: this.clock.now() })).affected === 1;
    }).catch((error: unknown) => {
      if (isDuplicate(error)) return false;
      throw error;
    });
    if (!isOurs) throw anotherSows();
  }

  async end(): Promise<void> {
    await this.db.transaction(() => this.db.write(InstallationFact).save({ name: DEMONSTRATION, value: SOWN, at: this.clock.now() }));
  }

  /** Empties every table but that of the mark. */
  async clearAllElse(): Promise<void> {
    await this.db.transaction(async () => {
      for (const entity of this.db.entities()) if (entity !== InstallationFact) await this.db.write(entity).deleteAll();
    });
  }

  private fact(): Promise<InstallationFact | null> {
    return this.db.read(InstallationFact).findOneBy({ name: DEMONSTRATION });
  }
}

const anotherSows = () => new CannotStart('Another process is preparing this demonstration: wait until it is ready, then start again.');
