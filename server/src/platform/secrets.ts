import { createCipheriv, createDecipheriv, createHmac, createSecretKey, hkdfSync, randomBytes, timingSafeEqual, type KeyObject } from 'node:crypto';
import { existsSync, linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { CannotStart, CONFIG, type Config } from './config.js';

const SHORTEST = 32;

/** Keys for one purpose each, all derived from KEPU_SECRET; none is ever written down. */
@Injectable()
export class Secrets {
  private readonly master: Buffer;

  constructor(@Inject(CONFIG) config: Config) {
    this.master = Buffer.from(config.KEPU_SECRET ?? demonstrationSecret(config.dataDir));
  }

  /** A key that serves this purpose only. */
  key(purpose: string): KeyObject {
    return createSecretKey(Buffer.from(hkdfSync('sha256', this.master, 'kepu', purpose, 32)));
  }

  /** Signature of a short text, safe in an address. */
  sign(purpose: string, text: string): string {
    return createHmac('sha256', this.key(purpose)).update(text).digest('base64url');
  }

  verifies(purpose: string, text: string, signature: string): boolean {
    const expected = Buffer.from(this.sign(purpose, text));
    const given = Buffer.from(signature);
    return expected.length === given.length && timingSafeEqual(expected, given);
  }

  /** Encrypts what must be readable again, such as the secret of a second factor. */
  seal(purpose: string, plain: string): string {
    const iv = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', this.key(purpose), iv);
    return Buffer.concat([iv, cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()]).toString('base64url');
  }

  unseal(purpose: string, sealed: string): string {
    const bytes = Buffer.from(sealed, 'base64url');
    const decipher = createDecipheriv('aes-256-gcm', this.key(purpose), bytes.subarray(0, 12));
    decipher.setAuthTag(bytes.subarray(-16));
    return Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()]).toString('utf8');
  }
}

/** The demonstration makes its own secret once and keeps it beside its data. */
function demonstrationSecret(dataDir: string): string {
  const path = join(dataDir, 'secret');
  if (!existsSync(path)) makeSecret(path);
  const secret = readFileSync(path, 'utf8');
  if (secret.trim().length < SHORTEST || new Set(secret).size < 12) {
    throw new CannotStart(`The secret in ${path} is empty or cut off, so anybody could sign in its place. Put back the file as it was, or delete it: a new one is made, and everybody logs in again.`);
  }
  return secret;
}

/** Written aside and then put into place: the file is there whole or not at all, and of two first starts one makes it. */
function makeSecret(path: string): void {
  const draft = `${path}.${randomBytes(6).toString('hex')}`;
  try {
    writeFileSync(draft, randomBytes(48).toString('base64'), { mode: 0o600, flush: true });
    place(draft, path);
  } finally {
    rmSync(draft, { force: true });
  }
}

function place(draft: string, path: string): void {
  try {
    linkSync(draft, path); // a rename would replace the secret of a start that was faster
  } catch {
    if (!existsSync(path)) renameSync(draft, path); // a file system without links
  }
}
