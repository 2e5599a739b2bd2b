import { exclusively } from '../../platform/exclusive';
import { http } from '../../platform/http';
import { storage } from '../../platform/storage';
import { personal } from '../../state/personal';
import { ApiClient } from './api-client';
import { Session, type SessionState } from './session';

/** The log-in of this phone. */
export const session = new Session({ storage, http, exclusively });

/** First to hear who is logged in: by the time a page is drawn anew, what belonged to somebody else is gone. */
session.state.subscribe(() => follow(session.state.get()));

function follow(state: SessionState): void {
  if (state.kind === 'in') personal.enter(state.account.id);
  if (state.kind === 'out') personal.leave(state.hasEnded);
}

/** The server's API, as the person who is logged in. */
export const api = new ApiClient(http, session);
