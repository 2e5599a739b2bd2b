/** Where the film of a work stands, from the first pick to the verdicts. */
export type FilmStage = 'pick' | 'precheck' | 'upload' | 'arriving' | 'interrupted' | 'inspection';
