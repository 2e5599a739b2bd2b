export interface ConfigProblem {
  /** Path into the configuration: `film.minBytes`. */
  path: string;
  message: string;
}
