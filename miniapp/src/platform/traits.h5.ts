import type { Traits } from './traits';

export const traits: Traits = { hasNavigationBar: false, picksFromChat: false, stopsInBackground: false };
