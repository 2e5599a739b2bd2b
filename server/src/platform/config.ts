import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';

/** Why the program stops before it begins, in a sentence for the operator; no stack is shown with it. */
export class CannotStart extends Error {}

/** A wrong or missing setting: the start stops with these sentences. */
export class ConfigError extends CannotStart {
  constructor(readonly problems: string[]) {
    super(`The configuration is wrong:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
  }
}

type Read<T> = (raw: string) => T;

interface Variable<T> {
  fallback: string;
  /** One sentence for the operator: what it is for. Also the table of docs/configuration.md. */
  about: string;
  read: Read<T>;
  secret?: boolean;
}

const text: Read<string> = (raw) => raw;
const optional: Read<string | null> = (raw) => (raw === '' ? null : raw);
const oneOf = <const T extends string>(...values: T[]): Read<T> => (raw) => {
  const found = values.find((value) => value === raw);
  if (found === undefined) throw new Error(`must be one of ${values.filter(Boolean).join(', ')}`);
  return found;
};
const whole = (from: number, to: number): Read<number> => (raw) => {
  const value = Number(raw);
  if (!Number.isInteger(value) || value < from || value > to) throw new Error(`must be a whole number from ${from} to ${to}`);
  return value;
};
const webAddress: Read<string> = (raw) => {
  const url = URL.canParse(raw) ? new URL(raw) : null;
  if (!url || !/^https?:$/u.test(url.protocol)) throw new Error('must be an http:// or https:// address');
  return raw.replace(/\/$/u, '');
};
const optionalAddress: Read<string | null> = (raw) => (raw === '' ? null : webAddress(raw));
const databaseUrl: Read<string | null> = (raw) => {
  if (raw === '' || /^(?:mysql|mariadb):\/\/.+\/.+/u.test(raw)) return raw === '' ? null : raw;
  if (/^sqlite:.+/u.test(raw)) return raw;
  throw new Error('must be mysql://user:password@host:3306/name or sqlite:path/to/file');
};

const smtpUrl: Read<string | null> = (raw) => {
  if (raw === '' || /^smtps?:\/\/\S+$/u.test(raw)) return raw === '' ? null : raw;
  throw new Error('must be smtp://… or smtps://user:password@host:port');
};
const hostPorts: Read<string[]> = (raw) => {
  const entries = raw.toLowerCase().split(',').map((entry) => entry.trim()).filter(Boolean);
  if (entries.some((entry) => !/^[^\s:]+:\d{1,5}$/u.test(entry))) throw new Error('must be host:port, separated by commas');
  return entries;
};

/** Every environment variable the server reads, once. */
export const VARIABLES = {
  KEPU_MODE: { fallback: '', about: 'demonstration (sample accounts and works, one-tap login) or production; default: production when NODE_ENV=production, otherwise demonstration, which then refuses settings of production and a database that was not made as a demonstration.', read: oneOf('', 'demonstration', 'production') },
  PORT: { fallback: '3000', about: 'Port everything is served on.', read: whole(0, 65_535) },
  HOST: { fallback: '127.0.0.1', about: 'Address to listen on; 0.0.0.0 lets other machines in.', read: text },
  KEPU_PUBLIC_URL: { fallback: '', about: 'Address people reach the system under, for links and QR codes; default: http://localhost:PORT.', read: optionalAddress },
  KEPU_DATA_DIR: { fallback: './data', about: 'Folder of the SQLite database and the stored files.', read: text },
  DATABASE_URL: { fallback: '', about: 'mysql://user:password@host:3306/name for MySQL or MariaDB; default: an SQLite file in the data folder.', read: databaseUrl, secret: true },
  KEPU_SECRET: { fallback: '', about: 'At least 32 random characters that sign sessions and links; required in production, made and kept in the data folder otherwise.', read: optional, secret: true },
  KEPU_TRUST_PROXY: { fallback: '0', about: 'How many reverse proxies stand in front, so that client addresses are read from X-Forwarded-For.', read: whole(0, 10) },
  KEPU_LOG_LEVEL: { fallback: 'info', about: 'Least important log line that is written.', read: oneOf('debug', 'info', 'warn', 'error', 'silent') },
  FFMPEG_PATH: { fallback: '', about: 'ffmpeg 5 or newer; default: the one on PATH.', read: optional },
  FFPROBE_PATH: { fallback: '', about: 'ffprobe 5 or newer; default: the one on PATH.', read: optional },
  KEPU_INSPECTIONS: { fallback: '1', about: 'Films inspected at once on this machine, all processes together. 0 disables inspection here (use `npm run worker`).', read: whole(0, 16) },
  KEPU_UPLOAD_DAYS: { fallback: '7', about: 'Days after which an upload that nobody continues is cleared away.', read: whole(1, 60) },
  KEPU_MIN_FREE_MB: { fallback: '1024', about: 'Megabytes of disk that uploads must leave free.', read: whole(0, 1_000_000) },
  KEPU_REQUESTS_PER_ACCOUNT: { fallback: '600', about: 'Requests a signed-in account may send in a minute; parts of uploads and of films are counted apart, five times as many.', read: whole(60, 1_000_000) },
  KEPU_REQUESTS_PER_ADDRESS: { fallback: '1200', about: 'Requests an address may send in a minute without being signed in; a whole office, or a phone network, may share one address.', read: whole(60, 1_000_000) },
  KEPU_WECHAT_APP_ID: { fallback: '', about: 'App id of the WeChat mini-program; without it the WeChat login is not offered (the demonstration uses a fake WeChat server).', read: optional },
  KEPU_WECHAT_SECRET: { fallback: '', about: 'App secret of the WeChat mini-program.', read: optional, secret: true },
  KEPU_WECHAT_API: { fallback: 'https://api.weixin.qq.com', about: 'Base address of WeChat\'s server API.', read: webAddress },
  KEPU_SMS_SECRET_ID: { fallback: '', about: 'Tencent Cloud SMS: secret id; without it no text messages are sent (production then refuses to start).', read: optional, secret: true },
  KEPU_SMS_SECRET_KEY: { fallback: '', about: 'Tencent Cloud SMS: secret key.', read: optional, secret: true },
  KEPU_SMS_APP_ID: { fallback: '', about: 'Tencent Cloud SMS: application id (SmsSdkAppId).', read: optional },
  KEPU_SMS_SIGN: { fallback: '', about: 'Tencent Cloud SMS: approved signature.', read: optional },
  KEPU_SMS_TEMPLATE: { fallback: '', about: 'Tencent Cloud SMS: template id of the login code; its parameters are the code and the minutes it is valid.', read: optional },
  KEPU_SMTP_URL: { fallback: '', about: 'Mail server that sends hand-over messages, smtps://user:password@host:465 or smtp://host:587; without it people download a draft and send it themselves.', read: smtpUrl, secret: true },
  KEPU_MAIL_FROM: { fallback: '', about: 'Sender of mails, name <address>; needed with KEPU_SMTP_URL.', read: optional },
  KEPU_INTRANET_MAIL: { fallback: '', about: 'Mail servers inside the network that a unit may set as its own, host:port separated by commas; every other one must have a public address and port 465, 587 or 25.', read: hostPorts },
  KEPU_SMS_API: { fallback: 'https://sms.tencentcloudapi.com', about: 'Base address of the SMS service.', read: webAddress },
} as const satisfies Record<string, Variable<unknown>>;

type Values = { [K in keyof typeof VARIABLES]: ReturnType<(typeof VARIABLES)[K]['read']> };

export interface Config extends Omit<Values, 'KEPU_MODE' | 'KEPU_PUBLIC_URL' | 'DATABASE_URL'> {
  isDemonstration: boolean;
  publicUrl: string;
  dataDir: string;
  databaseUrl: string;
}

/** Token to inject the configuration by. */
export const CONFIG = Symbol('config');

const SMS_NAMES = ['KEPU_SMS_SECRET_ID', 'KEPU_SMS_SECRET_KEY', 'KEPU_SMS_APP_ID', 'KEPU_SMS_SIGN', 'KEPU_SMS_TEMPLATE'] as const;
/** What sends to real people. */
const SENDER_NAMES = [...SMS_NAMES, 'KEPU_WECHAT_SECRET', 'KEPU_SMTP_URL'] as const;

const KNOWN_WEAK = /^(.)\1*$|changeme|secret|password|123456|kepu/iu;

/** Reads all variables at once and reports everything that is wrong with them, not the first thing. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const problems: string[] = [];
  const values = {} as Record<string, unknown>;
  for (const [name, variable] of Object.entries(VARIABLES)) {
    try {
      values[name] = variable.read(env[name]?.trim() ?? variable.fallback);
    } catch (error) {
      problems.push(`${name} ${(error as Error).message}.`);
    }
  }
  if (problems.length > 0) throw new ConfigError(problems);
  const read = values as unknown as Values;
  if (read.KEPU_SMTP_URL && !read.KEPU_MAIL_FROM) problems.push('KEPU_MAIL_FROM must be set with KEPU_SMTP_URL.');
  const isDemonstration = read.KEPU_MODE === 'demonstration' || (read.KEPU_MODE === '' && env.NODE_ENV !== 'production');
  problems.push(...(isDemonstration ? slipProblems(read) : productionProblems(read)));
  if (problems.length > 0) throw new ConfigError(problems);
  const dataDir = resolve(read.KEPU_DATA_DIR);
  mkdirSync(dataDir, { recursive: true });
  return {
    ...read,
    isDemonstration,
    dataDir,
    publicUrl: read.KEPU_PUBLIC_URL ?? `http://localhost:${read.PORT}`,
    databaseUrl: read.DATABASE_URL ?? `sqlite:${resolve(dataDir, 'kepu.sqlite')}`,
  };
}

/** A production machine whose mode was forgotten: nobody sets these for a demonstration without saying that it is one. */
function slipProblems(read: Values): string[] {
  if (read.KEPU_MODE === 'demonstration') return [];
  const signs = SENDER_NAMES.filter((name) => read[name]).map((name) => `${name} is set`);
  if (read.KEPU_PUBLIC_URL?.startsWith('https:')) signs.push('KEPU_PUBLIC_URL is an https:// address');
  if (signs.length === 0) return [];
  return [`This looks like production (${signs.join(', ')}), but the mode was not said: set NODE_ENV=production, or KEPU_MODE=demonstration if it is a demonstration, in which anybody may log in as anybody.`];
}

/** What production refuses: secrets that are missing, short or known, and senders that cannot send. */
function productionProblems(read: Values): string[] {
  const problems: string[] = [];
  const secret = read.KEPU_SECRET ?? '';
  if (secret.length < 32) problems.push('KEPU_SECRET must be set to at least 32 random characters in production.');
  else if (KNOWN_WEAK.test(secret) || new Set(secret).size < 12) problems.push('KEPU_SECRET is too easy to guess; use for example the output of: openssl rand -base64 48');
  if (!read.KEPU_PUBLIC_URL) problems.push('KEPU_PUBLIC_URL must be set in production: links and QR codes lead there.');
  for (const name of SMS_NAMES) if (!read[name]) problems.push(`${name} must be set in production: people log in by text message.`);
  if (read.KEPU_WECHAT_APP_ID && !read.KEPU_WECHAT_SECRET) problems.push('KEPU_WECHAT_SECRET must be set with KEPU_WECHAT_APP_ID.');
  return problems;
}
