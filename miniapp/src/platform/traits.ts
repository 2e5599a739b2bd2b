/** Facts about a platform that a screen must know; everything it can do differently is a port of its own. */
export interface Traits {
  /** The platform draws the bar with the title and the way back. */
  hasNavigationBar: boolean;
  /** Files are picked from the chats and the album of WeChat, not from the system's picker. */
  picksFromChat: boolean;
  /** Requests are cut a few seconds after the app is left. */
  stopsInBackground: boolean;
}

export const traits: Traits = { hasNavigationBar: false, picksFromChat: false, stopsInBackground: false };
