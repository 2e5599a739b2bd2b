import { dayOf, sayClock, sayDay, sayDeadline, sayTimecode, type Day, type Instant } from '../time.js';
import type { CampaignConfig } from './config.js';
import type { Lens } from './lens.js';

/** An opening at midnight is 00:00 of its day; a closing at midnight is 24:00 of the day before. */
export type InstantKind = 'opening' | 'closing';

/** How a setting is shown and changed; the lens says which value of the configuration it is. */
export type Control =
  | { kind: 'text'; lens: Lens<string>; max: number; isLong?: boolean }
  | { kind: 'number'; lens: Lens<number>; min: number; max: number; unit: string }
  | { kind: 'bound'; lens: Lens<number | null>; min: number; max: number; unit: string }
  | { kind: 'length'; lens: Lens<number | null> }
  | { kind: 'instant'; lens: Lens<Instant>; of: InstantKind }
  | { kind: 'optionalInstant'; lens: Lens<Instant | null>; otherwise: string }
  | { kind: 'day'; lens: Lens<Day> }
  | { kind: 'choice'; lens: Lens<string>; options: { value: string; label: string }[] };

export interface Setting {
  /** As `configProblems` names it: `film.minBytes`. */
  path: string;
  label: string;
  control: Control;
}

/** The value of a setting in words, for before and after. */
export function sayValue({ control }: Setting, config: CampaignConfig): string {
  switch (control.kind) {
    case 'text':
      return control.lens.read(config);
    case 'number':
      return `${control.lens.read(config)} ${control.unit}`;
    case 'bound': {
      const value = control.lens.read(config);
      return value === null ? '不限' : `${value} ${control.unit}`;
    }
    case 'length': {
      const value = control.lens.read(config);
      return value === null ? '不限' : sayTimecode(value);
    }
    case 'instant': {
      const value = control.lens.read(config);
      return control.of === 'closing' ? sayDeadline(value) : `${sayDay(dayOf(value))} ${sayClock(value)}`;
    }
    case 'optionalInstant': {
      const value = control.lens.read(config);
      return value === null ? control.otherwise : sayDeadline(value);
    }
    case 'day':
      return sayDay(control.lens.read(config));
    case 'choice': {
      const value = control.lens.read(config);
      return control.options.find((option) => option.value === value)?.label ?? value;
    }
  }
}

/** The configuration `to` with one setting taken from `from`. */
export function takeOver({ control }: Setting, from: CampaignConfig, to: CampaignConfig): CampaignConfig {
  // One case a type: a lens can only write what a lens of its own type has read.
  switch (control.kind) {
    case 'text':
    case 'choice':
    case 'day':
      return control.lens.write(to, control.lens.read(from));
    case 'number':
    case 'instant':
      return control.lens.write(to, control.lens.read(from));
    case 'bound':
    case 'length':
    case 'optionalInstant':
      return control.lens.write(to, control.lens.read(from));
  }
}

export function isChanged(setting: Setting, before: CampaignConfig, after: CampaignConfig): boolean {
  return setting.control.lens.read(before) !== setting.control.lens.read(after);
}

export interface SettingChange {
  label: string;
  before: string;
  after: string;
}

/** Every setting that differs, in words on both sides. */
export function settingChanges(settings: readonly Setting[], before: CampaignConfig, after: CampaignConfig): SettingChange[] {
  return settings.filter((setting) => isChanged(setting, before, after)).map((setting) => ({ label: setting.label, before: sayValue(setting, before), after: sayValue(setting, after) }));
}

export interface Rebase {
  /** The newer configuration with my changes on top of it. */
  config: CampaignConfig;
  /** Settings both of us changed, to different values. */
  clashes: Setting[];
}

/** Puts my changes of an older configuration onto a newer one; where both changed the same, mine stand until somebody chooses. */
export function rebase(settings: readonly Setting[], base: CampaignConfig, mine: CampaignConfig, theirs: CampaignConfig): Rebase {
  const changed = settings.filter((setting) => isChanged(setting, base, mine));
  return {
    config: changed.reduce((config, setting) => takeOver(setting, mine, config), theirs),
    clashes: changed.filter((setting) => isChanged(setting, base, theirs) && isChanged(setting, mine, theirs)),
  };
}
