import type { Traits } from './traits';

export const traits: Traits = { hasNavigationBar: true, picksFromChat: true, stopsInBackground: true };
