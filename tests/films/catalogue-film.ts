import type { RuleId } from '@kepu/shared/rules/rule-ids';
import type { FilmRecipe } from './recipe.js';

/** A file somebody might upload, and what the machine has to say about it. */
export interface CatalogueFilm {
  /** What it is, in a few words; also its name on the command line. */
  name: string;
  file: FilmRecipe | { text: string };
  /** The rules it breaks, in the order they are read. */
  breaks: RuleId[];
  /** Checks that point a person at something, as `V2.bars`. */
  looks?: string[];
  /** Rules and checks it breaks without the machine seeing it. */
  missed?: string[];
  /** What a finding measured, by rule, where the words matter. */
  measured?: Partial<Record<RuleId, string>>;
  /** What a check that points measured, where the words matter. */
  seen?: Record<string, string>;
  /** Rules that cannot be checked on it, which is not its fault. */
  unchecked?: RuleId[];
  /** Rules that say they were not asked, because the film is too broken. */
  silent?: RuleId[];
}
