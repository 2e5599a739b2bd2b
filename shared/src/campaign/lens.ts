import { ruleMode } from '../inspection/rule-modes.js';
import type { CheckId } from '../rules/rule-ids.js';
import { placesDrawnSignature, type CampaignConfig, type RuleMode } from './config.js';

/** One value of the configuration: how to read it, and the configuration with another one in its place. */
export interface Lens<T> {
  read: (config: CampaignConfig) => T;
  write: (config: CampaignConfig, value: T) => CampaignConfig;
}

export function at<K extends keyof CampaignConfig>(key: K): Lens<CampaignConfig[K]> {
  return { read: (config) => config[key], write: (config, value) => ({ ...config, [key]: value }) };
}

/** Keys whose value is an object of its own. */
type Group = 'workWindow' | 'organiser' | 'film' | 'limits' | 'broadcast' | 'identity' | 'awards' | 'handOver' | 'hints' | 'overrides';

export function within<K extends Group, L extends keyof CampaignConfig[K]>(key: K, inner: L): Lens<CampaignConfig[K][L]> {
  return { read: (config) => config[key][inner], write: (config, value) => ({ ...config, [key]: { ...config[key], [inner]: value } }) };
}

/** A text anywhere in the configuration, by the keys that lead to it. */
export function textAt(...keys: (string | number)[]): Lens<string> {
  return {
    read: (config) => {
      const found = keys.reduce<unknown>((value, key) => (isGroup(value) ? value[key] : undefined), config);
      return typeof found === 'string' || typeof found === 'number' ? String(found) : '';
    },
    write: (config, text) => put(config, keys, text),
  };
}

function isGroup(value: unknown): value is Record<string | number, unknown> {
  return typeof value === 'object' && value !== null;
}

/** The same with a text in place of the one these keys lead to. */
function put(config: CampaignConfig, keys: readonly (string | number)[], text: string): CampaignConfig {
  const copy = JSON.parse(JSON.stringify(config)) as CampaignConfig;
  const place = keys.slice(0, -1).reduce<unknown>((value, key) => (isGroup(value) ? value[key] : undefined), copy);
  const last = keys.at(-1);
  if (isGroup(place) && last !== undefined) place[last] = text;
  return copy;
}

/** Quota of one of the call's unit types, by its place in the list. */
export function quotaOf(index: number): Lens<number> {
  return {
    read: (config) => config.unitTypes[index]?.quota ?? 0,
    write: (config, quota) => ({ ...config, unitTypes: config.unitTypes.map((type, place) => (place === index ? { ...type, quota } : type)) }),
  };
}

/** Slots added for leagues with listed areas; none where the call knows no such areas. */
export const bonusSlots: Lens<number> = {
  read: (config) => config.bonus?.slots ?? 0,
  write: (config, slots) => ({ ...config, bonus: config.bonus && { ...config.bonus, slots } }),
};

export const bonusMode: Lens<string> = {
  read: (config) => config.bonus?.mode ?? 'reserved',
  write: (config, mode) => ({ ...config, bonus: config.bonus && { ...config.bonus, mode: mode === 'open' ? 'open' : 'reserved' } }),
};

export const MB = 1_000_000;
export const MIB = 1_048_576;

/** 兆 read leniently at both ends: the lower bound counts millions of bytes, the upper one 2^20. */
export const smallestFilm: Lens<number | null> = sizeLens('minBytes', MB);
export const largestFilm: Lens<number | null> = sizeLens('maxBytes', MIB);

function sizeLens(bound: 'minBytes' | 'maxBytes', unit: number): Lens<number | null> {
  return {
    read: ({ film }) => (film[bound] === null ? null : Math.round((film[bound] / unit) * 10) / 10),
    write: (config, size) => {
      const film = { ...config.film, [bound]: size === null ? null : Math.round(size * unit) };
      return { ...config, film: { ...film, sizeWording: sayBounds(film.minBytes, film.maxBytes) } };
    },
  };
}

/** What findings quote as the required size: `100–300兆`. */
function sayBounds(minBytes: number | null, maxBytes: number | null): string {
  const [low, high] = [minBytes === null ? null : minBytes / MB, maxBytes === null ? null : maxBytes / MIB].map((size) => (size === null ? null : String(Math.round(size * 10) / 10)));
  if (low && high) return `${low}–${high}兆`;
  if (low) return `${low}兆以上`;
  return high ? `${high}兆以内` : '不限';
}

/** 16:9, or no shape asked for. */
export const aspect: Lens<string> = {
  read: ({ film }) => (film.aspect ? `${film.aspect.width}:${film.aspect.height}` : 'any'),
  write: (config, shape) => {
    const [width = 16, height = 9] = shape.split(':').map(Number);
    return { ...config, film: { ...config.film, aspect: shape === 'any' ? null : { width, height, tolerance: config.film.aspect?.tolerance ?? 0.005 } } };
  },
};

/** How one check acts; what it does unless it is named stays unnamed. */
export function modeOf(check: CheckId): Lens<string> {
  return {
    read: (config) => ruleMode(config, check),
    write: (config, mode) => {
      const wanted = asMode(mode);
      return wanted === ruleMode(config, check) ? config : { ...config, ruleModes: { ...config.ruleModes, [check]: wanted } };
    },
  };
}

export const asMode = (value: string): RuleMode => (value === 'warn' || value === 'off' ? value : 'block');

/** Seconds on the screen, milliseconds in the configuration. */
export function seconds(lens: Lens<number>): Lens<number> {
  return { read: (config) => Math.round(lens.read(config) / 100) / 10, write: (config, value) => lens.write(config, Math.round(value * 1000)) };
}

/** Percent on the screen, a share in the configuration; always asked for. */
export function wholePercent(lens: Lens<number>): Lens<number> {
  return { read: (config) => Math.round(lens.read(config) * 1000) / 10, write: (config, value) => lens.write(config, value / 100) };
}

export function flag(lens: Lens<boolean>): Lens<string> {
  return { read: (config) => (lens.read(config) ? 'yes' : 'no'), write: (config, value) => lens.write(config, value === 'yes') };
}

/** The drawn signature on the electronic form: there unless the call says otherwise. */
export const drawnSignature: Lens<string> = {
  read: (config) => (placesDrawnSignature(config) ? 'placed' : 'blank'),
  write: (config, value) => ({ ...config, drawnSignature: value === 'placed' }),
};

/** A share as a percentage. */
export function percent(lens: Lens<number | null>): Lens<number | null> {
  return {
    read: (config) => {
      const share = lens.read(config);
      return share === null ? null : Math.round(share * 1000) / 10;
    },
    write: (config, value) => lens.write(config, value === null ? null : value / 100),
  };
}
