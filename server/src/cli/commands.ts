import type { INestApplicationContext } from '@nestjs/common';
import { preset2025 } from '@kepu/shared/campaign/preset-2025';
import { unitsOfInnerMongolia } from '@kepu/shared/campaign/units-inner-mongolia';
import { Invariants } from '../invariants/check.js';
import { verifyFiles } from '../invariants/verify-files.js';
import { Invitations } from '../modules/account/invitations.js';
import { Campaigns } from '../modules/campaign/campaigns.js';
import { UnreadableList } from '../modules/likeness/past-film-list.js';
import { PastFilms } from '../modules/likeness/past-films.js';
import { Units } from '../modules/campaign/units.js';
import { Bounces } from '../modules/package/bounces.js';
import { VARIABLES } from '../platform/config.js';
import { Database } from '../platform/database.js';
import { readBounceFrom, TAKEN } from './take-bounce.js';

export class UsageError extends Error {}

type Values = Record<string, string | boolean | (string | boolean)[] | undefined>;

interface Command {
  name: string;
  options: string;
  about: string;
  /** Returns the exit code. */
  run: (app: INestApplicationContext, values: Values, say: (line: string) => void) => Promise<number>;
}

function required(values: Values, name: string): string {
  const value = values[name];
  if (typeof value !== 'string' || value.trim() === '') throw new UsageError(`--${name}=… is missing.`);
  return value;
}

/** What an operator can do from a shell. */
export const COMMANDS: readonly Command[] = [
  {
    name: 'create-admin',
    options: '--name=NAME --phone=NUMBER [--role=admin|staff]',
    about: 'invite an administrator: prints a link that is valid once, for seven days',
    run: async (app, values, say) => {
      const role = values.role === 'staff' ? 'staff' : 'admin';
      const invitation = await app.get(Invitations).invite(null, { role, name: required(values, 'name'), phone: required(values, 'phone') });
      say(`Open this address and follow it; it works once, until ${new Date(invitation.expiresAt).toISOString()}:`);
      say(invitation.url);
      return 0;
    },
  },
  {
    name: 'seed',
    options: '',
    about: 'open the campaign of the 2025 notice with its units, where there is none yet',
    run: async (app, _values, say) => {
      const campaigns = app.get(Campaigns);
      const known = await campaigns.current().catch(() => null);
      if (known) {
        say(`There is a campaign already: ${known.config.title}.`);
        return 0;
      }
      const units = await app.get(Database).transaction(async () => {
        const id = await campaigns.open(preset2025, '由 2025 年通知预设生成');
        return app.get(Units).addAll(id, unitsOfInnerMongolia, preset2025);
      });
      say(`Opened ${preset2025.title} with ${units.length} recommending units.`);
      return 0;
    },
  },
  {
    name: 'check-invariants',
    options: '',
    about: 'look for states that must never exist; exit code 1 if there are any',
    run: async (app, _values, say) => {
      const violations = await app.get(Invariants).check();
      for (const { rule, sentence, ids } of violations) say(`${rule}: not so: ${sentence}: ${ids.join(', ')}`);
      if (violations.length === 0) say('All invariants hold.');
      return violations.length > 0 ? 1 : 0;
    },
  },
  {
    name: 'verify-files',
    options: '',
    about: 'hash every stored file and compare with its record; exit code 1 if any differs',
    run: async (app, _values, say) => ((await verifyFiles(app, say)) > 0 ? 1 : 0),
  },
  {
    name: 'add-past-films',
    options: '--folder=FOLDER --list=FILE.csv',
    about: 'keep the fingerprints of films of earlier years, so that works are compared with them (docs/past-films.md); exit code 1 if a line was not taken',
    run: async (app, values, say) => {
      const taken = app.get(PastFilms).addAll(required(values, 'folder'), required(values, 'list'), say);
      const { added, known, failed, alike } = await taken.catch((error: unknown) => {
        throw error instanceof UnreadableList ? new UsageError(error.message) : error;
      });
      say(`Added ${added}, known already ${known}, not taken ${failed}; films in this system that are like an added one: ${alike}.`);
      return failed > 0 ? 1 : 0;
    },
  },
  {
    name: 'take-bounce',
    options: '',
    about: 'read a returned mail from standard input and mark the mail it is about (docs/mail.md); what is no bounce of ours changes nothing',
    run: async (app, _values, say) => {
      say(TAKEN[await app.get(Bounces).take(await readBounceFrom(process.stdin), null)]);
      return 0;
    },
  },
  {
    name: 'settings',
    options: '',
    about: 'list every environment variable with its default',
    run: (_app, _values, say) => {
      for (const [name, { fallback, about }] of Object.entries(VARIABLES)) say(`${name.padEnd(22)} ${(fallback || '-').padEnd(28)} ${about}`);
      return Promise.resolve(0);
    },
  },
];
